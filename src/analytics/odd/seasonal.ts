/**
 * Values that their trend and season do not explain. A robust STL (Cleveland et al. 1990) finds what is far off; that is put back to what was
 * to be expected, and a plain STL of the rest says what is expected of all: a robust one follows most values so closely that its
 * remainder makes 2 to 5 of 100 values of pure chance look odd at 3 spreads, the two together 3 to 9 of 1,000.
 */
import { toMisfit } from '../core/check';
import { toMedian, toMedianDeviation, toSorted } from '../describe/quantiles';
import { findSize } from '../time/series';
import { findStl, type Stl } from '../time/stl';

export interface SeasonalOddities {
  /** How many spreads each value is off what was to be expected. */
  scores: Float64Array;
  /** The rows beyond the limit, the farthest first. */
  rows: Int32Array;
  /** What was to be expected: trend and season. */
  expected: Float64Array;
  /** Of the values around that, by their median absolute deviation. */
  spread: number;
  trend: Float64Array;
  season: Float64Array;
}

export interface SeasonalOptions {
  period: number;
  /** In spreads: 3 gives some 3 in 1,000 rows of pure chance. */
  limit?: number;
  seasonWindow?: number | 'periodic';
}

/** A value this far off, in spreads of the robust remainder, has no say in what is expected. */
const FAR = 5;

export function findSeasonalOddities(
  series: Float64Array,
  { period, limit = 3, seasonWindow = 'periodic' }: SeasonalOptions,
): SeasonalOddities {
  const first = findStl(series, { period, seasonWindow, robust: true });
  const before = measure(series, first);
  const calm = series.map((value, row) =>
    Math.abs(before.rest[row]! - before.middle) > FAR * before.spread ? value - before.rest[row]! : value,
  );
  const stl = findStl(calm, { period, seasonWindow });
  const { rest, middle, spread } = measure(series, stl);
  // less than this is what rounding leaves of a series that repeats exactly
  if (!(spread > 1e-14 * findSize(series))) throw toMisfit('no-variation');
  const scores = rest.map((value) => (value - middle) / spread);
  const rows = Int32Array.from(scores.keys())
    .filter((row) => Math.abs(scores[row]!) > limit)
    .sort((a, b) => Math.abs(scores[b]!) - Math.abs(scores[a]!) || a - b);
  return {
    scores,
    rows,
    expected: series.map((value, row) => value - rest[row]! + middle),
    spread,
    trend: stl.trend,
    season: stl.season,
  };
}

function measure(series: Float64Array, { trend, season }: Stl) {
  const rest = series.map((value, row) => value - trend[row]! - season[row]!);
  const middle = toMedian(toSorted(rest))!;
  // 1.4826 makes of the median absolute deviation of normal values their standard deviation
  const spread = 1.4826022185056018 * toMedianDeviation(toSorted(rest))!;
  return { rest, middle, spread };
}
