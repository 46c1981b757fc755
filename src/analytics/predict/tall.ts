/**
 * Least squares of a tall table by the normal equations of its centred columns, corrected by what they leave (corrected seminormal
 * equations: Björck, Linear Algebra and its Applications 88, 1987). Only where the columns are far from making one another up.
 */
import { factorCholesky, invertCholesky, solveCholesky } from '../core/cholesky';
import type { LeastSquares } from '../core/leastSquares';
import { toMean } from '../core/sums';
import { toCondition } from '../core/triangle';
import { addColumns, addProducts, eachBlock, multiplyBlock } from './products';

/** Up to here two corrections give back what squaring the condition costs. */
const MOST_CONDITION = 1e4;

const MOST_CORRECTIONS = 2;

/** A correction takes as many digits off the error as it was small itself: after one of this size nothing is left to correct. */
const SETTLED = 2 ** -40;

/** With an intercept; undefined where that is not the way for these columns. */
export function fitTall(columns: readonly Float64Array[], target: Float64Array): LeastSquares | undefined {
  const rows = target.length;
  const size = columns.length;
  const all = [...columns, target];
  const centers = Float64Array.from(all, toMean);
  const ones = new Float64Array(size + 1).fill(1);
  const products = new Float64Array((size + 1) ** 2);
  eachBlock({ columns: all, centers, factors: ones }, rows, (values, _, count) =>
    addProducts(products, values, count),
  );

  const factors = Float64Array.from(columns, (_, at) => 1 / Math.sqrt(products[at * (size + 2)]! / rows));
  const matrix = new Float64Array(size * size);
  for (let one = 0; one < size; one++)
    for (let other = 0; other < size; other++)
      matrix[one * size + other] = products[one * (size + 1) + other]! * factors[one]! * factors[other]!;
  if (!matrix.every(Number.isFinite)) return undefined;
  const r = factorCholesky(matrix, size);
  if (!r) return undefined;
  const condition = toCondition(r, size);
  if (!(condition < MOST_CONDITION)) return undefined;

  const scaled = Float64Array.from(columns, (_, at) => products[at * (size + 1) + size]! * factors[at]!);
  solveCholesky(r, size, scaled);
  const residuals = new Float64Array(rows);
  const allFactors = Float64Array.of(...factors, 1);
  let rounds = 0;
  for (let settled = false; ; rounds++) {
    const isLast = settled || rounds === MOST_CORRECTIONS;
    const left = new Float64Array(size);
    const taken = scaled.map((weight) => -weight);
    eachBlock({ columns: all, centers, factors: allFactors }, rows, (values, from, count) => {
      const rest = values[size]!;
      addColumns(rest, values, taken, count);
      residuals.set(rest.subarray(0, count), from);
      if (!isLast) for (let at = 0; at < size; at++) left[at]! += multiplyBlock(values[at]!, rest, count);
    });
    if (isLast) break;
    solveCholesky(r, size, left);
    settled = toMost(left) < SETTLED * toMost(scaled);
    for (let at = 0; at < size; at++) scaled[at]! += left[at]!;
  }

  const coefficients = new Float64Array(size + 1);
  coefficients[0] = centers[size]!;
  for (let at = 0; at < size; at++) {
    coefficients[at + 1] = scaled[at]! * factors[at]!;
    coefficients[0]! -= coefficients[at + 1]! * centers[at]!;
  }
  return {
    coefficients,
    aliased: [],
    residuals,
    residualSquares: multiplyBlock(residuals, residuals, rows),
    rank: size + 1,
    inverse: toInverse(invertCholesky(r, size), { centers, factors, rows }),
    condition,
    rounds,
    settled: true,
    basis: {
      terms: Int32Array.from({ length: size + 1 }, (_, at) => at - 1),
      centers: Float64Array.of(0, ...centers.subarray(0, size)),
      factors: Float64Array.of(1, ...factors),
      r: withIntercept(r, size, rows),
    },
  };
}

function toMost(values: Float64Array): number {
  return values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}

interface Scale {
  centers: Float64Array;
  factors: Float64Array;
  rows: number;
}

/** The inverse of X'X, intercept and all, from that of the centred, scaled columns. */
export function toInverse(inner: Float64Array, { centers, factors, rows }: Scale): Float64Array {
  const size = factors.length;
  const wide = size + 1;
  const inverse = new Float64Array(wide * wide);
  inverse[0] = 1 / rows;
  for (let one = 0; one < size; one++) {
    let along = 0;
    for (let other = 0; other < size; other++) {
      const value = inner[one * size + other]! * factors[one]! * factors[other]!;
      inverse[(one + 1) * wide + other + 1] = value;
      along += value * centers[other]!;
    }
    inverse[one + 1] = inverse[(one + 1) * wide] = -along;
    inverse[0]! += along * centers[one]!;
  }
  return inverse;
}

function withIntercept(r: Float64Array, size: number, rows: number): Float64Array {
  const wide = new Float64Array((size + 1) ** 2);
  wide[0] = Math.sqrt(rows);
  for (let column = 0; column < size; column++)
    wide.set(r.subarray(column * size, (column + 1) * size), (column + 1) * (size + 1) + 1);
  return wide;
}
