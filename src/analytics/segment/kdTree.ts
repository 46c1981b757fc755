/** Points in boxes, so that neighbours are found without looking at every point: the k-d tree (Friedman, Bentley and Finkel, ACM TOMS 3, 1977). */
import type { Points } from './points';
import { toSquare } from './points';

/** Nodes lie as in a heap: the halves of node `n` are `2n + 1` and `2n + 2`, and the leaves are last. */
export interface KdTree {
  width: number;
  /** The rows in the order of the leaves, and their values in that order. */
  rows: Int32Array;
  values: Float64Array;
  firstLeaf: number;
  /** Where the rows of each node begin and end. */
  from: Int32Array;
  to: Int32Array;
  /** The least and the largest value of each node, a column after the other. */
  low: Float64Array;
  high: Float64Array;
}

const LEAF = 12;

export function toKdTree({ values, rows: count, width }: Points): KdTree {
  let firstLeaf = 1;
  while (firstLeaf * LEAF < count) firstLeaf *= 2;
  const nodes = 2 * firstLeaf - 1;
  firstLeaf--;
  const rows = Int32Array.from({ length: count }, (_, row) => row);
  const [from, to] = [new Int32Array(nodes), new Int32Array(nodes)];
  const [low, high] = [new Float64Array(nodes * width), new Float64Array(nodes * width)];
  to[0] = count;
  for (let node = 0; node < nodes; node++) {
    const widest = measure(node);
    if (node >= firstLeaf) continue;
    const middle = (from[node]! + to[node]!) >> 1;
    split(from[node]!, to[node]! - 1, middle, widest);
    [from[2 * node + 1], to[2 * node + 1]] = [from[node]!, middle];
    [from[2 * node + 2], to[2 * node + 2]] = [middle, to[node]!];
  }
  const sorted = new Float64Array(values.length);
  for (let at = 0; at < count; at++)
    sorted.set(values.subarray(rows[at]! * width, (rows[at]! + 1) * width), at * width);
  return { width, rows, values: sorted, firstLeaf, from, to, low, high };

  /** The bounds of a node, and the column in which it is widest. */
  function measure(node: number): number {
    let widest = 0;
    let most = -1;
    for (let part = 0; part < width; part++) {
      let [least, largest] = [Infinity, -Infinity];
      for (let at = from[node]!; at < to[node]!; at++) {
        const value = values[rows[at]! * width + part]!;
        if (value < least) least = value;
        if (value > largest) largest = value;
      }
      low[node * width + part] = least;
      high[node * width + part] = largest;
      if (largest - least > most) [most, widest] = [largest - least, part];
    }
    return widest;
  }

  /** Puts the smaller values of a column before the middle (Hoare, CACM 4, 1961). */
  function split(first: number, last: number, middle: number, part: number): void {
    while (first < last) {
      const pivot = values[rows[middle]! * width + part]!;
      let [left, right] = [first, last];
      while (left <= right) {
        while (values[rows[left]! * width + part]! < pivot) left++;
        while (values[rows[right]! * width + part]! > pivot) right--;
        if (left > right) break;
        const held = rows[left]!;
        rows[left++] = rows[right]!;
        rows[right--] = held;
      }
      if (right < middle) first = left;
      if (middle < left) last = right;
    }
  }
}

/** The square of the least distance that a point of a node can have from one of `values`. */
export function toNearSquare(
  { width, low, high }: KdTree,
  node: number,
  values: Float64Array,
  at: number,
): number {
  let square = 0;
  for (let part = 0, side = node * width; part < width; part++, side++) {
    const value = values[at + part]!;
    const apart = value < low[side]! ? low[side]! - value : value > high[side]! ? value - high[side]! : 0;
    square += apart * apart;
  }
  return square;
}

/** The square of the largest one. */
export function toFarSquare(
  { width, low, high }: KdTree,
  node: number,
  values: Float64Array,
  at: number,
): number {
  let square = 0;
  for (let part = 0, side = node * width; part < width; part++, side++) {
    const value = values[at + part]!;
    const apart = Math.max(value - low[side]!, high[side]! - value);
    square += apart * apart;
  }
  return square;
}

export interface Search {
  /** Finds the points nearest to one of `values`, without the row `except`; how many there are. */
  find: (values: Float64Array, at: number, except?: number) => number;
  /** The rows that were found, the nearest first, and of equals the first; and the squares of their distances. */
  rows: Int32Array;
  squares: Float64Array;
}

/** A search for `count` neighbours, which writes over what it found before. */
export function createSearch(tree: KdTree, count: number): Search {
  const { width, firstLeaf, from, to } = tree;
  const rows = new Int32Array(count);
  const squares = new Float64Array(count);
  let found = 0;
  let query = tree.values;
  let place = 0;
  let left = -1;
  return { find, rows, squares };

  function find(values: Float64Array, at: number, except = -1): number {
    found = 0;
    [query, place, left] = [values, at, except];
    visit(0);
    return found;
  }

  function visit(node: number): void {
    if (node >= firstLeaf) {
      for (let at = from[node]!; at < to[node]!; at++) {
        if (tree.rows[at] !== left)
          take(tree.rows[at]!, toSquare(tree.values, at * width, query, place, width));
      }
      return;
    }
    const one = 2 * node + 1;
    const toOne = toNearSquare(tree, one, query, place);
    const toOther = toNearSquare(tree, one + 1, query, place);
    const isFirst = toOne <= toOther;
    if (isWanted(isFirst ? toOne : toOther)) visit(isFirst ? one : one + 1);
    if (isWanted(isFirst ? toOther : toOne)) visit(isFirst ? one + 1 : one);
  }

  function isWanted(square: number): boolean {
    return found < count || square <= squares[count - 1]!;
  }

  function take(row: number, square: number): void {
    let at = found;
    while (at > 0 && (squares[at - 1]! > square || (squares[at - 1] === square && rows[at - 1]! > row))) at--;
    if (at === count) return;
    if (found < count) found++;
    rows.copyWithin(at + 1, at, found - 1);
    squares.copyWithin(at + 1, at, found - 1);
    rows[at] = row;
    squares[at] = square;
  }
}
