import { openMosaic, serveMosaic } from './mosaic/page.mjs';
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
  const ours = await measureQuire(bench);
  const theirs = await measureMosaic(bench);
  const rows = bench.data.rows.toLocaleString('en');
  return {
    rows: [
      {
        what: `a step of a brush over four linked charts of ${rows} rows, p95`,
        ours: formatMs(ours.p95),
        theirs: `${formatMs(theirs.p95)} (Mosaic vgplot)`,
        goal: `≤ ${GOAL_MS} ms`,
        isMet: ours.p95 <= GOAL_MS,
      },
    ],
    notes: [
      `Brush: from the pointer's move until the last of the three other charts has been drawn of what is chosen then; steps that choose nothing
else than the one before are not counted. The first waits for what is counted ahead when a brush begins, and is told by itself. Mosaic's
vgplot draws the same four charts of the same table, read into the memory of the same DuckDB-WASM.`,
      toTable(
        ['', 'steps', 'first step', 'p50', 'p95', 'slowest'],
        [
          ['Quire', ours],
          ['Mosaic vgplot', theirs],
        ].map(([name, { count, first, p50, p95, most }]) => [
          name,
          String(count),
          ...[first, p50, p95, most].map(formatMs),
        ]),
      ),
    ],
  };
}

/** @param {import('./run.mjs').Bench} bench */
async function measureQuire(bench) {
  const { page } = bench;
  await openTable(bench);
  await page.setViewportSize({ width: 1280, height: 1400 });
  await page.evaluate(prepare, {
    specs: charts.map((chart) => ({ kind: 'chart', from: NAME, height: 140, ...chart })),
  });
  const others = charts.slice(1).map(({ name }) => `[data-cell=${name}] .plate-stage .plate-canvas`);
  return measure(bench, page, { first: '[data-cell=brushed] .plate-stage', others, said: '.chart-chip bdi' });
}

/** @param {import('./run.mjs').Bench} bench */
async function measureMosaic(bench) {
  const mosaic = await serveMosaic();
  bench.quire.allow(mosaic.url);
  const page = await bench.quire.context.newPage();
  try {
    await page.setViewportSize({ width: 1280, height: 1400 });
    await openMosaic(page, { url: mosaic.url, data: bench.data });
    const others = charts.slice(1).map(({ name }) => `[data-chart=${name}]`);
    return await measure(bench, page, { first: '[data-chart=brushed] svg', others });
  } finally {
    await page.close();
    await mosaic.close();
  }
}

/**
 * @param {import('./run.mjs').Bench} bench
 * @param {import('./page.mjs').Page} page
 * @param {{first: string, others: string[], said?: string}} places where is brushed, what has to follow, and what says what is chosen
 */
async function measure(bench, page, places) {
  await bench.quiet();
  const box = await page.evaluate(watch, places);
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
  const at = (/** @type {number} */ share) =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  const result = { count: times.length, first: times[0], p50: at(0.5), p95: at(0.95), most: at(1) };
  bench.log(
    `brush, ${places.said ? 'Quire' : 'Mosaic'}: ${result.count} steps, first ${formatMs(result.first)}, p50 ${formatMs(result.p50)}, p95 ${formatMs(result.p95)}`,
  );
  return result;
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

/** Runs in the page: notes when a pointer moves, and when the others are drawn. @param {{first: string, others: string[], said?: string}} places */
function watch({ first, others, said }) {
  const stage = document.querySelector(first);
  const shown = new Map();
  let since = 0;
  const readChosen = () =>
    said ? (document.querySelector(said)?.textContent ?? '') : JSON.stringify(window.brush?.value ?? '');
  let before = readChosen();
  const move = () => (since = performance.now());
  for (const type of ['pointermove', 'mousemove']) window.addEventListener(type, move, { capture: true });
  for (const place of others)
    new MutationObserver(() => shown.set(place, performance.now())).observe(document.querySelector(place), {
      childList: true,
    });
  window.brushWatch = {
    begin() {
      before = readChosen();
      shown.clear();
    },
    whenShown: () =>
      new Promise((done) => {
        const start = performance.now();
        const moved = since;
        const look = () => {
          const changed = readChosen() !== before;
          if (changed && shown.size === others.length) return done(Math.max(...shown.values()) - moved);
          if (!changed && performance.now() - start > 250) return done(undefined);
          if (performance.now() - start > 20_000) throw new Error('the other charts were not drawn');
          setTimeout(look, 2);
        };
        look();
      }),
  };
  const { x, y, width, height } = stage.getBoundingClientRect();
  return { x, y, width, height };
}
