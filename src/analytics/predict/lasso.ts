/**
 * Lasso and elastic net by coordinate descent (Friedman, Hastie and Tibshirani, Journal of Statistical Software 33, 2010): half the mean
 * of squared errors, and alpha times `ratio` of the standardised columns' absolute weights and half the rest of their squares. Penalties
 * mean what they do in scikit-learn.
 */
import { toMisfit } from '../core/check';
import { factorCholesky, solveCholesky } from '../core/cholesky';
import { checkLearnable, toNumbers } from './learner';
import type { Moments } from './moments';
import { fitPenalised, type PenalisedModel, type PenaltyOptions, type Solve, toFalling } from './penalised';
import type { Target } from './target';

export interface LassoOptions extends PenaltyOptions {
  /** 1 is the lasso; the nearer to 0, the more of a ridge. */
  ratio?: number;
}

const MOST_ROUNDS = 2000;
const SETTLED = 1e-12;

/** Where columns nearly make one another up, single weights hardly move: after so many rounds all are moved together. */
const PATIENCE = 20;
const STEADY = 1e-12;

/** Rounding may keep weights that hardly matter from resting; what all may still gain is then small beside the target's squares. */
const CLOSE = 1e-12;

/** Columns that make one another up to the last digits come to no end; this is as near as scikit-learn goes. */
const NEAR = 1e-4;

export function fitLasso(
  columns: readonly Float64Array[],
  target: Target,
  { ratio = 1, ...options }: LassoOptions = {},
): PenalisedModel {
  checkLearnable(columns, target, 3);
  return fitPenalised(
    'lasso',
    columns,
    toNumbers(target),
    toSolve(ratio),
    (all) => toAlphas(all, ratio),
    options,
  );
}

/** From the weakest penalty that leaves no weight at all down to a thousandth of it. */
export function toAlphas({ cross, rows }: Moments, ratio: number): Float64Array {
  const most = cross.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0) / rows / ratio;
  if (most === 0) throw toMisfit('nothing-in-common');
  return toFalling(most, { share: 1e-3, count: 100 });
}

export function toSolve(ratio: number): Solve {
  return (moments, alpha, start) => {
    const { rows, square } = moments;
    const weights = start.slice();
    let left = toLeft(moments, weights);
    const penalty = { absolute: alpha * ratio * rows, squared: alpha * (1 - ratio) * rows };
    for (let round = 1; round <= MOST_ROUNDS; round++) {
      if (moveEach(moments, penalty, weights, left) <= SETTLED) return weights;
      if (round % PATIENCE > 0) continue;
      while (moveAll(moments, penalty, weights, left)) left = toLeft(moments, weights);
      left = toLeft(moments, weights);
      if (toGap(moments, penalty, weights, left) <= CLOSE * square) return weights;
    }
    if (toGap(moments, penalty, weights, left) <= NEAR * square) return weights;
    throw toMisfit('did-not-converge', { rounds: MOST_ROUNDS });
  };
}

interface Penalty {
  absolute: number;
  squared: number;
}

/** Puts each weight where it is best while the others stay; how far the one went that went furthest, as a share of the largest. */
function moveEach(
  { gram, cross }: Moments,
  { absolute, squared }: Penalty,
  weights: Float64Array,
  left: Float64Array,
): number {
  const size = cross.length;
  let [moved, largest] = [0, 0];
  for (let at = 0; at < size; at++) {
    const own = gram[at * size + at]!;
    if (own === 0) continue;
    const before = weights[at]!;
    const full = left[at]! + own * before;
    const after = (Math.sign(full) * Math.max(0, Math.abs(full) - absolute)) / (own + squared);
    largest = Math.max(largest, Math.abs(after));
    if (after === before) continue;
    weights[at] = after;
    moved = Math.max(moved, Math.abs(after - before));
    for (let other = 0; other < size; other++) left[other]! -= gram[at * size + other]! * (after - before);
  }
  return moved === 0 ? 0 : moved / largest;
}

/** Newton's step of all weights that are not 0, as far as to the first that comes to 0; whether one did. */
function moveAll(
  { gram, cross }: Moments,
  { absolute, squared }: Penalty,
  weights: Float64Array,
  left: Float64Array,
): boolean {
  const size = cross.length;
  const active = Array.from(weights.keys()).filter((at) => weights[at] !== 0);
  const count = active.length;
  const matrix = new Float64Array(count * count);
  for (const [one, at] of active.entries()) {
    for (const [other, place] of active.entries()) matrix[one * count + other] = gram[at * size + place]!;
    // a little more, so that columns which others make up have a step too
    matrix[one * (count + 1)]! += squared + STEADY * gram[at * (size + 1)]!;
  }
  const r = factorCholesky(matrix, count);
  if (!r) return false;
  const step = Float64Array.from(
    active,
    (at) => left[at]! - squared * weights[at]! - absolute * Math.sign(weights[at]!),
  );
  solveCholesky(r, count, step);
  let share = 1;
  let ended = -1;
  for (const [one, at] of active.entries()) {
    const crossing = -weights[at]! / step[one]!;
    if (crossing > 0 && crossing < share) [share, ended] = [crossing, at];
  }
  for (const [one, at] of active.entries()) weights[at]! += share * step[one]!;
  if (ended >= 0) weights[ended] = 0;
  return ended >= 0;
}

/** Σ x y of what the weights leave of the target. */
function toLeft({ gram, cross }: Moments, weights: Float64Array): Float64Array {
  const size = cross.length;
  const left = cross.slice();
  for (let at = 0; at < size; at++) {
    const weight = weights[at]!;
    if (weight !== 0)
      for (let other = 0; other < size; other++) left[other]! -= gram[at * size + other]! * weight;
  }
  return left;
}

/** How far what is minimised may be above its least, by the dual problem (Kim and others, IEEE J. Sel. Top. Signal Process. 1, 2007). */
function toGap(
  { cross, square }: Moments,
  { absolute, squared }: Penalty,
  weights: Float64Array,
  left: Float64Array,
): number {
  let [residual, along, sizes, squares, steepest] = [square, square, 0, 0, 0];
  for (let at = 0; at < weights.length; at++) {
    const weight = weights[at]!;
    residual -= weight * (cross[at]! + left[at]!);
    along -= weight * cross[at]!;
    sizes += Math.abs(weight);
    squares += weight * weight;
    steepest = Math.max(steepest, Math.abs(left[at]! - squared * weight));
  }
  const scale = steepest > absolute ? absolute / steepest : 1;
  return ((1 + scale ** 2) * (residual + squared * squares)) / 2 + absolute * sizes - scale * along;
}
