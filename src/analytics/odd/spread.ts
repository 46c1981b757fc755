/**
 * What is usual of numbers: within some standard deviations of the mean, some median deviations of the median (Hampel, JASA 69, 1974),
 * or some quartile ranges of the quartiles (Tukey, Exploratory Data Analysis, 1977).
 */
import { toMisfit } from '../core/check';
import { squaresFrom, toMean } from '../core/sums';
import { toMedianDeviation, toQuantile, toSorted } from '../describe/quantiles';

export type Spread = 'z' | 'mad' | 'iqr';

export interface Range {
  low: number;
  high: number;
  /** What distances from the two are told in; 0 where all numbers are the same. */
  unit: number;
}

/** Makes the median distance from the median an estimate of a normal distribution's deviation. */
const TO_DEVIATION = 1.4826;

export function toRange(values: Float64Array, spread: Spread): Range {
  if (spread === 'z') return toNormalRange(values);
  const sorted = toSorted(values);
  const [low, high] = spread === 'mad' ? [0.5, 0.5] : [0.25, 0.75];
  const range = { low: toQuantile(sorted, low)!, high: toQuantile(sorted, high)! };
  const unit = spread === 'mad' ? TO_DEVIATION * toMedianDeviation(sorted)! : range.high - range.low;
  // where more than half of the values are the same, all others count
  return { ...range, unit: unit || toNormalRange(values).unit };
}

function toNormalRange(values: Float64Array): Range {
  const mean = toMean(values);
  const isConstant = values.every((value) => value === values[0]);
  const unit = isConstant ? 0 : Math.sqrt(squaresFrom(values, mean) / (values.length - 1));
  if (!Number.isFinite(unit)) throw toMisfit('numbers-too-large');
  return { low: mean, high: mean, unit };
}
