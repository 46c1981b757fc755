/**
 * Two rates, as of an A/B test: the z test of their difference, its interval by Newcombe's hybrid score (Statistics in Medicine 17, 1998,
 * method 10), the ratio's by logarithms (Katz et al., Biometrics 34, 1978), and Fisher's exact test.
 */
import { toMisfit } from '../core/check';
import { toNormalLower, toNormalUpper, toUpperNormalQuantile } from '../core/distributions/normal';
import { type Interval, toShareInterval } from '../describe/intervals';
import { testFisher } from './fisherExact';
import type { Alternative } from './tTest';

export interface Rate {
  hits: number;
  count: number;
}

export interface RateComparison {
  rates: [number, number];
  /** Of each rate, by Wilson. */
  intervals: [Interval, Interval];
  /** The second less the first. */
  difference: number;
  differenceInterval: Interval;
  /** The second over the first, less 1; undefined where the first has no hits. */
  lift: number | undefined;
  /** Undefined where either has no hits. */
  liftInterval: Interval | undefined;
  z: number;
  pValue: number;
  /** Undefined where so many hits and misses make it slow, and no other than that of z. */
  exactPValue: number | undefined;
}

const MOST_EXACT = 10_000;

export function compareRates(
  first: Rate,
  second: Rate,
  { confidence = 0.95, alternative = 'differs' }: { confidence?: number; alternative?: Alternative } = {},
): RateComparison {
  for (const { hits, count } of [first, second]) {
    if (count < 1) throw toMisfit('too-few-rows', { needed: 1, rows: count });
    if (!(hits >= 0 && hits <= count)) throw toMisfit('hits-over-count', { hits, count });
  }
  const hits = first.hits + second.hits;
  const count = first.count + second.count;
  if (hits === 0 || hits === count) throw toMisfit('no-variation');
  const [one, other] = [first.hits / first.count, second.hits / second.count];
  const intervals: [Interval, Interval] = [
    toShareInterval(first.hits, first.count, confidence),
    toShareInterval(second.hits, second.count, confidence),
  ];
  const pooled = (hits / count) * (1 - hits / count);
  const z = (other - one) / Math.sqrt(pooled * (1 / first.count + 1 / second.count));
  return {
    rates: [one, other],
    intervals,
    difference: other - one,
    differenceInterval: toNewcombe([one, other], intervals),
    lift: one > 0 ? other / one - 1 : undefined,
    liftInterval: toLiftInterval(first, second, confidence),
    z,
    pValue: toNormalP(z, alternative),
    exactPValue:
      Math.min(hits, count - hits) <= MOST_EXACT ? toExactP(first, second, alternative) : undefined,
  };
}

/** `less` and `greater` are said of the second rate, here and below. */
function toExactP(first: Rate, second: Rate, alternative: Alternative): number {
  const { pValue, lessPValue, greaterPValue } = testFisher({
    rows: 2,
    columns: 2,
    counts: Float64Array.of(second.hits, second.count - second.hits, first.hits, first.count - first.hits),
  });
  return { differs: pValue, less: lessPValue, greater: greaterPValue }[alternative];
}

function toNormalP(z: number, alternative: Alternative): number {
  if (alternative === 'differs') return Math.min(1, 2 * toNormalUpper(Math.abs(z)));
  return alternative === 'less' ? toNormalLower(z) : toNormalUpper(z);
}

function toNewcombe([one, other]: [number, number], [ofOne, ofOther]: [Interval, Interval]): Interval {
  const difference = other - one;
  return {
    low: difference - Math.hypot(other - ofOther.low, ofOne.high - one),
    high: difference + Math.hypot(ofOther.high - other, one - ofOne.low),
  };
}

function toLiftInterval(first: Rate, second: Rate, confidence: number): Interval | undefined {
  if (first.hits === 0 || second.hits === 0) return undefined;
  const ratio = second.hits / second.count / (first.hits / first.count);
  const error = Math.sqrt(1 / first.hits - 1 / first.count + 1 / second.hits - 1 / second.count);
  const width = toUpperNormalQuantile((1 - confidence) / 2) * error;
  return { low: ratio * Math.exp(-width) - 1, high: ratio * Math.exp(width) - 1 };
}
