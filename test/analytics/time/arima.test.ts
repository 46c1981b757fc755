import { describe, expect, test } from 'vitest';
import { createRandom } from '../../../src/analytics/core/random';
import { fitArima, type ArimaSpec } from '../../../src/analytics/time/arima';
import { forecastArima } from '../../../src/analytics/time/arimaForecast';
import { readSeries } from './readSeries';

/** R 4.2.2, forecast 8.20: `Arima(x, order)`, which for these is `arima`'s exact likelihood. */
describe('R', () => {
  test('lh, AR(1): ar1 0.5739 (s.e. 0.1161), log likelihood -29.38 (R: ?arima)', () => {
    const model = fitArima(readSeries('lh'), { p: 1 });
    expect(model.coefficients.ar[0]).toBeCloseTo(0.5739296, 4);
    expect(model.errors!.ar[0]).toBeCloseTo(0.11614, 3);
    expect(model.constant!.value).toBeCloseTo(2.413288, 4);
    expect(model.logLikelihood).toBeCloseTo(-29.3791623874, 8);
    expect(model.aicc).toBeCloseTo(65.3037793202, 7);
    expect(model.variance).toBeCloseTo(0.206076015576, 6);
  });

  test.each([
    ['lh', { p: 3 }, -27.092411066, 'ARIMA(3,0,0) with mean'],
    ['lh', { p: 1, q: 1 }, -28.7620332052, 'ARIMA(1,0,1) with mean'],
    ['LakeHuron', { p: 2 }, -103.633222554, 'ARIMA(2,0,0) with mean'],
    ['LakeHuron', { p: 1, q: 1 }, -103.245260626, 'ARIMA(1,0,1) with mean'],
  ] as const)('%s %o: the log-likelihood', (name, spec, expected, title) => {
    const model = fitArima(readSeries(name), spec);
    expect(model.logLikelihood).toBeCloseTo(expected, 7);
    expect(model.name).toBe(title);
    expect(model.converged).toBe(true);
  });

  test('log(AirPassengers), (0,1,1)(0,1,1)12: ma1 -0.4018 (0.0896), sma1 -0.5569 (0.0731), log likelihood 244.7', () => {
    const model = fitArima(readSeries('AirPassengers').map(Math.log), { q: 1, d: 1, Q: 1, D: 1, period: 12 });
    expect(model.name).toBe('ARIMA(0,1,1)(0,1,1)[12]');
    expect(model.coefficients.ma[0]).toBeCloseTo(-0.4018, 4);
    expect(model.errors!.ma[0]).toBeCloseTo(0.0896, 4);
    expect(model.coefficients.seasonalMa[0]).toBeCloseTo(-0.5569, 4);
    expect(model.errors!.seasonalMa[0]).toBeCloseTo(0.0731, 4);
    expect(model.logLikelihood).toBeCloseTo(244.7, 1);
    // exact, without R's wide prior: statsmodels 0.13.5, `SARIMAX(simple_differencing=True)`
    expect(model.logLikelihood).toBeCloseTo(244.6964844415, 4);
    expect(model.logLikelihood).toBeGreaterThan(244.6964844415);
    const { mean, spread } = forecastArima(model, { horizon: 24 });
    [6.1101857433191, 6.05377527132, 6.264274131684].forEach((value, at) =>
      expect(mean[[0, 1, 23][at]!]).toBeCloseTo(value, 4),
    );
    [0.0370305570304, 0.0431498850829, 0.139621492437].forEach((value, at) =>
      expect(spread[[0, 1, 23][at]!]! / value).toBeCloseTo(1, 2),
    );
  });

  test('USAccDeaths, (0,1,1)(0,1,1)12: ma1 -0.4303 (0.1228), sma1 -0.5528 (0.1784), log likelihood -425.44', () => {
    const model = fitArima(readSeries('USAccDeaths'), { q: 1, d: 1, Q: 1, D: 1, period: 12 });
    expect(model.coefficients.ma[0]).toBeCloseTo(-0.4303, 4);
    expect(model.errors!.ma[0]).toBeCloseTo(0.1228, 4);
    expect(model.coefficients.seasonalMa[0]).toBeCloseTo(-0.5528, 3);
    expect(model.errors!.seasonalMa[0]).toBeCloseTo(0.1784, 4);
    expect(model.logLikelihood).toBeCloseTo(-425.44, 2);
  });

  test('WWWusage, (1,1,1) with drift', () => {
    const model = fitArima(readSeries('WWWusage'), { p: 1, d: 1, q: 1, constant: true });
    expect(model.name).toBe('ARIMA(1,1,1) with drift');
    expect(model.coefficients.ar[0]).toBeCloseTo(0.6343689, 5);
    expect(model.coefficients.ma[0]).toBeCloseTo(0.5296993, 5);
    expect(model.constant!.value).toBeCloseTo(1.1204744, 3);
    const { mean, spread } = forecastArima(model, { horizon: 24 });
    expect(mean[0]).toBeCloseTo(219.1572289, 3);
    expect(mean[23]).toBeCloseTo(241.522011, 2);
    expect(spread[23]).toBeCloseTo(60.43871579, 2);
  });

  test('LakeHuron by year, errors AR(2): `Arima(xreg = time(LakeHuron) - 1920)`', () => {
    const years = Float64Array.from({ length: 98 }, (_, at) => at - 45);
    const model = fitArima(readSeries('LakeHuron'), { p: 2, regressors: [years] });
    expect(model.coefficients.ar[0]).toBeCloseTo(1.0048, 4);
    expect(model.coefficients.ar[1]).toBeCloseTo(-0.2913, 4);
    expect(model.constant!.value).toBeCloseTo(579.0993, 3);
    expect(model.regression[0]!.value).toBeCloseTo(-0.0216, 4);
    expect(model.regression[0]!.error).toBeCloseTo(0.0081, 3);
    const { mean, intervals } = forecastArima(model, {
      horizon: 2,
      levels: [0.95],
      regressors: [Float64Array.of(53, 54)],
    });
    expect(mean[0]).toBeCloseTo(579.397165, 3);
    expect(mean[1]).toBeCloseTo(578.805054, 3);
    expect(intervals[0]!.upper[1]).toBeCloseTo(580.7221, 3);
  });
});

