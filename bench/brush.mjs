import { formatMs, toTable } from './report.mjs';
import { NAME, openTable } from './table.mjs';

const GOAL_MS = 200;
/** So many steps a brush is drawn in. */
const STEPS = 60;

const charts = [
  { name: 'brushed', mark: 'histogram', x: { column: 'v3', bins: 40 } },
  { name: 'by_text', mark: 'bar', x: 'id1', y: 'v1' },
  { name: 'by_number', mark: 'bar', x: 'id4', y: { column: 'v2', aggregate: 'mean' } },
  { name: 'along', mark: 'area', x: { column: 'id6', bins: 60 } },
];

/** Four charts of one table: a brush is drawn across the first in steps, each of which the other three have to show. */
export async function run(/** @type {import('./run.mjs').Bench} */ bench) {
  const { page } = bench;
  await openTable(bench);
  await page.setViewportSize({ width: 1280, height: 1400 });
  await page.evaluate(prepare, {
    specs: charts.map((chart) => ({ kind: 'chart', from: NAME, height: 140, ...chart })),
  });
  await bench.quiet();
  const box = await page.evaluate(watch, { names: charts.map(({ name }) => name) });
  const [from, to] = [box.x + box.width * 0.15, box.x + box.width * 0.85];
  const y = box.y + box.height * 0.6;
  await page.mouse.move(from, y);
  await page.mouse.down();
  const times = [];
  for (let step = 1; step <= STEPS; step++) {
    await page.evaluate(() => window.brushWatch.begin());
    await page.mouse.move(from + ((to - from) * step) / STEPS, y);
    const ms = await page.evaluate(() => window.brushWatch.whenShown());
    // a step may stay within the same bar
    if (ms !== undefined) times.push(ms);
  }
  await page.mouse.up();
  await page.keyboard.press('Escape');
  const sorted = times.slice(1).toSorted((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  const rows = bench.data.rows.toLocaleString('en');
  bench.log(`brush: first ${formatMs(times[0])}, then p50 ${formatMs(at(0.5))}, p95 ${formatMs(at(0.95))}`);
  return {
    rows: [
      {
        what: `a step of a brush over four linked charts of ${rows} rows, p95`,
        ours: formatMs(at(0.95)),
        theirs: '',
        goal: `≤ ${GOAL_MS} ms`,
        isMet: at(0.95) <= GOAL_MS,
      },
    ],
    notes: [
      `Brush: from the pointer's move until the last of the three other charts has been drawn of what is chosen then, ${times.length} steps that
chose something else than the one before. The first waits for the cubes that are made when the brush begins, and is told by itself.`,
      toTable(
        ['first step', 'p50', 'p95', 'slowest'],
        [[formatMs(times[0]), formatMs(at(0.5)), formatMs(at(0.95)), formatMs(at(1))]],
      ),
    ],
  };
}

/** Runs in the page: the charts. @param {{specs: object[]}} options */
async function prepare({ specs }) {
  await window.quire.open({ ...window.quire.workbook(), run: 'auto', cells: [] });
  for (const spec of specs) await window.quire.addCell(spec);
  await window.quire.run();
  const pictures = () => document.querySelectorAll('[data-cell] .plate-canvas > svg').length;
  while (pictures() < specs.length) await new Promise((done) => setTimeout(done, 50));
  document.querySelector('[data-cell]').scrollIntoView();
  await new Promise((done) => setTimeout(done, 1000));
}

/** Runs in the page: notes when a pointer moves, and when the others are drawn. @param {{names: string[]}} options */
function watch({ names: [first, ...others] }) {
  const stageOf = (name) => document.querySelector(`[data-cell=${name}] .plate-stage`);
  const shown = new Map();
  let since = 0;
  let changed = false;
  const chip = () => document.querySelector(`[data-cell=${first}] .chart-chip bdi`)?.textContent ?? '';
  let before = chip();
  stageOf(first).addEventListener('pointermove', () => (since = performance.now()), { capture: true });
  for (const name of others) {
    const canvas = stageOf(name).querySelector('.plate-canvas');
    new MutationObserver(() => shown.set(name, performance.now())).observe(canvas, { childList: true });
  }
  window.brushWatch = {
    begin() {
      before = chip();
      shown.clear();
    },
    whenShown: () =>
      new Promise((done) => {
        const start = performance.now();
        const look = () => {
          changed = chip() !== before;
          if (changed && shown.size === others.length) return done(Math.max(...shown.values()) - since);
          if (!changed && performance.now() - start > 250) return done(undefined);
          setTimeout(look, 2);
        };
        look();
      }),
  };
  const { x, y, width, height } = stageOf(first).getBoundingClientRect();
  return { x, y, width, height };
}
