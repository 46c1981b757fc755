import { expect, test } from 'vitest';
import { toCentredMeans } from '../../../src/analytics/time/centredMean';

test('an odd period takes whole values, an even one half of its ends', () => {
  expect([...toCentredMeans(Float64Array.of(1, 2, 6, 4), 3)]).toEqual([3, 4]);
  expect([...toCentredMeans(Float64Array.of(1, 2, 6, 4, 8, 0), 4)]).toEqual([
    (0.5 + 2 + 6 + 4 + 4) / 4,
    (1 + 6 + 4 + 8) / 4,
  ]);
});

test('a series shorter than a cycle has none', () => {
  expect(toCentredMeans(Float64Array.of(1, 2), 5)).toHaveLength(0);
});
