import { expect, test } from 'vitest';
import type { Label, Shape } from '../../src/charts/spec/picture';
import type { ChartSpec, Drawn, LookOptions } from './harness';
import { createStudio } from './harness';

const studio = await createStudio();
const toTable = (columns: string, rows: string) => `SELECT * FROM (VALUES ${rows}) the_rows(${columns})`;
const textsOf = ({ picture }: Drawn) =>
  picture.marks
    .filter(({ mark }) => mark === 'label')
    .flatMap(({ data }) =>
      (data as readonly Label[]).map(({ text, rest }) => (rest ? `${text}|${rest.text}` : text)),
    );
const dataOf = ({ picture }: Drawn, mark: string) =>
  picture.marks
    .filter((one) => one.mark === mark)
    .map(({ data }) => data as readonly Record<string, unknown>[]);
const pick = (rows: readonly Record<string, unknown>[], ...names: string[]) =>
  rows.map((row) => names.map((name) => row[name]));

const sales = `SELECT 'group ' || (i % 9) AS region, ['tea', 'milk', 'salt'][1 + i * 7 % 3] AS product,
  DATE '2023-01-01' + CAST(i % 720 AS INTEGER) AS day, (i * 7919) % 1000 / 10 * (1 + i % 9) AS amount
FROM (SELECT CAST(range AS INTEGER) AS i FROM range(2000))`;
const steps = toTable(
  'place, stage, reached',
  "(1, 'Visit', 12840), (2, 'Look', 7420), (3, 'Basket', 2610), (4, 'Pay', 1490), (5, 'Bought', 1120)",
);
const sums = toTable(
  'n, what, amount',
  "(1, 'Old', 1200), (2, 'New', 430), (3, 'Lost', -290), (4, 'Now', 1340), (5, 'Plan', 210)",
);
const prices = `SELECT TIMESTAMP '2024-01-01' + INTERVAL (i * 5) HOUR AS moment, 100 + i * 37 % 23 AS price
FROM (SELECT CAST(range AS INTEGER) AS i FROM range(60))`;
const tasks = toTable(
  'task, phase, start, finish',
  `('Plan', 'A', DATE '2024-01-08', DATE '2024-02-02'), ('Build', 'B', DATE '2024-01-22', DATE '2024-03-01'),
   ('Done', 'B', DATE '2024-03-04', DATE '2024-03-04'), ('Wrong', 'B', DATE '2024-03-04', DATE '2024-03-01'), ('Open', 'B', DATE '2024-03-04', NULL)`,
);
const rules = toTable(
  'if_items, then_items, lift',
  "('milk', 'bread', 1.5), ('bread', 'milk', 1.5), ('butter', 'bread', 2.25), ('tea', 'tea', 1), (NULL, 'tea', 9)",
);
// in the form in which the step `learn` gives its tree; the last two hang on one another
const tree = toTable(
  'node, above, rule, rows, predicted',
  `(1, NULL, NULL, 891, 'died'), (2, 1, 'sex = male', 577, 'died'), (3, 1, 'sex ≠ male', 314, 'survived'),
   (4, 2, 'age ≤ 6.5', 24, 'survived'), (5, 2, 'age > 6.5', 553, 'died'), (8, 9, 'round', 1, 'died'), (9, 8, 'round', 1, 'died')`,
);

test('slices of a pie are what the groups come to, the rest is one slice, and shares add up', async () => {
  const drawn = await studio.chart({ mark: 'pie', x: 'region', y: 'amount', values: 'value' }, sales);
  const byHand = studio.rows(
    `WITH sums AS (SELECT region, sum(amount) AS s, row_number() OVER (ORDER BY sum(amount) DESC) AS n FROM (${sales}) GROUP BY region)
     SELECT sum(s) FROM sums GROUP BY least(n, 7) ORDER BY least(n, 7)`,
  );
  expect(drawn.rows.map(({ y }) => Number(y))).toEqual(byHand.map(([sum]) => expect.closeTo(Number(sum), 6)));
  expect(drawn.picture.notes).toEqual([
    'The 6 largest groups are shown; the other 3 stand together as “Others”.',
  ]);
  await expect(
    studio.chart({ mark: 'pie', x: 'region', y: { column: 'amount', aggregate: 'mean' } }, sales),
  ).rejects.toThrow('chart-whole');
});

