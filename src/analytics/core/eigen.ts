/**
 * Eigenvalues of a symmetric matrix by Jacobi's rotations, row by row (Golub and Van Loan, 4th ed. 2013, 8.5): more digits of
 * the small ones than QL, and as fast at the sizes that tables have.
 */
export interface Eigen {
  /** Falling. */
  values: Float64Array;
  /** One unit vector a value, its largest part positive. */
  vectors: Float64Array[];
}

const MOST_SWEEPS = 50;

/** `matrix` is `size` × `size`. */
export function findEigen(matrix: Float64Array, size: number): Eigen {
  const a = matrix.slice();
  const vectors = Array.from({ length: size }, (_, at) => {
    const unit = new Float64Array(size);
    unit[at] = 1;
    return unit;
  });
  for (let sweep = 0; sweep < MOST_SWEEPS; sweep++) {
    let turned = false;
    for (let p = 0; p < size - 1; p++) {
      for (let q = p + 1; q < size; q++) {
        const across = a[q * size + p]!;
        const small = 2 ** -54 * Math.sqrt(Math.abs(a[p * size + p]! * a[q * size + q]!));
        if (Math.abs(across) <= small || across === 0) continue;
        turned = true;
        turn(a, size, p, q);
        turnPair(vectors[p]!, vectors[q]!, rotation.cosine, rotation.sine);
      }
    }
    if (!turned) break;
  }
  const order = vectors.map((_, at) => at).sort((x, y) => a[y * size + y]! - a[x * size + x]! || x - y);
  return {
    values: Float64Array.from(order, (at) => a[at * size + at]!),
    vectors: order.map((at) => toPositive(vectors[at]!)),
  };
}

/** Two columns turned in their plane. */
export function turnPair(one: Float64Array, other: Float64Array, cosine: number, sine: number): void {
  for (let row = 0; row < one.length; row++) {
    const value = one[row]!;
    one[row] = cosine * value - sine * other[row]!;
    other[row] = sine * value + cosine * other[row]!;
  }
}

/** The sign of a vector is anybody's choice: its largest part is positive here. */
export function toPositive(vector: Float64Array): Float64Array {
  let largest = 0;
  for (const value of vector) {
    // a little more than the largest so far, so that two of one size do not change places in the last digit
    if (Math.abs(value) > Math.abs(largest) * (1 + 1e-9)) largest = value;
  }
  return largest < 0 ? vector.map((value) => -value) : vector;
}

const rotation = { cosine: 1, sine: 0 };

/** The angle that makes what stands across zero, for `half` = (aqq - app) / 2. */
export function setRotation(half: number, across: number): { cosine: number; sine: number } {
  const ratio = half / across;
  const tangent = (ratio < 0 ? -1 : 1) / (Math.abs(ratio) + Math.sqrt(1 + ratio * ratio));
  rotation.cosine = 1 / Math.sqrt(1 + tangent * tangent);
  rotation.sine = tangent * rotation.cosine;
  return rotation;
}

function turn(a: Float64Array, size: number, p: number, q: number): void {
  const { cosine, sine } = setRotation((a[q * size + q]! - a[p * size + p]!) / 2, a[q * size + p]!);
  for (let at = 0; at < size; at++) {
    const one = a[at * size + p]!;
    const other = a[at * size + q]!;
    a[at * size + p] = cosine * one - sine * other;
    a[at * size + q] = sine * one + cosine * other;
  }
  turnPair(a.subarray(p * size, (p + 1) * size), a.subarray(q * size, (q + 1) * size), cosine, sine);
  a[p * size + q] = 0;
  a[q * size + p] = 0;
}
