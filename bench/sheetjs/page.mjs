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
  for (const name of ['worker.mjs', 'write.mjs'])
    copyFileSync(path.join(import.meta.dirname, name), path.join(folder, name));
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

/**
 * A page with a worker that is ready to write.
 * @param {import('../page.mjs').Page} page
 * @param {string} url
 */
export async function openSheetJsWriter(page, url) {
  await page.goto(url);
  await page.evaluate(() => {
    window.worker = new Worker('write.mjs', { type: 'module' });
    return new Promise((done) => window.worker.addEventListener('message', done, { once: true }));
  });
}

/**
 * A workbook of made rows, packed and not; the faster of the two.
 * @param {import('../page.mjs').Page} page
 * @param {{rows: number, sheets: number}} options
 * @returns {Promise<{ms: number, bytes: number}>}
 */
export function writeWithSheetJs(page, options) {
  return page.evaluate(async (options) => {
    const write = (compression) =>
      new Promise((done, fail) => {
        window.worker.addEventListener('error', ({ message }) => fail(new Error(message)), { once: true });
        window.worker.addEventListener('message', ({ data }) => done(data), { once: true });
        window.worker.postMessage({ ...options, compression });
      });
    const [packed, plain] = [await write(true), await write(false)];
    return packed.ms < plain.ms ? packed : plain;
  }, options);
}
