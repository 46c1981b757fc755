/**
 * Powers with what rounding leaves of them, by two-products (Dekker, 1971): polynomials of a high degree, such as NIST's
 * Filip, lose half their digits to the rounding of the powers alone.
 */
import { toProductError } from './sums';

export interface Powers {
  high: Float64Array[];
  low: (Float64Array | undefined)[];
}

/** The first power, which is the values themselves, up to that of `degree`. */
export function toPowers(values: Float64Array, degree: number): Powers {
  const powers: Powers = { high: [values], low: [undefined] };
  for (let power = 1; power < degree; power++) {
    const { high, low } = multiplyExactly(powers.high[power - 1]!, powers.low[power - 1], values);
    powers.high.push(high);
    powers.low.push(low);
  }
  return powers;
}

/** A column, with what rounding left of it, times another. */
export function multiplyExactly(
  one: Float64Array,
  oneLow: Float64Array | undefined,
  other: Float64Array,
): { high: Float64Array; low: Float64Array | undefined } {
  const high = new Float64Array(one.length);
  const low = new Float64Array(one.length);
  for (let row = 0; row < one.length; row++) {
    const product = one[row]! * other[row]!;
    const rest = toProductError(one[row]!, other[row]!, product) + (oneLow?.[row] ?? 0) * other[row]!;
    high[row] = product + rest;
    low[row] = product - high[row]! + rest;
  }
  return { high, low: low.some((rest) => rest !== 0) ? low : undefined };
}
