import path from 'node:path';
import { root } from './run.mjs';

const wanted = "document.createElement('style')";
const ours = path.join(root, 'src/ui/editor/styleSheet.ts');

/**
 * Monaco makes `<style>` elements, all of them in one function, and the policy refuses them. The build gives it
 * `createStyleElement` instead, and fails where a new version of Monaco has no such function any more.
 * @returns {import('vite').Plugin}
 */
export function monacoPlugin() {
  return {
    name: 'quire-monaco',
    apply: 'build',
    transform: {
      filter: { id: /monaco-editor\/.*\/domStylesheets\.js$/ },
      handler(code) {
        if (!code.includes(wanted)) throw new Error(`missing in Monaco's domStylesheets.js: ${wanted}`);
        return {
          code: `import { createStyleElement } from ${JSON.stringify(ours)};\n${code.replace(wanted, 'createStyleElement()')}`,
          map: null,
        };
      },
    },
  };
}
