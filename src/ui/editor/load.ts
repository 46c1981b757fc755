import { locale } from '../../i18n/i18n';
import { once } from '../../lib/once';
import { deferStyles } from './inlineStyles';
import type * as monaco from './monaco';

type Monaco = typeof monaco;

/** Results of a workbook that was just opened come first. */
const QUIET_MS = 2000;

const begin = once(start);
let hurry: () => void;
const hurried = new Promise<void>((done) => (hurry = done));

/** Monaco, with words of its own in the language of the moment when it is begun with. */
export function loadMonaco(): Promise<Monaco> {
  hurry();
  return begin();
}

/** Begins with Monaco while the page has nothing else to do, so that it is there when an editor is first used. */
export const prepareMonaco = once(async () => {
  if (savesData()) return;
  await Promise.race([hurried, new Promise((done) => setTimeout(done, QUIET_MS))]);
  await rest();
  await begin();
});

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
  await rest();
  const loaded = await import('./monaco');
  for (const step of loaded.starting) {
    await rest();
    step();
  }
  return loaded;
}

/** Lets the page answer to keys and paint; Monaco has a few hundred milliseconds of work to do at first. */
export function pause(): Promise<void> {
  return new Promise((done) => setTimeout(done));
}

/** Until the page has nothing else to do, or an editor is waited for. */
function rest(): Promise<void> {
  return Promise.race([hurried.then(pause), whenIdle()]);
}

/** Safari has no way to ask. */
function whenIdle(): Promise<void> {
  if (!('requestIdleCallback' in globalThis)) return pause();
  return new Promise((done) => requestIdleCallback(() => done()));
}

function savesData(): boolean {
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  return connection?.saveData ?? false;
}
