/** Rows dealt out to folds, each of which is held back once; a fold for each row, from 0. */
import { checkRows } from '../core/check';
import type { Random } from '../core/random';
import { countRows, type Target } from './target';

export interface FoldOptions {
  count: number;
  random: Random;
}

/** Folds that differ by a row at the most. */
export function toFolds(rows: number, options: FoldOptions): Int32Array {
  return toStratifiedFolds(new Int32Array(rows), 1, options);
}

/** As many rows of each group in each fold as can be; what is left over of one group goes on where that of the last ended. */
export function toStratifiedFolds(
  codes: Int32Array,
  groups: number,
  { count, random }: FoldOptions,
): Int32Array {
  checkRows(codes.length, count);
  const folds = new Int32Array(codes.length);
  let next = 0;
  for (let group = 0; group < groups; group++) {
    const places = Int32Array.from(codes.keys()).filter((place) => codes[place] === group);
    for (const place of random.shuffle(places)) folds[place] = next++ % count;
  }
  return folds;
}

/** The places of the rows in a fold, and of all others, which are learnt from. */
export function findSides(
  folds: Int32Array | Uint8Array,
  fold: number,
): { held: Int32Array; learnt: Int32Array } {
  const places = Int32Array.from(folds.keys());
  return {
    held: places.filter((row) => folds[row] === fold),
    learnt: places.filter((row) => folds[row] !== fold),
  };
}

/** Of a class in shares as in the whole; of a number at random. */
export function toTargetFolds(target: Target, options: FoldOptions): Int32Array {
  if (target.kind === 'number') return toFolds(countRows(target), options);
  return toStratifiedFolds(target.codes, target.classes, options);
}
