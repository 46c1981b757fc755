import { clearCaches, rest, whenReady } from './page.mjs';
import { toTimeRow } from './report.mjs';
import { openTable } from './table.mjs';

const GOAL_MS = 1500;

/** Reloads the page with the table open in it: from the start of the navigation to rows on screen. */
export async function run(/** @type {import('./run.mjs').Bench} */ bench) {
  const { page, repeats, data } = bench;
  await openTable(bench);
  await page.evaluate(() => sessionStorage.setItem('probe.rows', 'yes'));
  const cold = [];
  const warm = [];
  for (let round = 0; round < repeats; round++) {
    await bench.quiet();
    await clearCaches(page);
    cold.push(await reload(page));
    // The first visit after that only fills the caches again.
    await reload(page);
    warm.push(await reload(page));
    bench.log(`first visit ${cold.at(-1)?.toFixed(0)} ms, later ${warm.at(-1)?.toFixed(0)} ms`);
  }
  await page.evaluate(() => sessionStorage.removeItem('probe.rows'));

  const rows = data.rows.toLocaleString('en');
  return {
    rows: [
      toTimeRow(`reload with ${rows} rows open: first rows on screen`, warm, { goal: GOAL_MS }),
      toTimeRow('the same with nothing in the browser’s caches', cold),
    ],
    notes: [
      `Reload: from the start of the navigation until a frame with cells that have text was shown (up to a frame late),
engine start included. The caches are emptied with \`Network.clearBrowserCache\` before the cold one; one reload that
is not counted lies between it and the warm one.`,
    ],
  };
}

/** @param {import('./page.mjs').Page} page */
async function reload(page) {
  await rest();
  await page.reload();
  const ms = await page.evaluate(() => window.probe.rowsAt);
  await whenReady(page);
  return ms;
}