test('what is below zero is no part of a whole, and is said', async () => {
  for (const mark of ['pie', 'treemap', 'funnel']) {
    const { picture } = await studio.chart({ mark, x: 'what', y: 'amount' }, sums);
    expect(picture.notes.join(' '), mark).toContain('Groups below zero: 1;');
  }
});

test('a slice is found where it is drawn and nowhere else', async () => {
  const { picture } = await studio.chart(
    { mark: 'pie', x: 'k', y: 'v', form: 'donut' },
    toTable('k, v', "('a', 1), ('b', 1)"),
  );
  const slices = picture.marks
    .flatMap(({ mark, data }) => (mark === 'shape' ? (data as readonly Shape[]) : []))
    .filter(({ at }) => at);
  const [cx, cy] = [picture.width / 2, picture.height / 2];
  const hits = (x: number, y: number) => slices.map(({ at }) => at!.contains!(x, y));
  expect(hits(cx + 100, cy)).toEqual([true, false]);
  expect(hits(cx - 100, cy)).toEqual([false, true]);
  expect(hits(cx, cy)).toEqual([false, false]);
});

test('a treemap gives each part an area in proportion', async () => {
  const { picture } = await studio.chart(
    { mark: 'treemap', x: 'k', y: 'v', height: 400 },
    toTable('k, v', "('a', 3), ('b', 1)"),
  );
  const areas = picture.marks
    .flatMap(({ mark, data }) => (mark === 'shape' ? (data as readonly Shape[]) : []))
    .map(({ at }) => at!.w * at!.h);
  expect(areas[0]! / areas[1]!).toBeCloseTo(3, 1);
});

test('steps of a funnel stand in their order, with shares of the first and of the one before', async () => {
  const drawn = await studio.chart({ mark: 'funnel', x: 'stage', y: 'reached', order: 'place' }, steps);
  expect(textsOf(drawn)).toEqual([
    '12,840',
    'Visit',
    '7,420',
    'Look',
    '58% of the first',
    '2,610',
    'Basket',
    '20% of the first',
    '35% of the one before',
    '1,490',
    'Pay',
    '12% of the first',
    '57% of the one before',
    '1,120',
    'Bought',
    '8.7% of the first',
    '75% of the one before',
  ]);
});

test('bars of a waterfall begin where the one before ends; a sum that is none is said', async () => {
  const spec = { mark: 'waterfall', x: 'what', y: 'amount', order: 'n', totals: ['Now'] };
  const drawn = await studio.chart(spec, sums);
  const bars = [
    [0, 1200, 'rises'],
    [1200, 1630, 'rises'],
    [1630, 1340, 'falls'],
    [0, 1340, 'total'],
    [1340, 1550, 'rises'],
    [0, 1550, 'total'],
  ];
  expect(pick(dataOf(drawn, 'rect')[0]!, 'from', 'to', 'kind')).toEqual(bars);
  expect(drawn.picture.notes).toEqual([]);
  const wrong = await studio.chart({ ...spec, totals: ['Plan'] }, sums);
  expect(wrong.picture.notes).toEqual(['Not the sum of what stands before: Plan.']);
});

test('places of a bump chart are among all groups, also those that are not shown', async () => {
  const drawn = await studio.chart(
    { mark: 'bump', x: { column: 'day', unit: 'quarter' }, color: { column: 'region', top: 3 }, y: 'amount' },
    sales,
  );
  const byHand = studio.rows(
    `SELECT CAST(date_trunc('quarter', day) AS DATE) AS q, region, rank() OVER (PARTITION BY q ORDER BY sum(amount) DESC)
     FROM (${sales}) GROUP BY 1, 2`,
  );
  const places = new Map(
    byHand.map(([q, region, rank]) => [`${String(q).slice(0, 10)} ${String(region)}`, Number(rank)]),
  );
  expect(new Set(drawn.rows.map(({ color }) => color)).size).toBe(3);
  for (const { x, color, rank } of drawn.rows)
    expect(Number(rank)).toBe(places.get(`${(x as Date).toISOString().slice(0, 10)} ${String(color)}`));
});

