import { expect, test } from 'vitest';
import { createPointing } from '../../src/charts/spec/pointing';

const dot = (x: number, y: number) => ({ x, y, w: 0, h: 0 });

test('what is pointed at is found among 100,000 marks as by looking at each', () => {
  let seed = 7;
  const random = () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647;
  const marks = Array.from({ length: 100_000 }, () => dot(random() * 900, random() * 400));
  const { find } = createPointing(marks);
  for (let k = 0; k < 50; k++) {
    const [x, y] = [random() * 900, random() * 400];
    const far = marks.map((mark) => Math.hypot(mark.x - x, mark.y - y));
    const least = far.reduce((a, b) => Math.min(a, b));
    expect(far[find(x, y)!]).toBe(least);
  }
});

test('a pointer far from every mark means none, and one within a bar means the bar', () => {
  const { find } = createPointing([{ x: 100, y: 100, w: 30, h: 80 }, dot(400, 100)]);
  expect(find(120, 170)).toBe(0);
  expect(find(165, 100)).toBe(0);
  expect(find(250, 100)).toBeUndefined();
  expect(find(380, 110)).toBe(1);
});

test('a shape that is no rectangle is found only where it is', () => {
  const ring = (x: number, y: number) => Math.hypot(x - 100, y - 100) > 60;
  const { find } = createPointing([{ x: 100, y: 100, w: 80, h: 80, contains: ring }]);
  expect(find(100, 100)).toBeUndefined();
  expect(find(170, 100)).toBe(0);
});

test('a mark over all of the picture is found behind the small ones', () => {
  const { find } = createPointing([{ x: 500, y: 500, w: 500, h: 500 }, dot(300, 300)]);
  expect(find(300, 300)).toBe(1);
  expect(find(700, 700)).toBe(0);
});

test('along x all marks that stand above one another are found, and the nearest of them', () => {
  const panel = { left: 0, top: 0, width: 300, height: 100 };
  const at = (x: number, y: number) => ({ ...dot(x, y), panel });
  const marks = [at(10, 20), at(10, 80), at(110, 30), at(110, 90), at(210, 40)];
  const { findAlong, step } = createPointing(marks);
  expect(findAlong(95, 70)).toEqual({ at: 3, all: [2, 3] });
  expect(findAlong(290, 0)).toEqual({ at: 4, all: [4] });
  expect(findAlong(100, 400)).toBeUndefined();
  // keys go from one place to the next, and up and down among what stands there
  expect(step(1, 'ArrowRight', true)).toBe(3);
  expect(step(3, 'ArrowUp', true)).toBe(2);
  expect(step(2, 'ArrowUp', true)).toBe(2);
  expect(step(4, 'ArrowRight', true)).toBe(0);
});

test('small multiples are pointed at each by itself', () => {
  const [upper, lower] = [0, 200].map((top) => ({ left: 0, top, width: 300, height: 100 }));
  const marks = [
    { ...dot(50, 50), panel: upper },
    { ...dot(50, 250), panel: lower },
  ];
  const { findAlong } = createPointing(marks);
  expect(findAlong(60, 40)).toEqual({ at: 0, all: [0] });
  expect(findAlong(60, 280)).toEqual({ at: 1, all: [1] });
});

test('keys reach every mark, one after the other, and go up and down to the nearest', () => {
  const marks = [dot(0, 0), dot(0, 50), dot(100, 0), dot(100, 50)];
  const { step } = createPointing(marks);
  expect(step(undefined, 'ArrowRight', false)).toBe(0);
  const seen = [0];
  while (seen.length < marks.length) seen.push(step(seen.at(-1), 'ArrowRight', false)!);
  expect(seen).toEqual([0, 1, 2, 3]);
  expect(step(3, 'ArrowRight', false)).toBe(0);
  expect(step(3, 'ArrowUp', false)).toBe(2);
  expect(step(0, 'ArrowUp', false)).toBe(0);
  expect(step(2, 'End', false)).toBe(3);
  expect(step(3, 'Home', false)).toBe(0);
});
