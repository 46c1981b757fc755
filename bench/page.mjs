import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { dist, ensureBuild } from '../scripts/build.mjs';
import { ensureChromium, launchArgs } from '../scripts/chromium.mjs';
import { serve } from '../scripts/serve.mjs';
import { createOutside } from '../scripts/outside.mjs';
import { installProbe } from './probe.mjs';

/**
 * @typedef {import('playwright-core').Page} Page
 * @typedef {Awaited<ReturnType<typeof openQuire>>} Quire
 */

/**
 * Builds Quire, serves it as a host would, and starts Chromium with a profile on disk, so that the private file system and
 * the cache of compiled code are those that people have.
 */
export async function openQuire() {
  await ensureBuild();
  const folder = mkdtempSync(path.join(tmpdir(), 'quire-bench-'));
  const copy = path.join(folder, 'dist');
  // A build meanwhile does not change what is measured.
  cpSync(dist, copy, { recursive: true });
  const outside = await createOutside();
  const servers = [await serve({ root: copy, port: 0 }), await serve({ root: copy, port: 0 })];
  const [{ url }, { url: emptyUrl }] = servers;
  const context = await chromium.launchPersistentContext(path.join(folder, 'profile'), {
    executablePath: await ensureChromium(),
    args: launchArgs,
    proxy: { server: outside.url, bypass: 'localhost' },
    viewport: { width: 1280, height: 800 },
    locale: 'en-US',
    timezoneId: 'UTC',
  });
  const own = [url, emptyUrl];
  const foreign = watchRequests(context, own);
  await context.addInitScript(installProbe);

  return {
    context,
    /** Where the table is, and where nothing was ever stored: storage belongs to an address. */
    url,
    emptyUrl,
    dist: copy,
    /** Takes a server of the benchmark's own for none of the others. @param {string} url */
    allow: (url) => own.push(url),
    toForeign: () => [...foreign, ...outside.asked],
    async close() {
      await context.close();
      for (const server of servers) await server.close();
      outside.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Opens an address anew and waits for `quire.ready`. @param {Page} page @param {string} url */
export async function goto(page, url) {
  await page.goto('about:blank');
  await page.goto(url);
  await whenReady(page);
}

/** @param {Page} page */
export async function whenReady(page) {
  await page.waitForFunction(() => window.quire !== undefined, undefined, { polling: 50 });
  await page.evaluate(() => window.quire.ready);
}

/** Takes from the browser what it kept of files and of compiled code, as for a first visit. @param {Page} page */
export async function clearCaches(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.clearBrowserCache');
  await session.detach();
}

/** @param {Page} page */
export async function readChromium(page) {
  const session = await page.context().newCDPSession(page);
  const { product } = await session.send('Browser.getVersion');
  await session.detach();
  return product.replace('HeadlessChrome', 'Chromium').replace('Chrome/', 'Chromium/').replace('/', ' ');
}

/** Lets the machine come to rest, so that one measurement's end is not in the next. @param {number} [ms] */
export function rest(ms = 500) {
  return new Promise((done) => setTimeout(done, ms));
}

/** @param {import('playwright-core').BrowserContext} context @param {string[]} own */
function watchRequests(context, own) {
  /** @type {string[]} */
  const foreign = [];
  context.on('request', (request) => {
    const { protocol, origin, href } = new URL(request.url());
    if (/^(https?|wss?):$/.test(protocol) && !own.some((url) => new URL(url).origin === origin))
      foreign.push(href);
  });
  return foreign;
}
