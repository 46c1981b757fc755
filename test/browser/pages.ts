import type { Page } from 'playwright-core';
import { readCatalog } from './device';

/** A page that a test is done with, and what it looked like when it had just been opened. */
export interface Spent {
  page: Page;
  /** What was on screen in the window that every page begins with. */
  look: string;
}

/** How long a page may take to become empty before it is closed instead. */
const PATIENCE_MS = 20_000;

/** Methods whose doing outlasts a test: a page on which one was called is nobody else's. */
const lasting = ['addInitScript', 'exposeFunction', 'exposeBinding', 'route', 'close'] as const;

const marked = new WeakSet<Page>();

/** Notes when a test does what a page cannot be cured of. */
export function watchMarks(page: Page): void {
  for (const name of lasting) {
    const done = page[name].bind(page) as (...given: unknown[]) => unknown;
    Object.assign(page, {
      [name](...given: unknown[]) {
        marked.add(page);
        return done(...given);
      },
    });
  }
}

/** The window that every page begins with. */
export async function setWindow(
  page: Page,
  { width = 1280, height = 800, dark = false } = {},
): Promise<void> {
  const now = page.viewportSize();
  if (now?.width !== width || now.height !== height) await page.setViewportSize({ width, height });
  await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light', media: null });
}

/** Empties a page by what Quire has for that, and says what is left in it. Undefined: it is as a new one. */
export async function maybeRemains({ page, look }: Spent): Promise<string | undefined> {
  if (marked.has(page) || page.isClosed()) return 'marked';
  let late: NodeJS.Timeout | undefined;
  const patience = new Promise<string>((done) => (late = setTimeout(done, PATIENCE_MS, 'slow')));
  try {
    return await Promise.race([clean(page, look), patience]);
  } catch (error) {
    return String(error);
  } finally {
    clearTimeout(late);
  }
}

async function clean(page: Page, look: string): Promise<string | undefined> {
  if (!(await page.evaluate(() => 'quire' in window && 'realm' in window))) return 'no Quire';
  await page.evaluate(async () => {
    await window.quire.cancel();
    for (const dialog of document.querySelectorAll('dialog[open]')) (dialog as HTMLDialogElement).close();
    for (const close of document.querySelectorAll<HTMLElement>('.notice button[aria-label]')) close.click();
    await window.quire.reset();
    scrollTo(0, 0);
  });
  await setWindow(page);
  await showSidebar(page);
  await page.mouse.move(-1, -1);
  // what nobody reads any more is dropped a little later
  for (let tries = 0; ; tries++) {
    const left = (await page.evaluate(findLeft)) || toDifference(look, await readLook(page));
    if (!left) {
      await page.evaluate(readAnew);
      // whoever asked before has had an answer
      return void (await readCatalog(page));
    }
    if (tries === 5) return left;
    await page.waitForTimeout(100 * tries);
  }
}

/** Where there was no room for it, it was closed. */
async function showSidebar(page: Page): Promise<void> {
  const shut = page.locator('.app:not(.with-sidebar) .bar [aria-pressed="false"]').first();
  if ((await shut.count()) > 0) await shut.evaluate((button) => (button as HTMLElement).click());
}

/** Whatever is stored, in the engine, or put in the place of what the browser has. */
async function findLeft(): Promise<string> {
  (document.activeElement as HTMLElement | null)?.blur();
  const files: string[] = [];
  for await (const name of (await navigator.storage.getDirectory()).keys()) files.push(name);
  const [tables] = (
    await window.quire.query(
      `SELECT string_agg(name, ' ') FROM (
         SELECT table_name AS name FROM duckdb_tables()
         UNION ALL SELECT view_name FROM duckdb_views() WHERE NOT internal
         UNION ALL SELECT schema_name FROM duckdb_schemas() WHERE NOT internal AND schema_name NOT IN ('main', 'kept_in_memory', 'rejected', 'unread')
         UNION ALL SELECT database_name FROM duckdb_databases() WHERE NOT internal AND database_name <> 'memory')`,
    )
  ).rows;
  const left = {
    files,
    databases: (await indexedDB.databases()).map(({ name }) => name),
    settings: [...Object.keys(localStorage), ...Object.keys(sessionStorage)],
    tables: tables?.[0] ? [tables[0]] : [],
    sources: window.quire.sources().map(({ name }) => name),
    focus: document.activeElement?.closest('body *') ? [document.activeElement.className] : [],
    realm: (window as unknown as { realm: () => string[] }).realm(),
    address: location.hash || location.search ? [location.href] : [],
  };
  return Object.entries(left)
    .filter(([, found]) => found.length > 0)
    .map(([what, found]) => `${what}: ${found.join(' ')}`)
    .join('; ');
}

/** A page that was just opened has read its lists, and its database is there; so it does when another tab has changed them. */
async function readAnew(): Promise<void> {
  for (const [name, message] of [
    ['quire', 'sources'],
    ['quire-workbooks', 'list'],
  ] as const) {
    const channel = new BroadcastChannel(name);
    channel.postMessage(message);
    channel.close();
  }
  while (!(await indexedDB.databases()).some(({ name }) => name === 'quire'))
    await new Promise((done) => setTimeout(done, 20));
}

/** What is on screen, but for numbers, which tell of ids and room, and for what comes with the editor. */
export function readLook(page: Page): Promise<string> {
  return page.evaluate(() =>
    [document.documentElement.outerHTML, document.title]
      .join('\n')
      .replace(/<head[^]*<\/head>/, '')
      .replace(/<body[^>]*>/, '')
      .replaceAll(
        /<div class="(monaco-aria-container|context-view|monaco-editor editor-widgets)"[^]*?<\/div>/g,
        '',
      )
      .replaceAll(/ data-(closed|expanded)=""/g, '')
      .replaceAll(/<span class="wide-only">.*?<\/span>/g, '')
      .replaceAll(/[\d.]+( [kMG]B)?/g, '0'),
  );
}

function toDifference(one: string, other: string): string | undefined {
  if (one === other) return undefined;
  let from = 0;
  while (one[from] === other[from]) from++;
  const start = Math.max(from - 60, 0);
  return `look: ${one.slice(start, from + 80)} <> ${other.slice(start, from + 200)}`;
}

/** Ahead of Quire: remembers what the browser offers, so that it is known what a test has put in its place. */
export function rememberRealm(): void {
  // a page that is nobody's may not even look at what it stores
  if (origin === 'null') return;
  const read = () => {
    const found = new Map<string, unknown>();
    const note = (path: string, object: object) => {
      for (const [name, { value, get }] of Object.entries(Object.getOwnPropertyDescriptors(object)))
        if (typeof value === 'function' || get) found.set(`${path}.${name}`, value ?? get);
    };
    for (const name of Object.getOwnPropertyNames(window)) {
      if (name === 'realm' || /^\d+$/.test(name)) continue;
      const { value } = Object.getOwnPropertyDescriptor(window, name)!;
      found.set(name, value);
      if (typeof value === 'function') note(name, value);
      if (typeof value?.prototype === 'object' && value.prototype) note(`${name}.prototype`, value.prototype);
    }
    for (const name of ['navigator', 'document', 'localStorage', 'performance', 'crypto'] as const)
      note(name, window[name]);
    return found;
  };
  const before = read();
  const own = new Set(['quire', 'MonacoEnvironment']);
  Object.assign(window, {
    realm: () => {
      const now = read();
      const names = new Set([...before.keys(), ...now.keys()]);
      return [...names].filter(
        (name) => !own.has(name.split('.')[0]!) && !Object.is(before.get(name), now.get(name)),
      );
    },
  });
}
