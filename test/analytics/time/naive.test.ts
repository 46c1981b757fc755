import { expect, test } from 'vitest';
import { fitNaive, forecastNaive } from '../../../src/analytics/time/naive';
import { readSeries } from './readSeries';

const options = { horizon: 13, levels: [0.95] };

test('R 4.2.2, forecast 8.20, `naive(Nile)`', () => {
  const { mean, intervals } = forecastNaive(fitNaive(readSeries('Nile')), options);
  expect(mean.slice(0, 3)).toEqual(Float64Array.of(740, 740, 740));
  [1067.95026931157, 1203.79171864434, 1308.02652880354].forEach((value, at) =>
    expect(intervals[0]!.upper[at]).toBeCloseTo(value, 9),
  );
});

test('R 4.2.2, forecast 8.20, `snaive(AirPassengers)`', () => {
  const model = fitNaive(readSeries('AirPassengers'), { way: 'seasonal', period: 12 });
  const { mean, intervals } = forecastNaive(model, options);
  expect([mean[0], mean[12]]).toEqual([417, 417]);
  expect(intervals[0]!.upper[0]).toBeCloseTo(488.177552229328, 9);
  expect(intervals[0]!.upper[12]).toBeCloseTo(517.660259699235, 9);
});

test('R 4.2.2, forecast 8.20, `rwf(Nile, drift = TRUE)`', () => {
  const { mean, intervals } = forecastNaive(fitNaive(readSeries('Nile'), { way: 'drift' }), options);
  [736.161616161616, 732.323232323232, 728.484848484848].forEach((value, at) =>
    expect(mean[at]).toBeCloseTo(value, 10),
  );
  [1067.35423875791, 1203.03639082814, 1307.83532357084].forEach((value, at) =>
    expect(intervals[0]!.upper[at]).toBeCloseTo(value, 9),
  );
});

test('a season longer than the series is too long', () => {
  expect(() => fitNaive(Float64Array.of(1, 2, 3), { way: 'seasonal', period: 4 })).toThrow(
    expect.objectContaining({ params: { why: 'too-few-rows', needed: 5, rows: 3 } }),
  );
});

test('a horizon is a whole number of steps', () => {
  const model = fitNaive(Float64Array.of(1, 2, 3));
  expect(() => forecastNaive(model, { horizon: 0 })).toThrow(
    expect.objectContaining({ params: { why: 'no-horizon', horizon: 0 } }),
  );
});
