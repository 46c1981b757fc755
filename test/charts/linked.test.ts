import { beforeAll, describe, expect, test } from 'vitest';
import { ROW } from '../../src/charts/spec/behind';
import type { Answer, Refill } from '../../src/charts/spec/cube';
import {
  axisName,
  maybeRefill,
  toCubeSql,
  toDirectSql,
  toRefilled,
  toStepSql,
} from '../../src/charts/spec/cube';
import type { Chosen, Condition, SelectionContext } from '../../src/charts/spec/selection';
import { toCondition, toPick, toSquare, toUniquePicks } from '../../src/charts/spec/selection';
import { isCubeOfUse, toRefilledSquares } from '../../src/charts/spec/squaresCube';
import type { Datum } from '../../src/charts/spec/chart';
import type { ChartSpec, Studio } from './harness';
import { createStudio } from './harness';

let studio: Studio;
beforeAll(async () => {
  studio = await createStudio();
});

/** Names, flags, moments and numbers of every type, each missing in some rows. */
const table = `
  SELECT
    CASE WHEN i % 17 = 0 THEN NULL WHEN i % 3 = 0 THEN 'it''s "tea"' ELSE 'n' || (i % 40) END AS name,
    CASE WHEN i % 11 > 0 THEN i % 5 = 0 END AS flag,
    TIMESTAMP '2023-11-03 10:11:12.123456' + i * INTERVAL '7 hours' AS moment,
    CASE WHEN i % 13 <> 0 THEN DATE '2024-01-01' + CAST(i % 500 AS INTEGER) END AS day,
    CASE WHEN i % 19 <> 0 THEN CAST((i * 7919) % 1000 AS DOUBLE) / 7 END AS ratio,
    CAST((i * 31) % 97 AS INTEGER) AS whole,
    CAST(CASE WHEN i % 7 > 0 THEN i END AS DECIMAL(12, 3)) / 8 AS price,
    CAST(i AS HUGEINT) * 1000000000000000 AS huge
  FROM range(3000) AS r(i)`;

async function toContext(spec: ChartSpec) {
  const { made, table: from, rows } = await studio.chart(spec, table);
  const { columns } = studio.query(`SELECT * FROM ${from} LIMIT 0`);
  const { values } = studio.query(made.sql);
  const numbered = rows.map((row, at): Datum => ({ ...row, [ROW]: at }));
  return { from, made, columns, values, rows: numbered };
}

/** A cube is a table, as the engine keeps it. */
let cubes = 0;
function readStep(refill: Refill, { axes, toSql }: Condition, others: readonly string[] = []): Answer {
  const sql = toCubeSql(refill, axes, others)!;
  const { name } = studio.create(`cube_${++cubes}`, sql);
  return studio.query(toStepSql(refill, name, toSql(axes.map((_, at) => axisName(at)))));
}

/** Numbers to as many digits as adding up in another order leaves. */
const toRounded = (rows: readonly Datum[]) =>
  rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([slot, value]) => [
        slot,
        // a sum of counts is wider than a count, and crosses as text
        /^-?[\d.]+(e.+)?$/.test(String(value)) ? Number(Number(value).toPrecision(12)) : value,
      ]),
    ),
  );

const followers: readonly (readonly [string, ChartSpec])[] = [
  ['counts by names, the rest together', { mark: 'bar', x: { column: 'name', top: 6 } }],
  [
    'sums of decimals by names and flags',
    { mark: 'bar', x: { column: 'name', top: 5 }, y: 'price', color: 'flag' },
  ],
  [
    'means by months',
    { mark: 'line', x: { column: 'day', unit: 'month' }, y: { column: 'ratio', aggregate: 'mean' } },
  ],
  ['means of decimals', { mark: 'bar', x: 'flag', y: { column: 'price', aggregate: 'mean' } }],
  ['how often flags are true', { mark: 'bar', x: 'whole', y: { column: 'flag', aggregate: 'mean' } }],
  [
    'least numbers by weekdays',
    { mark: 'bar', x: { column: 'day', unit: 'weekday' }, y: { column: 'ratio', aggregate: 'least' } },
  ],
  ['greatest of huge numbers', { mark: 'bar', x: 'flag', y: { column: 'huge', aggregate: 'greatest' } }],
  ['sums of huge numbers', { mark: 'bar', x: 'flag', y: { column: 'huge', aggregate: 'sum' } }],
  [
    'shares by names',
    { mark: 'bar', x: { column: 'name', top: 4 }, y: { column: 'ratio', aggregate: 'share' } },
  ],
  ['a histogram of doubles', { mark: 'histogram', x: 'ratio', color: 'flag' }],
  [
    'several measures in a table',
    {
      mark: 'table',
      x: { column: 'name', top: 5 },
      y: [
        { column: 'ratio', aggregate: 'sum' },
        { column: 'price', aggregate: 'greatest' },
        { aggregate: 'count' },
      ],
    },
  ],
  ['a heat map', { mark: 'heat', x: { column: 'day', unit: 'weekday' }, y: { column: 'name', top: 5 } }],
  ['one number', { mark: 'kpi', y: { column: 'ratio', aggregate: 'mean' } }],
  [
    'small multiples',
    { mark: 'area', x: { column: 'moment', unit: 'month' }, y: 'whole', facet: 'flag', where: 'whole > 10' },
  ],
];
const direct: readonly (readonly [string, ChartSpec])[] = [
  ['medians', { mark: 'bar', x: 'flag', y: { column: 'ratio', aggregate: 'median' } }],
  ['different values', { mark: 'bar', x: 'whole', y: { column: 'name', aggregate: 'distinct' } }],
  [
    'standard deviations',
    { mark: 'bar', x: { column: 'name', top: 3 }, y: { column: 'ratio', aggregate: 'stddev' } },
  ],
];

