import { beforeAll, expect, test } from 'vitest';
import { isCalledYear, toYearStep } from '../../src/charts/spec/years';
import type { ChartSpec, Studio } from './harness';
import { createStudio } from './harness';

let studio: Studio;
beforeAll(async () => {
  studio = await createStudio();
});

test.each(['year', 'Year', 'birth_year', 'fiscalYear', 'yr', '年份', '出生年', '年度'])(
  'a column %s is called a year',
  (name) => {
    expect(isCalledYear(name)).toBe(true);
  },
);

test.each(['years_of_service', 'yearly', 'midyearly', 'amount', '年龄', '年收入'])('%s is not', (name) => {
  expect(isCalledYear(name)).toBe(false);
});

test('ticks stand at whole years, so far apart that they have room', () => {
  const steps = [3, 10, 60, 700].map((length) => toYearStep([1500, 1500 + length], 8));
  expect(steps).toEqual([1, 2, 10, 100]);
});

const table = `SELECT 1990 + i AS born, 2019 + i % 6 AS year, 1500.5 + i * 20 AS price, i % 3 AS kind FROM range(30) AS r(i)`;
const toTicks = async (spec: ChartSpec) => {
  const { svg } = await studio.chart(spec, table);
  return [...svg.querySelectorAll('[aria-label="x-axis tick label"] text')].map((text) => text.textContent);
};

test('numbers that are years are written as years along an axis, and only those', async () => {
  expect(await toTicks({ mark: 'point', x: 'year', y: 'price' })).toEqual([
    '2019',
    '2020',
    '2021',
    '2022',
    '2023',
    '2024',
  ]);
  const born = await toTicks({ mark: 'point', x: 'born', y: 'price' });
  expect(born.length).toBeGreaterThan(2);
  for (const tick of born) expect(tick).toMatch(/^(19|20)\d\d$/);
  expect(await toTicks({ mark: 'point', x: 'price', y: 'year' })).toContain('1.6k');
  expect(await toTicks({ mark: 'point', x: { column: 'year', format: 'compact' }, y: 'price' })).toContain(
    '2.02k',
  );
});

test('years are said as years of a point, and what they add up to is not', async () => {
  const { spots } = await studio.chart({ mark: 'point', x: 'year', y: 'price' }, table);
  expect(spots[0]!.lines()[0]).toMatchObject({ name: 'year', text: '2019' });
  const { text } = await studio.chart({ mark: 'bar', x: 'kind', y: 'year' }, table);
  expect(text).toContain('20k');
});
