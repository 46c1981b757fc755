/** Everything that describes a column of numbers, or each group of its rows; each part names its reference. */
import { checkFinite, checkRows } from '../core/check';
import { type Interval, toMeanInterval, toMedianInterval } from './intervals';
import { type Moments, toMoments } from './moments';
import { type Mode, type QuantileType, toMedianDeviation, toMode, toQuantile, toSorted } from './quantiles';

export interface Description extends Moments {
  least: number;
  most: number;
  median: number;
  /** One for each share asked for. */
  quantiles: number[];
  mode: Mode | undefined;
  /** The median distance from the median. */
  medianDeviation: number;
  meanInterval: Interval | undefined;
  medianInterval: (Interval & { confidence: number }) | undefined;
}

export interface DescribeOptions {
  shares?: readonly number[];
  type?: QuantileType;
  confidence?: number;
}

export function describe(
  values: Float64Array,
  { shares = [0.05, 0.25, 0.5, 0.75, 0.95], type = 7, confidence = 0.95 }: DescribeOptions = {},
): Description {
  checkRows(values.length, 1);
  checkFinite([values]);
  const sorted = toSorted(values);
  const moments = toMoments(values);
  const { count, mean, standardError } = moments;
  return {
    ...moments,
    least: sorted[0]!,
    most: sorted[count - 1]!,
    median: toQuantile(sorted, 0.5, type)!,
    quantiles: shares.map((share) => toQuantile(sorted, share, type)!),
    mode: toMode(sorted),
    medianDeviation: toMedianDeviation(sorted)!,
    meanInterval:
      standardError === undefined ? undefined : toMeanInterval(mean!, standardError, count - 1, confidence),
    medianInterval: toMedianInterval(sorted, confidence),
  };
}

export function splitGroups(values: Float64Array, codes: Int32Array, groups: number): Float64Array[] {
  const counts = new Int32Array(groups);
  for (let row = 0; row < codes.length; row++) counts[codes[row]!]!++;
  const parts = Array.from(counts, (count) => new Float64Array(count));
  const next = new Int32Array(groups);
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row]!;
    parts[code]![next[code]!++] = values[row]!;
  }
  return parts;
}
