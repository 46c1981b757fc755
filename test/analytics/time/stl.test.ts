import { describe, expect, test } from 'vitest';
import { findStl } from '../../../src/analytics/time/stl';
import { readSeries } from './readSeries';

/** Rows 1, 2, 50 and the last: season, trend, remainder. */
test.each([
  [
    'nottem, the same season every year',
    readSeries('nottem'),
    { period: 12 },
    [
      [-9.3471980274764, 49.6806726485632, 0.2665253789131796],
      [-9.85524962154722, 49.5455208170358, 1.1097288045113771],
      [-9.85524962154722, 47.4354594209236, -0.0802097993764335],
      [-9.47814227829695, 49.0050970823857, -1.7269548040887415],
    ],
  ],
  [
    'log(AirPassengers), a season that changes',
    readSeries('AirPassengers').map(Math.log),
    { period: 12, seasonWindow: 21 },
    [
      [-0.0901974886637212, 4.81922179333592, -0.01052543337710432],
      [-0.0984241796152842, 4.82251183577154, 0.04659696830941229],
      [-0.1073622162363759, 5.37630266033917, 0.00917421512771899],
      [-0.1070325501103454, 6.20301362086194, -0.02755548250748241],
    ],
  ],
])('R 4.2.2, `stl`: %s', (_, series, options, expected) => {
  const { season, trend, remainder } = findStl(series, options);
  [0, 1, 49, series.length - 1].forEach((row, at) => {
    expect(season[row]).toBeCloseTo(expected[at]![0]!, 11);
    expect(trend[row]).toBeCloseTo(expected[at]![1]!, 11);
    expect(remainder[row]).toBeCloseTo(expected[at]![2]!, 11);
  });
});

describe('statsmodels 0.13.5, `STL`', () => {
  const series = readSeries('ldeaths');
  const options = { period: 12, seasonWindow: 13, seasonDegree: 1, jump: 1 } as const;

  test('ldeaths', () => {
    const { season, trend } = findStl(series, options);
    expect(season[0]).toBeCloseTo(737.21537839, 7);
    expect(season[71]).toBeCloseTo(232.28610187, 7);
    expect(trend[49]).toBeCloseTo(1982.56538927, 7);
  });

  // R 4.2.2 has other weights: its six medians are not those of the remainder
  test('ldeaths, robust', () => {
    const { season, trend } = findStl(series, { ...options, robust: true });
    expect(season[0]).toBeCloseTo(682.25691721, 7);
    expect(season[71]).toBeCloseTo(-23.27267392, 7);
    expect(trend[0]).toBeCloseTo(2280.18445059, 7);
    expect(trend[49]).toBeCloseTo(1940.70723454, 7);
  });

  test('weights: an outlier has none, and stays out of trend and season', () => {
    const spoiled = series.with(30, series[30]! + 50_000);
    const { weights, trend, remainder } = findStl(spoiled, { period: 12, robust: true });
    const clean = findStl(series, { period: 12, robust: true });
    expect(weights[30]).toBe(0);
    expect(remainder[30]).toBeGreaterThan(48_000);
    expect(trend[30]! / clean.trend[30]!).toBeCloseTo(1, 1);
  });
});

test('parts add up to the series, and season and strengths are as they were made', () => {
  const season = [5, -3, 2, -4];
  const series = Float64Array.from({ length: 80 }, (_, at) => 100 + 0.5 * at + season[at % 4]!);
  const stl = findStl(series, { period: 4 });
  series.forEach((value, at) =>
    expect(stl.trend[at]! + stl.season[at]! + stl.remainder[at]!).toBeCloseTo(value, 10),
  );
  season.forEach((value, at) => expect(Math.abs(stl.season[at + 40]! - value)).toBeLessThan(0.1));
  expect(stl.seasonStrength).toBeGreaterThan(0.99);
  expect(stl.trendStrength).toBeGreaterThan(0.99);
});

test('a scale and a shift go through', () => {
  const series = readSeries('ldeaths');
  const plain = findStl(series, { period: 12, robust: true });
  const moved = findStl(
    series.map((value) => 3 * value + 1e6),
    { period: 12, robust: true },
  );
  expect(moved.season[20]).toBeCloseTo(3 * plain.season[20]!, 5);
  expect(moved.trend[20]).toBeCloseTo(3 * plain.trend[20]! + 1e6, 5);
});

test('constant values have no strength, and less than two cycles are too few', () => {
  const { seasonStrength, trendStrength } = findStl(new Float64Array(24).fill(5), { period: 4 });
  expect([seasonStrength, trendStrength]).toEqual([0, 0]);
  expect(() => findStl(new Float64Array(23), { period: 12 })).toThrow(
    expect.objectContaining({ params: { why: 'too-few-rows', needed: 24, rows: 23 } }),
  );
});
