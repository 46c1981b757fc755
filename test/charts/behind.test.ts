import { beforeAll, expect, test } from 'vitest';
import { ROW, toBehindSql } from '../../src/charts/spec/behind';
import type { ChartSpec, Studio } from './harness';
import { createStudio } from './harness';

let studio: Studio;
beforeAll(async () => {
  studio = await createStudio();
});

/** Of each mark the number of rows behind it, in the order of the marks. */
async function countBehind(
  spec: ChartSpec,
  query: string,
): Promise<{ counts: number[]; sql: string[]; drawn: number[] }> {
  const { made, table } = await studio.chart(spec, query);
  const { columns } = studio.query(`SELECT * FROM ${table} LIMIT 0`);
  const { values } = studio.query(made.sql);
  const sql = values[0]!.map((_, at) =>
    toBehindSql({ [ROW]: at }, { from: table, columns, made, values }),
  ) as string[];
  return {
    sql,
    counts: sql.map((one) => Number(studio.rows(`SELECT count(*) FROM (${one})`)[0]![0])),
    drawn: (values[made.slots.indexOf('y')] ?? []).map(Number),
  };
}

const table = `
  SELECT
    i AS id,
    CASE WHEN i % 17 = 0 THEN NULL WHEN i % 3 = 0 THEN 'it''s "tea"' ELSE 'n' || (i % 40) END AS name,
    i % 5 = 0 AS flag,
    TIMESTAMP '2023-11-03 10:11:12.123456' + i * INTERVAL '7 hours' AS moment,
    CASE WHEN i % 13 <> 0 THEN DATE '2024-01-01' + CAST(i % 500 AS INTEGER) END AS day,
    CAST(i AS DOUBLE) / 7 AS ratio,
    CAST(i AS FLOAT) / 3 AS small,
    CAST(i AS DECIMAL(12, 3)) / 8 AS price,
    CAST(i AS HUGEINT) * 1000000000000000 AS huge
  FROM range(1000) AS r(i)`;

test.each<[string, ChartSpec]>([
  ['names, the rest together, and missing ones', { mark: 'bar', x: { column: 'name', top: 6 } }],
  ['names and groups of both', { mark: 'bar', x: { column: 'name', top: 4 }, color: 'flag' }],
  ['months of dates', { mark: 'bar', x: { column: 'day', unit: 'month' } }],
  ['hours of moments', { mark: 'line', x: { column: 'moment', unit: 'hour' } }],
  ['moments as they are, to the microsecond', { mark: 'line', x: { column: 'moment', unit: 'none' } }],
  ['weekdays', { mark: 'bar', x: { column: 'day', unit: 'weekday' }, color: 'flag' }],
  ['bins of doubles', { mark: 'bar', x: 'ratio' }],
  ['bins of decimals, with small multiples', { mark: 'bar', x: 'price', facet: 'flag' }],
  ['bins of huge numbers', { mark: 'bar', x: 'huge' }],
  ['a condition of one’s own', { mark: 'bar', x: { column: 'name', top: 5 }, where: 'ratio > 30 OR flag' }],
])('behind each bar lie as many rows as it counts: %s', async (_, spec) => {
  const { counts, drawn } = await countBehind(spec, table);
  expect(counts.length).toBeGreaterThan(1);
  expect(counts).toEqual(drawn);
});

test('behind a point lies its row, of any type of number and moment', async () => {
  for (const [x, y] of [
    ['ratio', 'small'],
    ['moment', 'huge'],
    ['day', 'price'],
  ]) {
    const { counts } = await countBehind({ mark: 'point', x: x!, y: y!, where: 'id < 60' }, table);
    expect(counts.length).toBeGreaterThan(50);
    expect(new Set(counts)).toEqual(new Set([1]));
  }
});

test('the query can be read', async () => {
  const { sql } = await countBehind(
    { mark: 'bar', x: { column: 'day', unit: 'month' }, color: 'flag' },
    table,
  );
  expect(sql[0]).toMatch(
    /^SELECT \*\nFROM \S+\nWHERE CAST\(date_trunc\('month', "day"\) AS DATE\) = CAST\('2024-01-01' AS DATE\)\n {2}AND "flag" = (true|false)$/,
  );
});

test('rows whose date is missing are one group, also where flags are grouped by', async () => {
  const { made, rows } = await studio.chart(
    { mark: 'bar', x: { column: 'day', unit: 'month' }, color: 'flag' },
    table,
  );
  expect(made.told.missing).toBe(77);
  expect(rows.every(({ x }) => x instanceof Date && x.getUTCFullYear() >= 2024)).toBe(true);
});

test('behind a square of a density lie as many rows as it counts, of whatever colour and scale', async () => {
  for (const more of [{}, { color: 'flag' }, { facet: 'flag' }, { x: { column: 'ratio', scale: 'log' } }]) {
    const spec = { mark: 'point', dense: 'density', x: 'moment', y: 'price', ...more };
    const { made } = await studio.chart(spec, table);
    const { values } = studio.query(made.sql);
    const { counts } = await countBehind(spec, table);
    const drawn = values[made.slots.indexOf('count')]!.map(Number);
    expect(counts.length).toBeGreaterThan(20);
    expect(counts).toEqual(drawn);
  }
});

test('behind a candle lie all rows of its span', async () => {
  const { counts } = await countBehind({ mark: 'candlestick', x: 'moment', y: 'price' }, table);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1000);
});
