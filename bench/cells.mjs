import { createServer } from 'vite';
import { watchMemory } from './processes.mjs';
import { formatMs, formatQuantiles, toRatioRow } from './report.mjs';
import { median, quantile } from './statistics.mjs';
import { NAME, openTable } from './table.mjs';

const GOALS = { press: 60, slider: 2, plan: 5, file: 1e9 };
const PRESSES = 60;
const MOVES = 20;
const PLANS = 200;
const CELLS = 200;

/** What a person waits for in a workbook: a key, a slider, a change among many cells, a file to send. */
export async function run(/** @type {import('./run.mjs').Bench} */ bench) {
  const { page } = bench;
  await openTable(bench);
  await bench.quiet();
  const presses = await page.evaluate(measurePresses, PRESSES);
  bench.log(`select 1: ${formatQuantiles(presses)}`);
  await bench.quiet();
  const { moves, plain } = await page.evaluate(measureSlider, { name: NAME, moves: MOVES });
  bench.log(`slider: ${formatQuantiles(moves)}; query alone ${formatQuantiles(plain)}`);
  const plans = await measurePlans();
  bench.log(`plan of ${CELLS} cells: ${formatQuantiles(plans)}`);
  await bench.quiet();
  const file = await measureFile(page);
  bench.log(`file: ${(file.bytes / 1e6).toFixed(0)} MB in ${formatMs(file.ms)}`);

  return {
    rows: [
      {
        what: '`select 1` from the key to the rows on screen: p50',
        ours: formatMs(quantile(presses, 0.5)),
        goal: `< ${GOALS.press} ms`,
        isMet: quantile(presses, 0.5) < GOALS.press,
      },
      {
        ...toRatioRow('a slider over a group-by of 5 million rows, against the query alone', moves, plain, {
          goal: GOALS.slider,
        }),
        theirs: `${formatMs(median(plain))} (the query)`,
      },
      {
        what: `a change in a chain of ${CELLS} cells: the graph anew, p50`,
        ours: formatMs(quantile(plans, 0.5)),
        goal: `< ${GOALS.plan} ms`,
        isMet: quantile(plans, 0.5) < GOALS.plan,
      },
      {
        what: 'a `.quire` file of 5 million rows: written',
        ours: `${formatMs(file.ms)}, ${(file.bytes / 1e6).toFixed(0)} MB`,
      },
      {
        what: 'the most memory of the page’s process meanwhile',
        ours: file.peak === undefined ? 'not known here' : `${(file.peak / 1e9).toFixed(2)} GB`,
        goal: '< 1 GB',
        ...(file.peak !== undefined && { isMet: file.peak < GOALS.file }),
      },
    ],
    notes: [
      `Keys: Ctrl+Enter on a cell whose query has changed, until its new row is in the page, ${PRESSES} times: ${formatQuantiles(presses)}. Slider: an
\`input\` event, until the rows with the new value are in the page, ${MOVES} times: ${formatQuantiles(moves)}; the query alone by \`quire.query\`, in turns. Graph:
\`toGraph\` after one of ${CELLS} cells in a chain was edited, in Node.`,
    ],
  };
}

/** Runs in the page. @param {number} presses */
async function measurePresses(presses) {
  const id = await window.quire.addCell({ kind: 'sql', name: 'bench_one', sql: 'select 1 as one' });
  await window.quire.open({ ...window.quire.workbook(), run: 'asked' });
  await window.quire.run();
  const times = [];
  for (let n = 0; n < presses; n++) {
    const value = 1_000_000 + n;
    await window.quire.setCell(id, { sql: `select ${value}::varchar as one` });
    await new Promise((done) => setTimeout(done, 50));
    const cell = document.querySelector('[data-cell=bench_one]');
    const start = performance.now();
    cell.focus();
    cell.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true }));
    await new Promise((done) => {
      const look = () =>
        cell.querySelector('[role=grid]')?.textContent.includes(String(value))
          ? done()
          : requestAnimationFrame(look);
      look();
    });
    times.push(performance.now() - start);
  }
  await window.quire.removeCell(id);
  return times;
}

/** Runs in the page. @param {{name: string, moves: number}} options */
async function measureSlider({ name, moves }) {
  await window.quire.open({ ...window.quire.workbook(), run: 'auto', cells: [] });
  await window.quire.run();
  await window.quire.addCell({
    kind: 'input',
    name: 'least',
    control: 'slider',
    min: 0,
    max: 1000,
    step: 1,
    value: 0,
  });
  const sql = (least) =>
    `select id3, sum(v1) as s, avg(v3) as m, ${least} as edge from ${name} where v1 + id4 >= ${least} - 10000 group by id3`;
  const id = await window.quire.addCell({
    kind: 'sql',
    name: 'bench_groups',
    sql: `select edge, count(*) as n from (${sql('$least')}) group by edge`,
  });
  await window.quire.run(id);
  const slider = document.querySelector('[data-cell=least] input[type=range]');
  const cell = document.querySelector('[data-cell=bench_groups]');
  const times = [];
  const plain = [];
  for (let n = 1; n <= moves; n++) {
    const value = 612 + n;
    const began = performance.now();
    await window.quire.query(`select edge, count(*) as n from (${sql(String(value))}) group by edge`);
    plain.push(performance.now() - began);
    const start = performance.now();
    slider.value = String(value);
    slider.dispatchEvent(new Event('input', { bubbles: true }));
    await new Promise((done) => {
      const look = () =>
        cell.querySelector('[role=grid]')?.textContent.includes(String(value))
          ? done()
          : requestAnimationFrame(look);
      look();
    });
    times.push(performance.now() - start);
  }
  return { moves: times, plain };
}

async function measurePlans() {
  const server = await createServer({
    server: { middlewareMode: true, hmr: false, ws: false },
    logLevel: 'error',
    appType: 'custom',
  });
  try {
    const { toGraph } = await server.ssrLoadModule('/src/workbook/graph.ts');
    const { sqlKind } = await server.ssrLoadModule('/src/cells/sql/compile.ts');
    const kinds = { find: (kind) => (kind === 'sql' ? sqlKind : undefined) };
    const cell = (n, more = '') => ({
      id: `c${n}`,
      kind: 'sql',
      name: `c${n}`,
      sql: `select city, sum(amount) as amount${more} from ${n === 0 ? 'orders' : `c${n - 1}`} where amount > 5 group by city`,
    });
    const cells = Array.from({ length: CELLS }, (_, n) => cell(n));
    toGraph({ cells }, { kinds, sources: ['orders'] });
    return Array.from({ length: PLANS }, (_, n) => {
      const at = (n * 7) % CELLS;
      const edited = { cells: cells.with(at, cell(at, `, ${n} as n`)) };
      const start = performance.now();
      toGraph(edited, { kinds, sources: ['orders'] });
      return performance.now() - start;
    });
  } finally {
    await server.close();
  }
}

/** @param {import('./page.mjs').Page} page */
async function measureFile(page) {
  const readPeak = watchMemory();
  const { ms, bytes } = await page.evaluate(async () => {
    const start = performance.now();
    const blob = await window.quire.exportWorkbook({ data: true });
    return { ms: performance.now() - start, bytes: blob.size };
  });
  return { ms, bytes, peak: readPeak()?.peak };
}
