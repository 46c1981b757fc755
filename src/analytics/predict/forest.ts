/**
 * Many trees, each of rows drawn with replacement and cut by a few columns drawn at each node (Breiman, Random Forests, Machine
 * Learning 45, 2001); shares of classes are averaged, as in scikit-learn.
 */
import { toMisfit } from '../core/check';
import { createRandom, type Random } from '../core/random';
import { squaresFrom, toMean } from '../core/sums';
import { addAnswers, type AnswerTree, toAnswerTree } from './answers';
import { toCoded } from './codes';
import { createGrower } from './growTree';
import { toImportances, toImportanceShares } from './importances';
import { checkLearnable, toLikeliest } from './learner';
import { countAnswers, countRows, type Predicted, type Target } from './target';

export interface ForestModel {
  kind: 'forest';
  target: Target['kind'];
  /** How many; 1 for a number. */
  classes: number;
  trees: AnswerTree[];
  /** Of each column, 1 together: the mean of the trees'. */
  importances: Float64Array;
  /** How good the trees are on rows that they have not seen: the share of right classes, or of the squares explained. */
  outOfBag: { score: number | undefined; rows: number };
}

export interface ForestOptions {
  trees?: number;
  maxDepth?: number;
  /** In a leaf: 1 for classes and 5 for numbers, Breiman's choice. */
  leastRows?: number;
  /** How many columns are searched at a node: the square root of all for classes, a third for numbers. */
  tried?: number;
  seed: number;
  onProgress?: (share: number) => void;
}

/**
 * On 100,000 rows of 10 columns, cuts between all values take 1.7 to 2.7 times as long as those between 255 quantiles, for a
 * score on rows not drawn that is better by 0.0004.
 */
const MOST_CODES = 255;

export function fitForest(
  columns: readonly Float64Array[],
  target: Target,
  { trees: count = 100, maxDepth, leastRows, tried, seed, onProgress }: ForestOptions,
): ForestModel {
  checkLearnable(columns, target);
  const isNumber = target.kind === 'number';
  const rows = countRows(target);
  const classes = countAnswers(target);
  const coded = columns.map((column) => toCoded(column, MOST_CODES));
  const grower = createGrower(coded, target, {
    maxDepth,
    leastRows: leastRows ?? (isNumber ? 5 : 1),
    tried: tried ?? toTried(columns.length, isNumber),
  });
  const random = createRandom(seed);
  const trees: AnswerTree[] = [];
  const falls = new Float64Array(columns.length);
  const unseen = Array.from({ length: classes }, () => new Float64Array(rows));
  const votes = new Int32Array(rows);
  for (let at = 0; at < count; at++) {
    // each tree has a generator of its own, so that the first are the same however many follow
    const own = createRandom(random.bits());
    const { weights, drawn, left } = drawRows(rows, own);
    const nodes = grower.grow(drawn, weights, own);
    if (!Number.isFinite(nodes.impurity[0])) throw toMisfit('numbers-too-large');
    const tree = toAnswerTree(nodes);
    for (const [column, share] of toImportances(nodes, columns.length).entries()) falls[column]! += share;
    addAnswers(tree, columns, unseen, left);
    for (const row of left) votes[row]!++;
    trees.push(tree);
    onProgress?.((at + 1) / count);
  }
  return {
    kind: 'forest',
    target: target.kind,
    classes,
    trees,
    importances: toImportanceShares(falls),
    outOfBag: isNumber ? toExplained(target.values, unseen[0]!, votes) : toRight(target.codes, unseen, votes),
  };
}

export function predictForest(
  { target, classes, trees }: ForestModel,
  columns: readonly Float64Array[],
): Predicted {
  const sums = Array.from({ length: classes }, () => new Float64Array(columns[0]?.length ?? 0));
  for (const tree of trees) addAnswers(tree, columns, sums);
  for (const sum of sums) for (let row = 0; row < sum.length; row++) sum[row]! /= trees.length;
  return target === 'number' ? sums[0]! : sums;
}

function toTried(columns: number, isNumber: boolean): number {
  return Math.max(1, isNumber ? Math.round(columns / 3) : Math.floor(Math.sqrt(columns)));
}

/** How often each row is drawn, which are drawn at all, and which are not. */
function drawRows(rows: number, random: Random) {
  const weights = new Float64Array(rows);
  let seen = 0;
  for (let at = 0; at < rows; at++) {
    const row = random.below(rows);
    if (weights[row]!++ === 0) seen++;
  }
  const drawn = new Int32Array(seen);
  const left = new Int32Array(rows - seen);
  for (let row = 0, at = 0; row < rows; row++) {
    if (weights[row]! > 0) drawn[at++] = row;
    else left[row - at] = row;
  }
  return { weights, drawn, left };
}

function toExplained(values: Float64Array, sums: Float64Array, votes: Int32Array) {
  const truth = values.filter((_, row) => votes[row]! > 0);
  const total = squaresFrom(truth, toMean(truth));
  let missed = 0;
  for (let row = 0; row < values.length; row++)
    if (votes[row]! > 0) missed += (values[row]! - sums[row]! / votes[row]!) ** 2;
  const share = missed / total;
  return { score: Number.isFinite(share) ? 1 - share : undefined, rows: truth.length };
}

function toRight(codes: Int32Array, shares: readonly Float64Array[], votes: Int32Array) {
  const likeliest = toLikeliest(shares);
  let rows = 0;
  let right = 0;
  for (let row = 0; row < codes.length; row++) {
    if (votes[row] === 0) continue;
    rows++;
    if (likeliest[row] === codes[row]) right++;
  }
  return { score: rows > 0 ? right / rows : undefined, rows };
}
