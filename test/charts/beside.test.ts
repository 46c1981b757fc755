import { expect, test } from 'vitest';
import type { Datum } from '../../src/charts/spec/chart';
import type { Picture } from '../../src/charts/spec/picture';
import { createStudio } from './harness';

const studio = await createStudio();

const marksOf = ({ marks }: Picture, name: string) => marks.filter(({ mark }) => mark === name);
const dataOf = (picture: Picture, name: string, at = 0) =>
  (marksOf(picture, name)[at]?.data ?? []) as readonly Datum[];
const none = (column: string) => ({ column, aggregate: 'none' });

const forecast = `SELECT DATE '2024-01-01' + CAST(i * 31 AS INTEGER) AS date, CASE WHEN i < 4 THEN 10.0 + i END AS value,
  CASE WHEN i >= 4 THEN 20.0 + i END AS forecast, CASE WHEN i >= 4 THEN 15.0 END AS low, CASE WHEN i >= 4 THEN 30.0 + i END AS high
  FROM range(6) t(i)`;

test('a forecast is a line of its own behind what there was, with a band from its lower to its upper end', async () => {
  const { picture, rows } = await studio.chart(
    {
      mark: 'line',
      x: 'date',
      y: none('value'),
      layers: none('forecast'),
      lower: none('low'),
      upper: none('high'),
    },
    forecast,
  );
  expect(rows.map(({ y, layers }) => [y, layers])).toEqual(
    [10, 11, 12, 13, null, null].map((value, at) => [value, at < 4 ? null : 20 + at]),
  );
  const band = dataOf(picture, 'areaY');
  expect(band.map(({ from, to }) => [from, to])).toEqual([
    ...Array.from({ length: 4 }, () => [null, null]),
    [15, 34],
    [15, 35],
  ]);
  const [line, ahead] = marksOf(picture, 'line');
  expect(line!.data).toHaveLength(4);
  expect((ahead!.data as Datum[]).filter(({ value }) => value !== null)).toHaveLength(2);
  expect(picture.legend?.map(({ label, shape }) => [label, shape])).toEqual([
    ['value', 'line'],
    ['forecast', 'line'],
  ]);
  expect(picture.notes).toContain('The band reaches from low to high.');
  expect((picture.scales['y']!.domain as number[])[1]).toBeGreaterThanOrEqual(35);
});

test('steps and their bands go the same way, a colour for each group', async () => {
  const stays = `SELECT * FROM (VALUES ('a', 0, 1.0, 1.0, 1.0), ('a', 2, 0.5, 0.3, 0.7), ('b', 0, 1.0, 1.0, 1.0), ('b', 3, 0.8, 0.6, 0.9)) t(kind, time, share, low, high)`;
  const { picture } = await studio.chart(
    {
      mark: 'line',
      x: 'time',
      y: none('share'),
      lower: none('low'),
      upper: none('high'),
      color: 'kind',
      curve: 'steps',
    },
    stays,
  );
  expect(marksOf(picture, 'areaY')[0]!.options).toMatchObject({
    curve: 'step-after',
    fill: 'series',
    z: 'series',
  });
  expect(marksOf(picture, 'line')[0]!.options).toMatchObject({ curve: 'step-after' });
});

test('of many rows a band keeps how far it reaches in each column of points, and a mark where it holds', async () => {
  const many = `SELECT i AS x, i % 7 AS y, -(i % 50) AS low, 10 + i % 60 AS high, i = 4321 AS odd, i % 11 AS other FROM range(9000) t(i)`;
  const { picture, rows } = await studio.chart(
    {
      mark: 'line',
      x: 'x',
      y: none('y'),
      layers: none('other'),
      lower: none('low'),
      upper: none('high'),
      marked: 'odd',
    },
    many,
    { width: 300 },
  );
  expect(rows.length).toBeLessThan(1300);
  const reach = (slot: string) => rows.map((row) => Number(row[slot]));
  expect([Math.min(...reach('lower')), Math.max(...reach('upper'))]).toEqual([-49, 69]);
  expect(Math.max(...reach('layers'))).toBe(10);
  expect(rows.some(({ marked }) => marked === true)).toBe(true);
  expect(picture.notes.join(' ')).toContain('Marked: where odd is true');
});

