/**
 * The incomplete gamma functions: P by its power series, Q by Legendre's continued fraction (Abramowitz and Stegun, 6.5.29 and
 * 6.5.31); what stands before them with twice the digits. For shapes up to 1e10.
 */
import { toContinuedFraction } from './continuedFraction';
import { logGammaPair } from './logGamma';
import { add, exp, log, multiply, type Pair, subtract } from './pair';

export interface Tails {
  lower: number;
  upper: number;
}

const MOST_TERMS = 2e6;

export function toGammaTails(shape: number, value: number): Tails {
  if (!(value > 0)) return { lower: 0, upper: 1 };
  if (value === Infinity) return { lower: 1, upper: 0 };
  const before = exp(toGammaExponent(shape, value));
  // below 0.5 the fraction would need hundreds of steps, and the series is short
  if (value < shape || value < 0.5) {
    const lower = Math.min(1, (before / shape) * sumSeries(shape, value));
    return { lower, upper: 1 - lower };
  }
  const upper = Math.min(1, before / toFraction(shape, value));
  return { lower: 1 - upper, upper };
}

/** log of x^a e^-x / Γ(a). */
export function toGammaExponent(shape: number, value: number): Pair {
  return subtract(multiply(shape, log(value)), add(value, logGammaPair(shape)));
}

function sumSeries(shape: number, value: number): number {
  let terms = 0;
  for (let term = 1; term > 1e-19 && terms < MOST_TERMS;) term *= value / (shape + ++terms);
  let sum = 1;
  for (let at = terms; at >= 1; at--) sum = 1 + (sum * value) / (shape + at);
  return sum;
}

function toFraction(shape: number, value: number): number {
  const first = value - shape + 1;
  return toContinuedFraction(
    first,
    (n) => n * (shape - n),
    (n) => first + 2 * n,
  );
}
