import { expect, test } from 'vitest';
import { toPanelNames } from '../../src/charts/spec/frame';
import { panView, toFull, toInner, toShift, toSpans, toView } from '../../src/charts/spec/zoom';
import { createStudio } from './harness';

const frame = { left: 50, top: 20, width: 400, height: 200 };
/** From 0 to 100 across, and from 0 to 10 upwards. */
const scales = {
  x: { toValue: (at: number) => (at - 50) / 4 },
  y: { toValue: (at: number) => (220 - at) / 20 },
};

test('a box of the picture becomes spans of its scales', () => {
  expect(toFull({ scales, frame })).toEqual({ x: [0, 100], y: [0, 10] });
  const box = { left: 150, top: 70, width: 100, height: 50 };
  expect(toSpans(box, scales, true)).toEqual({ x: [25, 50], y: [5, 7.5] });
  expect(toSpans(box, scales, false)).toEqual({ x: [25, 50] });
});

test('spans stay within the whole, and all of it is no zoom', () => {
  const full = { x: [0, 100], y: [0, 10] } as const;
  expect(toInner({ x: [-20, 30] }, full)).toEqual({ x: [0, 30] });
  expect(toInner({ x: [-20, 130], y: [0, 10] }, full)).toBeUndefined();
  // what is moved to the edge stays as wide as it is
  expect(toInner({ x: [-20, 30] }, full, true)).toEqual({ x: [0, 50] });
  expect(toInner({ x: [80, 120] }, full, true)).toEqual({ x: [60, 100] });
  const [from, to] = toInner({ x: [50, 50] }, full)!.x!;
  expect(to - from).toBeGreaterThan(0);
});

test('a view without scales is cut around the middle of a box, and never leaves its frame', () => {
  const view = toView({ left: 250, top: 120, width: 200, height: 100 }, frame)!;
  expect(view).toEqual({ k: 2, x: 200, y: 100 });
  expect(panView(view, 1000, -1000, frame)).toEqual({ k: 2, x: 200, y: 0 });
  expect(toView({ left: 0, top: 0, width: 4000, height: 2000 }, frame, view)).toBeUndefined();
});

test('small multiples come closer together: a place in any of them is one along the axes of all', async () => {
  const studio = await createStudio();
  const table = "SELECT i AS x, i * 2 AS y, 'g' || (i % 5) AS part FROM range(100) AS r(i)";
  const drawn = await studio.chart({ mark: 'point', x: 'x', y: 'y', facet: 'part' }, table);
  expect(drawn.picture.zooms).toBe('xy');
  expect(drawn.panels.length).toBe(6);
  for (const { x, y, datum } of drawn.spots) {
    const shift = toShift(drawn, { x, y });
    expect(drawn.scales.x!.toValue(x - shift.x)).toBeCloseTo(Number(datum.x), 6);
    expect(drawn.scales.y!.toValue(y - shift.y)).toBeCloseTo(Number(datum.y), 6);
  }
  const full = toFull({ scales: drawn.scales, frame: drawn.home });
  expect(full.x![0]).toBeLessThanOrEqual(0);
  expect(full.x![1]).toBeGreaterThanOrEqual(99);
  expect(full.x![1]).toBeLessThan(130);
});

test('of a picture without small multiples nothing is moved', () => {
  expect(toShift({ panels: [frame], home: frame }, { x: 400, y: 30 })).toEqual({ x: 0, y: 0 });
});

test('what lies beyond the axes is neither drawn nor pointed at, also of many points', async () => {
  const studio = await createStudio();
  const table = "SELECT i AS x, i * 2 AS y, 'g' || (i % 2) AS part FROM range(4000) AS r(i)";
  const draw = (zoom?: { x: readonly [number, number] }) =>
    studio.chart({ mark: 'point', x: 'x', y: 'y', facet: 'part' }, table, zoom ? { zoom } : {});
  const countDots = ({ svg }: Awaited<ReturnType<typeof draw>>) =>
    [...svg.querySelectorAll('path')].flatMap((path) => path.getAttribute('d')!.match(/h0/g) ?? []).length;
  const whole = await draw();
  expect([whole.spots.length, countDots(whole)]).toEqual([4000, 4000]);
  const closer = await draw({ x: [1000, 1099.4] });
  expect([closer.spots.length, countDots(closer)]).toEqual([100, 100]);
});

test('small multiples of some of the rows are those of all', async () => {
  const studio = await createStudio();
  const table = "SELECT i AS x, 'g' || (i % 5) AS part FROM range(100) AS r(i)";
  const drawn = await studio.chart({ mark: 'bar', x: 'x', facet: 'part', where: "part = 'g3'" }, table);
  const context = { rows: drawn.rows, told: { panels: { facet: ['g0', 'g3', 'g4'] } } };
  expect(toPanelNames(context, 'facet')).toEqual(['g0', 'g3', 'g4']);
  expect(toPanelNames({ ...context, told: {} }, 'facet')).toEqual(['g3']);
});
