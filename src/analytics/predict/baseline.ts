/** What every model has to beat: the mean of all, or the share of each class, whatever the columns say. */
import { toMean } from '../core/sums';
import { checkTarget, type Predicted, type Target } from './target';

export interface BaselineModel {
  kind: 'baseline';
  target: 'number' | 'class';
  /** The mean, or the share of each class. */
  values: Float64Array;
}

export function fitBaseline(_: readonly Float64Array[], target: Target): BaselineModel {
  checkTarget(target);
  if (target.kind === 'number')
    return { kind: 'baseline', target: 'number', values: Float64Array.of(toMean(target.values)) };
  const values = new Float64Array(target.classes);
  for (const code of target.codes) values[code]! += 1 / target.codes.length;
  return { kind: 'baseline', target: 'class', values };
}

export function predictBaseline(
  { target, values }: BaselineModel,
  columns: readonly Float64Array[],
): Predicted {
  const predicted = Array.from(values, (value) => new Float64Array(columns[0]!.length).fill(value));
  return target === 'number' ? predicted[0]! : predicted;
}
