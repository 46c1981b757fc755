import { execFileSync, spawnSync } from 'node:child_process';
import path from 'node:path';
import { formatSpread, toRatioRow } from './report.mjs';
import { NAME, openTable } from './table.mjs';

const GOALS = { chain: 1.3, pandas: 1 };

/** Twelve steps as a person would set them, and what somebody who knows SQL would write in their place. */
const chain = [
  { step: 'filter', conditions: [{ column: 'v1', test: 'at-most', value: '4' }] },
  { step: 'formula', name: 'revenue', formula: 'v1 * v3' },
  { step: 'replace', columns: ['id1'], find: 'id', with: '' },
  { step: 'rename', names: [{ from: 'id1', to: 'shop' }] },
  { step: 'formula', name: 'big', formula: 'revenue > 200' },
  { step: 'filter', conditions: [{ column: 'id4', test: 'more', value: '3' }] },
  {
    step: 'tidy',
    columns: ['id2'],
    case: 'upper',
    trim: false,
    inner: false,
    lines: false,
    invisible: false,
  },
  { step: 'fill', columns: ['v3'], with: 'value', value: '0' },
  { step: 'formula', name: 'cents', formula: 'round(revenue * 100)' },
  { step: 'choose', columns: ['id5'], keep: 'others' },
  { step: 'filter', keep: 'others', conditions: [{ column: 'id6', test: 'less', value: '1000' }] },
  {
    step: 'group',
    by: [{ column: 'shop' }, { column: 'id2' }],
    values: [
      { function: 'sum', column: 'cents', name: 'cents' },
      { function: 'count', name: 'n' },
    ],
  },
];

const byHand = `
SELECT replace(id1, 'id', '') AS shop, upper(id2) AS id2, sum(round(v1 * v3 * 100)) AS cents, count(*) AS n
FROM ${NAME}
WHERE v1 <= 4 AND id4 > 3 AND (id6 < 1000) IS NOT TRUE
GROUP BY ALL`;

const dirty = `
SELECT id1, id3, id4, id6, v1, CASE WHEN id6 % 10 = 0 THEN NULL ELSE v3 END AS v3,
  CASE WHEN id4 % 2 = 0 THEN strftime(DATE '2020-01-01' + CAST(id6 % 1500 AS INTEGER), '%Y-%m-%d')
    ELSE strftime(DATE '2020-01-01' + CAST(id6 % 1500 AS INTEGER), '%d/%m/%Y') END AS written
FROM ${NAME}`;

const cleaning = [
  {
    name: 'dedupe',
    what: 'remove duplicates by two columns',
    step: { step: 'dedupe', columns: ['id3', 'v1'] },
    check: 'SELECT count(*) FROM bench_steps',
  },
  {
    name: 'fill',
    what: 'fill by the median of each group',
    step: { step: 'fill', columns: ['v3'], with: 'median', by: ['id1'] },
    check: 'SELECT count(*) FROM bench_steps WHERE v3 IS NULL',
  },
  {
    name: 'dates',
    what: 'dates of two forms to one type',
    step: { step: 'dates', columns: ['written'] },
    check: 'SELECT count(*) FROM bench_steps WHERE written IS NULL',
  },
];

/** Chains of steps over the whole table: against the same by hand, and against pandas. */
export async function run(/** @type {import('./run.mjs').Bench} */ bench) {
  const { page, repeats } = bench;
  await openTable(bench);
  await bench.quiet();
  const whole = await page.evaluate(compareChain, { name: NAME, steps: chain, sql: byHand, repeats });
  bench.log(`12 steps: ${formatSpread(whole.ours)}, by hand ${formatSpread(whole.theirs)}`);
  bench.check('12 steps', whole.difference);

  await bench.quiet();
  const ours = await page.evaluate(timeSteps, { sql: dirty, cleaning, repeats });
  await page.goto('about:blank');
  await bench.quiet();
  const pandas = runPandas(bench);
  const against = pandas ? cleaning : [];
  for (const { name, what } of against) {
    const [a, b] = [ours[name].check, pandas[name].check];
    bench.check(what, Number(a) === b ? undefined : `${a} rows, pandas ${b}`);
  }

  return {
    rows: [
      toRatioRow(
        'a recipe of 12 steps over 5 million rows, against the same SQL by hand',
        whole.ours,
        whole.theirs,
        {
          goal: GOALS.chain,
        },
      ),
      ...against.map(({ name, what }) =>
        toRatioRow(
          `${what}, 5 million rows, against pandas ${pandas.version}`,
          ours[name].times,
          pandas[name].seconds.map((s) => s * 1000),
          {
            goal: GOALS.pandas,
          },
        ),
      ),
    ],
    notes: [
      `Steps: \`quire.run(cell)\` until the rows are kept in the engine, so that the chain is written, described and run; by hand, the same
call on a SQL cell. pandas: the same rows in memory, each work once before it is timed; it keeps a copy of the columns that it does not change no more than
DuckDB keeps its own, and reads each different text of a date once.${pandas ? '' : ' pandas was not there (Debian: `python3-pandas`).'}`,
    ],
  };
}

