/**
 * Confidence intervals: of a mean by Student's t, of a median by order statistics (Conover, Practical Nonparametric Statistics, 3rd ed.
 * 1999, 3.2), of a share by Wilson's score (J. Am. Stat. Assoc. 22, 1927).
 */
import { toBinomial, toBinomialQuantile } from '../core/distributions/counts';
import { toUpperNormalQuantile } from '../core/distributions/normal';
import { toUpperStudentQuantile } from '../core/distributions/student';

export interface Interval {
  low: number;
  high: number;
}

export function toMeanInterval(
  mean: number,
  standardError: number,
  freedom: number,
  confidence: number,
): Interval {
  const width = toUpperStudentQuantile((1 - confidence) / 2, freedom) * standardError;
  return { low: mean - width, high: mean + width };
}

/** With the confidence that it really has, which is at least that asked for; undefined for too few rows. */
export function toMedianInterval(
  sorted: Float64Array,
  confidence: number,
): (Interval & { confidence: number }) | undefined {
  const binomial = { trials: sorted.length, chance: 0.5 };
  const rank = toBinomialQuantile((1 - confidence) / 2, binomial);
  if (rank < 1) return undefined;
  return {
    low: sorted[rank - 1]!,
    high: sorted[sorted.length - rank]!,
    confidence: 1 - 2 * toBinomial(rank - 1, binomial).lower,
  };
}

export function toShareInterval(hits: number, count: number, confidence: number): Interval {
  const z = toUpperNormalQuantile((1 - confidence) / 2);
  const share = hits / count;
  const middle = (hits + (z * z) / 2) / (count + z * z);
  const width = (z * Math.sqrt(count * share * (1 - share) + (z * z) / 4)) / (count + z * z);
  return { low: hits === 0 ? 0 : middle - width, high: hits === count ? 1 : middle + width };
}
