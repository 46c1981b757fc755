import { toMisfit } from '../core/check';

export interface Gls {
  coefficients: Float64Array;
  /** Diagonal of the inverse of X'V⁻¹X. */
  variances: Float64Array;
  /** What is left, each square divided by its row's variance. */
  squares: number;
}

/**
 * Generalised least squares of errors on the columns' errors, by modified Gram and Schmidt (Björck 1967, BIT 7). `errors` becomes what is
 * left; the columns are overwritten.
 */
export function solveGls(errors: Float64Array, columns: Float64Array[], variances: Float64Array): Gls {
  const size = columns.length;
  const r = new Float64Array(size * size);
  const shares = new Float64Array(size);
  for (let at = 0; at < size; at++) {
    const column = columns[at]!;
    const length = dot(column, column, variances);
    if (!(length > 0)) throw toMisfit('constant-column', { column: at });
    r[at * size + at] = length;
    for (let next = at + 1; next < size; next++) {
      const before = dot(columns[next]!, columns[next]!, variances);
      const share = dot(column, columns[next]!, variances) / length;
      r[at * size + next] = share;
      takeOff(columns[next]!, column, share);
      if (!(dot(columns[next]!, columns[next]!, variances) > 1e-20 * before))
        throw toMisfit('collinear', { columns: String(next) });
    }
    shares[at] = dot(column, errors, variances) / length;
    takeOff(errors, column, shares[at]!);
  }

  const coefficients = shares.slice();
  for (let at = size - 1; at >= 0; at--)
    for (let next = at + 1; next < size; next++)
      coefficients[at]! -= r[at * size + next]! * coefficients[next]!;
  return { coefficients, variances: invert(r, size), squares: dot(errors, errors, variances) };
}

/** The diagonal of the inverse of R'DR, where R has ones on its diagonal and D stands in their place. */
function invert(r: Float64Array, size: number): Float64Array {
  const found = new Float64Array(size);
  for (let column = 0; column < size; column++) {
    const solved = new Float64Array(size);
    solved[column] = 1;
    for (let at = column - 1; at >= 0; at--)
      for (let next = at + 1; next <= column; next++) solved[at]! -= r[at * size + next]! * solved[next]!;
    for (let at = 0; at <= column; at++) found[at]! += solved[at]! ** 2 / r[column * size + column]!;
  }
  return found;
}

function dot(one: Float64Array, other: Float64Array, variances: Float64Array): number {
  let sum = 0;
  for (let row = 0; row < one.length; row++) sum += (one[row]! * other[row]!) / variances[row]!;
  return sum;
}

function takeOff(from: Float64Array, column: Float64Array, share: number): void {
  for (let row = 0; row < from.length; row++) from[row]! -= share * column[row]!;
}
