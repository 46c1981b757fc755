/**
 * How a series goes with itself some steps before: autocorrelations (sums over all rows divided by n, so that they are those
 * of a possible series), partial ones by Durbin and Levinson (Brockwell, Davis 1991, §5.2), and the test of Ljung, Box 1978.
 */
import { toMisfit } from '../core/check';
import { toChiSquare } from '../core/distributions/gamma';
import { toCentred } from '../core/sums';
import { checkSeries, isConstant } from './series';

export interface Autocorrelation {
  /** At lag 0, which is 1, and on. */
  acf: Float64Array;
  /** At lag 0, set to 1, and on. */
  pacf: Float64Array;
  /** Beyond this on either side a value is rare (5 %) in a series of pure chance. */
  limit: number;
}

export function findAutocorrelation(
  series: Float64Array,
  lags = toUsualLags(series.length),
): Autocorrelation {
  checkSeries(series, 2);
  if (isConstant(series)) throw toMisfit('no-variation');
  const acf = findAcf(series, Math.min(lags, series.length - 1));
  return { acf, pacf: toPacf(acf), limit: 1.959963984540054 / Math.sqrt(series.length) };
}

/** As R's `acf` chooses: 10 log10 n. */
export function toUsualLags(rows: number): number {
  return Math.max(1, Math.min(rows - 1, Math.floor(10 * Math.log10(rows))));
}

export function findAcf(series: Float64Array, lags: number): Float64Array {
  const rest = toCentred(series);
  const acf = new Float64Array(lags + 1);
  for (let lag = 0; lag <= lags; lag++) {
    let sum = 0;
    for (let at = lag; at < rest.length; at++) sum += rest[at]! * rest[at - lag]!;
    acf[lag] = sum;
  }
  const whole = acf[0]!;
  return acf.map((value) => value / whole);
}

export function toPacf(acf: Float64Array): Float64Array {
  const pacf = new Float64Array(acf.length);
  let weights = new Float64Array(acf.length);
  let before = new Float64Array(acf.length);
  pacf[0] = 1;
  let rest = 1;
  for (let lag = 1; lag < acf.length; lag++) {
    let sum = acf[lag]!;
    for (let back = 1; back < lag; back++) sum -= before[back]! * acf[lag - back]!;
    const partial = rest > 0 ? sum / rest : 0;
    weights[lag] = pacf[lag] = partial;
    for (let back = 1; back < lag; back++) weights[back] = before[back]! - partial * before[lag - back]!;
    rest *= 1 - partial * partial;
    [before, weights] = [weights, before];
  }
  return pacf;
}

export interface LjungBox {
  statistic: number;
  freedom: number;
  p: number;
}

/** Whether a series, or what a model left over, is pure chance. `fitted` is how many values the model has fitted. */
export function testLjungBox(series: Float64Array, { lags = 10, fitted = 0 } = {}): LjungBox {
  checkSeries(series, Math.max(2, lags + 1));
  if (isConstant(series)) throw toMisfit('no-variation');
  if (lags <= fitted) throw toMisfit('too-few-lags', { lags, fitted });
  const acf = findAcf(series, lags);
  let sum = 0;
  for (let lag = 1; lag <= lags; lag++) sum += acf[lag]! ** 2 / (series.length - lag);
  const statistic = series.length * (series.length + 2) * sum;
  const freedom = lags - fitted;
  return { statistic, freedom, p: toChiSquare(statistic, freedom).upper };
}
