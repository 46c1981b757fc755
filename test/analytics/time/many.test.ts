import { expect, test } from 'vitest';
import { forecastMany } from '../../../src/analytics/time/many';
import { fitMethod, forecastModel, type ForecastMethod } from '../../../src/analytics/time/methods';
import { readSeries } from './readSeries';

test('each series has the forecast that it has by itself, and one that can not be fitted stops no other', () => {
  const [deaths, flights] = [readSeries('USAccDeaths'), readSeries('AirPassengers')];
  const shares: number[] = [];
  const found = forecastMany([deaths, Float64Array.of(1, 2), flights], {
    period: 12,
    horizon: 3,
    onProgress: (share) => shares.push(share),
  });
  expect(found.map(({ kind }) => kind)).toEqual(['done', 'misfit', 'done']);
  expect(found[1]).toMatchObject({ params: { why: 'too-few-rows', needed: 4, rows: 2 } });
  expect(found[2]).toMatchObject({
    forecast: forecastModel(fitMethod('ets', flights, 12), { horizon: 3 }),
  });
  expect(shares).toEqual([0, 1 / 3, 2 / 3]);
});

test.each(['naive', 'seasonal-naive', 'drift', 'ets', 'theta', 'arima', 'stl-ets'] as const)(
  '%s crosses to another thread and forecasts there as here',
  (method: ForecastMethod) => {
    const model = fitMethod(method, readSeries('USAccDeaths'), 12);
    const { mean, intervals } = forecastModel(structuredClone(model), { horizon: 4, levels: [0.9] });
    expect(mean).toEqual(forecastModel(model, { horizon: 4 }).mean);
    mean.forEach((value, at) => expect(intervals[0]!.lower[at]!).toBeLessThan(value));
  },
);
