import { expect, test } from 'vitest';
import { createRandom } from '../../../src/analytics/core/random';
import { dot, squaresFrom, sum, sumFrom, toMean } from '../../../src/analytics/core/sums';

test('a sum keeps what plain addition loses', () => {
  expect(sum(Float64Array.of(1e16, 1, -1e16, 1))).toBe(2);
  expect(sum(new Float64Array(10).fill(0.1))).toBe(1);
  expect(sum(new Float64Array(0))).toBe(0);
});

test('a product of columns keeps what cancels out', () => {
  expect(dot(Float64Array.of(1e8 + 1, 1, -1e8), Float64Array.of(1e8 - 1, 1, 1e8))).toBe(0);
  // 3 * 0.1 is 0.3000000000000000166 exactly; what is over 0.30000000000000004 is a 2^-55th
  expect(dot(Float64Array.of(3, -1), Float64Array.of(0.1, 0.30000000000000004))).toBe(-(2 ** -55));
});

test('sums do not depend on the order of the rows', () => {
  const random = createRandom(1);
  const values = Float64Array.from({ length: 1000 }, () => random.normal() * 10 ** random.below(20));
  const shuffled = random.shuffle(values.slice());
  expect(sum(shuffled)).toBe(sum(values));
  expect(toMean(shuffled)).toBe(toMean(values));
});

test('the mean of values far from zero is right, and squares around it are', () => {
  const values = Float64Array.of(1e15 + 1, 1e15 + 2, 1e15 + 4);
  const mean = toMean(values);
  expect(mean - 1e15).toBe(2.375);
  expect(sumFrom(values, 1e15)).toBe(7);
  // 1 + 4 + 16 - 49 / 3, though the mean cannot be written exactly
  expect(squaresFrom(values, mean)).toBeCloseTo(14 / 3, 14);
});

test('a sum that runs over is infinite, never NaN, and the mean is still found', () => {
  expect(sum(Float64Array.of(1e308, 1e308, 1e308))).toBe(Infinity);
  expect(toMean(Float64Array.of(1e308, 1e308, 1e308)) / 1e308).toBeCloseTo(1, 14);
});
