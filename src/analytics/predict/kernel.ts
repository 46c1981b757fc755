import { toExp } from '../core/exp';
import type { Points } from '../segment/points';

/** How alike two points are: by their product, or by their distance. */
export type Kernel = { kind: 'linear' } | { kind: 'rbf'; gamma: number };

/** As scikit-learn's `scale`: one over the variance of all numbers, times their columns. */
export function toGamma({ values, width }: Points): number {
  let [sum, squares] = [0, 0];
  for (const value of values) {
    sum += value;
    squares += value * value;
  }
  const variance = squares / values.length - (sum / values.length) ** 2;
  return 1 / (width * variance);
}

/** How alike the point that begins at `start` is to each of the others. */
export function setKernelRow(
  kernel: Kernel,
  { values, rows, width }: Points,
  { of, start }: { of: Float64Array; start: number },
  into: Float64Array | Float32Array,
): void {
  for (let row = 0, from = 0; row < rows; row++, from += width) {
    let sum = 0;
    if (kernel.kind === 'linear') {
      for (let part = 0; part < width; part++) sum += values[from + part]! * of[start + part]!;
      into[row] = sum;
    } else {
      for (let part = 0; part < width; part++) {
        const apart = values[from + part]! - of[start + part]!;
        sum += apart * apart;
      }
      into[row] = toExp(-kernel.gamma * sum);
    }
  }
}

export function toDiagonal(kernel: Kernel, { values, rows, width }: Points): Float64Array {
  const diagonal = new Float64Array(rows).fill(kernel.kind === 'rbf' ? 1 : 0);
  if (kernel.kind === 'linear')
    for (let at = 0; at < values.length; at++) diagonal[Math.floor(at / width)]! += values[at]! ** 2;
  return diagonal;
}

/** Rows that were asked for last are kept, as many as have room, with 24 bits as LIBSVM keeps them. */
const ROOM = 128 * 2 ** 20;

export function createKernelRows(kernel: Kernel, points: Points): (row: number) => Float32Array {
  const most = Math.max(2, Math.floor(ROOM / (4 * points.rows)));
  const kept = new Map<number, Float32Array>();
  return (row) => {
    let values = kept.get(row);
    if (values) kept.delete(row);
    else {
      const [oldest] = kept.size >= most ? kept.keys() : [];
      values = oldest === undefined ? new Float32Array(points.rows) : kept.get(oldest)!;
      if (oldest !== undefined) kept.delete(oldest);
      setKernelRow(kernel, points, { of: points.values, start: row * points.width }, values);
    }
    kept.set(row, values);
    return values;
  };
}
