/**
 * One-way analysis of variance (Fisher 1925), Welch's for unequal variances (Biometrika 38, 1951), and whether variances are equal: Levene
 * (1960), around medians Brown and Forsythe (J. Am. Stat. Assoc. 69, 1974). Sums of squares around means that are right to the last digit.
 */
import { toMisfit } from '../core/check';
import { toFisher } from '../core/distributions/fisher';
import { squaresFrom, sumFrom, toMean } from '../core/sums';
import { toMedian, toSorted } from '../describe/quantiles';
import { findGroups, type Group } from './groups';

export interface GroupMean {
  code: number;
  count: number;
  mean: number;
  /** Undefined for a group of one. */
  deviation: number | undefined;
}

export interface Anova {
  groups: GroupMean[];
  between: { squares: number; freedom: number; mean: number };
  within: { squares: number; freedom: number; mean: number };
  f: number;
  pValue: number;
  /** The share of the variation that the groups make up (R²), and corrected for chance. */
  etaSquared: number;
  omegaSquared: number;
}

export function fitAnova(values: Float64Array, codes: Int32Array, groups: number): Anova {
  return toAnova(findGroups(values, codes, groups), values);
}

function toAnova(parts: Group[], values: Float64Array): Anova {
  const count = values.length;
  const freedom = parts.length - 1;
  const rest = count - parts.length;
  if (rest < 1) throw toMisfit('too-few-rows', { needed: parts.length + 1, rows: count });
  const origin = toMean(values);
  // the mean of a group above the whole's, itself and not as a difference of rounded means
  const shift = sumFrom(values, origin) / count;
  const means = parts.map(({ values }) => toMean(values));
  let [between, within] = [0, 0];
  for (const [at, { values }] of parts.entries()) {
    const above = sumFrom(values, origin) / values.length - shift;
    between += values.length * above * above;
    within += squaresFrom(values, means[at]!);
  }
  if (within === 0 && between === 0) throw toMisfit('no-variation');
  const [ofGroups, ofRows] = [between / freedom, within / rest];
  const f = ofGroups / ofRows;
  return {
    groups: parts.map(({ code, values }, at) => ({
      code,
      count: values.length,
      mean: means[at]!,
      deviation:
        values.length > 1 ? Math.sqrt(squaresFrom(values, means[at]!) / (values.length - 1)) : undefined,
    })),
    between: { squares: between, freedom, mean: ofGroups },
    within: { squares: within, freedom: rest, mean: ofRows },
    f,
    pValue: toFisher(f, { above: freedom, below: rest }).upper,
    etaSquared: between / (between + within),
    omegaSquared: Math.max(0, (between - freedom * ofRows) / (between + within + ofRows)),
  };
}

export interface WelchAnova {
  f: number;
  above: number;
  below: number;
  pValue: number;
}

export function fitWelchAnova(values: Float64Array, codes: Int32Array, groups: number): WelchAnova {
  const parts = findGroups(values, codes, groups, 2).map(({ values }) => {
    const mean = toMean(values);
    return {
      count: values.length,
      mean,
      weight: (values.length * (values.length - 1)) / squaresFrom(values, mean),
    };
  });
  if (parts.some(({ weight }) => weight === Infinity)) throw toMisfit('no-variation');
  const whole = parts.reduce((sum, { weight }) => sum + weight, 0);
  const origin = parts[0]!.mean;
  const mean = parts.reduce((sum, part) => sum + (part.weight / whole) * (part.mean - origin), 0);
  const k = parts.length;
  let [squares, rest] = [0, 0];
  for (const { count, mean: own, weight } of parts) {
    squares += weight * (own - origin - mean) ** 2;
    rest += (1 - weight / whole) ** 2 / (count - 1);
  }
  const above = k - 1;
  const below = (k * k - 1) / (3 * rest);
  const f = squares / above / (1 + (2 * (k - 2) * rest) / (k * k - 1));
  return { f, above, below, pValue: toFisher(f, { above, below }).upper };
}

/** Whether the groups vary alike; around the medians it stands skewed values better. */
export function testVariances(
  values: Float64Array,
  codes: Int32Array,
  groups: number,
  { around = 'median' }: { around?: 'mean' | 'median' } = {},
): { f: number; above: number; below: number; pValue: number } {
  const parts = findGroups(values, codes, groups).map(({ code, values }) => {
    const middle = around === 'mean' ? toMean(values) : toMedian(toSorted(values))!;
    return { code, values: values.map((value) => Math.abs(value - middle)) };
  });
  const all = new Float64Array(values.length);
  let from = 0;
  for (const { values } of parts) {
    all.set(values, from);
    from += values.length;
  }
  const { f, between, within, pValue } = toAnova(parts, all);
  return { f, above: between.freedom, below: within.freedom, pValue };
}