/** What is chosen in another chart, and the same said by hand. */
const choices: readonly (readonly [string, ChartSpec, (context: SelectionContext) => Chosen, string])[] = [
  [
    'names, missing ones and the rest',
    { mark: 'bar', x: { column: 'name', top: 4 } },
    (context) => toGroups(context, ['x'], ({ rest, value }) => rest === true || value === null),
    `name IS NULL OR name NOT IN (SELECT name FROM charted_1 WHERE name IS NOT NULL GROUP BY name ORDER BY count(*) DESC, name LIMIT 2)`,
  ],
  [
    'a name',
    { mark: 'bar', x: { column: 'name', top: 6 } },
    (context) => toGroups(context, ['x'], ({ value }) => value === `it's "tea"`),
    `name = 'it''s "tea"'`,
  ],
  [
    'months one after another',
    { mark: 'line', x: { column: 'day', unit: 'month' } },
    (context) =>
      toGroups(context, ['x'], ({ value }) => String(value) >= '2024-03' && String(value) < '2024-07'),
    `day >= DATE '2024-03-01' AND day < DATE '2024-07-01'`,
  ],
  [
    'bins',
    { mark: 'histogram', x: 'ratio' },
    (context) => toGroups(context, ['x'], ({ value }) => Number(value) >= 20 && Number(value) < 50),
    'ratio >= 20 AND ratio < 50',
  ],
  [
    'single bars of two groups',
    { mark: 'treemap', x: { column: 'name', top: 3 }, inner: 'flag' },
    (context) => {
      const slots = ['x', 'inner'];
      const picks = context.values[0]!.map((_, row) => toPick(slots, row, context));
      return { slots, picks: toUniquePicks(picks.filter(([, flag]) => flag!.value !== true)) };
    },
    'flag IS NULL OR NOT flag',
  ],
  [
    'what lies in a box',
    { mark: 'point', x: 'ratio', y: 'moment' },
    () => ({
      spans: [
        { slot: 'x', grid: { from: 10, step: 1, count: 100 }, first: 5, last: 44 },
        { slot: 'y', grid: { from: 1.7e9, step: 1e6, count: 200 }, first: 3, last: 20 },
      ],
    }),
    'ratio >= 15 AND ratio < 55 AND epoch(moment) >= 1.703e9 AND epoch(moment) < 1.721e9',
  ],
];

function toGroups(
  context: SelectionContext,
  slots: readonly string[],
  isChosen: (picked: { value: unknown; rest?: true }) => boolean,
): Chosen {
  const picks = context.values[0]!.map((_, row) => toPick(slots, row, context));
  return { slots, picks: toUniquePicks(picks.filter(([one]) => isChosen(one!))) };
}

describe('what is chosen in a chart', () => {
  test.each(choices)('is a condition on its table: %s', async (_, spec, choose, byHand) => {
    const context = await toContext(spec);
    const { plain } = toCondition(choose(context), context)!;
    const count = (where: string) =>
      Number(studio.rows(`SELECT count(*) FROM ${context.from} WHERE ${where}`)[0]![0]);
    expect(count(plain)).toBeGreaterThan(0);
    expect(count(plain)).toBe(count(byHand));
    expect(count(`(${plain}) AND (${byHand})`)).toBe(count(byHand));
  });

  test('is written as a person would write it', async () => {
    const [, spec, choose] = choices[2]!;
    const context = await toContext(spec);
    expect(toCondition(choose(context), context)!.plain).toBe(
      `CAST(date_trunc('month', "day") AS DATE) BETWEEN CAST('2024-03-01' AS DATE) AND CAST('2024-06-01' AS DATE)`,
    );
  });
});

