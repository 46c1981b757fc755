import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from '../../scripts/run.mjs';
import { serve } from '../../scripts/serve.mjs';
import { pickFile } from '../table.mjs';

/** A page whose worker reads workbooks with SheetJS. */
export async function serveSheetJs() {
  const folder = mkdtempSync(path.join(tmpdir(), 'quire-bench-'));
  writeFileSync(path.join(folder, 'index.html'), '<!doctype html><title>SheetJS</title>');
  copyFileSync(path.join(import.meta.dirname, 'worker.mjs'), path.join(folder, 'worker.mjs'));
  copyFileSync(path.join(root, 'node_modules/@e965/xlsx/xlsx.mjs'), path.join(folder, 'xlsx.mjs'));
  const { url, close } = await serve({ root: folder, port: 0, headers: false });
  return {
    url,
    async close() {
      await close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/**
 * A page with a worker that is ready, and with a file that a person picked.
 * @param {import('../page.mjs').Page} page
 * @param {{url: string, file: string}} options
 */
export async function openSheetJs(page, { url, file }) {
  await page.goto(url);
  await pickFile(page, file);
  await page.evaluate(() => {
    window.worker = new Worker('worker.mjs', { type: 'module' });
    return new Promise((done) => window.worker.addEventListener('message', done, { once: true }));
  });
}

/**
 * From the picked file to an array of objects in the worker.
 * @param {import('../page.mjs').Page} page
 * @returns {Promise<{ms: number, rows: number, quantity: number}>}
 */
export function readPicked(page) {
  return page.evaluate(
    () =>
      new Promise((done, fail) => {
        window.worker.addEventListener('error', ({ message }) => fail(new Error(message)));
        window.worker.addEventListener('message', ({ data }) => done(data));
        window.worker.postMessage(window.picked);
      }),
  );
}
