import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { afterAll, afterEach } from 'vitest';
import { ensureChromium, launchArgs } from '../../scripts/chromium.mjs';
import { serve } from '../../scripts/serve.mjs';
import { createOutside } from '../../scripts/outside.mjs';

export interface PageOptions {
  /** Send the security headers; without them only the policy in the page protects. */
  headers?: boolean;
  /** The path under which Quire is served, `/some/where/`. */
  base?: string;
  locale?: string;
  width?: number;
  height?: number;
  dark?: boolean;
  /** Start importers before a file comes, as on every device: seconds of work, which few tests need. */
  spares?: boolean;
  /** What the page runs ahead of Quire. */
  before?: () => void;
  /** Pages of one test file with the same name share what is stored; a page without a name starts empty. */
  storage?: string;
}

export interface Opened {
  page: Page;
  url: string;
  /** Goes to an address below `url`, and waits until Quire is ready. */
  goto(address?: string): Promise<void>;
  /** Declares a console error, a page error or a foreign request that the test means to cause. */
  expectProblem(pattern: RegExp): void;
}

/** Opens Quire in a page of its own and waits until it is ready. `dist/` must have been built. */
export async function openPage(options: PageOptions = {}): Promise<Opened> {
  const { locale = 'en-US', width = 1280, height = 800, dark = false, spares = false, before } = options;
  const [{ context }, url] = await Promise.all([findBrowser(locale), findServer(options)]);
  const page = await context.newPage();
  await page.setViewportSize({ width, height });
  await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' });
  if (!spares) await page.addInitScript(hideCores);
  if (before) await page.addInitScript(before);
  const opened: Opened = {
    page,
    url,
    expectProblem: (pattern) => void expected.push(pattern),
    async goto(address = '') {
      await page.goto(new URL(address, url).href);
      await waitReady(page);
    },
  };
  await opened.goto();
  return opened;
}

/** A page has no more importers wait than it knows of cores. Its workers, which cut large files, still see them all. */
function hideCores(): void {
  Object.defineProperty(navigator, 'hardwareConcurrency', { get: () => -1 });
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
const servers = new Map<string, ReturnType<typeof serve>>();
const browsers = new Map<string, Promise<Browser>>();
let outside: ReturnType<typeof createOutside> | undefined;
let problems: string[] = [];
let expected: RegExp[] = [];

interface Browser {
  context: BrowserContext;
  folder: string;
}

/** One Chromium for each language. Its profile is on disk, as private windows keep no files as others do. */
function findBrowser(locale: string): Promise<Browser> {
  const found = browsers.get(locale) ?? launch(locale);
  browsers.set(locale, found);
  return found;
}

async function launch(locale: string): Promise<Browser> {
  const folder = mkdtempSync(path.join(tmpdir(), 'quire-browser-'));
  outside ??= createOutside();
  const context = await chromium.launchPersistentContext(folder, {
    executablePath: await ensureChromium(),
    args: launchArgs,
    proxy: { server: (await outside).url, bypass: 'localhost' },
    locale,
    timezoneId: 'UTC',
    acceptDownloads: true,
  });
  context.on('page', watch);
  return { context, folder };
}

/** Storage belongs to an address, so a server with a port of its own is an empty store. */
async function findServer({ headers = true, base = '/', storage }: PageOptions): Promise<string> {
  if (!existsSync(path.join(dist, 'index.html')))
    throw new Error('nothing to test: run `npm run build` first');
  const key = storage ? JSON.stringify([headers, base, storage]) : `${servers.size}`;
  const server = servers.get(key) ?? serve({ root: dist, port: 0, headers, base });
  servers.set(key, server);
  return (await server).url;
}

function watch(page: Page): void {
  pages.add(page);
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error) => problems.push(`page: ${error.stack ?? error.message}`));
  page.on('crash', () => problems.push('page: crashed'));
  page.on('request', (request) => {
    const url = new URL(request.url());
    const own = page.url() === 'about:blank' ? url.origin : new URL(page.url()).origin;
    if (/^https?:$/.test(url.protocol) && url.origin !== own) problems.push(`request: ${url.href}`);
  });
}

afterEach(async () => {
  await Promise.all([...pages].map((page) => page.close()));
  pages.clear();
  const asked = (await outside)?.asked.splice(0) ?? [];
  problems.push(...asked.map((address) => `request: ${address}`));
  const unexpected = problems.filter((problem) => !expected.some((pattern) => pattern.test(problem)));
  problems = [];
  expected = [];
  if (unexpected.length > 0) throw new Error(`the page had problems:\n${unexpected.join('\n')}`);
});

afterAll(async () => {
  for (const { context, folder } of await Promise.all(browsers.values())) {
    await context.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
  for (const server of await Promise.all(servers.values())) await server.close();
  (await outside)?.close();
});
