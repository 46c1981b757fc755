import { formatMs, formatSpread, toTable, toTimeRow } from './report.mjs';
import { median } from './statistics.mjs';
import { NAME, openTable } from './table.mjs';

/** Against the engine's own time for the query: so many times that, and so many milliseconds for the picture. */
const GOAL = { times: 1.3, more: 50 };
const GOALS = { density: 1500, points: 700 };
const POINTS = 100_000;

/** Two settings that are set in turns, so that there is something to do each time, and the query of the engine that the second comes to. */
const charts = [
  {
    what: 'histogram',
    spec: { from: NAME, mark: 'histogram', x: { column: 'v3', bins: 20 } },
    other: { x: { column: 'v3', bins: 40 } },
    sql: `SELECT floor(v3 / 5) * 5 AS bin, count(*) FROM ${NAME} GROUP BY 1 ORDER BY 1`,
  },
  {
    what: 'line by day',
    spec: { from: 'bench_days', mark: 'line', x: { column: 'day', unit: 'day' }, y: 'amount' },
    other: { y: { column: 'amount', aggregate: 'mean' } },
    sql: 'SELECT date_trunc(\'day\', "day") AS day, sum(amount) FROM bench_days GROUP BY 1 ORDER BY 1',
  },
  {
    what: 'bar by text',
    spec: { from: NAME, mark: 'bar', x: 'id1', y: 'v1' },
    other: { y: { column: 'v1', aggregate: 'mean' } },
    sql: `SELECT id1, sum(v1) FROM ${NAME} GROUP BY id1 ORDER BY 2 DESC LIMIT 25`,
  },
];

/** A chart whose settings have changed, until its picture is on the page. */
export async function run(/** @type {import('./run.mjs').Bench} */ bench) {
  const { page, repeats, data } = bench;
  await openTable(bench);
  await page.evaluate(prepare, { name: NAME, points: POINTS });
  const measured = [];
  for (const chart of charts) {
    await bench.quiet();
    const { drawn, plain } = await page.evaluate(measureChanges, { ...chart, repeats });
    measured.push({ what: chart.what, drawn, plain });
    bench.log(`${chart.what}: ${formatSpread(drawn)}; the query ${formatSpread(plain)}`);
  }
  const rows = data.rows.toLocaleString('en');
  const single = [
    {
      what: `points of ${rows} rows, drawn as density`,
      spec: { from: NAME, mark: 'point', x: 'v3', y: 'id6' },
      other: { x: 'id6', y: 'v3' },
      goal: GOALS.density,
    },
    {
      what: `${POINTS.toLocaleString('en')} rows, each drawn as a point`,
      spec: { from: 'bench_points', mark: 'point', x: 'v3', y: 'id6', most: POINTS },
      other: { x: 'id6', y: 'v3' },
      goal: GOALS.points,
    },
    {
      what: `a line through ${rows} rows, thinned`,
      spec: { from: 'bench_series', mark: 'line', x: 'at', y: { column: 'v3', aggregate: 'none' } },
      other: { y: { column: 'v1', aggregate: 'none' } },
      goal: undefined,
    },
  ];
  const times = [];
  for (const chart of single) {
    await bench.quiet();
    const { drawn } = await page.evaluate(measureChanges, { ...chart, repeats });
    times.push(toTimeRow(chart.what, drawn, chart.goal === undefined ? {} : { goal: chart.goal }));
    bench.log(`${chart.what}: ${formatSpread(drawn)}`);
  }
  return {
    rows: [
      ...measured.map(({ what, drawn, plain }) => {
        const most = GOAL.times * median(plain) + GOAL.more;
        return {
          what: `${what} over ${rows} rows: a setting changed, until it is drawn`,
          ours: formatSpread(drawn),
          theirs: `${formatSpread(plain)} (the query)`,
          goal: `≤ ${GOAL.times} × the query + ${GOAL.more} ms`,
          isMet: median(drawn) <= most,
        };
      }),
      ...times,
    ],
    notes: [
      `Charts: from \`quire.setCell\` with other settings until the last change of the picture on the page, what is asked on the way included
(what columns reach over, how many groups there are). The query: the grouping that the chart comes to, written by hand, by \`quire.query\`, in turns.`,
      toTable(
        ['chart', 'drawn', 'the query', 'beyond it'],
        measured.map(({ what, drawn, plain }) => [
          what,
          formatSpread(drawn),
          formatSpread(plain),
          formatMs(median(drawn) - median(plain)),
        ]),
      ),
    ],
  };
}

/** Runs in the page: the tables that the charts are drawn from. @param {{name: string, points: number}} options */
async function prepare({ name, points }) {
  await window.quire.open({ ...window.quire.workbook(), run: 'auto', cells: [] });
  const cells = {
    bench_days: `select date '2020-01-01' + cast(id6 % 730 as integer) as day, v3 as amount from ${name}`,
    bench_points: `select v3, id6 from ${name} limit ${points}`,
    bench_series: `select row_number() over () as at, v1, v3 from ${name}`,
  };
  for (const [cell, sql] of Object.entries(cells))
    await window.quire.addCell({ kind: 'sql', name: cell, sql });
  await window.quire.run();
}

/**
 * Runs in the page.
 * @param {{spec: object, other: object, sql?: string, repeats: number}} options
 */
async function measureChanges({ spec, other, sql, repeats }) {
  const id = await window.quire.addCell({ kind: 'chart', name: 'bench_chart', ...spec });
  const cell = await new Promise((done) => {
    const look = () => {
      const found = document.querySelector('[data-cell=bench_chart]');
      if (found) done(found);
      else requestAnimationFrame(look);
    };
    look();
  });
  cell.scrollIntoView();
  let last = 0;
  const observer = new MutationObserver((changes) => {
    const isPicture = ({ addedNodes }) =>
      [...addedNodes].some((node) => node instanceof Element && node.closest('.plate-stage'));
    if (changes.some(isPicture)) last = performance.now();
  });
  observer.observe(cell, { childList: true, subtree: true });
  /** Drawn, and nothing has changed for a while. */
  const whenDrawn = (start) =>
    new Promise((done) => {
      const look = () => {
        const isDone = cell.dataset.status === 'done' && last > start && performance.now() - last > 700;
        if (isDone) done(last - start);
        else setTimeout(look, 20);
      };
      look();
    });
  await window.quire.run(id);
  await whenDrawn(0);
  const settings = [other, Object.fromEntries(Object.keys(other).map((name) => [name, spec[name]]))];
  const drawn = [];
  const plain = [];
  for (let n = 0; n < 2 * repeats; n++) {
    if (sql) {
      const began = performance.now();
      await window.quire.query(sql);
      plain.push(performance.now() - began);
    }
    const start = performance.now();
    await window.quire.setCell(id, settings[n % 2]);
    drawn.push(await whenDrawn(start));
  }
  observer.disconnect();
  await window.quire.removeCell(id);
  // the first of each kind is the engine's first look at a column
  return { drawn: drawn.slice(2), plain: plain.slice(2) };
}
