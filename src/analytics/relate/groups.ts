import { checkFinite, checkRows, toMisfit } from '../core/check';
import { splitGroups } from '../describe/describe';

export interface Group {
  /** The code of the group. */
  code: number;
  values: Float64Array;
}

/** The groups that have rows; `needed` in each, two groups or more. */
export function findGroups(values: Float64Array, codes: Int32Array, groups: number, needed = 1): Group[] {
  checkFinite([values]);
  const found = splitGroups(values, codes, groups)
    .map((part, code) => ({ code, values: part }))
    .filter(({ values }) => values.length > 0);
  if (found.length < 2) throw toMisfit('one-class');
  for (const { values } of found) checkRows(values.length, needed);
  return found;
}
