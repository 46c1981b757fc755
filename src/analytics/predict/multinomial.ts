/**
 * Logistic regression of several classes: softmax by Newton's method (Agresti, Categorical Data Analysis, 3rd ed. 2013, 8.1). Every class
 * has weights of its own, which are 0 together in each column. Where columns split a class from the rest the likelihood has no top; a
 * ridge on the standardised columns then gives the fit an end.
 */
import { toMisfit } from '../core/check';
import { climbSlope, type Slope } from './climb';
import { checkLearnable, toClasses } from './learner';
import { toLine } from './line';
import {
  addColumns,
  addProducts,
  BLOCK,
  type Centred,
  eachBlock,
  multiplyBlock,
  toStandard,
} from './products';
import { setSoftmax } from './softmax';
import type { Target } from './target';

export interface MultinomialModel {
  kind: 'multinomial';
  /** By class: the intercept, then what 1 more of each column adds to the logarithm of its odds against the mean of all classes. */
  coefficients: Float64Array[];
  /** Columns that those before them make up, which are left out. */
  aliased: number[];
  /** Whether classes could be told apart without a doubt, so that the fit had no end without the ridge. */
  separated: boolean;
  /** Of the ridge that was used. */
  penalty: number;
  deviance: number;
  rounds: number;
}

export interface MultinomialOptions {
  /** Half of it times the squares of the standardised columns' weights is added to the loss. */
  penalty?: number;
  onProgress?: (share: number) => void;
}

/** A step of Newton takes the cube of them. */
const MOST_WEIGHTS = 1000;

export function fitMultinomial(
  columns: readonly Float64Array[],
  target: Target,
  { penalty = 0, onProgress }: MultinomialOptions = {},
): MultinomialModel {
  checkLearnable(columns, target);
  const { codes, classes } = toClasses(target);
  const present = Array.from({ length: classes }, (_, code) => code).filter((code) => codes.includes(code));
  const ranks = codes.map((code) => present.indexOf(code));
  const table = toStandard(columns);
  const { kept } = table;
  const wide = kept.length + 1;
  const weights = wide * present.length;
  if (weights > MOST_WEIGHTS) throw toMisfit('too-many-weights', { weights, most: MOST_WEIGHTS });
  const start = new Float64Array(weights);
  const fit = (ridge: number) =>
    climbSlope((at) => toSlope(table, ranks, at, ridge), start, codes.length, onProgress);
  let used = penalty;
  let top = fit(used);
  const separated = top.runaway !== undefined;
  if (separated) top = fit((used = Math.max(1, penalty)));

  const coefficients = Array.from({ length: classes }, () => new Float64Array(columns.length + 1));
  for (const [rank, code] of present.entries()) {
    const into = coefficients[code]!;
    into[0] = top.weights[rank * wide]!;
    for (const [at, column] of kept.entries()) {
      const slope = top.weights[rank * wide + at + 1]! * table.factors[at]!;
      into[column + 1] = slope;
      into[0]! -= slope * table.centers[at]!;
    }
  }
  // never predicted; infinity is not in JSON
  for (let code = 0; code < classes; code++)
    if (!present.includes(code)) coefficients[code]![0] = -Number.MAX_VALUE;
  return {
    kind: 'multinomial',
    coefficients,
    aliased: Array.from(columns.keys()).filter((at) => !kept.includes(at)),
    separated,
    penalty: used,
    deviance: 2 * top.loss,
    rounds: top.rounds,
  };
}

/** The share of each class in each row. */
export function predictMultinomial(
  { coefficients }: Pick<MultinomialModel, 'coefficients'>,
  columns: readonly Float64Array[],
): Float64Array[] {
  const shares = coefficients.map((weights) => toLine(weights, columns));
  setSoftmax(shares);
  return shares;
}

function toSlope(table: Centred, ranks: Int32Array, weights: Float64Array, penalty: number): Slope {
  const wide = table.columns.length + 1;
  const classes = weights.length / wide;
  const gradient = new Float64Array(weights.length);
  const parts = Array.from({ length: classes * classes }, () => new Float64Array(wide * wide));
  const shares = Array.from({ length: classes }, () => new Float64Array(BLOCK));
  const values: Float64Array[] = [new Float64Array(BLOCK).fill(1)];
  const work = new Float64Array(BLOCK);
  let loss = 0;
  eachBlock(table, ranks.length, (block, from, count) => {
    for (let at = 1; at < wide; at++) values[at] = block[at - 1]!;
    for (const [code, into] of shares.entries())
      addColumns(into.fill(0), values, weights.subarray(code * wide, (code + 1) * wide), count);
    setSoftmax(shares, count);
    for (const [code, share] of shares.entries()) {
      for (let row = 0; row < count; row++) {
        const isRight = ranks[from + row] === code;
        work[row] = isRight ? toRest(shares, code, row) : -share[row]!;
        if (isRight) loss -= share[row]! < 0.5 ? Math.log(share[row]!) : Math.log1p(-work[row]!);
      }
      for (let at = 0; at < wide; at++)
        gradient[code * wide + at]! += multiplyBlock(values[at]!, work, count);
      for (let other = code; other < classes; other++) {
        for (let row = 0; row < count; row++)
          work[row] =
            other === code ? share[row]! * toRest(shares, code, row) : -share[row]! * shares[other]![row]!;
        addProducts(parts[code * classes + other]!, values, count, work);
      }
    }
  });
  return toPenalised({ loss, gradient, matrix: toMatrix(parts, classes, wide) }, weights, {
    wide,
    penalty,
    rows: ranks.length,
  });
}

/** One less a share, with all its digits. */
function toRest(shares: readonly Float64Array[], code: number, row: number): number {
  let rest = 0;
  for (let other = 0; other < shares.length; other++) if (other !== code) rest += shares[other]![row]!;
  return rest;
}

function toMatrix(parts: readonly Float64Array[], classes: number, wide: number): Float64Array {
  const size = classes * wide;
  const matrix = new Float64Array(size * size);
  for (let one = 0; one < size; one++)
    for (let other = 0; other < size; other++) {
      const [code, otherCode] = [Math.floor(one / wide), Math.floor(other / wide)];
      const part = parts[Math.min(code, otherCode) * classes + Math.max(code, otherCode)]!;
      matrix[one * size + other] = part[(one % wide) * wide + (other % wide)]!;
    }
  return matrix;
}

/** The same added to a column's weight in every class changes nothing, so that such steps are given a cost, which no weights then pay. */
function toPenalised(
  { loss, gradient, matrix }: Slope,
  weights: Float64Array,
  { wide, penalty, rows }: { wide: number; penalty: number; rows: number },
): Slope {
  const size = weights.length;
  let whole = loss;
  for (let one = 0; one < size; one++) {
    for (let other = one % wide; other < size; other += wide) matrix[one * size + other]! += rows / size;
    if (one % wide === 0) continue;
    whole += (penalty / 2) * weights[one]! ** 2;
    gradient[one]! -= penalty * weights[one]!;
    matrix[one * size + one]! += penalty;
  }
  return { loss: whole, gradient, matrix };
}
