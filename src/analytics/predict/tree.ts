/**
 * A tree of decisions (Breiman, Friedman, Olshen and Stone, Classification and Regression Trees, 1984), by the squared error of
 * numbers and Gini's impurity of classes, pruned by their measure of cost and complexity; cuts lie as in scikit-learn, and of
 * equal ones the first of the first column is taken.
 */
import { toMisfit } from '../core/check';
import { addAnswers, toAnswerTree } from './answers';
import { toCoded } from './codes';
import { createGrower } from './growTree';
import { toImportances } from './importances';
import { checkLearnable } from './learner';
import type { Nodes } from './nodes';
import { pruneNodes } from './prune';
import { countAnswers, countRows, type Predicted, type Target } from './target';

export interface TreeModel {
  kind: 'tree';
  target: Target['kind'];
  /** How many; 1 for a number. */
  classes: number;
  nodes: Nodes;
  /** Of each column, 1 together; all 0 where nothing was cut. */
  importances: Float64Array;
}

export interface TreeOptions {
  maxDepth?: number;
  /** In a leaf. */
  leastRows?: number;
  /** By how much each leaf has to lower the impurity of the whole, in its units: of a number they are squared. */
  ccpAlpha?: number;
}

export function fitTree(
  columns: readonly Float64Array[],
  target: Target,
  { maxDepth = Infinity, leastRows = 1, ccpAlpha = 0 }: TreeOptions = {},
): TreeModel {
  checkLearnable(columns, target);
  const rows = countRows(target);
  const coded = columns.map((column) => toCoded(column));
  const grower = createGrower(coded, target, { maxDepth, leastRows });
  const grown = grower.grow(
    Int32Array.from({ length: rows }, (_, row) => row),
    new Float64Array(rows).fill(1),
  );
  if (!Number.isFinite(grown.impurity[0])) throw toMisfit('numbers-too-large');
  const nodes = ccpAlpha > 0 ? pruneNodes(grown, ccpAlpha) : grown;
  return {
    kind: 'tree',
    target: target.kind,
    classes: countAnswers(target),
    nodes,
    importances: toImportances(nodes, columns.length),
  };
}

export function predictTree(
  { target, classes, nodes }: TreeModel,
  columns: readonly Float64Array[],
): Predicted {
  const sums = Array.from({ length: classes }, () => new Float64Array(columns[0]?.length ?? 0));
  addAnswers(toAnswerTree(nodes), columns, sums);
  return target === 'number' ? sums[0]! : sums;
}
