import { beforeAll, expect, test } from 'vitest';
import type { ChartSpec, Studio } from './harness';
import { createStudio } from './harness';

let studio: Studio;
beforeAll(async () => {
  studio = await createStudio();
});

const table = `SELECT 's' || (i % 3) AS status, 'c' || (i % 4) AS channel, i * 1.5 AS amount, i AS age,
  DATE '2024-01-01' + CAST(i * 3 AS INTEGER) AS day FROM range(100) AS r(i)`;

test.each<[ChartSpec, string, string]>([
  [{ mark: 'bar', x: 'status', y: 'amount' }, 'Sum of amount by status', '按 status 统计的 amount 合计'],
  [
    { mark: 'bar', x: 'status', color: 'channel' },
    'Rows by status and channel',
    '按 status、channel 统计的行数',
  ],
  [
    { mark: 'line', x: { column: 'day', unit: 'month' }, y: { column: 'amount', aggregate: 'mean' } },
    'Mean of amount by month',
    '按月统计的 amount 平均值',
  ],
  [{ mark: 'point', x: 'age', y: 'amount' }, 'amount against age', 'amount 与 age 的关系'],
  [{ mark: 'histogram', x: 'amount' }, 'Distribution of amount', 'amount 的分布'],
  [
    { mark: 'box', x: 'status', y: 'amount' },
    'Distribution of amount by status',
    '按 status 统计的 amount 的分布',
  ],
  [
    { mark: 'heat', x: 'status', y: 'channel', color: 'amount' },
    'Sum of amount by status and channel',
    '按 status、channel 统计的 amount 合计',
  ],
])('a chart without a title has one where nothing else says what it shows: %o', async (spec, en, zh) => {
  const toTitle = async (locale: 'en-GB' | 'zh-CN', more = {}) =>
    (await studio.chart({ ...spec, ...more }, table, { locale, entitled: true })).picture.title;
  expect(await toTitle('en-GB')).toBe(en);
  expect(await toTitle('zh-CN')).toBe(zh);
  expect(await toTitle('en-GB', { title: 'Mine' })).toBe('Mine');
  expect((await studio.chart(spec, table)).picture.title).toBeUndefined();
});

test('a large number says by itself what it is', async () => {
  const { picture } = await studio.chart({ mark: 'kpi', y: 'amount' }, table, { entitled: true });
  expect(picture.title).toBeUndefined();
});

test('a large number leaves out its line, and then what has changed, as it becomes lower', async () => {
  const spec = { mark: 'kpi', x: { column: 'day', unit: 'month' }, y: 'amount' };
  const count = async (height: number) => {
    const { picture } = await studio.chart(spec, table, { height });
    return picture.marks.map(({ data }) => data!.length);
  };
  const [lines, dots, labels] = await count(128);
  expect([lines, labels]).toEqual([1, 3]);
  expect(dots).toBeGreaterThan(5);
  expect(await count(100)).toEqual([1, dots, 3]);
  expect(await count(80)).toEqual([0, 0, 3]);
  expect(await count(60)).toEqual([0, 0, 2]);
});
