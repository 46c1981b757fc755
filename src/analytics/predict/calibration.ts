/**
 * Whether chances come true as often as they say: rows by bins of their chance (Murphy and Winkler, Applied Statistics 26, 1977), and the
 * expected calibration error (Naeini, Cooper and Hauskrecht, AAAI 2015).
 */
import { checkRows } from '../core/check';
import { toBrier } from './metrics';

export interface Calibration {
  /** Those with rows alone. */
  bins: CalibrationBin[];
  /** How far chance and share are apart, a mean over rows, and at the most. */
  error: number;
  largest: number;
  brier: number;
}

export interface CalibrationBin {
  low: number;
  high: number;
  rows: number;
  /** The mean of the chances, and the share that came true. */
  chance: number;
  share: number;
}

export interface CalibrationOptions {
  bins?: number;
  /** As wide as one another, or with as many rows; equal chances are never parted. */
  by?: 'width' | 'rows';
}

/** The truth is 1 for what came, else 0. */
export function toCalibration(
  truth: Uint8Array,
  chances: Float64Array,
  { bins: count = 10, by = 'width' }: CalibrationOptions = {},
): Calibration {
  checkRows(truth.length, 1);
  const edges = by === 'width' ? toEven(count) : toQuantiles(chances, count);
  const sums = edges.slice(1).map((high, at) => ({ low: edges[at]!, high, rows: 0, chances: 0, ones: 0 }));
  for (let row = 0; row < truth.length; row++) {
    const chance = chances[row]!;
    let at = 0;
    while (at < sums.length - 1 && chance > sums[at]!.high) at++;
    const bin = sums[at]!;
    bin.rows++;
    bin.chances += chance;
    bin.ones += truth[row]!;
  }
  const bins = sums
    .filter(({ rows }) => rows > 0)
    .map(({ low, high, rows, chances, ones }) => ({
      low,
      high,
      rows,
      chance: chances / rows,
      share: ones / rows,
    }));
  const gaps = bins.map(({ chance, share }) => Math.abs(chance - share));
  return {
    bins,
    error: bins.reduce((sum, { rows }, at) => sum + (rows / truth.length) * gaps[at]!, 0),
    largest: Math.max(...gaps),
    brier: toBrier(truth, chances),
  };
}

function toEven(count: number): number[] {
  return Array.from({ length: count + 1 }, (_, at) => at / count);
}

function toQuantiles(chances: Float64Array, count: number): number[] {
  const sorted = chances.slice().sort();
  const inner = Array.from(
    { length: count - 1 },
    (_, at) => sorted[Math.ceil(((at + 1) * sorted.length) / count) - 1] ?? 0,
  );
  return [...new Set([0, ...inner, 1])];
}
