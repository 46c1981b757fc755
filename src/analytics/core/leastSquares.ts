/**
 * Least squares by Householder's QR of centred, scaled columns, refined until the coefficients are right to the last digits that
 * the values allow (refine.ts). Columns that others make up are left out, as R's `lm` does it.
 */
import { checkFinite, checkRows } from './check';
import { factorQr, type Qr } from './qr';
import { type Columns, solveAugmented } from './refine';
import { dot, toMean } from './sums';
import { solveUpperTransposed, toCondition } from './triangle';

export interface LeastSquares {
  /** The intercept where there is one, then one for each column; 0 for a column that is left out. */
  coefficients: Float64Array;
  /** Columns that the intercept and those before them make up. */
  aliased: number[];
  residuals: Float64Array;
  residualSquares: number;
  rank: number;
  /** The inverse of X'X, as wide as the coefficients; 0 for what is left out. Times s²: their covariances. */
  inverse: Float64Array;
  /** How many times an error in the values may grow; of the centred, scaled columns. */
  condition: number;
  rounds: number;
  /** Whether refinement came to its end. */
  settled: boolean;
  basis: Basis;
}

/** The columns as they were factored, for leverages and the intervals of predictions. */
export interface Basis {
  /** By place: the column given, -1 for the intercept. */
  terms: Int32Array;
  centers: Float64Array;
  factors: Float64Array;
  r: Float64Array;
}

export interface LeastSquaresOptions {
  intercept?: boolean;
  /** What rounding left of the columns' values, as `toPowers` gives it. */
  low?: readonly (Float64Array | undefined)[];
  /** The share of a column that must not be made up by the others. */
  tolerance?: number;
  refine?: boolean;
}

/** Above this many numbers the inverse is taken from R alone, unrefined. */
const MOST_REFINED = 4e6;

export function fitLeastSquares(
  columns: readonly Float64Array[],
  target: Float64Array,
  { intercept = true, low = [], tolerance = 1e-12, refine = true }: LeastSquaresOptions = {},
): LeastSquares {
  const rows = target.length;
  checkRows(rows, 1);
  checkFinite([...columns, target]);
  const shift = Number(intercept);
  const centers = columns.map((column) => (intercept ? toMean(column) : 0));
  const factors = columns.map((column, at) => toFactor(column, centers[at]!));
  const all: { high: Float64Array; low: Float64Array | undefined }[] = columns.map((column, at) =>
    toCentred(column, low[at], centers[at]!, factors[at]!),
  );
  if (intercept) all.unshift({ high: new Float64Array(rows).fill(1), low: undefined });

  const qr = factorQr(
    all.map(({ high }) => high.slice()),
    { tolerance },
  );
  const { rank, r } = qr;
  const places = [...qr.order.subarray(0, rank)];
  const kept: Columns = {
    high: places.map((place) => all[place]!.high),
    low: places.map((place) => all[place]!.low),
  };
  const targetFactor = toFactor(target, 0);
  const scaled = target.map((value) => value * targetFactor);
  const solved = solveAugmented(qr, kept, scaled, undefined, { refine });
  const condition = toCondition(r, rank);
  const size = columns.length + shift;

  const basis: Basis = {
    terms: Int32Array.from(places, (place) => place - shift),
    centers: Float64Array.from(places, (place) => centers[place - shift] ?? 0),
    factors: Float64Array.from(places, (place) => factors[place - shift] ?? 1),
    r,
  };
  const isRefined = refine && condition > 1e3 && rows * rank * rank <= MOST_REFINED;
  const weights = places.map((_, at) => toWeights(qr, kept, at, isRefined));

  const coefficients = new Float64Array(size);
  // what the intercept takes over from the centres, with twice the digits
  const moved: number[] = [];
  for (const [at, place] of places.entries()) {
    const factor = basis.factors[at]!;
    for (let row = 0; row < weights[at]!.length; row++) weights[at]![row]! *= factor;
    coefficients[place] = (solved.coefficients[at]! + solved.rests[at]!) * (factor / targetFactor);
    moved.push(solved.coefficients[at]! * factor, solved.rests[at]! * factor);
  }
  if (intercept) {
    const parts = basis.centers.map((center) => -center);
    parts[0] = 1;
    const doubled = Float64Array.from({ length: 2 * rank }, (_, at) => parts[at >> 1]!);
    coefficients[0] = dot(doubled, Float64Array.from(moved)) / targetFactor;
    for (let at = 1; at < rank; at++) {
      for (let row = 0; row < weights[0]!.length; row++) weights[0]![row]! += parts[at]! * weights[at]![row]!;
    }
  }

  const residuals = solved.residuals;
  for (let row = 0; row < rows; row++) residuals[row]! /= targetFactor;
  return {
    coefficients,
    aliased: [...qr.order.subarray(rank)].map((place) => place - shift).sort((a, b) => a - b),
    residuals,
    residualSquares: dot(residuals, residuals),
    rank,
    inverse: toInverse(weights, places, size),
    condition,
    rounds: solved.rounds,
    settled: solved.settled || !refine,
    basis,
  };
}

