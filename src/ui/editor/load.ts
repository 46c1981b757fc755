import { locale } from '../../i18n/i18n';
import { once } from '../../lib/once';
import { deferStyles } from './inlineStyles';
import type * as monaco from './monaco';

type Monaco = typeof monaco;

/** Monaco, fetched when an editor is first used, with words of its own in the language of that moment. */
export const loadMonaco = once(start);

async function start(): Promise<Monaco> {
  // Nothing that is used of Monaco asks for a worker.
  globalThis.MonacoEnvironment = {
    createTrustedTypesPolicy: (name, rules) => ({
      name,
      createHTML: (html: string) => deferStyles(rules?.createHTML?.(html) ?? html),
    }),
  };
  if (locale() === 'zh') await import('monaco-editor/nls/lang/zh-cn.js');
  // in two parts, with a breath between
  await import('monaco-editor/editor');
  await pause();
  const loaded = await import('./monaco');
  for (const step of loaded.starting) {
    await pause();
    step();
  }
  return loaded;
}

/** Lets the page answer to keys and paint; Monaco has a few hundred milliseconds of work to do at first. */
export function pause(): Promise<void> {
  return new Promise((done) => setTimeout(done));
}
