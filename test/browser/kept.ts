import { mkdtempSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { ensureChromium, testArgs } from '../../scripts/chromium.mjs';
import { serve } from '../../scripts/serve.mjs';
import type { WorkbookJson } from '../../src/workbook/serialize';
import { waitReady } from './harness';
import { wait } from './person';

/** The workbooks that lie on the device for an address. Seen from any of its pages, whether Quire runs there or not. */
export function readWorkbooks(page: Page): Promise<WorkbookJson[]> {
  return page.evaluate(async () => {
    const settled = <T>(request: IDBRequest<T>) =>
      new Promise<T>((done, fail) => {
        request.onsuccess = () => done(request.result);
        request.onerror = () => fail(new Error('the workbooks cannot be read', { cause: request.error }));
      });
    const db = await settled(indexedDB.open('quire'));
    const all = await settled<{ json: WorkbookJson }[]>(
      db.transaction('workbooks').objectStore('workbooks').getAll(),
    );
    db.close();
    return all.map(({ json }) => json);
  });
}

/** Ends a page's process, as the system does when memory runs out. */
export async function killPage(page: Page): Promise<void> {
  const cdp = await page.context().newCDPSession(page);
  const crashed = new Promise<void>((done) => page.once('crash', () => done()));
  // the answer never comes: the process that would give it is gone
  cdp.send('Page.crash').catch(() => undefined);
  await crashed;
  await page.close();
}

/** A browser of its own, which can be killed whole and started again over what it left on the disk. */
export async function createKillable() {
  const server = await serve({ root: path.resolve('dist'), port: 0, headers: true });
  const folder = mkdtempSync(path.join(tmpdir(), 'quire-killed-'));
  const executablePath = await ensureChromium();
  let close = async () => {};

  return {
    async open(): Promise<Page> {
      const context = await chromium.launchPersistentContext(folder, { executablePath, args: testArgs });
      context.setDefaultTimeout(wait.timeout);
      close = () => context.close();
      const page = await context.newPage();
      await page.goto(server.url);
      await waitReady(page);
      return page;
    },

    async kill(page: Page): Promise<void> {
      // where Chromium notes the process that uses a profile: `host-1234`
      const owner = readlinkSync(path.join(folder, 'SingletonLock'));
      const closed = new Promise<void>((done) => page.context().once('close', () => done()));
      process.kill(Number(owner.slice(owner.lastIndexOf('-') + 1)), 'SIGKILL');
      await closed;
      for (const name of ['SingletonLock', 'SingletonCookie', 'SingletonSocket'])
        rmSync(path.join(folder, name), { force: true });
    },

    async close(): Promise<void> {
      await close();
      await server.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
