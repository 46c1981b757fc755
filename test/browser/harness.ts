import { existsSync } from 'node:fs';
import path from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { ensureChromium, testArgs } from '../../scripts/chromium.mjs';
import { serve } from '../../scripts/serve.mjs';
import { createOutside } from '../../scripts/outside.mjs';
import { maybeRemains, readLook, rememberRealm, setWindow, watchMarks } from './pages';
import type { Spent } from './pages';
import { wait } from './person';

export interface PageOptions {
  /** Send the security headers; without them only the policy in the page protects. */
  headers?: boolean;
  /** The path under which Quire is served, `/some/where/`. */
  base?: string;
  locale?: string;
  width?: number;
  height?: number;
  dark?: boolean;
  /** Make ready what may be wanted next, as on every device: importers, the editor. Seconds of work, which few tests need. */
  ahead?: boolean;
  /** What the page runs ahead of Quire. */
  before?: () => void;
  /** Pages of one test file with the same name share what is stored; a page without a name starts empty. */
  storage?: string;
  /** A page that nobody has used, where what is tested begins with the page, or does to it what outlasts a test. */
  fresh?: boolean;
}

export interface Opened {
  page: Page;
  url: string;
  /** Goes to an address below `url`, and waits until Quire is ready. */
  goto(address?: string): Promise<void>;
  /** Declares a console error, a page error or a foreign request that the test means to cause. */
  expectProblem(pattern: RegExp): void;
}

/**
 * Opens Quire and waits until it is ready, in a page that another test has left as empty as a new one where nothing speaks against
 * it: starting an engine is more work than most tests are. `dist/` must have been built.
 */
export async function openPage(options: PageOptions = {}): Promise<Opened> {
  const { locale = 'en-US' } = options;
  const known = canShare(options) ? idle.get(locale) : undefined;
  if (known) {
    idle.delete(locale);
    lent.add(known);
    pages.add(known.page);
    await bringToSight(known.page);
    await setWindow(known.page, options);
    return toOpened(known.page, known.url);
  }
  const [context, url] = await Promise.all([findBrowser(locale), findServer(options)]);
  const page = await context.newPage();
  await prepare(page, options);
  const shared = canShare(options);
  await setWindow(page, shared ? {} : options);
  const opened = toOpened(page, url);
  await opened.goto();
  if (shared) {
    lent.add({ page, url, locale, look: await readLook(page) });
    watchMarks(page);
    await setWindow(page, options);
  }
  return opened;
}

/**
 * Behind another, nothing is ever painted in a page, and it is never at rest. A page that has just been closed may yet bring a third
 * one to the front.
 */
async function bringToSight(page: Page): Promise<void> {
  const isSeen = () =>
    page.evaluate(() =>
      Promise.race([
        new Promise<true>((done) => requestAnimationFrame(() => requestIdleCallback(() => done(true)))),
        new Promise<false>((done) => setTimeout(done, 2000, false)),
      ]),
    );
  for (let tries = 0; tries < 20; tries++) {
    await page.bringToFront();
    if (await isSeen()) return;
  }
  throw new Error('the page stays behind another');
}

/** Where there is little room, a page opens with its panels closed. */
const canShare = ({ headers, base, ahead, before, storage, fresh, width = 1280 }: PageOptions): boolean =>
  !(fresh || headers === false || base || ahead || before || storage || width < 1100 || process.env['SLOW']);

async function prepare(page: Page, options: PageOptions): Promise<void> {
  const { ahead = false, before } = options;
  await page.addInitScript(holdNotices);
  if (!ahead) await page.addInitScript(hideMeans);
  if (process.env['SLOW']) await page.addInitScript(delayQuestions, Number(process.env['SLOW']));
  if (before) await page.addInitScript(before);
  if (canShare(options)) await page.addInitScript(rememberRealm);
}

function toOpened(page: Page, url: string): Opened {
  return {
    page,
    url,
    expectProblem: (pattern) => void expected.push(pattern),
    async goto(address = '') {
      await page.goto(new URL(address, url).href);
      await waitReady(page);
    },
  };
}

/** A page has no more importers wait than it knows of cores (its workers still see them all), and loads nothing unasked where data is dear. */
function hideMeans(): void {
  Object.defineProperty(navigator, 'hardwareConcurrency', { get: () => -1 });
  Object.defineProperty(navigator, 'connection', { get: () => ({ saveData: true }) });
}

/** A notice stays, as it does while the pointer is on it: on a slow machine nobody may have looked before it goes. */
function holdNotices(): void {
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes)
      for (const node of addedNodes)
        if (node instanceof HTMLElement && node.matches('.notice'))
          node.dispatchEvent(new PointerEvent('pointerenter'));
  }).observe(document, { subtree: true, childList: true });
}

/** Workers hear of what the page wants of them so much later, in the same order. */
function delayQuestions(ms: number): void {
  const { postMessage } = Worker.prototype;
  Worker.prototype.postMessage = function (...given: unknown[]) {
    setTimeout(() => Reflect.apply(postMessage, this, given), ms);
  };
}