/** The sum of squares of what a column of a fit with an intercept is above its mean. */
export function toColumnSquares({ terms, factors, r }: Basis, column: number): number {
  const place = terms.indexOf(column);
  let squares = 0;
  // the first row is the intercept's
  for (let row = 1; row <= place; row++) squares += r[place * terms.length + row]! ** 2;
  return squares / factors[place]! ** 2;
}

/** x'(X'X)⁻¹x of each row of a table, the fitted one or another. */
export function toLeverages(basis: Basis, columns: readonly Float64Array[], rows: number): Float64Array {
  const { terms, centers, factors, r } = basis;
  const leverages = new Float64Array(rows);
  const values = new Float64Array(terms.length);
  for (let row = 0; row < rows; row++) {
    for (let at = 0; at < terms.length; at++) {
      const term = terms[at]!;
      values[at] = term < 0 ? 1 : (columns[term]![row]! - centers[at]!) * factors[at]!;
    }
    solveUpperTransposed(r, terms.length, values);
    let leverage = 0;
    for (let at = 0; at < terms.length; at++) leverage += values[at]! * values[at]!;
    leverages[row] = leverage;
  }
  return leverages;
}

// A power of two, so that scaling rounds nothing.
function toFactor(values: Float64Array, center: number): number {
  let largest = 0;
  for (let row = 0; row < values.length; row++) largest = Math.max(largest, Math.abs(values[row]! - center));
  return largest === 0 ? 1 : 2 ** -Math.max(-1000, Math.min(1000, Math.floor(Math.log2(largest))));
}

function toCentred(
  values: Float64Array,
  rests: Float64Array | undefined,
  center: number,
  factor: number,
): { high: Float64Array; low: Float64Array | undefined } {
  const high = new Float64Array(values.length);
  let low: Float64Array | undefined;
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    const difference = value - center;
    const back = difference + center;
    const lost = value - back - (center - (back - difference)) + (rests?.[row] ?? 0);
    high[row] = difference * factor;
    if (lost !== 0) (low ??= new Float64Array(values.length))[row] = lost * factor;
  }
  return { high, low };
}

/** Vectors whose products are the inverse: each coefficient is its own times the target or, unrefined, times Q'target. */
function toWeights(qr: Qr, kept: Columns, at: number, isRefined: boolean): Float64Array {
  const unit = new Float64Array(qr.rank);
  unit[at] = 1;
  if (isRefined) return solveAugmented(qr, kept, undefined, unit).residuals;
  solveUpperTransposed(qr.r, qr.rank, unit);
  return unit;
}

function toInverse(weights: Float64Array[], places: number[], size: number): Float64Array {
  const inverse = new Float64Array(size * size);
  for (const [one, onePlace] of places.entries()) {
    for (const [other, otherPlace] of places.entries()) {
      inverse[onePlace * size + otherPlace] = dot(weights[one]!, weights[other]!);
    }
  }
  return inverse;
}
