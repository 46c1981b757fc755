/**
 * Cholesky's factors of a symmetric, positive definite matrix, column by column (Golub and Van Loan, 4th ed. 2013, 4.2). For a fit
 * of rows, `factorQr` keeps twice as many digits.
 */
import { solveUpper, solveUpperTransposed } from './triangle';

/** The upper R with R'R = A; undefined where the matrix is not positive definite. */
export function factorCholesky(matrix: Float64Array, size: number): Float64Array | undefined {
  const r = new Float64Array(size * size);
  for (let column = 0; column < size; column++) {
    const start = column * size;
    let rest = matrix[start + column]!;
    for (let row = 0; row < column; row++) {
      let value = matrix[start + row]!;
      for (let at = 0; at < row; at++) value -= r[row * size + at]! * r[start + at]!;
      value /= r[row * size + row]!;
      r[start + row] = value;
      rest -= value * value;
    }
    if (!(rest > 0)) return undefined;
    r[start + column] = Math.sqrt(rest);
  }
  return r;
}

/** A x = b with the factor of A; `values` is overwritten. */
export function solveCholesky(r: Float64Array, size: number, values: Float64Array): void {
  solveUpperTransposed(r, size, values);
  solveUpper(r, size, values);
}

/** The inverse of A from its factor. */
export function invertCholesky(r: Float64Array, size: number): Float64Array {
  const inverse = new Float64Array(size * size);
  for (let column = 0; column < size; column++) {
    inverse[column * size + column] = 1;
    solveCholesky(r, size, inverse.subarray(column * size, (column + 1) * size));
  }
  return inverse;
}
