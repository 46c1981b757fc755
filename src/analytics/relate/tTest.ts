/**
 * t tests of means: Student (Biometrika 6, 1908) and Welch (Biometrika 34, 1947); effect sizes by Cohen, and corrected for small samples
 * by Hedges (J. Educ. Stat. 6, 1981).
 */
import { checkFinite, checkRows, toMisfit } from '../core/check';
import { toStudentLower, toStudentUpper, toTwoTails } from '../core/distributions/student';
import { logGamma } from '../core/logGamma';
import { type Interval, toMeanInterval } from '../describe/intervals';
import { toMoments } from '../describe/moments';

/** Whether the first is said to differ from the second, to be less, or to be greater. */
export type Alternative = 'differs' | 'less' | 'greater';

export interface TTestOptions {
  confidence?: number;
  alternative?: Alternative;
  /** The difference, or the mean of one sample, that is tested against. */
  against?: number;
}

export interface TTest {
  t: number;
  freedom: number;
  pValue: number;
  /** Of the means: the first less the second. */
  difference: number;
  standardError: number;
  /** Of the difference, on both sides whatever the alternative. */
  interval: Interval;
  /** Cohen's d: the difference in deviations. */
  effect: number;
  hedges: number;
}

export function testMeans(
  one: Float64Array,
  other: Float64Array,
  { pooled = false, ...options }: TTestOptions & { pooled?: boolean } = {},
): TTest {
  checkRows(Math.min(one.length, other.length), 2);
  checkFinite([one, other]);
  const [first, second] = [toMoments(one), toMoments(other)];
  const freedom = one.length + other.length - 2;
  const common = ((one.length - 1) * first.variance! + (other.length - 1) * second.variance!) / freedom;
  const [partOne, partOther] = pooled
    ? [common / one.length, common / other.length]
    : [first.variance! / one.length, second.variance! / other.length];
  const squares = partOne + partOther;
  return toTest({
    difference: first.mean! - second.mean!,
    standardError: Math.sqrt(squares),
    freedom: pooled
      ? freedom
      : 1 / ((partOne / squares) ** 2 / (one.length - 1) + (partOther / squares) ** 2 / (other.length - 1)),
    deviation: Math.sqrt(common),
    spread: freedom,
    ...options,
  });
}

/** One sample, or the differences of pairs. */
export function testMean(values: Float64Array, options: TTestOptions = {}): TTest {
  checkRows(values.length, 2);
  checkFinite([values]);
  const { mean, deviation, standardError } = toMoments(values);
  const freedom = values.length - 1;
  return toTest({
    difference: mean!,
    standardError: standardError!,
    freedom,
    deviation: deviation!,
    spread: freedom,
    ...options,
  });
}

export function testPairs(one: Float64Array, other: Float64Array, options?: TTestOptions): TTest {
  checkFinite([one, other]);
  return testMean(
    one.map((value, row) => value - other[row]!),
    options,
  );
}

/** What makes Cohen's d free of bias. */
export function toHedgesFactor(freedom: number): number {
  return freedom > 1
    ? Math.exp(logGamma(freedom / 2) - logGamma((freedom - 1) / 2)) / Math.sqrt(freedom / 2)
    : 1;
}

/** The share of the tail, or of both, that an alternative asks for. */
export function toStudentP(t: number, freedom: number, alternative: Alternative): number {
  if (alternative === 'differs') return toTwoTails(t, freedom);
  return alternative === 'less' ? toStudentLower(t, freedom) : toStudentUpper(t, freedom);
}

interface Parts extends TTestOptions {
  difference: number;
  standardError: number;
  freedom: number;
  deviation: number;
  /** The degrees of freedom of the deviation. */
  spread: number;
}

function toTest({
  difference,
  standardError,
  freedom,
  deviation,
  spread,
  confidence = 0.95,
  alternative = 'differs',
  against = 0,
}: Parts): TTest {
  if (!(standardError > 0)) throw toMisfit('no-variation');
  const t = (difference - against) / standardError;
  const effect = (difference - against) / deviation;
  return {
    t,
    freedom,
    pValue: toStudentP(t, freedom, alternative),
    difference,
    standardError,
    interval: toMeanInterval(difference, standardError, freedom, confidence),
    effect,
    hedges: effect * toHedgesFactor(spread),
  };
}
