/** How well a learner does on rows that it has not seen: each fold is predicted by what the others taught (Stone, JRSS B 36, 1974). */
import { pick } from '../complete';
import { findSides } from './folds';
import type { Learner } from './learner';
import { measure, type Measure, type Measured } from './measures';
import { pickTarget } from './pick';
import { countAnswers, countRows, type Predicted, type Target } from './target';

export interface CrossValidated {
  /** Of each row by the model that had not seen it. */
  predicted: Predicted;
  folds: Measured[];
  /** Over the folds, each of which counts alike, and the standard deviation between them. */
  means: Measured;
  spreads: Measured;
}

export function crossValidate<Model>(
  learner: Learner<Model>,
  columns: readonly Float64Array[],
  target: Target,
  { folds, onProgress = () => {} }: { folds: Int32Array; onProgress?: (share: number) => void },
): CrossValidated {
  const rows = countRows(target);
  const count = folds.reduce((most, fold) => Math.max(most, fold), 0) + 1;
  const width = countAnswers(target);
  const all = Array.from({ length: width }, () => new Float64Array(rows));
  const measured: Measured[] = [];
  for (let fold = 0; fold < count; fold++) {
    const { held, learnt } = findSides(folds, fold);
    const model = learner.fit(
      columns.map((column) => pick(column, learnt)),
      pickTarget(target, learnt),
    );
    const predicted = learner.predict(
      model,
      columns.map((column) => pick(column, held)),
    );
    for (const [code, values] of [predicted].flat().entries())
      for (const [at, row] of held.entries()) all[code]![row] = values[at]!;
    measured.push(measure(pickTarget(target, held), predicted));
    onProgress((fold + 1) / count);
  }
  return { predicted: target.kind === 'class' ? all : all[0]!, folds: measured, ...summarise(measured) };
}

/** Of the folds that have a measure. */
function summarise(folds: readonly Measured[]): { means: Measured; spreads: Measured } {
  const means: Measured = {};
  const spreads: Measured = {};
  for (const name of new Set(folds.flatMap(Object.keys) as Measure[])) {
    const values = folds.map((fold) => fold[name]).filter((value) => value !== undefined);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    means[name] = mean;
    if (values.length < 2) continue;
    const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    spreads[name] = Math.sqrt(squares / (values.length - 1));
  }
  return { means, spreads };
}
