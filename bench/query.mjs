import { findDifference } from './compare.mjs';
import { openStored, time, toCreate } from './native.mjs';
import { formatMs, formatSpread, toTable } from './report.mjs';
import { geometricMean, median, toRatio } from './statistics.mjs';
import { openTable } from './table.mjs';

const GOAL = 1.8;

/** Seven group-bys of H2O's benchmark, against native DuckDB. `keys` are the first columns, `sums` the others. */
const queries = [
  { keys: ['id1'], sums: ['sum(v1)'] },
  { keys: ['id1', 'id2'], sums: ['sum(v1)'] },
  { keys: ['id3'], sums: ['sum(v1)', 'avg(v3)'] },
  { keys: ['id4'], sums: ['avg(v1)', 'avg(v2)', 'avg(v3)'] },
  { keys: ['id6'], sums: ['sum(v1)', 'sum(v2)', 'sum(v3)'] },
  { keys: ['id4', 'id5'], sums: ['median(v3)', 'stddev(v3)'] },
  { keys: ['id3'], sums: ['max(v1) - min(v2)'] },
];

export async function run(/** @type {import('./run.mjs').Bench} */ bench) {
  await openTable(bench);
  const native = await bench.peer();
  const stored = await openStored();
  await stored.run(toCreate(bench.data.file));
  await stored.run('CHECKPOINT');
  const measured = [];
  for (const query of queries) {
    await bench.quiet();
    const found = await measure(bench, { native, stored }, query);
    measured.push(found);
    bench.log(`${found.title}: Quire ${formatSpread(found.ours)}, native ${formatSpread(found.theirs)}`);
  }

  stored.close();

  const [whole, values, engine, file] = ['whole', 'values', 'engine', 'file'].map((name) =>
    toMean(measured, name),
  );
  return {
    rows: [
      {
        what: 'seven group-bys, result included (geometric mean)',
        ours: formatMs(geometricMean(measured.map(({ ours }) => median(ours)))),
        theirs: formatMs(geometricMean(measured.map(({ theirs }) => median(theirs)))),
        ratio: formatMean(whole),
        goal: `≤ ${GOAL}×`,
        isMet: whole.value <= GOAL,
      },
      { what: 'the same, native result as JavaScript values too', ratio: formatMean(values) },
      { what: 'the same, engine alone', ratio: formatMean(engine) },
      { what: 'the same, native’s table in a file too', ratio: formatMean(file) },
    ],
    notes: [
      `Group-bys: Quire from the call of \`quire.query(sql)\` in the page until every row is there as an array of
JavaScript values, hence two workers, Arrow and the conversion included. **Native (the peer of the goal)** from \`run(sql)\` until
\`fetchAllChunks()\` has every row as a typed vector, none of it made a JavaScript value. “As values”: native until
\`getRowsJS()\` has made every row an array of values. “Engine alone”: both run \`SELECT count(*), max(key), sum(value) … FROM
(…)\` over the same query, which needs every group and gives one row. One run of each before the first is not
counted; “first” is Quire’s, when columns may not have been read from the file yet. The native table lies in memory, as it
was read; Quire’s lies in files that were checkpointed and so are compressed, with dictionaries by which a short text is
quicker to group than in memory. “In a file”: native with such a file, result as in the peer’s. Every result was compared with native’s.`,
      toTable(
        ['group-by', 'groups', 'first', 'Quire', 'native', 'ratio', 'as values', 'engine alone', 'in a file'],
        measured.map(({ title, groups, first, ours, theirs, ratios }) => [
          title,
          groups.toLocaleString('en'),
          formatMs(first),
          formatSpread(ours),
          formatSpread(theirs),
          formatRatio(ratios.whole),
          formatRatio(ratios.values),
          formatRatio(ratios.engine),
          formatRatio(ratios.file),
        ]),
      ),
    ],
  };
}

/** @param {import('./run.mjs').Bench} bench @param {Record<'native' | 'stored', import('./native.mjs').Native>} peers @param {{keys: string[], sums: string[]}} query */
async function measure(bench, { native, stored }, { keys, sums }) {
  const { page, repeats } = bench;
  const title = `${keys.join(', ')}: ${sums.join(', ')}`;
  const names = sums.map((sum, at) => `${sum} AS s${at}`);
  const sql = `SELECT ${[...keys, ...names].join(', ')} FROM t GROUP BY ${keys.join(', ')}`;
  const inner = [...keys.map((key) => `max(${key})`), ...sums.map((_, at) => `sum(s${at})`)];
  const engineSql = `SELECT count(*), ${inner.join(', ')} FROM (${sql})`;

  const first = await runInPage(page, sql, { keep: true });
  const expected = await native.rows(sql);
  await stored.rows(sql);
  bench.check(title, findDifference(first.rows, expected, { keys: keys.length }));
  const one = await runInPage(page, engineSql, { keep: true });
  bench.check(`sums of ${title}`, findDifference(one.rows, await native.rows(engineSql)));

  const times = { ours: [], theirs: [], values: [], oursEngine: [], theirsEngine: [], file: [] };
  for (let round = 0; round < repeats; round++) {
    times.theirs.push(await time(() => native.materialise(sql)));
    times.ours.push((await runInPage(page, sql)).ms);
    times.file.push(await time(() => stored.materialise(sql)));
    times.values.push(await time(() => native.rows(sql)));
    times.oursEngine.push((await runInPage(page, engineSql)).ms);
    times.theirsEngine.push(await time(() => native.materialise(engineSql)));
  }
  const ratios = {
    whole: toRatio(times.ours, times.theirs),
    values: toRatio(times.ours, times.values),
    engine: toRatio(times.oursEngine, times.theirsEngine),
    file: toRatio(times.ours, times.file),
  };
  return { title, groups: expected.length, first: first.ms, ...times, ratios };
}

/** @param {import('./page.mjs').Page} page @param {string} sql @param {{keep?: boolean}} [options] */
function runInPage(page, sql, { keep = false } = {}) {
  return page.evaluate(
    async ({ sql, keep }) => {
      const start = performance.now();
      const { rows } = await window.quire.query(sql);
      return { ms: performance.now() - start, rows: keep ? rows : [] };
    },
    { sql, keep },
  );
}

/** @param {{ratios: Record<string, {value: number, min: number, max: number}>}[]} measured @param {string} name */
function toMean(measured, name) {
  const values = measured.map(({ ratios }) => ratios[name].value);
  return { value: geometricMean(values), min: Math.min(...values), max: Math.max(...values) };
}

/** @param {{value: number}} ratio */
function formatRatio({ value }) {
  return `${value.toFixed(2)}×`;
}

/** @param {{value: number, min: number, max: number}} mean */
function formatMean({ value, min, max }) {
  return `${value.toFixed(2)}× (each ${min.toFixed(2)}–${max.toFixed(2)})`;
}