describe('a chart that follows', () => {
  test.each([...followers, ...direct])('has the same groups of all rows: %s', async (_, spec) => {
    const context = await toContext(spec);
    const refill = maybeRefill(context)!;
    const found = studio.query(toDirectSql(refill, 'true'));
    expect(toRounded(toRefilled(refill, context, found))).toEqual(toRounded(context.rows));
  });

  test.each(followers)(
    'has the same from a cube as from the rows, whatever is chosen: %s',
    async (_, spec) => {
      const context = await toContext(spec);
      const refill = maybeRefill(context)!;
      for (const [, other, choose] of choices) {
        const source = await toContext(other);
        const condition = toCondition(choose(source), source)!;
        const others = 'whole % 2 = 0';
        const whole = studio.query(toDirectSql(refill, `(${condition.plain}) AND ${others}`));
        const step = readStep(refill, condition, [others]);
        const wanted = toRefilled(refill, context, whole);
        expect(toRounded(toRefilled(refill, context, step))).toEqual(toRounded(wanted));
        expect(wanted).not.toEqual(context.rows);
      }
    },
  );

  test('equals the chart of the rows themselves, group by group', async () => {
    const context = await toContext({ mark: 'bar', x: { column: 'name', top: 60 }, y: 'price' });
    const fewer = await toContext({
      mark: 'bar',
      x: { column: 'name', top: 60 },
      y: 'price',
      where: 'whole < 30',
    });
    const refill = maybeRefill(context)!;
    const filled = toRefilled(refill, context, studio.query(toDirectSql(refill, 'whole < 30')));
    const toPairs = (rows: readonly Datum[]) => rows.map(({ x, y }) => [x, y]).filter(([, y]) => y !== null);
    expect(new Map(toPairs(filled) as [string, unknown][])).toEqual(
      new Map(toPairs(fewer.rows) as [string, unknown][]),
    );
  });

  test.each(direct)('asks the rows where parts cannot be put together: %s', async (_, spec) => {
    expect(toCubeSql(maybeRefill(await toContext(spec))!, ['"whole"'])).toBeUndefined();
  });

  test('comes to nothing where no row fits', async () => {
    const context = await toContext({ mark: 'bar', x: 'flag', y: 'price' });
    const refill = maybeRefill(context)!;
    const filled = toRefilled(refill, context, studio.query(toDirectSql(refill, 'false')));
    expect(filled.map(({ y }) => y)).toEqual(context.rows.map(() => null));
  });

  test('of single rows is another way', async () => {
    expect(maybeRefill(await toContext({ mark: 'point', x: 'ratio', y: 'whole' }))).toBeUndefined();
    expect(maybeRefill(await toContext({ mark: 'box', x: 'flag', y: 'ratio' }))).toBeUndefined();
  });
});

describe('a density that follows', () => {
  const spec: ChartSpec = { mark: 'point', dense: 'density', x: 'moment', y: 'ratio' };
  const specs = [spec, { ...spec, color: { column: 'name', top: 4 } }, { ...spec, facet: 'flag' }];
  const sum = (rows: readonly Datum[]) => rows.reduce((all, { count }) => all + Number(count), 0);
  const toSorted = (rows: readonly Datum[]) =>
    toRounded(rows).toSorted((a, b) => Number(a[ROW]) - Number(b[ROW]));

  test.each(specs)('has the same squares of all rows: %o', async (one) => {
    const context = await toContext(one);
    const refill = maybeRefill(context)!;
    const { rows } = toRefilledSquares(refill, context, studio.query(toDirectSql(refill, 'true')));
    expect(toSorted(rows)).toEqual(toSorted(context.rows));
  });

  test.each(specs)('counts the same from a cube as from the rows: %o', async (one) => {
    const context = await toContext(one);
    const refill = maybeRefill(context)!;
    for (const [, other, choose] of choices) {
      const source = await toContext(other);
      const condition = toCondition(choose(source), source)!;
      const direct = studio.query(toDirectSql(refill, condition.plain));
      const whole = toRefilledSquares(refill, context, direct);
      const step = toRefilledSquares(refill, context, readStep(refill, condition));
      expect(toSorted(step.rows)).toEqual(toSorted(whole.rows));
      expect(step.told).toEqual(whole.told);
      const there = `ratio IS NOT NULL AND moment IS NOT NULL AND (${condition.plain})`;
      const count = studio.rows(`SELECT count(*) FROM ${context.from} WHERE ${there}`)[0]![0];
      expect(sum(whole.rows)).toBe(Number(count));
      expect(whole.told.squares).toMatchObject({ points: Number(count) });
    }
  });

  test('is no cube where that had as many rows as there are', async () => {
    const { made } = await toContext(spec);
    expect([undefined, 100, 10_000].map((places) => isCubeOfUse(made, places))).toEqual([true, true, false]);
  });

  test('a square is chosen with the very rows that it counts', async () => {
    const context = await toContext(spec);
    const at = context.made.slots.indexOf('count');
    const counts = context.rows.map((_, row) => {
      const { plain } = toCondition(toSquare(row, context)!, context)!;
      return Number(studio.rows(`SELECT count(*) FROM ${context.from} WHERE ${plain}`)[0]![0]);
    });
    expect(counts).toEqual(context.values[at]!.map(Number));
  });
});
