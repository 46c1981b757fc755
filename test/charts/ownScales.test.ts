import { beforeAll, expect, test } from 'vitest';
import { layOver } from '../../src/charts/spec/overlay';
import type { ChartSpec, Drawn, Studio } from './harness';
import { createStudio } from './harness';

let studio: Studio;
beforeAll(async () => {
  studio = await createStudio();
});

/** Groups of which one has values 1,000 times as large as the other, and one of much the same. */
const table = `
  SELECT DATE '2024-01-01' + CAST(i // 3 AS INTEGER) AS day, ['small', 'large', 'other'][1 + i % 3] AS part,
    CAST((10 + i % 7) * [1, 1000, 2][1 + i % 3] AS DOUBLE) AS amount
  FROM range(90) AS r(i)`;
const spec = { mark: 'line', x: 'day', y: 'amount', facet: 'part' };
const alike = "part <> 'large'";

const toLabels = ({ svg }: Drawn, label: string) =>
  [...svg.querySelectorAll(`[aria-label="${label}"] text, g[aria-label="${label}"]`)].map(
    (one) => one.textContent,
  );
const hasNote = ({ picture }: Drawn) => picture.notes.some((note) => note.includes('an axis of its own'));
/** How much of its panel's height each group's line takes. */
const toReach = ({ spots }: Drawn) =>
  [...Map.groupBy(spots, ({ datum }) => String(datum.facet)).values()].map((some) => {
    const ys = some.map(({ y }) => y);
    return (Math.max(...ys) - Math.min(...ys)) / some[0]!.panel!.height;
  });

test.each<ChartSpec>([spec, { ...spec, y: { column: 'amount', aggregate: 'none' } }])(
  'small multiples of very different sizes each have an axis of their own, and the picture says so: %o',
  async (one) => {
    const own = await studio.chart({ ...one, zero: false }, table);
    expect(hasNote(own)).toBe(true);
    for (const reach of toReach(own)) expect(reach).toBeGreaterThan(0.5);
    const texts = own.text;
    for (const label of ['10k', '16k', '10', '16']) expect(texts).toContain(`>${label}<`);
    expect(toLabels(own, 'y-axis tick label').join('')).toBe('');
    // what is said of a point is its value
    expect(own.spots[0]!.lines().some(({ text }) => /^1\d(,000)?$/.test(text))).toBe(true);

    const same = await studio.chart({ ...one, zero: false, axes: 'same' }, table);
    expect(hasNote(same)).toBe(false);
    expect(Math.min(...toReach(same))).toBeLessThan(0.01);
  },
);

test('small multiples of much the same size are along one axis, unless a person wants it otherwise', async () => {
  expect(hasNote(await studio.chart({ ...spec, where: alike }, table))).toBe(false);
  expect(hasNote(await studio.chart({ ...spec, where: alike, axes: 'own' }, table))).toBe(true);
});

test('a line at a value, ends of the axis and a logarithm are of all small multiples', async () => {
  for (const more of [
    { references: [{ axis: 'y', at: 'mean' }] },
    { y: { column: 'amount', max: 20_000 } },
    { y: { column: 'amount', scale: 'log' } },
  ])
    expect(hasNote(await studio.chart({ ...spec, ...more }, table))).toBe(false);
});

test('bands and further measures go with the line that they belong to', async () => {
  const wide = `SELECT *, amount * 0.9 AS low, amount * 1.1 AS high, amount * 1.05 AS expected FROM (${table})`;
  const more = {
    y: { column: 'amount', aggregate: 'mean' },
    layers: { column: 'expected', aggregate: 'mean' },
  };
  const band = {
    lower: { column: 'low', aggregate: 'least' },
    upper: { column: 'high', aggregate: 'greatest' },
  };
  const { picture } = await studio.chart({ ...spec, ...more, ...band }, wide);
  expect(picture.own).toBe(true);
  const shares = picture.marks
    .filter(({ mark }) => ['line', 'areaY'].includes(mark))
    .flatMap(({ data, options }) =>
      ['y', 'y1', 'y2'].flatMap((side) =>
        options[side] === undefined
          ? []
          : (data as Record<string, number>[]).map((row) => row[options[side] as string]!),
      ),
    );
  expect(shares.length).toBeGreaterThan(300);
  expect(Math.min(...shares)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...shares)).toBeLessThanOrEqual(1);
});

test('a picture of some rows is not laid over one whose axes are others', async () => {
  const [whole, part] = await Promise.all(
    [spec, { ...spec, where: "part = 'small'" }].map((one) => studio.chart(one, table)),
  );
  const laid = layOver(whole!.picture, part!.picture, { chart: whole!.made.chart, sameGroups: false });
  expect(laid.scales.y).toEqual(part!.picture.scales.y);
});
