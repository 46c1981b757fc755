import type { Datum } from './chart';
import { OTHERS, toName } from './frame';

/** Where another column says it, in its order; what was put together comes last. */
export function toInOrder(rows: readonly Datum[]): readonly Datum[] {
  if (rows.every(({ order }) => order === undefined)) return rows;
  const isLast = (row: Datum) => Number(toName(row.x ?? null, row['x.rest'] ?? false) === OTHERS);
  const compare = (a: Datum[string] | undefined, b: Datum[string] | undefined): number => {
    if (a === b) return 0;
    if (a === null || a === undefined) return 1;
    if (b === null || b === undefined) return -1;
    return a < b ? -1 : a > b ? 1 : 0;
  };
  return rows.toSorted((a, b) => isLast(a) - isLast(b) || compare(a.order, b.order));
}
