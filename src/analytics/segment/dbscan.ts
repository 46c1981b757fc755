/**
 * Clusters of dense rows: DBSCAN (Ester, Kriegel, Sander and Xu, KDD 1996). A row is a core where `least` rows, itself among them,
 * lie within the radius; cores within the radius of one another are of one cluster. A row at an edge goes with its nearest core, so
 * that the order of rows has no say.
 */
import type { KdTree } from './kdTree';
import { createSearch, toFarSquare, toKdTree, toNearSquare } from './kdTree';
import { findKnee } from './knee';
import type { Points } from './points';
import { findDifferent, pickPoints, toSquare } from './points';
import { createSets } from './sets';

export interface Dense {
  /** From 0; -1 for rows that are of no cluster. */
  codes: Int32Array;
  /** How many clusters there are. */
  count: number;
  isCore: Uint8Array;
}

export function findDense(
  points: Points,
  tree: KdTree,
  { radius, least, onProgress }: { radius: number; least: number; onProgress?: (share: number) => void },
): Dense {
  const { width, rows, values, firstLeaf, from, to } = tree;
  // by their places among the leaves
  const cores = new Uint8Array(rows.length);
  const sets = createSets(rows.length);
  /** Where all cores of a node are of one cluster, one of them. */
  const oneOf = new Int32Array(from.length).fill(UNKNOWN);

  forEach(0, (at) => (cores[at] = count(0, at, 0) >= least ? 1 : 0));
  forEach(0.5, (at) => cores[at] === 1 && join(0, at));
  const codes = new Int32Array(rows.length).fill(-1);
  const isCore = new Uint8Array(rows.length);
  const known = new Map<number, number>();
  for (const [at, row] of rows.entries()) {
    if (cores[at] === 0) continue;
    const set = sets.find(at);
    if (!known.has(set)) known.set(set, known.size);
    codes[row] = known.get(set)!;
    isCore[row] = 1;
  }
  addEdges(points, { codes, isCore, radius });
  return { codes, count: known.size, isCore };

  function forEach(share: number, work: (at: number) => unknown): void {
    for (let at = 0; at < rows.length; at++) {
      work(at);
      if (at % 4096 === 0) onProgress?.(share + at / rows.length / 2);
    }
  }

  function isNear(at: number, other: number): boolean {
    return Math.sqrt(toSquare(values, at * width, values, other * width, width)) <= radius;
  }

  /** The rows within the radius, those of the nearer half of a node first, until there are enough. */
  function count(node: number, at: number, before: number): number {
    let found = before;
    if (node >= firstLeaf) {
      for (let other = from[node]!; other < to[node]!; other++) if (isNear(at, other)) found++;
      return found;
    }
    const one = 2 * node + 1;
    const toOne = toNearSquare(tree, one, values, at * width);
    const toOther = toNearSquare(tree, one + 1, values, at * width);
    const [near, far] = toOne <= toOther ? [one, one + 1] : [one + 1, one];
    if (Math.sqrt(Math.min(toOne, toOther)) <= radius) found = count(near, at, found);
    if (found < least && Math.sqrt(Math.max(toOne, toOther)) <= radius) found = count(far, at, found);
    return found;
  }

  /** Joins a core with those within the radius; a node whose cores are all of its cluster has nothing to add. */
  function join(node: number, at: number): void {
    const one = oneOf[node]!;
    if (one === NONE || (one >= 0 && sets.find(one) === sets.find(at))) return;
    if (Math.sqrt(toNearSquare(tree, node, values, at * width)) > radius) return;
    if (one >= 0 && Math.sqrt(toFarSquare(tree, node, values, at * width)) <= radius) {
      sets.join(one, at);
      return;
    }
    if (node < firstLeaf) {
      join(2 * node + 1, at);
      join(2 * node + 2, at);
      oneOf[node] = toBoth(oneOf[2 * node + 1]!, oneOf[2 * node + 2]!);
      return;
    }
    let all = NONE;
    for (let other = from[node]!; other < to[node]!; other++) {
      if (cores[other] === 0) continue;
      if (isNear(at, other)) sets.join(at, other);
      all = toBoth(all, other);
    }
    oneOf[node] = all;
  }

  function toBoth(one: number, other: number): number {
    if (one === NONE) return other;
    if (other === NONE) return one;
    return one >= 0 && other >= 0 && sets.find(one) === sets.find(other) ? one : UNKNOWN;
  }
}

const UNKNOWN = -1;
const NONE = -2;

/** Puts rows that are no cores to the nearest core within the radius. */
function addEdges(
  points: Points,
  { codes, isCore, radius }: Omit<Dense, 'count'> & { radius: number },
): void {
  const cores = Int32Array.from(isCore.keys()).filter((row) => isCore[row] === 1);
  const search = createSearch(toKdTree(pickPoints(points, cores)), 1);
  for (let row = 0; row < points.rows; row++) {
    if (isCore[row] === 1 || search.find(points.values, row * points.width) === 0) continue;
    if (Math.sqrt(search.squares[0]!) <= radius) codes[row] = codes[cores[search.rows[0]!]!]!;
  }
}

/** Curves of more rows look no different. */
const MOST_LOOKED_AT = 5000;

/** How far each row, of many each so-and-so-many-th, is from the last of as many as make a core: rising. */
export function toDistances(tree: KdTree, least: number): Float64Array {
  const { rows, values, width } = tree;
  const search = createSearch(tree, Math.min(least, rows.length));
  const step = Math.ceil(rows.length / MOST_LOOKED_AT);
  const distances = new Float64Array(Math.ceil(rows.length / step));
  for (let at = 0; at < distances.length; at++) {
    const found = search.find(values, at * step * width);
    distances[at] = Math.sqrt(search.squares[found - 1]!);
  }
  return distances.sort();
}

/** Where distances bend, and the distances. */
export interface Bend {
  radius: number;
  distances: Float64Array;
}

/**
 * The radius at which the curve of distances bends: what lies farther from its neighbours is not dense. Where most rows are the same
 * as others, as rounded numbers are, different ones are looked at; of few different ones each is dense by itself.
 */
export function suggestRadius(points: Points, tree: KdTree, least: number): Bend {
  const distances = toDistances(tree, least);
  const radius = findBend(distances);
  if (radius > 0) return { radius, distances };
  const places = findDifferent(points);
  if (places.length < 2 * least) return { radius, distances };
  const others = toDistances(toKdTree(pickPoints(points, places)), least);
  return { radius: findBend(others), distances: others };
}

/** Up to this share of rows lies so far from all others that the curve has a bend of their own. */
const FEW = 0.01;

function findBend(distances: Float64Array): number {
  let bend = distances.length - 1;
  for (;;) {
    const next = findKnee(distances.subarray(0, bend + 1));
    if (next === undefined) break;
    bend = next;
    if (distances.length - bend > FEW * distances.length || bend < 3) break;
  }
  return distances[bend]!;
}
