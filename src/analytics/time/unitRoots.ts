/**
 * How many differences a series needs: by the KPSS test, which takes a steady level for granted (Kwiatkowski, Phillips, Schmidt, Shin
 * 1992, J. Econometrics 54), and for the season by its strength in STL, as R's forecast decides it (Hyndman, Khandakar 2008).
 */
import { toMean } from '../core/sums';
import { difference, findLine, isConstant } from './series';
import { findStl } from './stl';

export interface Kpss {
  statistic: number;
  lags: number;
  /** 5 %: a larger statistic speaks against a steady level. */
  limit: number;
}

export function testKpss(
  series: Float64Array,
  {
    about = 'level',
    lags = Math.trunc((3 * Math.sqrt(series.length)) / 13),
  }: { about?: 'level' | 'trend'; lags?: number } = {},
): Kpss {
  const { intercept, slope } = about === 'trend' ? findLine(series) : { intercept: toMean(series), slope: 0 };
  const rest = series.map((value, at) => value - intercept - slope * at);
  let walk = 0;
  let walked = 0;
  for (const value of rest) {
    walk += value;
    walked += walk * walk;
  }
  let spread = 0;
  for (let lag = 0; lag <= lags; lag++) {
    let sum = 0;
    for (let at = lag; at < rest.length; at++) sum += rest[at]! * rest[at - lag]!;
    spread += lag === 0 ? sum : 2 * (1 - lag / (lags + 1)) * sum;
  }
  const statistic = spread > 0 ? walked / (series.length * spread) : 0;
  return { statistic, lags, limit: about === 'trend' ? 0.146 : 0.463 };
}

export function countDifferences(series: Float64Array, most = 2): number {
  let values = series;
  for (let taken = 0; taken < most; taken++) {
    if (values.length < 4 || isConstant(values)) return taken;
    const { statistic, limit } = testKpss(values);
    if (statistic <= limit) return taken;
    values = difference(values, 1);
  }
  return most;
}

/** 0 or 1. The limit is the one that R's forecast found to serve best on the M3 series. */
export function countSeasonalDifferences(series: Float64Array, period: number): number {
  if (period < 2 || series.length < 2 * period + 1 || isConstant(series)) return 0;
  return findStl(series, { period, seasonWindow: 11 }).seasonStrength > 0.64 ? 1 : 0;
}
