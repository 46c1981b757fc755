import { expect, test } from 'vitest';
import { fitMethod, forecastModel } from '../../../src/analytics/time/methods';
import { fitStlEts, forecastStlEts } from '../../../src/analytics/time/stlEts';
import { readSeries } from './readSeries';

/** R's search for alpha ends a little before the top: so do the digits in which the forecasts are alike. */
test.each([
  ['nottem', 11, 'STL + ETS(M,N,N)', [39.6031161157, 39.6783602776], [43.7084882383, 43.7898209621]],
  [
    'AirPassengers',
    'periodic',
    'STL + ETS(A,N,N)',
    [438.241169651, 428.517953189],
    [471.728866799, 475.87433789],
  ],
] as const)('R 4.2.2, forecast 8.20, `stlf(%s)`', (name, seasonWindow, expected, means, uppers) => {
  const model = fitStlEts(readSeries(name), { period: 12, seasonWindow });
  const { mean, intervals } = forecastStlEts(model, { horizon: 13, levels: [0.95] });
  expect(model.name).toBe(expected);
  means.forEach((value, step) => expect(mean[step]! / value).toBeCloseTo(1, 5));
  uppers.forEach((value, step) => expect(intervals[0]!.upper[step]! / value).toBeCloseTo(1, 5));
  expect(mean[12]).toBeCloseTo(mean[0]!, 10);
});

test('smoothing of days with a year takes the year off first', () => {
  const series = Float64Array.from(
    { length: 800 },
    (_, day) => 50 + 10 * Math.sin((2 * Math.PI * day) / 365),
  );
  const model = fitMethod('ets', series, 365);
  expect(model.kind).toBe('stl-ets');
  const { mean } = forecastModel(model, { horizon: 100 });
  expect(mean[99]).toBeCloseTo(50 + 10 * Math.sin((2 * Math.PI * 899) / 365), 0);
});
