import { describe, expect, test } from 'vitest';
import { createRandom } from '../../../src/analytics/core/random';
import { countDifferences, countSeasonalDifferences, testKpss } from '../../../src/analytics/time/unitRoots';
import { readSeries } from './readSeries';

describe('statsmodels 0.13.5, `kpss(nlags)`', () => {
  test.each([
    ['Nile', 2, 1.3152264631776724, 0.29660233071739045],
    ['LakeHuron', 2, 1.221218569394994, 0.23553900884496257],
    ['nottem', 3, 0.03181644068246411, 0.008004108288456746],
  ] as const)('%s', (name, lags, level, trend) => {
    const found = testKpss(readSeries(name));
    expect(found.lags).toBe(lags);
    expect(found.statistic).toBeCloseTo(level, 12);
    expect(testKpss(readSeries(name), { about: 'trend', lags }).statistic).toBeCloseTo(trend, 12);
  });
});

test('chance needs no difference, a walk one, a walk of walks two', () => {
  const random = createRandom(9);
  const walk = (series: Float64Array) => {
    let sum = 0;
    return series.map((value) => (sum += value));
  };
  const chance = Float64Array.from({ length: 200 }, () => random.normal());
  expect([chance, walk(chance), walk(walk(chance))].map((series) => countDifferences(series))).toEqual([
    0, 1, 2,
  ]);
});

test('R 4.2.2, forecast 8.20, `nsdiffs`: seasonal ones', () => {
  expect(countSeasonalDifferences(readSeries('AirPassengers'), 12)).toBe(1);
  expect(countSeasonalDifferences(readSeries('Nile'), 12)).toBe(0);
});
