import { expect, test } from 'vitest';
import { findChartKind } from '../../src/charts/spec/catalog';
import { toFields, toSlots } from '../../src/charts/spec/chart';
import { toNameAxis } from '../../src/charts/spec/frame';
import { toTextWidth } from '../../src/charts/spec/format';
import { readChartText } from '../../src/charts/spec/text/check';
import { createStudio } from './harness';

const studio = await createStudio();
const numbers = `SELECT i AS x, i * 2.0 AS y, ['a', 'b'][1 + i % 2] AS name FROM range(20) t(i)`;

test.each([
  { mark: 'area', x: 'name', y: 'y' },
  { mark: 'point', x: 'x', y: 'y' },
  { mark: 'histogram', x: 'x' },
  { mark: 'box', x: 'name', y: 'y' },
  { mark: 'line', x: 'x', y: { column: 'y', aggregate: 'none' } },
])('$mark has lines at values and remarks', async (spec) => {
  const over = {
    references: [{ axis: 'y', at: '7', label: 'seven' }],
    annotations: [{ x: spec.x === 'name' ? 'a' : '3', y: '5', text: 'here' }],
  };
  const { picture, text } = await studio.chart({ ...spec, ...over }, numbers);
  expect(text).toContain('>seven<');
  expect(text).toContain('>here<');
  expect(picture.notes.join(' ')).not.toContain('Not on the axis');
  const beyond = await studio.chart(
    { ...spec, annotations: [{ x: 'nowhere', y: '5', text: 'here' }] },
    numbers,
  );
  expect(beyond.picture.notes.join(' ')).toContain('nowhere');
});

test('kinds that have no axis of values have neither lines nor remarks, and those of one piece no small multiples', () => {
  const pie = readChartText('{"mark": "pie", "x": "name", "references": []}', []);
  expect(pie).toMatchObject({ faults: [{ why: 'unknown', said: 'references' }] });
  for (const mark of ['network', 'tree'])
    expect(Object.keys(toSlots(findChartKind(mark)!))).not.toContain('facet');
  expect(Object.keys(toFields(findChartKind('bar')!))).toContain('annotations');
});

test('bars upon one another say that their axis is even where a logarithmic one was asked for', async () => {
  const spec = { mark: 'bar', x: 'name', y: { column: 'y', scale: 'log' }, color: 'x' };
  const stacked = await studio.chart(spec, numbers);
  expect(stacked.picture.notes).toContain('Bars upon one another have no logarithmic axis: it is even.');
  const beside = await studio.chart({ ...spec, stack: 'grouped' }, numbers);
  expect(beside.picture.notes.join(' ')).not.toContain('even');
});

test('years are read as years, along an axis, as a colour and over small multiples', async () => {
  const years = `SELECT 2021 + i % 3 AS year, i AS n FROM range(30) t(i)`;
  const along = await studio.chart({ mark: 'bar', x: 'year', y: 'n' }, years);
  const many = await studio.chart({ mark: 'bar', x: 'n', color: 'year', facet: 'year' }, years);
  for (const { text } of [along, many]) {
    expect(text).toContain('>2023<');
    expect(text).not.toMatch(/>2[,.]02/);
  }
});

test('a slice that is pointed at is found by its colour', async () => {
  const { picture } = await studio.chart({ mark: 'pie', x: 'name', y: 'y' }, numbers);
  const slices = picture.marks.find(({ spots }) => spots)!;
  const [first] = slices.data as { datum: never }[];
  expect(slices.spots!(first!.datum).find(({ slot }) => slot === 'x')?.color).toMatch(/^#/);
});

test('a calendar of a given height shows the last months that are not squeezed', async () => {
  const days = `SELECT DATE '2021-01-01' + CAST(i AS INTEGER) AS day, i AS n FROM range(1400) t(i)`;
  const spec = { mark: 'calendar', x: 'day', color: 'n' };
  const small = await studio.chart(spec, days, { width: 300, height: 170 });
  const square = small.picture.marks.find(({ mark }) => mark === 'rect')!.data![0] as Record<string, number>;
  expect(small.picture.height).toBe(170);
  expect((small.picture.scales['y']!.domain as number[])[0]! + 8).toBe(170);
  expect(square['y2']! - square['y1']!).toBeGreaterThan(5);
});

test('a turned label ends where the picture does', () => {
  const names = Array.from({ length: 12 }, (_, at) => `a rather long name, number ${at}`);
  const { turned, labels } = toNameAxis(names, (name) => name, { room: 300, lies: false, left: 40 });
  expect(turned).toBe(true);
  expect(toTextWidth(labels.get(names[0]!)!) * 0.79).toBeLessThanOrEqual(40 + 300 / 24);
  expect(labels.get(names[11]!)!.length).toBeGreaterThan(labels.get(names[0]!)!.length);
});

test('what the area of circles stands for is said', async () => {
  const { picture } = await studio.chart({ mark: 'point', x: 'x', y: 'y', size: 'y' }, numbers);
  expect(picture.notes).toContain('Circles: as large in area as y; the largest is 38.');
});
