/** Relative difference below which two sums of the same numbers, added in another order, are the same. */
const TOLERANCE = 1e-9;

/**
 * What is wrong with rows that should be the same; undefined where nothing is.
 * @param {readonly unknown[][]} ours
 * @param {readonly unknown[][]} theirs
 * @param {{keys?: number}} [options] `keys`: rows have no order, and are found by so many first columns
 */
export function findDifference(ours, theirs, { keys = 0 } = {}) {
  if (ours.length !== theirs.length) return `${ours.length} rows, native ${theirs.length}`;
  const toKey = (/** @type {unknown[]} */ row) => row.slice(0, keys).map(String).join('\0');
  const known = new Map(theirs.map((row, at) => [keys > 0 ? toKey(row) : at, row]));
  for (const [at, row] of ours.entries()) {
    const other = known.get(keys > 0 ? toKey(row) : at);
    if (!other) return `row ${row}: native has none`;
    if (!row.every((value, column) => isSame(value, other[column]))) return `row ${row}, native ${other}`;
  }
  return undefined;
}

/** @param {unknown} ours @param {unknown} theirs */
function isSame(ours, theirs) {
  if (typeof ours !== 'number') return String(ours) === String(theirs);
  const other = Number(theirs);
  return Math.abs(ours - other) <= TOLERANCE * Math.max(Math.abs(ours), Math.abs(other));
}
