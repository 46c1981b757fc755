/**
 * How odd each row is, by how few random cuts set it apart: the isolation forest (Liu, Ting and Zhou, ICDM 2008), with the
 * expected depths of scikit-learn.
 */
import { checkRows, toMisfit } from '../core/check';
import type { Random } from '../core/random';
import type { Points } from '../segment/points';

export interface Oddness {
  /** From 0 to 1: about 0.5 is nothing unusual. */
  scores: Float64Array;
  /** The mean number of cuts that set a row apart, from which scores come. */
  depths: Float64Array;
}

interface Tree {
  /** The column that is cut; the first of two children, 0 for a leaf; where the cut is, and for a leaf its depth. */
  cut: Int32Array;
  children: Int32Array;
  at: Float64Array;
}

export function findOddness(
  points: Points,
  {
    trees = 100,
    sample = 256,
    random,
    onProgress,
  }: { trees?: number; sample?: number; random: Random; onProgress?: (share: number) => void },
): Oddness {
  const { values, rows, width } = points;
  checkRows(rows, 2);
  const size = Math.min(sample, rows);
  const expected = toExpectedDepths(size);
  if (!isVaried(points)) throw toMisfit('no-variation');
  const depths = new Float64Array(rows);
  for (let tree = 0; tree < trees; tree++) {
    addDepths(growTree(points, random.sample(rows, size), expected, random), values, width, depths);
    onProgress?.((tree + 1) / trees);
  }
  for (let row = 0; row < rows; row++) depths[row] = depths[row]! / trees;
  // powers may differ in their last digits from browser to browser
  const scores = depths.map((depth) => Math.round(2 ** (-depth / expected[size]!) * 1e9) / 1e9);
  return { scores, depths };
}

const EULER = 0.5772156649015329;

/** How many cuts it takes on average to set apart one of as many rows: those of a search in a random binary tree that fails. */
export function toExpectedDepths(most: number): Float64Array {
  const depths = new Float64Array(most + 1);
  if (most > 1) depths[2] = 1;
  for (let size = 3; size <= most; size++) {
    // logarithms may differ in their last digits from browser to browser, too
    const harmonic = Math.round(Math.log(size - 1) * 1e12) / 1e12 + EULER;
    depths[size] = 2 * harmonic - (2 * (size - 1)) / size;
  }
  return depths;
}

function isVaried({ values, width }: Points): boolean {
  for (let at = width; at < values.length; at++) if (values[at] !== values[at - width]) return true;
  return false;
}

function growTree(
  { values, width }: Points,
  places: Int32Array,
  expected: Float64Array,
  random: Random,
): Tree {
  const size = places.length;
  const most = 32 - Math.clz32(size - 1);
  const cut = new Int32Array(2 * size);
  const children = new Int32Array(2 * size);
  const at = new Float64Array(2 * size);
  const columns = Int32Array.from({ length: width }, (_, column) => column);
  let nodes = 1;
  grow(0, 0, size, 0);
  return { cut, children, at };

  function grow(node: number, from: number, to: number, depth: number): void {
    const bounds = to - from > 1 && depth < most ? findCut(from, to) : undefined;
    if (!bounds) {
      at[node] = depth + expected[to - from]!;
      return;
    }
    const { column, least, largest } = bounds;
    const drawn = least + random.next() * (largest - least);
    const place = drawn < largest ? drawn : least;
    const middle = split(from, to, column, place);
    const child = nodes;
    nodes += 2;
    cut[node] = column;
    at[node] = place;
    children[node] = child;
    grow(child, from, middle, depth + 1);
    grow(child + 1, middle, to, depth + 1);
  }

  /** A column drawn of those that vary here. */
  function findCut(from: number, to: number) {
    for (let left = width; left > 0; left--) {
      const drawn = random.below(left);
      const column = columns[drawn]!;
      columns[drawn] = columns[left - 1]!;
      columns[left - 1] = column;
      let least = Infinity;
      let largest = -Infinity;
      for (let one = from; one < to; one++) {
        const value = values[places[one]! * width + column]!;
        if (value < least) least = value;
        if (value > largest) largest = value;
      }
      if (largest > least) return { column, least, largest };
    }
    return undefined;
  }

  function split(from: number, to: number, column: number, place: number): number {
    let middle = from;
    for (let one = from; one < to; one++) {
      const row = places[one]!;
      if (values[row * width + column]! > place) continue;
      places[one] = places[middle]!;
      places[middle] = row;
      middle++;
    }
    return middle;
  }
}

function addDepths(
  { cut, children, at }: Tree,
  values: Float64Array,
  width: number,
  depths: Float64Array,
): void {
  for (let row = 0, from = 0; row < depths.length; row++, from += width) {
    let node = 0;
    for (let child = children[0]!; child !== 0; child = children[node]!)
      node = values[from + cut[node]!]! > at[node]! ? child + 1 : child;
    depths[row] = depths[row]! + at[node]!;
  }
}