test('the area under a ROC curve is that of its trapezoids, and the diagonal is drawn', async () => {
  const roc = `SELECT * FROM (VALUES (0.0, 0.0), (0.0, 0.5), (0.5, 0.5), (0.5, 1.0), (1.0, 1.0)) t(fpr, tpr)`;
  const spec = { mark: 'line', x: 'fpr', y: none('tpr'), diagonal: true, under: true };
  const { picture } = await studio.chart(spec, roc);
  expect(picture.notes).toContain('Area under the line: 0.75.');
  expect(marksOf(picture, 'line').some(({ options }) => options['strokeDasharray'])).toBe(true);
  const named = await studio.chart({ ...spec, x: 'fpr', y: 'tpr' }, roc);
  expect(named.picture.notes.join(' ')).toContain('There is no line where both are the same');
});

test('measures stand in panels of their own, each with its values and its name', async () => {
  const { picture } = await studio.chart(
    { mark: 'line', x: 'i', y: none('value'), layers: [none('trend'), none('rest')], panels: 'apart' },
    `SELECT i, i + 0.5 AS value, i AS trend, 0.5 AS rest FROM range(4) t(i)`,
  );
  const line = dataOf(picture, 'line');
  expect(line.map(({ fy, value }) => [fy, value])).toEqual([
    ...[0.5, 1.5, 2.5, 3.5].map((value) => [0, value]),
    ...[0, 1, 2, 3].map((value) => [1, value]),
    ...[0.5, 0.5, 0.5, 0.5].map((value) => [2, value]),
  ]);
  expect(dataOf(picture, 'text').map(({ text }) => text)).toEqual(['value', 'trend', 'rest']);
});

test('bars and dots have thin lines as far as what they say reaches', async () => {
  const means = `SELECT * FROM (VALUES ('a', 2.0, 1.0, 3.0), ('b', 5.0, 4.5, 6.0)) t(name, mean, low, high)`;
  const spec = { mark: 'bar', x: 'name', y: 'mean', lower: 'low', upper: 'high' };
  const bars = await studio.chart(spec, means);
  expect(dataOf(bars.picture, 'ruleX').map(({ lower, upper }) => [lower, upper])).toEqual([
    [4.5, 6],
    [1, 3],
  ]);
  const dots = await studio.chart({ ...spec, drawn: 'dots', y: { column: 'mean', scale: 'log' } }, means);
  expect(dataOf(dots.picture, 'rect')).toEqual([]);
  expect(dataOf(dots.picture, 'dot')).toHaveLength(2);
  expect((dots.picture.scales['y']!.domain as number[])[0]).toBeGreaterThan(0);
});

test('a band without one of its ends, and reaches beside bars upon one another, are refused', async () => {
  const rows = `SELECT 'a' AS name, 'x' AS kind, 1 AS n`;
  const of = (spec: object) => studio.chart({ mark: 'bar', x: 'name', y: 'n', ...spec }, rows);
  await expect(of({ lower: 'n' })).rejects.toMatchObject({ code: 'chart-slot', params: { slot: 'upper' } });
  await expect(of({ lower: 'n', upper: 'n', color: 'kind' })).rejects.toMatchObject({ code: 'cell-setting' });
});

test('pairs are shown on both sides of a plain diagonal, in one order', async () => {
  const pairs = `SELECT * FROM (VALUES ('a', 'b', 0.9), ('a', 'c', -0.2), ('b', 'c', 0.123)) t(one, other, r)`;
  const { picture, text } = await studio.chart(
    { mark: 'heat', x: 'one', y: 'other', color: { column: 'r', aggregate: 'mean' }, mirror: true },
    pairs,
  );
  const cells = dataOf(picture, 'rect');
  expect(cells).toHaveLength(6);
  const at = (x: number, y: number) => cells.find(({ px, py }) => px === x && py === y)?.color;
  for (const [x, y] of [
    [0, 1],
    [0, 2],
    [1, 2],
  ])
    expect(at(x!, y!)).toBe(at(y!, x!));
  expect(dataOf(picture, 'rect', 1)).toHaveLength(3);
  expect(text).toContain('0.12');
});
