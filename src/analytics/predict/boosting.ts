/**
 * Small trees one after another, each of what those before it missed: gradient boosting (Friedman, Annals of Statistics 29, 2001)
 * by Newton's steps, of columns cut into 255 quantiles, with the limits of scikit-learn's HistGradientBoosting.
 */
import { toMisfit } from '../core/check';
import { createRandom } from '../core/random';
import { addAnswers, type AnswerTree, toAnswerTree } from './answers';
import { createBoostingLoss, toBoostingStart } from './boostingLoss';
import { toCoded } from './codes';
import { findSides } from './folds';
import { createGrower } from './growTree';
import { addFalls, toImportanceShares } from './importances';
import { checkLearnable } from './learner';
import { setSoftmax } from './softmax';
import { splitTarget } from './split';
import { countAnswers, countRows, type Predicted, type Target } from './target';

export interface BoostingModel {
  kind: 'boosting';
  target: Target['kind'];
  /** How many; 1 for a number. */
  classes: number;
  /** Before the first tree: the mean; of classes logarithms of shares, of two the odds of the second. */
  start: Float64Array;
  /** Of a round one for each number in `start`. */
  trees: AnswerTree[];
  /** How much the cuts of each column lower the loss, 1 together; all 0 where nothing was cut. */
  importances: Float64Array;
  rounds: number;
  /** Before the first round and after each: mean squares of errors, or minus the mean logarithm of the right class's share. */
  losses: { learnt: Float64Array; held: Float64Array | undefined };
}

export interface BoostingOptions {
  /** At most. */
  rounds?: number;
  /** How much of each tree is added. */
  rate?: number;
  mostLeaves?: number;
  maxDepth?: number;
  /** In a leaf. */
  leastRows?: number;
  /** The share of rows that say when to stop; of fewer than 100 rows none are held back. */
  heldShare?: number;
  /** It ends after as many rounds that did not help on the rows held back, and goes back to the best one. */
  patience?: number;
  seed: number;
  onProgress?: (share: number) => void;
}

const MOST_CODES = 255;
const FEWEST_TO_HOLD = 100;
/** Of second derivatives in a leaf, as in scikit-learn. */
const LEAST_WEIGHT = 1e-3;
/** As a share: how much less has to be lost for a round to have helped. */
const BETTER = 1e-7;

export function fitBoosting(
  columns: readonly Float64Array[],
  target: Target,
  {
    rounds = 100,
    rate = 0.1,
    mostLeaves = 31,
    maxDepth,
    leastRows = 20,
    heldShare = 0.1,
    patience = 10,
    seed,
    onProgress,
  }: BoostingOptions,
): BoostingModel {
  checkLearnable(columns, target);
  const count = countRows(target);
  const share = count < FEWEST_TO_HOLD ? 0 : heldShare;
  const { held, learnt } = findSides(splitTarget(target, { share, random: createRandom(seed) }), 1);
  const start = toBoostingStart(target, learnt);
  const scores = Array.from(start, (score) => new Float64Array(count).fill(score));
  const loss = createBoostingLoss(target, scores);
  const coded = columns.map((column) => toCoded(column, MOST_CODES));
  const grower = createGrower(
    coded,
    { kind: 'number', values: loss.steps },
    { mostLeaves, maxDepth, leastRows, leastWeight: LEAST_WEIGHT, keepSums: true },
  );
  const rows = new Int32Array(learnt.length);
  const falls = new Float64Array(columns.length);
  const losses = { learnt: [loss.measure(learnt)], held: [loss.measure(held)] };
  if (!Number.isFinite(losses.learnt[0])) throw toMisfit('numbers-too-large');
  const trees: AnswerTree[] = [];
  let best = 0;
  let fallsOfBest = falls.slice();
  for (let round = 1; round <= rounds; round++) {
    const grown = scores.map((_, output) => {
      loss.setSteps(output);
      rows.set(learnt);
      const nodes = grower.grow(rows, loss.weights);
      addFalls(falls, nodes);
      return toAnswerTree(nodes, rate);
    });
    for (const [output, tree] of grown.entries()) addAnswers(tree, columns, [scores[output]!]);
    trees.push(...grown);
    loss.update();
    losses.learnt.push(loss.measure(learnt));
    losses.held.push(loss.measure(held));
    onProgress?.(round / rounds);
    if (held.length === 0 || losses.held[round]! < losses.held[best]! * (1 - BETTER)) {
      best = round;
      fallsOfBest = falls.slice();
    } else if (round - best >= patience) break;
  }
  return {
    kind: 'boosting',
    target: target.kind,
    classes: countAnswers(target),
    start,
    trees: trees.slice(0, best * start.length),
    importances: toImportanceShares(fallsOfBest),
    rounds: best,
    losses: {
      learnt: Float64Array.from(losses.learnt),
      held: held.length > 0 ? Float64Array.from(losses.held) : undefined,
    },
  };
}

export function predictBoosting(
  { target, start, trees }: BoostingModel,
  columns: readonly Float64Array[],
): Predicted {
  const scores = Array.from(start, (score) => new Float64Array(columns[0]?.length ?? 0).fill(score));
  for (const [at, tree] of trees.entries()) addAnswers(tree, columns, [scores[at % start.length]!]);
  if (target === 'number') return scores[0]!;
  const shares = scores.length > 1 ? scores : [new Float64Array(scores[0]!.length), scores[0]!];
  setSoftmax(shares);
  return shares;
}
