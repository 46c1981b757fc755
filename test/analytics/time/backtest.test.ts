import { describe, expect, test } from 'vitest';
import { backtest } from '../../../src/analytics/time/backtest';
import { fitMethod, forecastModel } from '../../../src/analytics/time/methods';
import { readSeries } from './readSeries';

describe('AirPassengers from five rows, a year ahead', () => {
  const series = readSeries('AirPassengers');
  const result = backtest(series, {
    methods: ['ets', 'theta', 'drift'],
    period: 12,
    horizon: 12,
    origins: 5,
  });

  test('the last forecast ends with the last row', () => {
    expect([...result.origins]).toEqual([128, 129, 130, 131, 132]);
  });

  test('smoothing beats the year before, and a line without seasons does not', () => {
    const [ets, theta, drift] = result.methods;
    expect(result.baseline.method).toBe('seasonal-naive');
    expect(result.baseline.relative).toBe(1);
    expect(ets!.relative).toBeLessThan(0.5);
    expect(theta!.relative).toBeLessThan(0.6);
    expect(drift!.relative).toBeGreaterThan(1);
  });

  test('errors are those of the forecasts, by step too', () => {
    const ets = result.methods[0]!;
    let sum = 0;
    let first = 0;
    ets.forecasts.forEach((forecast, at) => {
      forecast.forEach((value, step) => (sum += Math.abs(series[result.origins[at]! + step]! - value)));
      first += Math.abs(series[result.origins[at]!]! - forecast[0]!);
    });
    expect(ets.accuracy.mae).toBeCloseTo(sum / 60, 9);
    expect(ets.maeByStep[0]).toBeCloseTo(first / 5, 9);
    expect(ets.maeByStep.reduce((total, value) => total + value / 12, 0)).toBeCloseTo(ets.accuracy.mae, 9);
  });

  test('nothing of what comes is seen: a forecast is that of the rows before it', () => {
    const known = series.slice(0, 130);
    const { mean } = forecastModel(fitMethod('theta', known, 12), { horizon: 12 });
    expect(result.methods[1]!.forecasts[2]).toEqual(mean);
  });
});

test('a few rows give as many forecasts as fit', () => {
  const { origins } = backtest(readSeries('lh').slice(0, 16), { methods: ['drift'], horizon: 6, step: 2 });
  expect([...origins]).toEqual([8, 10]);
});

test('what repeats exactly has no ratio to the baseline', () => {
  const series = Float64Array.from({ length: 40 }, (_, at) => at % 4);
  const { baseline } = backtest(series, { methods: [], period: 4, horizon: 4, origins: 2 });
  expect(baseline.relative).toBeUndefined();
  expect(baseline.accuracy.mae).toBe(0);
});

test('too few rows are told with how many are needed', () => {
  expect(() => backtest(new Float64Array(30), { methods: ['ets'], period: 12, horizon: 12 })).toThrow(
    expect.objectContaining({ params: { why: 'too-few-rows', needed: 37, rows: 30 } }),
  );
});
