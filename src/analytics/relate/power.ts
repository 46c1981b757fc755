/**
 * Power and sample size of comparing two rates (Fleiss, Levin and Paik, Statistical Methods for Rates and Proportions, 3rd ed. 2003, 4.2)
 * and two means, by the noncentral t, as R's `power.prop.test` and `power.t.test`. Groups are of one size.
 */
import { toMisfit } from '../core/check';
import { toNormalUpper, toUpperNormalQuantile } from '../core/distributions/normal';
import { toUpperStudentQuantile } from '../core/distributions/student';
import { toNoncentralUpper } from '../core/distributions/noncentral';

export interface PowerOptions {
  significance?: number;
  sides?: 1 | 2;
}

export interface RatePlan extends PowerOptions {
  base: number;
  other: number;
}

export interface MeanPlan extends PowerOptions {
  difference: number;
  deviation: number;
}

/** The chance to find the difference, with `count` rows in each group. */
export function toPowerOfRates(
  count: number,
  { base, other, significance = 0.05, sides = 2 }: RatePlan,
): number {
  const middle = (base + other) / 2;
  const pooled = Math.sqrt(2 * middle * (1 - middle));
  const apart = Math.sqrt(base * (1 - base) + other * (1 - other));
  const z = toUpperNormalQuantile(significance / sides);
  return toNormalUpper((z * pooled - Math.sqrt(count) * Math.abs(base - other)) / apart);
}

/** How many rows each group needs; round up. */
export function toSizeOfRates(
  power: number,
  { base, other, significance = 0.05, sides = 2 }: RatePlan,
): number {
  if (base === other) throw toMisfit('no-difference');
  const middle = (base + other) / 2;
  const pooled = Math.sqrt(2 * middle * (1 - middle));
  const apart = Math.sqrt(base * (1 - base) + other * (1 - other));
  const z = toUpperNormalQuantile(significance / sides);
  return ((z * pooled + toUpperNormalQuantile(1 - power) * apart) / (base - other)) ** 2;
}

/** The rate above `base` that is just found with `count` rows in each group; undefined where even 1 is not. */
export function toDetectableRate(
  count: number,
  power: number,
  { base, ...options }: Omit<RatePlan, 'other'>,
): number | undefined {
  const isFound = (other: number) => toPowerOfRates(count, { ...options, base, other }) >= power;
  return isFound(1) ? findLeast(isFound, base, 1) : undefined;
}

export function toPowerOfMeans(
  count: number,
  { difference, deviation, significance = 0.05, sides = 2 }: MeanPlan,
): number {
  const freedom = 2 * (count - 1);
  const shift = (Math.sqrt(count / 2) * Math.abs(difference)) / deviation;
  return toNoncentralUpper(toUpperStudentQuantile(significance / sides, freedom), { freedom, shift });
}

/** How many rows each group needs, two at least; round up. */
export function toSizeOfMeans(power: number, plan: MeanPlan): number {
  if (plan.difference === 0) throw toMisfit('no-difference');
  const isEnough = (count: number) => toPowerOfMeans(count, plan) >= power;
  if (isEnough(2)) return 2;
  let high = 4;
  while (!isEnough(high)) high *= 2;
  return findLeast(isEnough, 2, high);
}

/** The difference that is just found with `count` rows in each group. */
export function toDetectableMean(
  count: number,
  power: number,
  { deviation, ...options }: Omit<MeanPlan, 'difference'>,
): number {
  const isFound = (difference: number) =>
    toPowerOfMeans(count, { ...options, difference, deviation }) >= power;
  let high = deviation;
  while (!isFound(high)) high *= 2;
  return findLeast(isFound, 0, high);
}

function findLeast(isEnough: (value: number) => boolean, from: number, to: number): number {
  let [low, high] = [from, to];
  for (let step = 0; step < 60 && high - low > 1e-13 * high; step++) {
    const middle = (low + high) / 2;
    if (isEnough(middle)) high = middle;
    else low = middle;
  }
  return high;
}
