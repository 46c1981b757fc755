import { expect, test } from 'vitest';
import { panView, toFull, toInner, toSpans, toView } from '../../src/charts/spec/zoom';

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
