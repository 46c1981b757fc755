/**
 * Where a series changes its level, or its level and spread: the cuts that cost least in all, found exactly by PELT (Killick,
 * Fearnhead, Eckley 2012, J. Am. Stat. Assoc. 107).
 */
import { toMisfit } from '../core/check';
import { toMean } from '../core/sums';
import { toMedian, toSorted } from '../describe/quantiles';
import { checkSeries, isConstant } from './series';

export interface ChangePointOptions {
  /** A change of the level alone takes the spread to be the same all along. */
  of?: 'mean' | 'mean-variance';
  /** What a cut costs: higher gives fewer. By default what BIC asks: ln n for each of a segment's values and for its place. */
  penalty?: number;
  /** Rows that a segment has at least. */
  shortest?: number;
  onProgress?: (share: number) => void;
}

export interface ChangePoints {
  /** The first row of each new segment. */
  points: Int32Array;
  segments: Segment[];
  penalty: number;
  /** The spread around the levels that was taken for granted; undefined where each segment has its own. */
  spread: number | undefined;
}

export interface Segment {
  start: number;
  /** The row after its last. */
  end: number;
  mean: number;
  /** Standard deviation; undefined for one row. */
  spread: number | undefined;
}

export function findChangePoints(
  series: Float64Array,
  { of = 'mean', penalty, shortest = of === 'mean' ? 2 : 3, onProgress }: ChangePointOptions = {},
): ChangePoints {
  checkSeries(series, 2 * shortest);
  if (penalty !== undefined && !(penalty > 0)) throw toMisfit('penalty', { penalty });
  const rows = series.length;
  const price = penalty ?? (of === 'mean' ? 2 : 3) * Math.log(rows);
  const spread = of === 'mean' ? findSpread(series) : undefined;
  if (isConstant(series)) return finish(series, [], price, spread);

  const mean = toMean(series);
  const scale = spread || findDeviation(series, mean) || 1;
  const sums = new Float64Array(rows + 1);
  const squares = new Float64Array(rows + 1);
  for (let row = 0; row < rows; row++) {
    const value = (series[row]! - mean) / scale;
    sums[row + 1] = sums[row]! + value;
    squares[row + 1] = squares[row]! + value * value;
  }
  const best = new Float64Array(rows + 1).fill(Infinity);
  best[0] = -price;
  const last = new Int32Array(rows + 1);
  const open = new Int32Array(rows + 1);
  const costs = new Float64Array(rows + 1);
  let count = 1;
  for (let end = shortest; end <= rows; end++) {
    for (let at = 0; at < count; at++) {
      const start = open[at]!;
      costs[at] = best[start]! + toCost(sums, squares, start, end, of);
      if (costs[at]! + price < best[end]!) {
        best[end] = costs[at]! + price;
        last[end] = start;
      }
    }
    // a start that is behind already stays behind, whatever comes
    let kept = 0;
    for (let at = 0; at < count; at++) if (costs[at]! <= best[end]!) open[kept++] = open[at]!;
    count = kept;
    const opened = end - shortest + 1;
    if (opened >= shortest && Number.isFinite(best[opened]!)) open[count++] = opened;
    if (end % 1000 === 0) onProgress?.(end / rows);
  }

  const points: number[] = [];
  for (let end = rows; last[end]! > 0; end = last[end]!) points.unshift(last[end]!);
  return finish(series, points, price, spread);
}

/** Twice the negative log-likelihood of a normal segment. */
function toCost(
  sums: Float64Array,
  squares: Float64Array,
  start: number,
  end: number,
  of: 'mean' | 'mean-variance',
): number {
  const count = end - start;
  const sum = sums[end]! - sums[start]!;
  const rest = Math.max(0, squares[end]! - squares[start]! - (sum * sum) / count);
  // equal values in a row have no spread: what rounding leaves stands for it
  return of === 'mean' ? rest : count * (Math.log(Math.max(rest / count, 1e-12)) + 1);
}

/** Of the noise, by steps from row to row, which a few changes of level hardly touch. */
function findSpread(series: Float64Array): number {
  const steps = series.subarray(1).map((value, at) => Math.abs(value - series[at]!));
  const middle = toMedian(toSorted(steps))!;
  // the median of |N(0, 2)| is 0.6745 √2
  if (middle > 0) return middle / (0.6744897501960817 * Math.SQRT2);
  return Math.sqrt(steps.reduce((sum, step) => sum + step * step, 0) / (2 * steps.length));
}

function findDeviation(values: Float64Array, mean: number): number | undefined {
  if (values.length < 2) return undefined;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
}

function finish(
  series: Float64Array,
  points: number[],
  penalty: number,
  spread: number | undefined,
): ChangePoints {
  const segments = [0, ...points].map((start, at) => {
    const end = points[at] ?? series.length;
    const values = series.subarray(start, end);
    const mean = toMean(values);
    return { start, end, mean, spread: findDeviation(values, mean) };
  });
  return { points: Int32Array.from(points), segments, penalty, spread };
}
