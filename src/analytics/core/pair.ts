/**
 * A number as the sum of two doubles, some 31 digits (Dekker, Numer. Math. 18, 1971). Exponents are worked out so: e to the power
 * of -700 in plain doubles has lost three digits. Arguments of all functions may be plain numbers.
 */
import { toProductError } from './sums';

export type Pair = readonly [high: number, low: number];
export type PairOr = Pair | number;

export function add(one: PairOr, other: PairOr): Pair {
  const [a, aLow] = toPair(one);
  const [b, bLow] = toPair(other);
  const total = a + b;
  if (!Number.isFinite(total)) return [total, 0];
  const part = total - a;
  return renormalise(total, a - (total - part) + (b - part) + (aLow + bLow));
}

export function subtract(one: PairOr, other: PairOr): Pair {
  const [b, bLow] = toPair(other);
  return add(one, [-b, -bLow]);
}

export function multiply(one: PairOr, other: PairOr): Pair {
  const [a, aLow] = toPair(one);
  const [b, bLow] = toPair(other);
  const product = a * b;
  if (!Number.isFinite(product) || product === 0) return [product, 0];
  return renormalise(product, toProductError(a, b, product) + (a * bLow + aLow * b));
}

export function divide(one: PairOr, other: PairOr): Pair {
  const [a] = toPair(one);
  const [b] = toPair(other);
  const first = a / b;
  if (!Number.isFinite(first) || first === 0) return [first, 0];
  const [rest] = subtract(one, multiply(other, first));
  return renormalise(first, rest / b);
}

const LN2: Pair = [Math.LN2, 2.3190468138462996e-17];
const DOUBLED_TERMS = 11;
const TERMS = 22;
const ODD_PARTS = Array.from({ length: DOUBLED_TERMS }, (_, term) => divide(1, 2 * term + 1));

/** The natural logarithm, by the series of atanh((m - 1) / (m + 1)) on m from √½ to √2. */
export function log(value: PairOr): Pair {
  const [high, low] = toPair(value);
  if (!(high > 0) || high === Infinity) return [Math.log(high), 0];
  if (high < 2 ** -960) return subtract(log([high * 2 ** 100, low * 2 ** 100]), multiply(LN2, 100));
  const exponent = Math.round(Math.log2(high));
  // in two steps, since 2 ** 1024 is infinite
  const half = 2 ** -Math.trunc(exponent / 2);
  const rest = 2 ** -(exponent - Math.trunc(exponent / 2));
  const mantissa: Pair = [high * half * rest, low * half * rest];
  const ratio = divide(subtract(mantissa, 1), add(mantissa, 1));
  const square = multiply(ratio, ratio);
  let tail = 0;
  for (let term = TERMS; term >= DOUBLED_TERMS; term--) tail = tail * square[0] + 1 / (2 * term + 1);
  let series: Pair = [tail, 0];
  for (let term = DOUBLED_TERMS - 1; term >= 0; term--) {
    series = add(multiply(series, square), ODD_PARTS[term]!);
  }
  return add(multiply(LN2, exponent), multiply(multiply(ratio, 2), series));
}

/** e to the power of a pair, as a double. */
export function exp([high, low]: Pair): number {
  const value = Math.exp(high);
  return Number.isFinite(low) ? value + value * low : value;
}

export function toPair(value: PairOr): Pair {
  return typeof value === 'number' ? [value, 0] : value;
}

function renormalise(high: number, low: number): Pair {
  const total = high + low;
  return [total, high - total + low];
}
