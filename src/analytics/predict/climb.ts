/** Newton's method on a likelihood, as of two classes, with halved steps where a whole one does not help. */
import { factorCholesky, solveCholesky } from '../core/cholesky';
import { addColumns, addProducts, BLOCK, type Centred, eachBlock, multiplyBlock } from './products';

const MOST_ROUNDS = 60;
const SETTLED = 1e-10;

export interface Top {
  weights: Float64Array;
  /** The factor of the loss's second derivatives. */
  factor: Float64Array;
  loss: number;
  rounds: number;
  /** The column whose weight grows without end. */
  runaway: number | undefined;
}

export function climb(
  table: Centred,
  target: Uint8Array,
  start: Float64Array,
  penalty: number,
  onProgress?: (share: number) => void,
): Top {
  return climbSlope((weights) => toSlope(table, target, weights, penalty), start, target.length, onProgress);
}

/** The same for any loss over these rows; the first weight is never the one that runs away. */
export function climbSlope(
  toSlope: (weights: Float64Array) => Slope,
  start: Float64Array,
  rows: number,
  onProgress?: (share: number) => void,
): Top {
  const size = start.length;
  let weights = start;
  let slope = toSlope(weights);
  let factor = factorCholesky(slope.matrix, size);
  for (let round = 1; ; round++) {
    if (!factor) return toRunaway(weights, slope, round);
    const step = slope.gradient.slice();
    solveCholesky(factor, size, step);
    const gain = multiplyBlock(step, slope.gradient, size);
    const length = step.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    if (length < SETTLED * (1 + weights.reduce((most, value) => Math.max(most, Math.abs(value)), 0)))
      return { weights, factor, loss: slope.loss, rounds: round, runaway: undefined };
    const isEndless = gain < 1e-10 * Math.max(slope.loss, 1e-8 * rows) && length > 1e-3;
    if (isEndless || round === MOST_ROUNDS || slope.loss < 1e-8 * rows) return toRunaway(step, slope, round);

    let share = 1;
    let next = slope;
    let tried = weights;
    for (let half = 0; half < 30; half++, share /= 2) {
      tried = weights.map((value, at) => value + share * step[at]!);
      next = toSlope(tried);
      if (next.loss <= slope.loss + 1e-12 * Math.abs(slope.loss)) break;
    }
    [weights, slope] = [tried, next];
    factor = factorCholesky(slope.matrix, size);
    onProgress?.(Math.min(0.95, round / 10));
  }
}

function toRunaway(step: Float64Array, { loss }: Slope, rounds: number): Top {
  let runaway = 0;
  for (let at = 1; at < step.length; at++)
    if (Math.abs(step[at]!) > Math.abs(step[runaway + 1]!)) runaway = at - 1;
  return { weights: step.map(() => NaN), factor: new Float64Array(0), loss, rounds, runaway };
}

export interface Slope {
  /** Minus the logarithm of the likelihood, and the ridge. */
  loss: number;
  /** Downwards. */
  gradient: Float64Array;
  matrix: Float64Array;
}

function toSlope(table: Centred, target: Uint8Array, weights: Float64Array, penalty: number): Slope {
  const size = weights.length;
  const gradient = new Float64Array(size);
  const matrix = new Float64Array(size * size);
  let loss = 0;
  const odds = new Float64Array(BLOCK);
  const spread = new Float64Array(BLOCK);
  const values: Float64Array[] = [new Float64Array(BLOCK).fill(1)];
  eachBlock(table, target.length, (block, from, count) => {
    for (let at = 1; at < size; at++) values[at] = block[at - 1]!;
    odds.fill(0);
    addColumns(odds, values, weights, count);
    loss += setMisses(odds, spread, target.subarray(from, from + count));
    for (let at = 0; at < size; at++) gradient[at]! += multiplyBlock(values[at]!, odds, count);
    addProducts(matrix, values, count, spread);
  });
  for (let at = 1; at < size; at++) {
    const weight = weights[at]!;
    loss += (penalty / 2) * weight ** 2;
    gradient[at]! -= penalty * weight;
    matrix[at * size + at]! += penalty;
  }
  return { loss, gradient, matrix };
}

/** From here on the chance of what happened is as good as 0, and the loss grows as the logarithm of the odds. */
const FAR = 300;
const LARGE = 2 ** 500;

/** Makes what the chances miss of the logarithms of the odds, and how each chance spreads; their loss. */
function setMisses(odds: Float64Array, spread: Float64Array, target: Uint8Array): number {
  let loss = 0;
  // what the product of 1 + against is above 1: its logarithm is taken when it is large, not for every row
  let product = 0;
  for (let row = 0; row < target.length; row++) {
    const sign = 1 - 2 * target[row]!;
    const log = sign * odds[row]!;
    if (log > FAR) loss += log - FAR;
    const against = Math.exp(log > FAR ? FAR : log);
    const right = 1 / (1 + against);
    const miss = against * right;
    odds[row] = -sign * miss;
    spread[row] = miss * right;
    product += against + product * against;
    if (product < LARGE) continue;
    loss += Math.log1p(product);
    product = 0;
  }
  return loss + Math.log1p(product);
}
