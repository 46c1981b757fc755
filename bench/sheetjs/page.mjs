import { copyFileSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from '../../scripts/run.mjs';
import { serve } from '../../scripts/serve.mjs';
import { pickFile } from '../table.mjs';

/** Where somebody has put it: `npm install --no-save exceljs@4.4.0` in `bench/`. It has 195 packages, which nobody else should have to get. */
const excelJs = path.join(root, 'bench/node_modules/exceljs/dist/exceljs.min.js');

/** A page whose workers read and write workbooks with SheetJS, and write them with ExcelJS where it is there. */
export async function serveSheetJs() {
  const folder = mkdtempSync(path.join(tmpdir(), 'quire-bench-'));
  writeFileSync(path.join(folder, 'index.html'), '<!doctype html><title>SheetJS</title>');
  for (const name of ['worker.mjs', 'write.mjs', 'rows.mjs', 'excelJs.mjs'])
    copyFileSync(path.join(import.meta.dirname, name), path.join(folder, name));
  copyFileSync(path.join(root, 'node_modules/@e965/xlsx/xlsx.mjs'), path.join(folder, 'xlsx.mjs'));
  const hasExcelJs = existsSync(excelJs);
  if (hasExcelJs) copyFileSync(excelJs, path.join(folder, 'exceljs.min.js'));
  const { url, close } = await serve({ root: folder, port: 0, headers: false });
  return {
    url,
    hasExcelJs,
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
 * @param {'write.mjs' | 'excelJs.mjs'} script
 */
export async function openWriter(page, url, script = 'write.mjs') {
  await page.goto(url);
  await page.evaluate((script) => {
    window.worker = new Worker(script, { type: 'module' });
    return new Promise((done) => window.worker.addEventListener('message', done, { once: true }));
  }, script);
}

/**
 * What the worker takes to write a workbook of made rows.
 * @param {import('../page.mjs').Page} page
 * @param {{rows: number, sheets: number, compression?: boolean}} options
 * @returns {Promise<{ms: number, bytes: number}>}
 */
export function writeOnce(page, options) {
  return page.evaluate(
    (options) =>
      new Promise((done, fail) => {
        window.worker.addEventListener('error', ({ message }) => fail(new Error(message)), { once: true });
        window.worker.addEventListener('message', ({ data }) => done(data), { once: true });
        window.worker.postMessage(options);
      }),
    options,
  );
}

/**
 * A workbook of made rows, packed and not; the faster of the two.
 * @param {import('../page.mjs').Page} page
 * @param {{rows: number, sheets: number}} options
 * @returns {Promise<{ms: number, bytes: number}>}
 */
export async function writeWithSheetJs(page, options) {
  const packed = await writeOnce(page, { ...options, compression: true });
  const plain = await writeOnce(page, { ...options, compression: false });
  return packed.ms < plain.ms ? packed : plain;
}
