/** Triangular systems by substitution; an upper triangle R, `size` × `size`, column by column. Right-hand sides are overwritten. */

/** R x = b. */
export function solveUpper(r: Float64Array, size: number, values: Float64Array): void {
  for (let column = size - 1; column >= 0; column--) {
    const value = values[column]! / r[column * size + column]!;
    values[column] = value;
    for (let row = 0; row < column; row++) values[row]! -= value * r[column * size + row]!;
  }
}

/** R' x = b. */
export function solveUpperTransposed(r: Float64Array, size: number, values: Float64Array): void {
  for (let column = 0; column < size; column++) {
    let value = values[column]!;
    for (let row = 0; row < column; row++) value -= r[column * size + row]! * values[row]!;
    values[column] = value / r[column * size + column]!;
  }
}

/** How many digits are lost at most: the largest over the smallest singular value, estimated (Higham 2002, 15). */
export function toCondition(r: Float64Array, size: number): number {
  return size === 0 ? 1 : toLargest(r, size, false) * toLargest(r, size, true);
}

// The largest singular value of R or of its inverse, by the power method on R'R.
function toLargest(r: Float64Array, size: number, inverse: boolean): number {
  const values = Float64Array.from({ length: size }, (_, at) => 1 + at / size);
  let length = 0;
  for (let round = 0; round < 8; round++) {
    let squares = 0;
    for (const value of values) squares += value * value;
    length = Math.sqrt(squares);
    if (!(length > 0) || !Number.isFinite(length)) return Infinity;
    for (let at = 0; at < size; at++) values[at]! /= length;
    if (inverse) {
      solveUpperTransposed(r, size, values);
      solveUpper(r, size, values);
    } else {
      multiply(r, size, values);
    }
  }
  return Math.sqrt(Math.hypot(...values));
}

// R'R x, in place.
function multiply(r: Float64Array, size: number, values: Float64Array): void {
  for (let row = 0; row < size; row++) {
    let value = 0;
    for (let column = row; column < size; column++) value += r[column * size + row]! * values[column]!;
    values[row] = value;
  }
  for (let column = size - 1; column >= 0; column--) {
    let value = 0;
    for (let row = 0; row <= column; row++) value += r[column * size + row]! * values[row]!;
    values[column] = value;
  }
}