describe('what should not matter does not', () => {
  const spec: ArimaSpec = { p: 1, q: 1 };
  const plain = fitArima(readSeries('LakeHuron'), spec);

  test('scale and shift', () => {
    const moved = fitArima(
      readSeries('LakeHuron').map((value) => 1e4 * value - 3e6),
      spec,
    );
    expect(moved.coefficients.ar[0]).toBeCloseTo(plain.coefficients.ar[0]!, 5);
    expect(moved.constant!.value / (1e4 * plain.constant!.value - 3e6)).toBeCloseTo(1, 6);
  });

  test('a series backwards is as likely', () => {
    const back = fitArima(readSeries('LakeHuron').toReversed(), spec);
    expect(back.logLikelihood).toBeCloseTo(plain.logLikelihood, 8);
  });
});

test('fitted values and residuals add up, and the first rows that differences take fit themselves', () => {
  const series = readSeries('USAccDeaths');
  const model = fitArima(series, { q: 1, d: 1, D: 1, period: 12 });
  expect(model.lost).toBe(13);
  expect([...model.fitted.subarray(0, 13)]).toEqual([...series.subarray(0, 13)]);
  model.fitted.forEach((value, row) => expect(value + model.residuals[row]!).toBeCloseTo(series[row]!, 8));
});

test('a random walk forecasts its last value, less sure with the root of the steps', () => {
  const random = createRandom(2);
  let value = 0;
  const series = Float64Array.from({ length: 50 }, () => (value += random.normal()));
  const { mean, spread } = forecastArima(fitArima(series, { d: 1 }), { horizon: 9 });
  mean.forEach((expected, step) => {
    expect(expected).toBeCloseTo(series[49]!, 10);
    expect(spread[step]! / spread[0]!).toBeCloseTo(Math.sqrt(step + 1), 10);
  });
});

describe('what can not be fitted says why', () => {
  const misfit = (params: object) => expect.objectContaining({ code: 'analysis-misfit', params });
  const line = Float64Array.from({ length: 30 }, (_, at) => at);
  test.each([
    ['too few rows', line.slice(0, 4), { p: 2 }, { why: 'too-few-rows', needed: 5, rows: 4 }],
    ['a line, differenced', line, { d: 1 }, { why: 'no-variation' }],
    ['a constant', line.map(() => 1), { p: 1 }, { why: 'no-variation' }],
    ['a drift of two differences', line, { d: 2, constant: true }, { why: 'drift-differenced' }],
    [
      'the same column twice',
      line.map(Math.sin),
      { regressors: [line, line] },
      { why: 'collinear', columns: '1' },
    ],
    ['not a number', line.with(3, NaN), {}, { why: 'not-finite', column: 0 }],
  ] as const)('%s', (_, series, spec, params) => {
    expect(() => fitArima(series as Float64Array, spec)).toThrow(misfit(params));
  });

  test('a forecast without its columns', () => {
    const model = fitArima(readSeries('lh'), { regressors: [readSeries('lh').map((_, at) => Math.sin(at))] });
    expect(() => forecastArima(model, { horizon: 2 })).toThrow(
      misfit({ why: 'regressors-missing', needed: 1 }),
    );
  });
});

test('an offset of 10^15 leaves the digits that doubles have there', () => {
  const random = createRandom(6);
  let before = 0;
  const series = Float64Array.from(
    { length: 200 },
    () => (before = Math.round(0.6 * before + 100 * random.normal())),
  );
  const plain = fitArima(series, { p: 1 });
  const moved = fitArima(
    series.map((value) => value + 1e15),
    { p: 1 },
  );
  expect(moved.coefficients.ar[0]).toBeCloseTo(plain.coefficients.ar[0]!, 3);
  expect(moved.variance / plain.variance).toBeCloseTo(1, 2);
});
