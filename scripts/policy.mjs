import { policy, toHeadersFile } from './headers.mjs';

/**
 * Builds carry the policy twice: in the page, for hosts that cannot send headers, and as `_headers`, for those that can.
 * @returns {import('vite').Plugin}
 */
export function policyPlugin() {
  return {
    name: 'quire-policy',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: () => [
        {
          tag: 'meta',
          attrs: { 'http-equiv': 'Content-Security-Policy', content: policy },
          injectTo: 'head-prepend',
        },
      ],
    },
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: '_headers', source: toHeadersFile() });
    },
  };
}
