import { expect, test } from 'vitest';
import { createRandom } from '../../../src/analytics/core/random';
import { toTrailingMeans } from '../../../src/analytics/time/trailingMean';

test('a mean is that of the last values, and there is none before there are as many', () => {
  expect([...toTrailingMeans(Float64Array.of(1, 2, 6, 4, 8, 0, 3), 3)]).toEqual([
    NaN,
    NaN,
    3,
    4,
    6,
    4,
    11 / 3,
  ]);
  expect([...toTrailingMeans(Float64Array.of(5, 7), 1)]).toEqual([5, 7]);
  expect([...toTrailingMeans(Float64Array.of(5, 7), 2)]).toEqual([NaN, 6]);
  expect([...toTrailingMeans(Float64Array.of(5, 7), 3)]).toEqual([NaN, NaN]);
});

test('a value that has left the window leaves nothing behind', () => {
  const random = createRandom(2);
  const series = Float64Array.from({ length: 500 }, () => random.below(1000));
  const plain = toTrailingMeans(series, 12);
  series[100] = 1e300;
  series[300] = NaN;
  const other = toTrailingMeans(series, 12);
  const isFelt = (at: number, from: number) => at >= from && at < from + 12;
  for (const [at, mean] of plain.entries())
    if (!isFelt(at, 100) && !isFelt(at, 300)) expect(other[at]).toBe(mean);
  expect(other[111]).toBe(1e300 / 12);
  expect(other[311]).toBeNaN();
});