/** Runs in the page. @param {{name: string, steps: object[], sql: string, repeats: number}} options */
async function compareChain({ name, steps, sql, repeats }) {
  await window.quire.open({ ...window.quire.workbook(), run: 'asked', cells: [] });
  const chained = await window.quire.addCell({ kind: 'steps', name: 'bench_chain', from: name, steps });
  const written = await window.quire.addCell({ kind: 'sql', name: 'bench_written', sql });
  const time = async (id) => {
    const start = performance.now();
    const [report] = await window.quire.run(id);
    if (report.status !== 'ok') throw new Error(JSON.stringify(report));
    return performance.now() - start;
  };
  const ours = [];
  const theirs = [];
  for (let n = 0; n <= repeats; n++) {
    theirs.push(await time(written));
    ours.push(await time(chained));
  }
  const rest = (a, b) => `SELECT count(*) FROM (FROM ${a} EXCEPT FROM ${b})`;
  const counts = [];
  for (const query of [rest('bench_chain', 'bench_written'), rest('bench_written', 'bench_chain')])
    counts.push((await window.quire.query(query)).rows[0][0]);
  await window.quire.removeCell(chained);
  await window.quire.removeCell(written);
  const difference = counts.every((count) => Number(count) === 0) ? undefined : `${counts} rows differ`;
  return { ours: ours.slice(1), theirs: theirs.slice(1), difference };
}

/** Runs in the page. @param {{sql: string, cleaning: {name: string, step: object, check: string}[], repeats: number}} options */
async function timeSteps({ sql, cleaning, repeats }) {
  const dirty = await window.quire.addCell({ kind: 'sql', name: 'bench_dirty', sql });
  const [made] = await window.quire.run(dirty);
  if (made.status !== 'ok') throw new Error(JSON.stringify(made));
  const found = {};
  for (const { name, step, check } of cleaning) {
    const times = [];
    for (let n = 0; n <= repeats; n++) {
      const spec = { kind: 'steps', name: 'bench_steps', from: 'bench_dirty', steps: [step] };
      const id = await window.quire.addCell(spec);
      const start = performance.now();
      const [report] = await window.quire.run(id);
      if (report.status !== 'ok') throw new Error(JSON.stringify(report));
      times.push(performance.now() - start);
      if (n === repeats)
        found[name] = { times: times.slice(1), check: (await window.quire.query(check)).rows[0][0] };
      // the rows of two runs would lie in memory at once
      await window.quire.removeCell(id);
    }
  }
  return found;
}

/** Undefined where Debian's pandas is not installed. @param {import('./run.mjs').Bench} bench */
function runPandas({ data, repeats, log }) {
  const python = '/usr/bin/python3';
  if (spawnSync(python, ['-c', 'import pandas']).status !== 0) return undefined;
  const script = path.join(import.meta.dirname, 'steps.py');
  const found = JSON.parse(
    execFileSync(python, [script, data.file, String(repeats)], { encoding: 'utf8', maxBuffer: 1e7 }),
  );
  log(
    `pandas ${found.version}: ${cleaning.map(({ name }) => `${name} ${formatSpread(found[name].seconds.map((s) => s * 1000))}`).join(', ')}`,
  );
  return found;
}
