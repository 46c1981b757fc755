/**
 * Naive Bayes: within a class each column is taken to be independent of the others (Hastie, Tibshirani and Friedman, The Elements of
 * Statistical Learning, 2nd ed. 2009, 6.6.3). A column of 0 and 1 has a share, as if one row of each had been seen beside (Laplace); any
 * other is normal. A column's spread in a class is at least a part in a billion of its variance, as scikit-learn has it of scaled columns.
 */
import { checkLearnable, toClasses } from './learner';
import { setSoftmax } from './softmax';
import { type Scale, toScale } from '../segment/points';
import type { Target } from './target';

export interface NaiveBayesModel {
  kind: 'naive-bayes';
  scale: Scale;
  classes: number;
  /** The share of each class. */
  priors: Float64Array;
  columns: NaiveBayesColumn[];
}

export type NaiveBayesColumn =
  /** By class, in units of the scaled column. */
  | { kind: 'normal'; means: Float64Array; variances: Float64Array }
  /** The share of ones by class. */
  | { kind: 'binary'; shares: Float64Array };

const LEAST_VARIANCE = 1e-9;

export function fitNaiveBayes(columns: readonly Float64Array[], target: Target): NaiveBayesModel {
  checkLearnable(columns, target);
  const { codes, classes } = toClasses(target);
  const scale = toScale(columns);
  const counts = new Float64Array(classes);
  for (const code of codes) counts[code]!++;
  return {
    kind: 'naive-bayes',
    scale,
    classes,
    priors: counts.map((count) => count / codes.length),
    columns: columns.map((column, at) =>
      column.every((value) => value === 0 || value === 1)
        ? { kind: 'binary', shares: toShares(column, codes, counts) }
        : { kind: 'normal', ...toSpreads(column, codes, counts, scale, at) },
    ),
  };
}

function toShares(column: Float64Array, codes: Int32Array, counts: Float64Array): Float64Array {
  const ones = new Float64Array(counts.length);
  for (let row = 0; row < column.length; row++) ones[codes[row]!]! += column[row]!;
  return ones.map((count, code) => (count + 1) / (counts[code]! + 2));
}

function toSpreads(column: Float64Array, codes: Int32Array, counts: Float64Array, scale: Scale, at: number) {
  const [center, unit] = [scale.means[at]!, scale.deviations[at]! || 1];
  const means = new Float64Array(counts.length);
  const variances = new Float64Array(counts.length);
  for (let row = 0; row < column.length; row++) means[codes[row]!]! += (column[row]! - center) / unit;
  for (const [code, count] of counts.entries()) means[code]! /= count || 1;
  for (let row = 0; row < column.length; row++) {
    const code = codes[row]!;
    variances[code]! += ((column[row]! - center) / unit - means[code]!) ** 2;
  }
  return {
    means,
    variances: variances.map((squares, code) => squares / (counts[code]! || 1) + LEAST_VARIANCE),
  };
}

/** The share of each class in each row; a class that was not learnt from has none. */
export function predictNaiveBayes(
  { scale, classes, priors, columns: learnt }: NaiveBayesModel,
  columns: readonly Float64Array[],
): Float64Array[] {
  const logs = Array.from(priors, (prior) => new Float64Array(columns[0]!.length).fill(Math.log(prior)));
  for (const [at, how] of learnt.entries()) {
    const [column, center, unit] = [columns[at]!, scale.means[at]!, scale.deviations[at]! || 1];
    for (let code = 0; code < classes; code++) {
      const into = logs[code]!;
      if (how.kind === 'binary') {
        const [one, none] = [Math.log(how.shares[code]!), Math.log1p(-how.shares[code]!)];
        for (let row = 0; row < into.length; row++) into[row]! += column[row]! > 0.5 ? one : none;
        continue;
      }
      const [mean, variance] = [how.means[code]!, how.variances[code]!];
      const height = -0.5 * Math.log(2 * Math.PI * variance);
      for (let row = 0; row < into.length; row++)
        into[row]! += height - ((column[row]! - center) / unit - mean) ** 2 / (2 * variance);
    }
  }
  setSoftmax(logs);
  return logs;
}
