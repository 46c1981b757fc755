import { toCentredMeans } from './centredMean';
import type { EtsShape } from './etsLoss';
import { findLine } from './series';

export interface EtsStart {
  level: number;
  trend: number;
  seasons: Float64Array;
}

/** Where the search for a model's first states begins: seasons against a centred mean of the first cycles, and a line through the rest. */
export function findEtsStart(shape: EtsShape, series: Float64Array, period: number): EtsStart {
  const seasons = findSeasons(shape, series, period);
  const rows = Math.min(series.length, Math.max(10, 2 * period));
  const multiplies = shape.season === 'multiplicative';
  const plain = series.slice(0, rows);
  if (shape.season !== 'none')
    for (let row = 0; row < rows; row++)
      plain[row] = multiplies ? plain[row]! / seasons[row % period]! : plain[row]! - seasons[row % period]!;
  if (shape.trend === 'none') {
    const first = plain.subarray(0, Math.min(rows, 10));
    return { level: first.reduce((sum, value) => sum + value / first.length, 0), trend: 0, seasons };
  }
  const { intercept, slope } = findLine(plain);
  const level = intercept - slope;
  // a line that starts below nothing can't start a model that multiplies
  if (shape.error === 'multiplicative' && level < 0.1 * plain[0]!)
    return { level: plain[0]!, trend: 0, seasons };
  return { level, trend: slope, seasons };
}

function findSeasons({ season }: EtsShape, series: Float64Array, period: number): Float64Array {
  const multiplies = season === 'multiplicative';
  const sums = new Float64Array(period);
  if (season === 'none') return sums;
  const counts = new Float64Array(period);
  const rows = Math.min(series.length, 5 * period);
  const half = period >> 1;
  const first = series.subarray(0, rows);
  const line = findLine(first);
  const isMean = rows >= 2 * period;
  const middles = isMean
    ? toCentredMeans(first, period)
    : first.map((_, row) => line.intercept + line.slope * row);
  middles.forEach((middle, at) => {
    const row = isMean ? at + half : at;
    sums[row % period]! += multiplies ? series[row]! / middle : series[row]! - middle;
    counts[row % period]! += 1;
  });
  let total = 0;
  for (let at = 0; at < period; at++)
    total += sums[at] = counts[at] ? sums[at]! / counts[at]! : multiplies ? 1 : 0;
  for (let at = 0; at < period; at++)
    sums[at] = multiplies ? Math.max(0.01, (sums[at]! * period) / total) : sums[at]! - total / period;
  return sums;
}
