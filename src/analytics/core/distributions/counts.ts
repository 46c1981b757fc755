/**
 * Distributions of counts: binomial and hypergeometric. Tails of the first are incomplete beta functions, those of the second are
 * summed from their largest term. `lower` is the share at or below a count, `upper` that above it.
 */
import { toBetaTails } from '../incompleteBeta';
import type { Tails } from '../incompleteGamma';
import { logChoose } from '../logGamma';
import { add, exp, log, multiply, subtract } from '../pair';

export interface Binomial {
  trials: number;
  /** The chance of each trial. */
  chance: number;
}

export function toBinomialChance(count: number, { trials, chance }: Binomial): number {
  if (count < 0 || count > trials || !Number.isInteger(count)) return 0;
  if (chance === 0) return count === 0 ? 1 : 0;
  if (chance === 1) return count === trials ? 1 : 0;
  const hits = multiply(log(chance), count);
  const misses = multiply(log(subtract(1, chance)), trials - count);
  return exp(add(logChoose(trials, count), add(hits, misses)));
}

export function toBinomial(count: number, { trials, chance }: Binomial): Tails {
  const whole = Math.floor(count);
  if (whole < 0) return { lower: 0, upper: 1 };
  if (whole >= trials) return { lower: 1, upper: 0 };
  const { lower, upper } = toBetaTails(whole + 1, trials - whole, chance);
  return { lower: upper, upper: lower };
}

/** The least count with at least `share` at or below it. */
export function toBinomialQuantile(share: number, binomial: Binomial): number {
  return findCount((count) => toBinomial(count, binomial), share, binomial.trials);
}

export interface Hypergeometric {
  /** How many there are, how many of them are marked, and how many are drawn. */
  population: number;
  marked: number;
  drawn: number;
}

export function toHypergeometricChance(count: number, { population, marked, drawn }: Hypergeometric): number {
  if (count < Math.max(0, drawn + marked - population) || count > Math.min(marked, drawn)) return 0;
  if (!Number.isInteger(count)) return 0;
  const ways = add(logChoose(marked, count), logChoose(population - marked, drawn - count));
  return exp(subtract(ways, logChoose(population, drawn)));
}

export function toHypergeometric(count: number, hypergeometric: Hypergeometric): Tails {
  const { population, marked, drawn } = hypergeometric;
  const whole = Math.floor(count);
  if (whole < Math.max(0, drawn + marked - population)) return { lower: 0, upper: 1 };
  if (whole >= Math.min(marked, drawn)) return { lower: 1, upper: 0 };
  const isBelow = whole < (marked * drawn) / population;
  let term = toHypergeometricChance(isBelow ? whole : whole + 1, hypergeometric);
  let sum = 0;
  for (let at = isBelow ? whole : whole + 1; term > sum * 1e-18; at += isBelow ? -1 : 1) {
    sum += term;
    term *= isBelow
      ? (at / (marked - at + 1)) * ((population - marked - drawn + at) / (drawn - at + 1))
      : ((marked - at) / (at + 1)) * ((drawn - at) / (population - marked - drawn + at + 1));
  }
  sum = Math.min(1, sum);
  return isBelow ? { lower: sum, upper: 1 - sum } : { lower: 1 - sum, upper: sum };
}

function findCount(tails: (count: number) => Tails, share: number, most: number): number {
  if (share >= 1) return most;
  // the smaller tail decides, which has its digits
  const reaches = (count: number) => {
    const { lower, upper } = tails(count);
    return lower <= 0.5 ? lower >= share : upper <= 1 - share;
  };
  let high = 1;
  while (high < most && !reaches(high)) high *= 2;
  high = Math.min(high, most);
  let low = -1;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (reaches(middle)) high = middle;
    else low = middle;
  }
  return high;
}
