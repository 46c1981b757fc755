import { describe, expect, test } from 'vitest';
import { createRandom } from '../../../src/analytics/core/random';
import { findChangePoints } from '../../../src/analytics/time/changePoints';
import { readSeries } from './readSeries';

test('Nile: the dam of 1898, after 28 years (Cobb 1978; R, changepoint: `cpt.mean(Nile)`)', () => {
  const { points, segments } = findChangePoints(readSeries('Nile'));
  expect([...points]).toEqual([28]);
  expect(segments[0]!.mean).toBeCloseTo(1097.75, 10);
  expect(segments[1]!.mean).toBeCloseTo(849.9722222, 6);
});

/** Every cut tried: the least cost of all, by the definition. */
function findByForce(
  series: Float64Array,
  price: number,
  shortest: number,
  cost: (values: Float64Array) => number,
) {
  const best = new Float64Array(series.length + 1).fill(Infinity);
  const last = new Int32Array(series.length + 1);
  best[0] = -price;
  for (let end = 1; end <= series.length; end++)
    for (let start = 0; start <= end - shortest; start++) {
      const total = best[start]! + cost(series.subarray(start, end)) + price;
      if (total < best[end]!) [best[end], last[end]] = [total, start];
    }
  const points: number[] = [];
  for (let end = series.length; last[end]! > 0; end = last[end]!) points.unshift(last[end]!);
  return points;
}

const toSquares = (values: Float64Array) => {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
};

describe('PELT finds what trying every cut finds', () => {
  test.each([1, 2, 3, 4, 5, 6])('seed %i', (seed) => {
    const random = createRandom(seed);
    let [level, spread] = [0, 1];
    const series = Float64Array.from({ length: 120 }, () => {
      if (random.next() < 0.04) [level, spread] = [random.normal() * 4, 0.5 + 2 * random.next()];
      return level + spread * random.normal();
    });
    const means = findChangePoints(series, { penalty: 6 });
    expect([...means.points]).toEqual(
      findByForce(series, 6, 2, (values) => toSquares(values) / means.spread! ** 2),
    );
    const both = findChangePoints(series, { of: 'mean-variance', penalty: 9 });
    expect([...both.points]).toEqual(
      findByForce(
        series,
        9,
        3,
        (values) => values.length * (Math.log(toSquares(values) / values.length) + 1),
      ),
    );
  });
});

test('a change of spread alone is one of mean and variance', () => {
  const random = createRandom(4);
  const series = Float64Array.from({ length: 400 }, (_, at) => random.normal() * (at < 250 ? 1 : 5));
  const { points } = findChangePoints(series, { of: 'mean-variance' });
  expect(points).toHaveLength(1);
  expect(Math.abs(points[0]! - 250)).toBeLessThan(6);
});

test('an offset of 10^15 and a scale change no cut', () => {
  const series = readSeries('Nile');
  expect(findChangePoints(series.map((value) => value + 1e15)).points).toEqual(Int32Array.of(28));
  expect(findChangePoints(series.map((value) => value * 1e-9)).points).toEqual(Int32Array.of(28));
});

test('exact steps are found, and what never changes has no cut', () => {
  expect([...findChangePoints(Float64Array.of(1, 1, 1, 1, 9, 9, 9, 9, 9, 9, 9, 9)).points]).toEqual([4]);
  const { points, segments } = findChangePoints(new Float64Array(10).fill(3));
  expect(points).toHaveLength(0);
  expect(segments).toEqual([{ start: 0, end: 10, mean: 3, spread: 0 }]);
});

test('a penalty is above 0, and a series has two segments of rows', () => {
  const why = (params: object) => expect.objectContaining({ params });
  expect(() => findChangePoints(readSeries('lh'), { penalty: -1 })).toThrow(
    why({ why: 'penalty', penalty: -1 }),
  );
  expect(() => findChangePoints(Float64Array.of(1, 2, 3))).toThrow(
    why({ why: 'too-few-rows', needed: 4, rows: 3 }),
  );
});