/** Waits for `window.quire.ready`; after a reload too. */
export async function waitReady(page: Page): Promise<void> {
  await page.waitForFunction(() => 'quire' in window, undefined, { polling: 50 });
  await page.evaluate(() => (window as unknown as { quire: { ready: Promise<void> } }).quire.ready);
}

/** Drops a file on the middle of the page, as a person does who drags it in from the desktop. */
export async function dropFile(page: Page, name: string, content: string | Uint8Array): Promise<void> {
  const base64 = Buffer.from(content).toString('base64');
  await page.evaluate(
    ({ name, base64 }) => {
      const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([bytes], name));
      const target = document.elementFromPoint(innerWidth / 2, innerHeight / 2) ?? document.body;
      const at = { clientX: innerWidth / 2, clientY: innerHeight / 2 };
      for (const type of ['dragenter', 'dragover', 'drop']) {
        target.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer, ...at }));
      }
    },
    { name, base64 },
  );
}

const dist = path.resolve('dist');
const pages = new Set<Page>();
/** Pages that a test has, and may leave to the next. */
const lent = new Set<Shared>();
/** One for each language that is as empty as a new one. */
const idle = new Map<string, Shared>();
const servers = new Map<string, ReturnType<typeof serve>>();
const browsers = new Map<string, Promise<BrowserContext>>();
/** The number of the test file, among those of this process. */
let file = 0;
let outside: ReturnType<typeof createOutside> | undefined;
let problems: string[] = [];
let expected: RegExp[] = [];

interface Shared extends Spent {
  url: string;
  locale: string;
}

/**
 * One Chromium for each language, for all files of the process, with which it ends. Its profile is on disk, as private windows
 * keep no files as others do.
 */
function findBrowser(locale: string): Promise<BrowserContext> {
  const found = browsers.get(locale) ?? launch(locale);
  browsers.set(locale, found);
  return found;
}

async function launch(locale: string): Promise<BrowserContext> {
  outside ??= createOutside();
  const context = await chromium.launchPersistentContext('', {
    executablePath: await ensureChromium(),
    args: testArgs,
    proxy: { server: (await outside).url, bypass: 'localhost' },
    locale,
    timezoneId: 'UTC',
    acceptDownloads: true,
  });
  context.setDefaultTimeout(wait.timeout);
  context.on('page', watch);
  return context;
}

/** Storage belongs to an address, so a server with a port of its own is an empty store. */
async function findServer({ headers = true, base = '/', storage }: PageOptions): Promise<string> {
  if (!existsSync(path.join(dist, 'index.html')))
    throw new Error('nothing to test: run `npm run build` first');
  const key = JSON.stringify(storage ? [headers, base, storage, file] : servers.size);
  const server = servers.get(key) ?? serve({ root: dist, port: 0, headers, base });
  servers.set(key, server);
  return (await server).url;
}

/** What tests listen to, too. */
const heard = ['console', 'dialog', 'download', 'filechooser', 'pageerror', 'request', 'response'] as const;

function watch(page: Page): void {
  pages.add(page);
  page.on('crash', () => problems.push('page: crashed'));
  listen(page);
}

/** Nobody else listens any more. */
function listen(page: Page): void {
  for (const event of heard) page.removeAllListeners(event);
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error) => problems.push(`page: ${error.stack ?? error.message}`));
  page.on('request', (request) => {
    const url = new URL(request.url());
    const own = page.url() === 'about:blank' ? url.origin : new URL(page.url()).origin;
    if (/^https?:$/.test(url.protocol) && url.origin !== own) problems.push(`request: ${url.href}`);
  });
}

/** Names of storage are a file's own. Servers stay, so that no port is given again, and with it what is stored for it. */
export function beginFile(): void {
  file++;
}

// a browser that waits keeps the process alive, also when a run was called off and nobody is there to end it
process.once('disconnect', () => process.exit());

/** After each test: closes its pages, or leaves them to the next, and says what was wrong with them. */
export async function leavePages(hasFailed: boolean): Promise<void> {
  const seen = hasFailed ? await Promise.all([...pages].map(describePage)) : [];
  const kept = hasFailed || expected.length > 0 ? [] : [...lent];
  lent.clear();
  const own = new Set(kept.map(({ page }) => page));
  await Promise.all([...pages].filter((page) => !own.has(page)).map((page) => page.close()));
  for (const shared of kept) {
    listen(shared.page);
    const remains = idle.has(shared.locale) ? 'one too many' : await maybeRemains(shared);
    if (remains === undefined) idle.set(shared.locale, shared);
    else await shared.page.close();
  }
  pages.clear();
  const asked = (await outside)?.asked.splice(0) ?? [];
  problems.push(...asked.map((address) => `request: ${address}`));
  const unexpected = problems.filter((problem) => !expected.some((pattern) => pattern.test(problem)));
  problems = [];
  expected = [];
  if (unexpected.length > 0 || seen.length > 0)
    throw new Error(['the page had problems:', ...unexpected, ...seen].join('\n'));
}

/** What a page shows, and what has the keyboard, where a test has failed on it. */
async function describePage(page: Page): Promise<string> {
  try {
    const focus = await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 160));
    return `focus: ${focus}\n${await page.locator('body').ariaSnapshot({ timeout: 5000 })}`;
  } catch (error) {
    return `the page does not answer: ${String(error)}`;
  }
}
