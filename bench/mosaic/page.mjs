import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'vite';
import { serve } from '../../scripts/serve.mjs';
import { pickFile } from '../table.mjs';

/** A page on which Mosaic's vgplot draws, built from its packages. */
export async function serveMosaic() {
  const folder = mkdtempSync(path.join(tmpdir(), 'quire-bench-'));
  await build({
    root: import.meta.dirname,
    configFile: false,
    logLevel: 'error',
    build: { outDir: folder, emptyOutDir: true, target: 'es2022', assetsInlineLimit: 0 },
  });
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
 * A page with the same table and the same four charts as ours, drawn.
 * @param {import('../page.mjs').Page} page
 * @param {{url: string, data: {file: string, rows: number}}} options
 */
export async function openMosaic(page, { url, data }) {
  await page.goto(url);
  await pickFile(page, data.file);
  const rows = await page.evaluate(() => window.mosaic.load(window.picked));
  if (rows !== data.rows) throw new Error(`Mosaic has ${rows} rows`);
  await page.evaluate(async () => {
    window.brush = window.mosaic.draw();
    const pictures = () =>
      document.querySelectorAll('[data-chart] svg g[aria-label=bar], [data-chart] svg g[aria-label=rect]');
    while (pictures().length < 4) await new Promise((done) => setTimeout(done, 50));
    await new Promise((done) => setTimeout(done, 1000));
  });
}
