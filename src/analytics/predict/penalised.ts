/** How strong a penalty should be, by cross-validation (Hastie, Tibshirani and Friedman, 2009, 7.10), and the model that it gives. */
import { createRandom } from '../core/random';
import { toFolds } from './folds';
import { toLine } from './line';
import { type Folded, type Moments, toFolded, toFoldError, toMoments } from './moments';

export interface PenalisedModel {
  kind: 'ridge' | 'lasso';
  alpha: number;
  /** The intercept, then one for each column as it was given. */
  coefficients: Float64Array;
  /** Of the columns at mean 0 and spread 1: what counts in the penalty, and what can be compared. */
  weights: Float64Array;
  /** Columns whose weight is 0. */
  dropped: number[];
  /** How the strength was chosen; undefined where it was given. */
  choice: Choice | undefined;
}

export interface Choice {
  /** From the strongest penalty down. */
  alphas: Float64Array;
  /** The mean of squared errors on rows not learnt from, and its standard error. */
  errors: Float64Array;
  spreads: Float64Array;
  /** How many columns count. */
  counts: Int32Array;
  /** The place of the least error. */
  best: number;
  /** The strongest penalty whose error is within one standard error of it: as good, and simpler. */
  simplest: number;
}

export interface PenaltyOptions {
  /** Chosen by cross-validation where it is not given. */
  alpha?: number | undefined;
  folds?: number;
  seed?: number;
  onProgress?: (share: number) => void;
}

/** Weights for a penalty; `start` are those for the one before. */
export type Solve = (moments: Moments, alpha: number, start: Float64Array) => Float64Array;

export function fitPenalised(
  kind: PenalisedModel['kind'],
  columns: readonly Float64Array[],
  target: Float64Array,
  solve: Solve,
  toAlphas: (moments: Moments) => Float64Array,
  { alpha, folds = 5, seed = 1, onProgress }: PenaltyOptions,
): PenalisedModel {
  const isGiven = alpha !== undefined;
  const count = isGiven ? 1 : Math.min(folds, target.length);
  const codes = toFolds(target.length, { count, random: createRandom(seed) });
  const folded = toFolded(columns, target, { folds: codes, count });
  const moments = toMoments(folded);
  const choice = isGiven ? undefined : chooseAlpha(folded, toAlphas(moments), solve, onProgress);
  const used = alpha ?? choice!.alphas[choice!.best]!;
  const weights = solve(moments, used, new Float64Array(columns.length));
  const { means, deviations, targetMean } = folded.standard;
  const slopes = weights.map((weight, at) => weight / deviations[at]!);
  const intercept = slopes.reduce((rest, slope, at) => rest - slope * means[at]!, targetMean);
  return {
    kind,
    alpha: used,
    coefficients: Float64Array.of(intercept, ...slopes),
    weights,
    dropped: Array.from(weights.keys()).filter((at) => weights[at] === 0),
    choice,
  };
}

export function predictPenalised(
  { coefficients }: Pick<PenalisedModel, 'coefficients'>,
  columns: readonly Float64Array[],
): Float64Array {
  return toLine(coefficients, columns);
}

export function chooseAlpha(
  folded: Folded,
  alphas: Float64Array,
  solve: Solve,
  onProgress: (share: number) => void = () => {},
): Choice {
  const found = alphas.slice().fill(0);
  const squares = alphas.slice().fill(0);
  const count = folded.folds.length;
  for (const [fold, products] of folded.folds.entries()) {
    eachPenalty(toMoments(folded, fold), alphas, solve, (weights, at, moments) => {
      const error = toFoldError(products, moments, weights);
      found[at]! += error / count;
      squares[at]! += error ** 2 / count;
    });
    onProgress((fold + 1) / (count + 1));
  }
  const spreads = squares.map((square, at) => Math.sqrt(Math.max(0, square - found[at]! ** 2) / (count - 1)));
  const counts = new Int32Array(alphas.length);
  eachPenalty(toMoments(folded), alphas, solve, (weights, at) => {
    counts[at] = weights.filter((weight) => weight !== 0).length;
  });
  const best = found.reduce((least, error, at) => (error < found[least]! ? at : least), 0);
  const simplest = found.findIndex((error) => error <= found[best]! + spreads[best]!);
  return { alphas, errors: found, spreads, counts, best, simplest };
}

function eachPenalty(
  moments: Moments,
  alphas: Float64Array,
  solve: Solve,
  take: (weights: Float64Array, at: number, moments: Moments) => void,
): void {
  let weights: Float64Array = new Float64Array(moments.cross.length);
  for (const [at, alpha] of alphas.entries()) take((weights = solve(moments, alpha, weights)), at, moments);
}

/** From the first down to a share of it, each as many times smaller than the one before. */
export function toFalling(most: number, { share, count }: { share: number; count: number }): Float64Array {
  const ratio = share ** (1 / (count - 1));
  const falling = new Float64Array(count).fill(most);
  for (let at = 1; at < count; at++) falling[at] = falling[at - 1]! * ratio;
  return falling;
}
