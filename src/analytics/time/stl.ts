/**
 * A series as trend, season and remainder by STL: local regressions in turn, robust where asked (Cleveland, Cleveland, McRae,
 * Terpenning 1990). The defaults are those of R's `stl`; strengths as Wang, Smith, Hyndman 2006 have them.
 */
import { fitAt, smooth, type Loess } from './loess';
import { toCentred } from '../core/sums';
import { toMedian, toSorted } from '../describe/quantiles';
import { checkPeriod, checkSeries, findSize } from './series';

export interface Stl {
  trend: Float64Array;
  season: Float64Array;
  remainder: Float64Array;
  /** How much each value counted; 1 where not robust. */
  weights: Float64Array;
  /** From 0 to 1: how much of what is not the other part's is this one's. */
  trendStrength: number;
  seasonStrength: number;
}

export interface StlOptions {
  period: number;
  /** Odd, 7 or more: how many cycles a season is smoothed over; `periodic` for the same season in every cycle. */
  seasonWindow?: number | 'periodic';
  seasonDegree?: 0 | 1;
  trendWindow?: number;
  robust?: boolean;
  /** 1 fits everywhere; by default at every tenth of a window, which is ten times as fast. */
  jump?: number;
}

export function findStl(
  series: Float64Array,
  { period, seasonWindow = 'periodic', seasonDegree = 0, trendWindow, robust = false, jump }: StlOptions,
): Stl {
  checkSeries(series, 2);
  checkPeriod(period, series.length);
  const rows = series.length;
  const isPeriodic = seasonWindow === 'periodic';
  const cycles = isPeriodic ? 10 * rows + 1 : seasonWindow;
  const toLoess = (window: number, degree: 0 | 1): Loess => ({
    window,
    degree,
    jump: jump ?? Math.ceil(window / 10),
  });
  const plan: Plan = {
    period,
    season: toLoess(cycles, isPeriodic ? 0 : seasonDegree),
    trend: toLoess(trendWindow ?? toOdd(Math.ceil((1.5 * period) / (1 - 1.5 / cycles))), 1),
    low: toLoess(toOdd(period), 1),
  };
  const trend = new Float64Array(rows);
  const season = new Float64Array(rows);
  const weights = new Float64Array(rows).fill(1);
  const space = createSpace(rows, period);
  if (robust) {
    for (let round = 0; round <= 15; round++) {
      turn(series, trend, season, plan, 1, space, round > 0 ? weights : undefined);
      if (round < 15) weigh(series, trend, season, weights);
    }
  } else turn(series, trend, season, plan, 2, space);
  if (isPeriodic) levelOut(season, period);

  const remainder = series.map((value, at) => value - trend[at]! - season[at]!);
  const noise = rows * (1e-13 * findSize(series)) ** 2;
  return {
    trend,
    season,
    remainder,
    weights,
    trendStrength: findStrength(remainder, trend, noise),
    seasonStrength: findStrength(remainder, season, noise),
  };
}

interface Plan {
  period: number;
  season: Loess;
  trend: Loess;
  low: Loess;
}

/** A cycle more on both sides for the seasons, which are smoothed a step beyond the ends. */
function createSpace(rows: number, period: number) {
  const make = (size: number) => new Float64Array(size);
  const most = Math.ceil(rows / period) + 2;
  return {
    plain: make(rows),
    wide: make(rows + 2 * period),
    low: make(rows + 2 * period),
    part: make(most),
    partWeights: make(most),
    smoothed: make(most),
  };
}

function turn(
  series: Float64Array,
  trend: Float64Array,
  season: Float64Array,
  { period, season: seasonLoess, trend: trendLoess, low: lowLoess }: Plan,
  rounds: number,
  space: ReturnType<typeof createSpace>,
  weights?: Float64Array,
): void {
  const { plain, wide, low } = space;
  const rows = series.length;
  for (let round = 0; round < rounds; round++) {
    for (let at = 0; at < rows; at++) plain[at] = series[at]! - trend[at]!;
    smoothSeasons(plain, wide, period, seasonLoess, space, weights);
    average(wide, low, rows + 2 * period, period);
    average(low, low, rows + period + 1, period);
    average(low, low, rows + 2, 3);
    smooth(low, plain, rows, lowLoess);
    for (let at = 0; at < rows; at++) {
      season[at] = wide[period + at]! - plain[at]!;
      low[at] = series[at]! - season[at]!;
    }
    smooth(low, trend, rows, trendLoess, weights);
  }
}

/** Each place of the cycle by itself, from a cycle before the first value to one after the last. */
function smoothSeasons(
  from: Float64Array,
  into: Float64Array,
  period: number,
  loess: Loess,
  { part, partWeights, smoothed }: ReturnType<typeof createSpace>,
  weights?: Float64Array,
): void {
  const { window, degree } = loess;
  for (let place = 0; place < period; place++) {
    const size = Math.floor((from.length - 1 - place) / period) + 1;
    for (let cycle = 0; cycle < size; cycle++) {
      part[cycle] = from[cycle * period + place]!;
      if (weights) partWeights[cycle] = weights[cycle * period + place]!;
    }
    const counted = weights && partWeights;
    smooth(part, smoothed, size, loess, counted);
    const last = Math.min(window, size) - 1;
    const first = Math.max(0, size - window);
    into[place] = fitAt(part, -1, 0, last, size, window, degree, counted) ?? smoothed[0]!;
    for (let cycle = 0; cycle < size; cycle++) into[(cycle + 1) * period + place] = smoothed[cycle]!;
    into[(size + 1) * period + place] =
      fitAt(part, size, first, size - 1, size, window, degree, counted) ?? smoothed[size - 1]!;
  }
}

/** Moving means of the first `size` values; may be in place. */
function average(from: Float64Array, into: Float64Array, size: number, window: number): void {
  let sum = 0;
  for (let at = 0; at < window; at++) sum += from[at]!;
  for (let at = 0; at + window <= size; at++) {
    const leaving = from[at]!;
    into[at] = sum / window;
    if (at + window < size) sum += from[at + window]! - leaving;
  }
}

/** Bisquare weights of what is left, against six times its median. */
function weigh(series: Float64Array, trend: Float64Array, season: Float64Array, weights: Float64Array): void {
  for (let at = 0; at < series.length; at++) weights[at] = Math.abs(series[at]! - trend[at]! - season[at]!);
  const limit = 6 * toMedian(toSorted(weights))!;
  for (let at = 0; at < weights.length; at++) {
    const size = weights[at]!;
    if (size <= 0.001 * limit) weights[at] = 1;
    else if (size > 0.999 * limit) weights[at] = 0;
    else weights[at] = (1 - (size / limit) ** 2) ** 2;
  }
}

function levelOut(season: Float64Array, period: number): void {
  for (let place = 0; place < period; place++) {
    let sum = 0;
    let count = 0;
    for (let at = place; at < season.length; at += period, count++) sum += season[at]!;
    for (let at = place; at < season.length; at += period) season[at] = sum / count;
  }
}

/** `noise` is the sum of squares that rounding leaves of values that are all the same. */
function findStrength(remainder: Float64Array, part: Float64Array, noise: number): number {
  const both = findSpread(remainder.map((value, at) => value + part[at]!));
  return both > noise ? Math.max(0, Math.min(1, 1 - findSpread(remainder) / both)) : 0;
}

function findSpread(values: Float64Array): number {
  return toCentred(values).reduce((sum, value) => sum + value * value, 0);
}

function toOdd(window: number): number {
  const whole = Math.round(window);
  return whole % 2 === 0 ? whole + 1 : whole;
}
