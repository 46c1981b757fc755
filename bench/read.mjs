import { findDifference } from './compare.mjs';
import { createRandom } from './data.mjs';
import { goto, rest } from './page.mjs';
import { formatMs, formatQuantiles } from './report.mjs';
import { quantile } from './statistics.mjs';
import { NAME, openTable } from './table.mjs';

const GOAL_MS = 50;
const OFFSETS = 200;
const LIMIT = 200;
const CHECKED = 5;

/** Two hundred rows from anywhere in the table, as the grid wants them. */
export async function run(/** @type {import('./run.mjs').Bench} */ bench) {
  const { page, quire, data, repeats } = bench;
  await openTable(bench);
  const rounds = [];
  for (let round = 0; round < repeats; round++) {
    await bench.quiet();
    // Into an engine that has nothing of the table in its memory yet.
    await goto(page, quire.url);
    await rest(1000);
    rounds.push(await readAll(page, toOffsets(data.rows, round + 1)));
    bench.log(formatQuantiles(rounds.at(-1)));
  }
  await checkRows(bench);

  const all = rounds.flat();
  const worst = rounds.map((times) => quantile(times, 0.95));
  const p95 = quantile(all, 0.95);
  return {
    rows: [
      {
        what: `${LIMIT} rows from a random place: p95`,
        ours: `${formatMs(p95)} (${formatMs(Math.min(...worst))}–${formatMs(Math.max(...worst))})`,
        goal: `< ${GOAL_MS} ms`,
        isMet: p95 < GOAL_MS,
      },
    ],
    notes: [
      `Random places: \`quire.result(name, {offset, limit: ${LIMIT}})\` at ${OFFSETS} seeded offsets, one after the other, in a page
that was just loaded, ${rounds.length} times: ${formatQuantiles(all)}. The range is that of the p95 of the single loads. ${CHECKED} such pages were compared
with native’s row by row.`,
    ],
  };
}

/** @param {number} rows @param {number} seed */
function toOffsets(rows, seed) {
  const random = createRandom(seed);
  return Array.from({ length: OFFSETS }, () => Math.floor(random() * Math.max(1, rows - LIMIT)));
}

/** @param {import('./page.mjs').Page} page @param {number[]} offsets */
function readAll(page, offsets) {
  return page.evaluate(
    async ({ name, offsets, limit }) => {
      const times = [];
      for (const offset of offsets) {
        const start = performance.now();
        await window.quire.result(name, { offset, limit });
        times.push(performance.now() - start);
      }
      return times;
    },
    { name: NAME, offsets, limit: LIMIT },
  );
}

/** @param {import('./run.mjs').Bench} bench */
async function checkRows(bench) {
  const { page, data } = bench;
  const native = await bench.peer();
  for (const offset of toOffsets(data.rows, 1).slice(0, CHECKED)) {
    const { rows } = await page.evaluate(
      ({ name, offset, limit }) => window.quire.result(name, { offset, limit }),
      { name: NAME, offset, limit: LIMIT },
    );
    const expected = await native.rows(`SELECT * FROM t LIMIT ${LIMIT} OFFSET ${offset}`);
    bench.check(`rows from ${offset}`, findDifference(rows, expected));
  }
}
