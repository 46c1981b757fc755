import { describe, expect, test } from 'vitest';
import { toArma, type Factors } from '../../../src/analytics/time/armaPolynomials';
import { differenceAll, toOrder } from '../../../src/analytics/time/arima';
import { findErrors, findInnovations } from '../../../src/analytics/time/innovations';
import { readSeries } from './readSeries';

const none = new Float64Array(0);

function findLogLikelihood(
  series: Float64Array,
  factors: Partial<Factors>,
  period: number,
  variance: number,
) {
  const arma = toArma({ ar: none, ma: none, seasonalAr: none, seasonalMa: none, ...factors }, period);
  const model = findInnovations(arma, series.length)!;
  const errors = findErrors(series, model, new Float64Array(series.length));
  let twice = series.length * Math.log(2 * Math.PI * variance);
  for (let row = 0; row < series.length; row++)
    twice += Math.log(model.variances[row]!) + errors[row]! ** 2 / model.variances[row]! / variance;
  return -twice / 2;
}

describe('statsmodels 0.13.5, `SARIMAX(…).loglike` at given values', () => {
  test('ARMA(2,1) of LakeHuron less 579', () => {
    const series = readSeries('LakeHuron').map((value) => value - 579);
    const factors = { ar: Float64Array.of(0.9, -0.2), ma: Float64Array.of(0.3) };
    expect(findLogLikelihood(series, factors, 1, 0.5)).toBeCloseTo(-104.67566900325924, 9);
  });

  test('(0,1,1)(0,1,1)12 of log(AirPassengers), differenced', () => {
    const order = toOrder({ d: 1, D: 1, period: 12 });
    const series = differenceAll(readSeries('AirPassengers').map(Math.log), order);
    const factors = { ma: Float64Array.of(-0.4), seasonalMa: Float64Array.of(-0.55) };
    expect(findLogLikelihood(series, factors, 12, 0.0013)).toBeCloseTo(244.64508084623787, 9);
  });

  test('(1,0,2)(1,1,1)12 of nottem, differenced', () => {
    const series = differenceAll(readSeries('nottem'), toOrder({ D: 1, period: 12 }));
    const factors = {
      ar: Float64Array.of(0.3),
      ma: Float64Array.of(0.2, -0.1),
      seasonalAr: Float64Array.of(-0.4),
      seasonalMa: Float64Array.of(-0.5),
    };
    expect(findLogLikelihood(series, factors, 12, 6)).toBeCloseTo(-532.3116643583066, 8);
  });
});

test('once the weights stand still, errors go on as if they had been worked out', () => {
  const arma = { phi: Float64Array.of(0.5), theta: Float64Array.of(0.4) };
  const model = findInnovations(arma, 200)!;
  expect(model.steady).toBeLessThan(60);
  const series = Float64Array.from({ length: 200 }, (_, at) => Math.sin(at * at));
  const errors = findErrors(series, model, new Float64Array(200));
  for (let row = 100; row < 200; row++)
    expect(errors[row]).toBeCloseTo(series[row]! - 0.5 * series[row - 1]! - 0.4 * errors[row - 1]!, 13);
});

test('a space is used again with the same result', () => {
  const one = { phi: Float64Array.of(0.2, 0.1), theta: Float64Array.of(0.3) };
  const other = { phi: Float64Array.of(-0.7, 0.1), theta: Float64Array.of(-0.9) };
  const space = findInnovations(other, 50)!;
  const again = findInnovations(one, 50, space)!;
  expect(again.variances).toEqual(findInnovations(one, 50)!.variances);
  expect(again.steady).toBe(findInnovations(one, 50)!.steady);
});

test('what is not stationary has no likelihood', () => {
  expect(findInnovations({ phi: Float64Array.of(1.2), theta: none }, 20)).toBeUndefined();
});
