/**
 * The regularised incomplete beta function by the continued fraction of Didonato and Morris (ACM TOMS 18, 1992, eq. 9); what stands before it with twice the digits.
 */
import { toContinuedFraction } from './continuedFraction';
import type { Tails } from './incompleteGamma';
import { logBeta } from './logGamma';
import { add, exp, log, multiply, type Pair, type PairOr, subtract, toPair } from './pair';

/** `value` and what is missing to 1, each as exact as it can be had. */
export function toBetaTails(a: number, b: number, value: PairOr, rest: PairOr = subtract(1, value)): Tails {
  const [x] = toPair(value);
  const [y] = toPair(rest);
  if (!(x > 0)) return { lower: 0, upper: 1 };
  if (!(y > 0)) return { lower: 1, upper: 0 };
  const before = exp(toBetaExponent(a, b, value, rest));
  // a - (a + b) x, which is b y - a x, too
  const above = subtract(multiply(a, rest), multiply(b, value))[0];
  if (above >= 0) {
    const lower = Math.min(1, before / toFraction(a, b, x, y, above));
    return { lower, upper: 1 - lower };
  }
  const upper = Math.min(1, before / toFraction(b, a, y, x, -above));
  return { lower: 1 - upper, upper };
}

/** log of x^a y^b / Β(a, b). */
export function toBetaExponent(a: number, b: number, value: PairOr, rest: PairOr): Pair {
  return subtract(add(multiply(a, log(value)), multiply(b, log(rest))), logBeta(a, b));
}

function toFraction(a: number, b: number, x: number, y: number, above: number): number {
  const top = (n: number) => {
    const odd = a + 2 * n - 1;
    return ((a + n - 1) / odd) * ((a + b + n - 1) / odd) * n * (b - n) * x * x;
  };
  const bottom = (n: number) =>
    n + (n * (b - n) * x) / (a + 2 * n - 1) + ((a + n) / (a + 2 * n + 1)) * (above + 1 + n * (1 + y));
  return toContinuedFraction((a / (a + 1)) * (above + 1), top, bottom);
}
