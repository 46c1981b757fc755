import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describeFailure } from './outcome.mjs';
import { isSameValue, parseExactly } from './parquetValues.mjs';
import { quote } from './table.mjs';

export const needs = 'parquet-testing';

/** Files that may be refused though one of the two references reads them, and why. */
const mayBeRefused = {
  'data/large_string_map.brotli.parquet': 'its keys are texts of 1 GiB, twice as long as a browser can hold',
  'bad_data/ARROW-GH-45185.parquet': 'its levels are broken',
  'bad_data/ARROW-RS-GH-6229-LEVELS.parquet': 'its levels are broken',
};

/** Apache's Parquet files, as pyarrow and DuckDB read them. */
export async function run(/** @type {import('./run.mjs').Corpus} */ { reader, folder }) {
  const root = path.join(folder, 'parquet-testing');
  /** @type {Record<string, any>} */
  const expected = parseExactly(readFileSync(path.join(root, 'expected.json'), 'utf8'));
  const names = Object.keys(expected).filter((name) => existsSync(path.join(root, name)));
  const readable = names.filter((name) => expected[name].verdict !== 'both_error');
  const misses = [];
  for (const name of names) {
    const outcome = await reader.read(path.join(root, name), {}, { rows: 5 });
    const mayRefuse = name in mayBeRefused || !readable.includes(name);
    const reason = judge(outcome, expected[name], mayRefuse);
    if (reason !== undefined) misses.push({ file: name, reason });
  }
  const wrong = misses.filter(({ file }) => readable.includes(file)).length;
  const broken = names.length - readable.length;
  const rows = [
    {
      what: 'parquet-testing, readable',
      files: readable.length,
      right: readable.length - wrong,
      best: 'all',
      goal: 'all',
      isMet: wrong === 0,
    },
    {
      what: 'parquet-testing, broken (either)',
      files: broken,
      right: broken - (misses.length - wrong),
      best: 'all',
      goal: 'all',
      isMet: misses.length === wrong,
    },
  ];
  return {
    rows: rows.filter(({ files }) => files > 0),
    misses,
    notes: [
      'parquet-testing: the number of rows, and the first five as pyarrow or DuckDB has them, cell by cell. May be refused: ' +
        `${Object.entries(mayBeRefused)
          .map(([name, why]) => `${name} (${why})`)
          .join(', ')}.`,
    ],
  };
}

/** @param {import('./reader.mjs').Outcome} outcome @param {any} references @param {boolean} mayRefuse */
function judge(outcome, { pyarrow, duckdb, verdict }, mayRefuse) {
  if (outcome.refused && mayRefuse) return undefined;
  const failure = describeFailure(outcome);
  if (failure !== undefined || verdict === 'both_error') return failure;
  const [{ rowCount, rows, columns }] = outcome.sources;
  const known = [pyarrow, duckdb].filter(({ rows }) => rows !== undefined);
  if (known.every((reference) => reference.rows !== rowCount)) {
    return `${rowCount} rows instead of ${known[0].rows}`;
  }
  const tables = known.map(({ first5 }) => first5.map((/** @type {any} */ row) => Object.values(row)));
  for (const [at, row] of rows.entries()) {
    const width = Math.max(row.length, tables[0][at].length);
    for (let column = 0; column < width; column++) {
      if (tables.some((table) => isSameValue(row[column], table[at][column]))) continue;
      const where = `row ${at + 1}, column ${columns[column]?.name ?? column + 1}`;
      return `${where}: ${quote(row[column])} instead of ${quote(tables[0][at][column])}`;
    }
  }
  return undefined;
}