test('a slope goes from the first moment to the last, and says how many rise', async () => {
  const table = toTable(
    'y, k, v',
    "(2020, 'a', 10), (2021, 'a', 99), (2022, 'a', 15), (2020, 'b', 8), (2022, 'b', 4), (2022, 'new', 3)",
  );
  const { picture } = await studio.chart({ mark: 'slope', x: 'y', color: 'k', y: 'v' }, table);
  expect(picture.says).toContain('1 rise, 1 fall');
  expect(picture.notes).toEqual(['Moments between the two that are shown: 1.']);
});

test('a candle is the first, the greatest, the least and the last price of its day', async () => {
  const drawn = await studio.chart(
    { mark: 'candlestick', x: { column: 'moment', unit: 'day' }, y: 'price' },
    prices,
  );
  const byHand = studio.rows(
    `SELECT first(price ORDER BY moment), max(price), min(price), last(price ORDER BY moment) FROM (${prices}) GROUP BY CAST(moment AS DATE) ORDER BY CAST(moment AS DATE)`,
  );
  expect(drawn.rows.map((row) => ['open', 'high', 'low', 'close'].map((slot) => Number(row[slot])))).toEqual(
    byHand.map((row) => row.map(Number)),
  );
});

test('intervals that end before they begin, or never, are told and not drawn', async () => {
  const drawn = await studio.chart(
    { mark: 'intervals', start: 'start', end: 'finish', y: 'task', color: 'phase' },
    tasks,
  );
  expect(drawn.rows.map(({ y }) => y)).toEqual(['Plan', 'Build', 'Done']);
  expect(drawn.picture.notes).toEqual([
    'Rows without a value on an axis: 1; they are not drawn.',
    'Rows that end before they begin: 1; they are not drawn.',
  ]);
});

test('a network is the same each time, with its strongest links where there are too many', async () => {
  const spec = {
    mark: 'network',
    source: 'if_items',
    target: 'then_items',
    y: { column: 'lift', aggregate: 'greatest' },
  };
  const [one, other] = [await studio.chart(spec, rules), await studio.chart(spec, rules)];
  expect(one.text).toBe(other.text);
  expect(one.picture.says).toContain('4 names and 4 links; the strongest is butter – bread (2.25)');
  const few = await studio.chart({ ...spec, most: 2 }, rules);
  expect(few.rows.map(({ y }) => Number(y))).toEqual([2.25, 1.5]);
  expect(few.picture.notes).toContain('The 2 strongest of 4 links are shown.');
});

test('a tree hangs together from its root; what goes round is counted', async () => {
  const spec = { mark: 'tree', node: 'node', above: 'above', label: 'predicted', rule: 'rule', size: 'rows' };
  const { picture } = await studio.chart(spec, tree);
  expect(picture.says).toContain('5 nodes, 3 of them leaves, 3 levels');
  expect(picture.notes).toEqual(['Nodes that hang on no other or on one another: 2; they are not drawn.']);
});

test('a large number is that of the last month, against the month before it', async () => {
  const table = toTable(
    'd, v',
    "(DATE '2024-01-05', 100), (DATE '2024-02-10', 150), (DATE '2024-02-20', 50), (DATE '2024-03-01', 150)",
  );
  const { picture } = await studio.chart({ mark: 'kpi', x: { column: 'd', unit: 'month' }, y: 'v' }, table);
  expect(picture.says).toBe('v, sum, Mar 2024: 150, -25% against Feb 2024.');
  const gap = await studio.chart(
    { mark: 'kpi', x: { column: 'd', unit: 'month' }, y: 'v', where: 'month(d) <> 2' },
    table,
  );
  expect(gap.picture.says).toBe('v, sum, Mar 2024: 150.');
});

test('lines at values: the mean and the median of what is drawn, a number, a day within its month', async () => {
  const table = toTable('d, v', "(DATE '2024-01-05', 1), (DATE '2024-02-10', 2), (DATE '2024-03-01', 9)");
  const references = [
    { axis: 'y', at: 'mean' },
    { axis: 'y', at: 'median' },
    { axis: 'y', at: '20', label: 'Goal' },
    { axis: 'x', at: '2024-02-27' },
    { axis: 'x', at: 'never' },
  ];
  for (const mark of ['bar', 'line']) {
    const drawn = await studio.chart({ mark, x: { column: 'd', unit: 'month' }, y: 'v', references }, table);
    expect(
      dataOf(drawn, 'ruleY')
        .map(([at]) => at)
        .slice(-3),
      mark,
    ).toEqual([4, 2, 20]);
    expect(dataOf(drawn, 'ruleX').at(-1), mark).toEqual([1]);
    expect(drawn.picture.scales.y!.domain, mark).toEqual([0, 20]);
    expect(drawn.picture.notes, mark).toEqual(['Not on the axis, so no line or remark is drawn: never.']);
  }
});

