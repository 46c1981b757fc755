import type { NodePart, NodeRows } from './cuts';

/** A tree by its nodes; the first is the root, and both children of a node come after it. */
export interface Nodes {
  /** The column that is cut; -1 in a leaf. */
  column: Int32Array;
  /** Values up to it go to the first child. */
  threshold: Float64Array;
  /** The first child, after which the second comes; 0 in a leaf. */
  children: Int32Array;
  /** How many rows, or what they weigh. */
  weight: Float64Array;
  /** The mean square of distances from the mean; of classes Gini's. */
  impurity: Float64Array;
  /** The mean; of classes the share of each, one after another. */
  values: Float64Array;
}

/** A node that has been measured. */
export interface Leaf extends NodePart {
  node: number;
  depth: number;
  /** Whether it is not to be cut. */
  isDone: boolean;
  sums: { values: Float64Array; noise: number } | undefined;
}

export function createNodes(count: number, width: number): Nodes {
  return {
    column: new Int32Array(count),
    threshold: new Float64Array(count),
    children: new Int32Array(count),
    weight: new Float64Array(count),
    impurity: new Float64Array(count),
    values: new Float64Array(count * width),
  };
}

export function sliceNodes(nodes: Nodes, count: number, width: number): Nodes {
  return {
    column: nodes.column.slice(0, count),
    threshold: nodes.threshold.slice(0, count),
    children: nodes.children.slice(0, count),
    weight: nodes.weight.slice(0, count),
    impurity: nodes.impurity.slice(0, count),
    values: nodes.values.slice(0, count * width),
  };
}

/** What two sums of the same numbers in different order may differ by, as a share. */
const TIE = 1e-13;

/** Writes what is known of a node and its rows, and says whether all of them are the same. */
export function measureNumber(
  nodes: Nodes,
  node: number,
  here: NodeRows,
  { values, weights }: { values: Float64Array; weights: Float64Array },
): boolean {
  const { rows, from, to } = here;
  // distances from any of the values lose no digits, however far they all are from 0
  const first = values[rows[from]!]!;
  let sum = 0;
  let weight = 0;
  let isPure = true;
  for (let at = from; at < to; at++) {
    const row = rows[at]!;
    if (values[row] !== first) isPure = false;
    here.weights[at] = weights[row]!;
    weight += weights[row]!;
    const distance = values[row]! - first;
    here.distances[at] = distance;
    sum += weights[row]! * distance;
  }
  const mean = sum / weight;
  let squares = 0;
  for (let at = from; at < to; at++) {
    const distance = here.distances[at]! - mean;
    here.distances[at] = here.weights[at]! * distance;
    squares += here.weights[at]! * distance * distance;
  }
  here.tie = TIE * squares;
  here.weight = weight;
  nodes.weight[node] = weight;
  nodes.impurity[node] = squares / weight;
  nodes.values[node] = first + mean;
  return isPure;
}

export function measureClass(
  nodes: Nodes,
  node: number,
  here: NodeRows,
  { codes, weights, totals }: { codes: Int32Array; weights: Float64Array; totals: Float64Array },
): boolean {
  const { rows, from, to } = here;
  totals.fill(0);
  let weight = 0;
  for (let at = from; at < to; at++) {
    const row = rows[at]!;
    const code = codes[row]!;
    here.weights[at] = weights[row]!;
    here.distances[at] = code;
    totals[code]! += weights[row]!;
    weight += weights[row]!;
  }
  let squares = 0;
  for (let one = 0; one < totals.length; one++) {
    nodes.values[node * totals.length + one] = totals[one]! / weight;
    squares += totals[one]! * totals[one]!;
  }
  here.tie = TIE * weight;
  here.weight = weight;
  nodes.weight[node] = weight;
  nodes.impurity[node] = 1 - squares / (weight * weight);
  return squares === weight * weight;
}
