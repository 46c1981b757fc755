/**
 * The Theta method as it won the M3 competition (Assimakopoulos, Nikolopoulos 2000, Int. J. Forecasting 16): the mean of a
 * line and of simple smoothing, which is smoothing with half the line's slope as drift (Hyndman, Billah 2003); seasons, where
 * the autocorrelation shows them (90 %), are divided out before by the classical way, or taken off where a value is not positive.
 */
import { findAcf } from './acf';
import { toCentredMeans } from './centredMean';
import { chooseEts } from './ets';
import { toForecast, type Forecast, type ForecastOptions } from './forecast';
import { checkHorizon, checkPeriod, checkSeries, findLine, isConstant } from './series';

export interface ThetaModel {
  kind: 'theta';
  period: number;
  season: 'none' | 'additive' | 'multiplicative';
  /** In the order of time: the first is the next value's. */
  seasons: Float64Array;
  alpha: number;
  level: number;
  /** Half the slope of the line. */
  drift: number;
  variance: number;
  rows: number;
  fitted: Float64Array;
  residuals: Float64Array;
}

export function fitTheta(series: Float64Array, { period = 1 } = {}): ThetaModel {
  checkSeries(series, 4);
  if (period !== 1) checkPeriod(period, series.length, { cycles: 0 });
  const rows = series.length;
  const season = findKind(series, period);
  const cycle = season === 'none' ? 1 : period;
  const seasons = findIndices(series, season, cycle);
  const plain = series.map((value, at) => unseason(value, seasons[at % cycle]!, season));
  const smooth = chooseEts(plain, { error: 'additive', trend: 'none', season: 'none' }).model;
  const fitted = smooth.fitted.map((value, at) => reseason(value, seasons[at % cycle]!, season));
  return {
    kind: 'theta',
    period: cycle,
    season,
    seasons: seasons.map((_, at) => seasons[(rows + at) % cycle]!),
    alpha: smooth.alpha,
    level: smooth.last.level,
    drift: findLine(plain).slope / 2,
    variance: smooth.variance,
    rows,
    fitted,
    residuals: series.map((value, at) => value - fitted[at]!),
  };
}

export function forecastTheta(
  { alpha, level, drift, variance, rows, season, seasons, period }: ThetaModel,
  { horizon = 12, levels = [0.8, 0.95] }: Partial<ForecastOptions> = {},
): Forecast {
  checkHorizon(horizon);
  const mean = new Float64Array(horizon);
  const spread = new Float64Array(horizon);
  const behind = (1 - (1 - alpha) ** rows) / alpha;
  for (let step = 0; step < horizon; step++) {
    const index = seasons[step % period]!;
    mean[step] = reseason(level + drift * (step + behind), index, season);
    const share = season === 'multiplicative' ? Math.abs(index) : 1;
    spread[step] = share * Math.sqrt(variance * (1 + step * alpha * alpha));
  }
  return toForecast(mean, spread, levels);
}

function findKind(series: Float64Array, period: number): ThetaModel['season'] {
  if (period === 1 || series.length < 2 * period + 1 || isConstant(series)) return 'none';
  const acf = findAcf(series, period);
  const before = acf.subarray(1, period).reduce((sum, value) => sum + value * value, 0);
  // the 95 % quantile of the normal distribution: 90 % on both sides
  if (Math.abs(acf[period]!) <= 1.6448536269514722 * Math.sqrt((1 + 2 * before) / series.length))
    return 'none';
  return series.every((value) => value > 0) ? 'multiplicative' : 'additive';
}

/** The mean of each place of the cycle against the centred mean of a cycle around it. */
function findIndices(series: Float64Array, season: ThetaModel['season'], period: number): Float64Array {
  if (season === 'none') return Float64Array.of(0);
  const sums = new Float64Array(period);
  const counts = new Float64Array(period);
  const half = period >> 1;
  toCentredMeans(series, period).forEach((mean, at) => {
    const place = (at + half) % period;
    sums[place]! += unseason(series[at + half]!, mean, season);
    counts[place]! += 1;
  });
  const means = sums.map((sum, at) => sum / counts[at]!);
  const mean = means.reduce((sum, value) => sum + value / period, 0);
  return means.map((value) => unseason(value, mean, season));
}

function unseason(value: number, index: number, season: ThetaModel['season']): number {
  return season === 'multiplicative' ? value / index : value - index;
}

function reseason(value: number, index: number, season: ThetaModel['season']): number {
  return season === 'multiplicative' ? value * index : value + index;
}
