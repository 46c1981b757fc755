import type { Nodes } from './nodes';

/** A tree with no more than it needs to answer. */
export interface AnswerTree {
  /** The column that is cut; of a leaf its number. */
  column: Int32Array;
  /** Values up to it go to the first child. */
  threshold: Float64Array;
  /** The first of two children; 0 in a leaf. */
  children: Int32Array;
  /** A number a leaf; of classes the share of each, one after another. */
  leaves: Float64Array;
}

export function toAnswerTree({ column, threshold, children, values }: Nodes, scale = 1): AnswerTree {
  const count = column.length;
  const width = values.length / count;
  const leaves = new Float64Array(((count + 1) / 2) * width);
  const numbered = column.slice();
  let found = 0;
  for (let node = 0; node < count; node++) {
    if (children[node] !== 0) continue;
    for (let one = 0; one < width; one++) leaves[found * width + one] = scale * values[node * width + one]!;
    numbered[node] = found++;
  }
  return { column: numbered, threshold, children, leaves };
}

/** Adds what the tree says of rows to the sums, one for each class. */
export function addAnswers(
  { column, threshold, children, leaves }: AnswerTree,
  columns: readonly Float64Array[],
  sums: readonly Float64Array[],
  rows?: Int32Array,
): void {
  const width = sums.length;
  const count = rows ? rows.length : sums[0]!.length;
  for (let at = 0; at < count; at++) {
    const row = rows ? rows[at]! : at;
    let node = 0;
    for (let child = children[0]!; child !== 0; child = children[node]!)
      node = columns[column[node]!]![row]! <= threshold[node]! ? child : child + 1;
    const leaf = column[node]! * width;
    for (let one = 0; one < width; one++) sums[one]![row]! += leaves[leaf + one]!;
  }
}
