import type { Nodes } from './nodes';

/** How much the cuts of each column lower the impurity, 1 together; of a tree without cuts all 0. */
export function toImportances(nodes: Nodes, columns: number): Float64Array {
  const falls = new Float64Array(columns);
  addFalls(falls, nodes);
  return toImportanceShares(falls);
}

export function addFalls(falls: Float64Array, { column, children, weight, impurity }: Nodes): void {
  for (let node = 0; node < column.length; node++) {
    const child = children[node]!;
    if (child === 0) continue;
    const fall =
      weight[node]! * impurity[node]! -
      weight[child]! * impurity[child]! -
      weight[child + 1]! * impurity[child + 1]!;
    falls[column[node]!]! += Math.max(0, fall);
  }
}

export function toImportanceShares(falls: Float64Array): Float64Array {
  const sum = falls.reduce((sum, fall) => sum + fall, 0);
  return sum > 0 ? falls.map((fall) => fall / sum) : falls.slice().fill(0);
}
