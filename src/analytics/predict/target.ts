import { toMisfit } from '../core/check';

/** What is to be predicted, a value a row. */
export type Target =
  | { kind: 'number'; values: Float64Array }
  /** Codes from 0, below `classes`. */
  | { kind: 'class'; codes: Int32Array; classes: number };

/** A number a row; of a class the shares of each class, a column each, which are 1 together. */
export type Predicted = Float64Array | Float64Array[];

export function countRows(target: Target): number {
  return target.kind === 'number' ? target.values.length : target.codes.length;
}

/** How many numbers a row is answered with: for classes one each. */
export function countAnswers(target: Target): number {
  return target.kind === 'number' ? 1 : target.classes;
}

/** Nothing can be learnt from a target of one value. */
export function checkTarget(target: Target): void {
  const values = target.kind === 'number' ? target.values : target.codes;
  if (target.kind === 'number' && !target.values.every(Number.isFinite)) throw toMisfit('target-not-finite');
  if (values.every((value) => value === values[0]))
    throw toMisfit(target.kind === 'number' ? 'constant-target' : 'one-class');
}
