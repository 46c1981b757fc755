/**
 * Sums as if worked out with twice the digits: two-sum (Knuth, TAOCP 2, 4.2.2), two-product (Dekker, Numer. Math. 18, 1971),
 * and the sums and dot products built on them (Ogita, Rump and Oishi, SIAM J. Sci. Comput. 26, 2005).
 */

/** Splits a double into two halves of 26 bits, whose products are exact. */
const SPLITTER = 2 ** 27 + 1;

/** What rounding took off the product of two numbers. */
export function toProductError(one: number, other: number, product: number): number {
  const scaledOne = SPLITTER * one;
  const upperOne = scaledOne - (scaledOne - one);
  const lowerOne = one - upperOne;
  const scaledOther = SPLITTER * other;
  const upperOther = scaledOther - (scaledOther - other);
  const lowerOther = other - upperOther;
  return (
    upperOne * upperOther - product + upperOne * lowerOther + lowerOne * upperOther + lowerOne * lowerOther
  );
}

export function sum(values: Float64Array): number {
  const { high, low } = toParts(values);
  return toFinite(high, low);
}

/** Right where the values are far from zero and close together, too: the sum is divided with twice its digits. */
export function toMean(values: Float64Array): number {
  const { high, low } = toParts(values);
  const count = values.length;
  const mean = high / count;
  if (!Number.isFinite(mean)) return toScaledMean(values);
  const product = mean * count;
  return toFinite(mean, (high - product - toProductError(mean, count, product) + low) / count);
}

/** A sum, and what rounding took off it. */
function toParts(values: Float64Array): { high: number; low: number } {
  let high = 0;
  let low = 0;
  for (let at = 0; at < values.length; at++) {
    const value = values[at]!;
    const next = high + value;
    const part = next - high;
    low += high - (next - part) + (value - part);
    high = next;
  }
  return { high, low };
}

/** What each value is above the mean, which is kept with twice the digits. */
export function toCentred(values: Float64Array): Float64Array {
  const mean = toMean(values);
  const rest = sumFrom(values, mean) / values.length;
  return values.map((value) => value - mean - rest);
}

/** The sum of what each value is above `origin`. */
export function sumFrom(values: Float64Array, origin: number): number {
  let high = 0;
  let low = 0;
  for (let at = 0; at < values.length; at++) {
    const given = values[at]!;
    const value = given - origin;
    const back = value + origin;
    low += given - back - (origin - (back - value));
    const next = high + value;
    const part = next - high;
    low += high - (next - part) + (value - part);
    high = next;
  }
  return toFinite(high, low);
}

/** The sum of squares of what each value is above `origin`; the true mean may be a little beside it. */
export function squaresFrom(values: Float64Array, origin: number): number {
  let high = 0;
  let low = 0;
  let beside = 0;
  for (let at = 0; at < values.length; at++) {
    const given = values[at]!;
    const value = given - origin;
    const back = value + origin;
    const rest = given - back - (origin - (back - value));
    beside += value;
    beside += rest;
    const square = value * value;
    low += toProductError(value, value, square) + 2 * value * rest;
    const next = high + square;
    const part = next - high;
    low += high - (next - part) + (square - part);
    high = next;
  }
  return Math.max(0, toFinite(high, low) - (beside / values.length) * beside);
}

export function dot(one: Float64Array, other: Float64Array, from = 0, to = one.length): number {
  let high = 0;
  let low = 0;
  for (let at = from; at < to; at++) {
    const a = one[at]!;
    const b = other[at]!;
    const product = a * b;
    low += toProductError(a, b, product);
    const next = high + product;
    const part = next - high;
    low += high - (next - part) + (product - part);
    high = next;
  }
  return toFinite(high, low);
}

// Once a sum has run over, its low part is NaN.
function toFinite(high: number, low: number): number {
  return Number.isNaN(low) ? high : high + low;
}

function toScaledMean(values: Float64Array): number {
  let mean = 0;
  for (let at = 0; at < values.length; at++) mean += values[at]! / values.length;
  return mean;
}
