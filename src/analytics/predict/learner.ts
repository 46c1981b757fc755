import { checkFinite, checkRows, toMisfit } from '../core/check';
import { toScale } from '../segment/points';
import { checkTarget, countRows, type Predicted, type Target } from './target';

/** Anything that learns from columns what a target is; its options are in it already. */
export interface Learner<Model = unknown> {
  fit(columns: readonly Float64Array[], target: Target): Model;
  predict(model: Model, columns: readonly Float64Array[]): Predicted;
}

/** What every learner asks of what it is to learn from. */
export function checkLearnable(columns: readonly Float64Array[], target: Target, needed = 2): void {
  checkRows(countRows(target), needed);
  checkFinite(columns);
  checkTarget(target);
  // a square of it that is infinite would make everything after it NaN
  if (target.kind === 'number') toScale([target.values]);
  if (columns.every((column) => column.every((value) => value === column[0])))
    throw toMisfit('nothing-varies');
}

export function checkMost(rows: number, limit: number): void {
  if (rows > limit) throw toMisfit('too-many-rows', { rows, limit });
}

/** The values of a target of numbers, or the codes of one of classes: whoever asks for the other kind has mixed them up. */
export function toNumbers(target: Target): Float64Array {
  if (target.kind !== 'number') throw new Error('not a target of numbers: class');
  return target.values;
}

export function toClasses(target: Target): { codes: Int32Array; classes: number } {
  if (target.kind !== 'class') throw new Error('not a target of classes: number');
  return target;
}

/** The class with the largest share in each row; of several, the first. */
export function toLikeliest(shares: readonly Float64Array[]): Int32Array {
  return Int32Array.from(shares[0] ?? [], (_, row) => {
    let best = 0;
    for (let code = 1; code < shares.length; code++)
      if (shares[code]![row]! > shares[best]![row]!) best = code;
    return best;
  });
}
