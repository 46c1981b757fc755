import { expect, test } from 'vitest';
import { findSeasonalOddities } from '../../../src/analytics/odd/seasonal';
import { createRandom } from '../../../src/analytics/core/random';

const random = createRandom(8);
const season = [20, 5, -10, -15];
const clean = Float64Array.from({ length: 120 }, (_, at) => 200 + at + season[at % 4]! + random.normal());

test('values off their season are found, the farthest first, though they are no extremes of the series', () => {
  const { rows, scores, expected } = findSeasonalOddities(
    clean.with(42, clean[42]! + 25).with(77, clean[77]! - 15),
    { period: 4, limit: 6 },
  );
  expect([...rows]).toEqual([42, 77]);
  expect(scores[42]).toBeGreaterThan(10);
  expect(scores[77]).toBeLessThan(-6);
  expect(expected[42]! / clean[42]!).toBeCloseTo(1, 1);
});

test('chance alone is beyond 3 spreads as rarely as chance is', () => {
  expect(findSeasonalOddities(clean, { period: 4 }).rows.length).toBeLessThan(4);
});

test('scores do not change with scale and shift', () => {
  const plain = findSeasonalOddities(clean, { period: 4 });
  const moved = findSeasonalOddities(
    clean.map((value) => -7 * value + 1e6),
    { period: 4 },
  );
  plain.scores.forEach((score, at) => expect(moved.scores[at]).toBeCloseTo(-score, 4));
});

test('a series that repeats exactly has no spread to be off by', () => {
  const series = Float64Array.from({ length: 40 }, (_, at) => at % 4);
  expect(() => findSeasonalOddities(series, { period: 4 })).toThrow(
    expect.objectContaining({ params: { why: 'no-variation' } }),
  );
});
