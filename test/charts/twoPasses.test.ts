import { beforeAll, expect, it } from 'vitest';
import type { Bins } from '../../src/charts/spec/bins';
import type { Studio } from './harness';
import { createStudio } from './harness';

let studio: Studio;
beforeAll(async () => {
  studio = await createStudio();
});

/** Ends of bins, what lies beside them by a rounding, and all that is no number or no day. */
const rows = `SELECT CASE i % 50 WHEN 0 THEN NULL WHEN 1 THEN 'nan' WHEN 2 THEN 'inf' WHEN 3 THEN '-inf'
    ELSE ((i % 11) * 0.1)::DOUBLE::VARCHAR END::DOUBLE AS number, i % 7 - 3 AS small,
  CASE i % 40 WHEN 0 THEN NULL WHEN 1 THEN 'infinity'
    ELSE (TIMESTAMP '1969-11-28 23:59:59.999999' + to_hours(i * 5))::VARCHAR END::TIMESTAMP AS moment,
  (i * 37 % 101)::DECIMAL(9, 2) AS amount
FROM range(2000) t(i)`;

const values = {
  count: ['count(*)', {}],
  present: ['count(amount)', { column: 'amount', aggregate: 'count' }],
  sum: ['sum(amount)', { column: 'amount', aggregate: 'sum' }],
  least: ['min(amount)', { column: 'amount', aggregate: 'least' }],
  greatest: ['max(amount)', { column: 'amount', aggregate: 'greatest' }],
  mean: ['avg(amount::DOUBLE)', { column: 'amount', aggregate: 'mean' }],
  distinct: ['count(DISTINCT amount)', { column: 'amount', aggregate: 'distinct' }],
} as const;

const ways = Object.entries(values).flatMap(([name, [sql, y]]) => [
  { name, sql, y, x: { column: 'moment', unit: 'month' }, key: `date_trunc('month', moment)::DATE` },
  { name, sql, y, x: { column: 'moment', unit: 'week' }, key: `date_trunc('week', moment)::DATE` },
  { name, sql, y, x: { column: 'moment', unit: 'day' }, key: `date_trunc('day', moment)::DATE` },
  { name, sql, y, x: { column: 'moment', unit: 'weekday' }, key: 'isodow(moment)' },
]);

it.each(ways)('$name by $x.unit is what one pass gives', async ({ sql, y, x, key }) => {
  const { made, table } = await studio.chart({ mark: 'bar', x, y }, rows);
  const drawn = studio.query(made.sql);
  const plain = studio.query(`SELECT ${key}, ${sql} FROM ${table} WHERE (${key}) IS NOT NULL GROUP BY 1`);
  const sort = (all: unknown[][]) =>
    all[0]!.map((value, at) => [String(value), Number(all[1]![at])]).toSorted();
  expect(sort(drawn.values)).toEqual(sort(plain.values));
  expect(drawn.columns[1]!.type).toBe(plain.columns[1]!.type);
});

it.each([
  ['number', 5],
  ['number', 10],
  ['number', 20],
  ['small', 10],
])(
  'a histogram of %s in about %i bins has each value in the bin that its number says',
  async (column, bins) => {
    const { made, table } = await studio.chart({ mark: 'histogram', x: { column, bins } }, rows);
    const { from, step, count } = (made.told.bins as Record<string, Bins>)['x']!;
    const [starts = [], counts = []] = studio.query(made.sql).values;
    const known = studio.query(`SELECT ${column}::DOUBLE FROM ${table} WHERE isfinite(${column}::DOUBLE)`)
      .values[0]!;
    const expected = new Map<number, number>();
    for (const value of known) {
      const at = Math.min(count - 1, Math.max(0, Math.floor((Number(value) - from) / step)));
      expected.set(at, (expected.get(at) ?? 0) + 1);
    }
    const found = starts.map((start, at) => [Math.round((Number(start) - from) / step), Number(counts[at])]);
    expect(found).toEqual([...expected].toSorted(([a], [b]) => a - b));
  },
);
