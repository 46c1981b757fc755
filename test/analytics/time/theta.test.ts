import { describe, expect, test } from 'vitest';
import { fitTheta, forecastTheta } from '../../../src/analytics/time/theta';
import { readSeries } from './readSeries';

const forecast = (name: 'lh', period: number) =>
  forecastTheta(fitTheta(readSeries(name), { period }), { horizon: 13, levels: [0.95] });

/** R's search for alpha ends some 10^-5 before the top: so do the digits in which the forecasts are alike. */
describe('R 4.2.2, forecast 8.20, `thetaf`', () => {
  test.each([
    ['AirPassengers', 12, [440.0781911, 428.3842806, 454.5297689]],
    ['Nile', 1, [799.8119962, 798.4548435, 783.5261636]],
    ['USAccDeaths', 12, [8270.693806, 7508.923867, 8206.971927]],
    ['lh', 1, [2.913429816, 2.920002765, 2.992305196]],
    ['UKgas', 4, [999.7439171, 660.097642, 1048.741284]],
  ] as const)('%s', (name, period, expected) => {
    const { mean } = forecast(name as 'lh', period);
    [0, 1, 12].forEach((step, at) => expect(mean[step]! / expected[at]!).toBeCloseTo(1, 4));
  });

  test('its intervals, where there is no season', () => {
    const { upper } = forecast('lh', 1).intervals[0]!;
    [3.9087882, 4.289607391, 6.399896801].forEach((value, at) =>
      expect(upper[[0, 1, 12][at]!]).toBeCloseTo(value, 3),
    );
  });
});

describe('statsmodels 0.13.5, `ThetaModel`', () => {
  test.each([
    ['AirPassengers', 12, [440.06792504, 428.37431458, 454.51950289]],
    ['lh', 1, [2.91343984, 2.92001279, 2.99231522]],
  ] as const)('%s', (name, period, expected) => {
    const { mean } = forecast(name as 'lh', period);
    [0, 1, 12].forEach((step, at) => expect(mean[step]! / expected[at]!).toBeCloseTo(1, 4));
  });
});

test('a season in values below 0 is taken off, not divided out', () => {
  const series = Float64Array.from({ length: 48 }, (_, at) => [9, -3, -5, -1][at % 4]! + 0.1 * Math.sin(at));
  const model = fitTheta(series, { period: 4 });
  const { mean } = forecastTheta(model, { horizon: 4 });
  expect(model.season).toBe('additive');
  [9, -3, -5, -1].forEach((value, at) => expect(mean[at]!).toBeCloseTo(value, 0));
});

test('a line goes on with half its slope ahead of the smoothed level, and constants stay', () => {
  const line = fitTheta(Float64Array.from({ length: 20 }, (_, at) => 10 + 2 * at));
  expect(line.drift).toBeCloseTo(1, 12);
  const { mean } = forecastTheta(fitTheta(new Float64Array(20).fill(4)), { horizon: 3 });
  mean.forEach((value) => expect(value).toBeCloseTo(4, 8));
});