test('a logarithmic axis says what it cannot show, and an axis that ends early what is cut', async () => {
  const table = toTable('k, v', "('a', 1), ('b', 0), ('c', 1000)");
  for (const mark of ['bar', 'line']) {
    const log = await studio.chart({ mark, x: 'k', y: { column: 'v', scale: 'log' } }, table);
    expect(log.picture.scales.y!.type, mark).toBe('log');
    expect(log.text, mark).not.toMatch(/NaN|Infinity/);
    expect(log.picture.notes.join(), mark).toContain('1 not drawn');
    const cut = await studio.chart({ mark, x: 'k', y: { column: 'v', max: 10 } }, table);
    expect(cut.picture.notes, mark).toEqual(['Beyond the ends of the axis: 1.']);
  }
});

test('a layer has its own aggregate over the same groups, and an axis on the right only where it is asked for', async () => {
  const table = toTable('k, v', "('a', 10), ('a', 30), ('b', 5)");
  for (const mark of ['bar', 'line']) {
    const layers = [{ column: 'v', aggregate: 'mean' }];
    const left = await studio.chart({ mark, x: 'k', y: 'v', layers }, table);
    expect(pick(dataOf(left, 'line').at(-1)!, 'at', 'value'), mark).toEqual([
      [0, 20],
      [1, 5],
    ]);
    expect(left.picture.scales.y!.domain, mark).toEqual([0, 50]);
    const right = await studio.chart(
      { mark, x: 'k', y: 'v', layers: [{ ...layers[0], axis: 'right' }] },
      table,
    );
    // 20 of 25 on the right stands where 40 of 50 does on the left
    expect(pick(dataOf(right, 'line').at(-1)!, 'at', 'value'), mark).toEqual([
      [0, 40],
      [1, 10],
    ]);
    expect(
      right.picture.legend?.map(({ label }) => label),
      mark,
    ).toEqual(['v, sum', 'v, mean →']);
  }
  await expect(studio.chart({ mark: 'bar', x: 'k', color: 'k', layers: ['v'] }, table)).rejects.toThrow(
    'chart-layers',
  );
});

const seen: readonly (readonly [ChartSpec, string])[] = [
  [{ mark: 'pie', x: 'region', y: 'amount', values: 'both' }, sales],
  [{ mark: 'treemap', x: 'product', inner: 'region', y: 'amount' }, sales],
  [{ mark: 'funnel', x: 'stage', y: 'reached', order: 'place' }, steps],
  [{ mark: 'waterfall', x: 'what', y: 'amount', order: 'n', totals: ['Now'] }, sums],
  [{ mark: 'bump', x: { column: 'day', unit: 'quarter' }, color: 'region', y: 'amount' }, sales],
  [{ mark: 'slope', x: { column: 'day', unit: 'year' }, color: 'region', y: 'amount' }, sales],
  [{ mark: 'candlestick', x: { column: 'moment', unit: 'day' }, y: 'price' }, prices],
  [{ mark: 'intervals', start: 'start', end: 'finish', y: 'task', color: 'phase', label: 'phase' }, tasks],
  [{ mark: 'network', source: 'if_items', target: 'then_items', y: 'lift', arrows: true }, rules],
  [
    {
      mark: 'tree',
      node: 'node',
      above: 'above',
      label: 'predicted',
      rule: 'rule',
      size: 'rows',
      color: 'predicted',
    },
    tree,
  ],
  [{ mark: 'kpi', x: { column: 'day', unit: 'month' }, y: 'amount' }, sales],
  [{ mark: 'table', x: 'region', y: ['amount', { aggregate: 'count' }] }, sales],
];
const looks: readonly LookOptions[] = [{ width: 720 }, { width: 340, locale: 'zh-CN', dark: true }];

test.each(seen)('%o looks as it did, wide and narrow, in both languages', async (spec, table) => {
  for (const look of looks) {
    const { text } = await studio.chart(spec, table, look);
    await expect(`${text}\n`).toMatchFileSnapshot(`__snapshots__/${spec.mark}-${look.width}.svg`);
  }
});
