/**
 * Clusters of clusters, by nearest-neighbour chains (Murtagh, The Computer Journal 26, 1983), which merge the same as always taking the
 * two nearest. Distances between clusters after Lance and Williams (1967); Ward's as SciPy has it.
 */
import { toMisfit } from '../core/check';
import type { Points } from './points';
import { toSquare } from './points';
import { createSets } from './sets';

export type Linkage = 'ward' | 'average' | 'complete' | 'single';

/** In the order of their heights: rows are 0 to n - 1, and the merge at place `i` makes n + i. */
export interface Merges {
  one: Int32Array;
  other: Int32Array;
  /** How far apart the two were. */
  heights: Float64Array;
  /** Rows of both together. */
  sizes: Int32Array;
}

/** Distances of all rows to all others are held: 100 MB of as many. */
export const MOST_ROWS = 5000;

export function findMerges(
  points: Points,
  { linkage, onProgress }: { linkage: Linkage; onProgress?: (share: number) => void },
): Merges {
  const { rows } = points;
  if (rows > MOST_ROWS) throw toMisfit('too-many-rows', { rows, limit: MOST_ROWS });
  const isWard = linkage === 'ward';
  const apart = toAllDistances(points, isWard);
  /** Where the distances of each row would begin, if those to itself and the rows before it were held. */
  const starts = Int32Array.from({ length: rows }, (_, row) => row * rows - (row * (row + 1)) / 2 - row - 1);
  const sizes = new Int32Array(rows).fill(1);
  const active = Int32Array.from({ length: rows }, (_, row) => row);
  const chain = new Int32Array(rows);
  const found = { one: new Int32Array(rows - 1), other: new Int32Array(rows - 1) };
  const heights = new Float64Array(rows - 1);
  let length = 0;
  for (let merge = 0, left = rows; left > 1;) {
    if (length === 0) chain[length++] = active[0]!;
    const at = chain[length - 1]!;
    const before = length > 1 ? chain[length - 2]! : -1;
    let nearest = before;
    let least = before < 0 ? Infinity : apart[toPlace(at, before)]!;
    for (let place = 0; place < left; place++) {
      const next = active[place]!;
      if (next === at) continue;
      const distance = apart[toPlace(at, next)]!;
      if (distance < least) [least, nearest] = [distance, next];
    }
    if (nearest !== before) {
      chain[length++] = nearest;
      continue;
    }
    length -= 2;
    found.one[merge] = at;
    found.other[merge] = nearest;
    heights[merge] = isWard ? Math.sqrt(least) : least;
    left = drop(at, left);
    update(at, nearest, least, left);
    if (++merge % 64 === 0) onProgress?.(merge / rows);
  }
  return toOrdered(found, heights);

  function toPlace(one: number, other: number): number {
    return one < other ? starts[one]! + other : starts[other]! + one;
  }

  function drop(row: number, left: number): number {
    const place = active.indexOf(row);
    active.copyWithin(place, place + 1, left);
    return left - 1;
  }

  /** `merged` becomes part of `kept`, whose distances change. */
  function update(merged: number, kept: number, between: number, left: number): void {
    const [ofMerged, ofKept] = [sizes[merged]!, sizes[kept]!];
    for (let place = 0; place < left; place++) {
      const next = active[place]!;
      if (next === kept) continue;
      const at = toPlace(kept, next);
      const [one, other] = [apart[toPlace(merged, next)]!, apart[at]!];
      if (linkage === 'single') apart[at] = Math.min(one, other);
      else if (linkage === 'complete') apart[at] = Math.max(one, other);
      else if (linkage === 'average') apart[at] = (ofMerged * one + ofKept * other) / (ofMerged + ofKept);
      else {
        const of = sizes[next]!;
        apart[at] = ((ofMerged + of) * one + (ofKept + of) * other - of * between) / (ofMerged + ofKept + of);
      }
    }
    sizes[kept] = ofMerged + ofKept;
  }
}

/** Of each row to all that follow it. */
function toAllDistances({ values, rows, width }: Points, isSquared: boolean): Float64Array {
  const apart = new Float64Array((rows * (rows - 1)) / 2);
  for (let one = 0, at = 0; one < rows; one++) {
    for (let other = one + 1; other < rows; other++, at++) {
      const square = toSquare(values, one * width, values, other * width, width);
      apart[at] = isSquared ? square : Math.sqrt(square);
    }
  }
  return apart;
}

/** Merges as they are found are not in the order of their heights, and name rows in place of clusters. */
function toOrdered(found: Pick<Merges, 'one' | 'other'>, heights: Float64Array): Merges {
  const merges = heights.length;
  const order = Int32Array.from(heights.keys()).sort((a, b) => heights[a]! - heights[b]! || a - b);
  const sets = createSets(merges + 1);
  const names = Int32Array.from({ length: merges + 1 }, (_, row) => row);
  const sizes = new Int32Array(merges + 1).fill(1);
  const [one, other, sums] = [new Int32Array(merges), new Int32Array(merges), new Int32Array(merges)];
  for (const [place, merge] of order.entries()) {
    const first = sets.find(found.one[merge]!);
    const second = sets.find(found.other[merge]!);
    one[place] = Math.min(names[first]!, names[second]!);
    other[place] = Math.max(names[first]!, names[second]!);
    const size = sizes[first]! + sizes[second]!;
    const both = sets.join(first, second);
    names[both] = merges + 1 + place;
    sizes[both] = sums[place] = size;
  }
  return { one, other, heights: heights.map((_, place) => heights[order[place]!]!), sizes: sums };
}

/** The cluster of each row, from 0, where there are `count`. */
export function cutMerges({ one, other }: Merges, count: number): Int32Array {
  const rows = one.length + 1;
  const sets = createSets(2 * rows - 1);
  for (let merge = 0; merge < rows - count; merge++) {
    sets.join(one[merge]!, rows + merge);
    sets.join(other[merge]!, rows + merge);
  }
  const known = new Map<number, number>();
  return Int32Array.from({ length: rows }, (_, row) => {
    const set = sets.find(row);
    if (!known.has(set)) known.set(set, known.size);
    return known.get(set)!;
  });
}

/** Up to how many clusters merges can be cut: rows that are the same are never apart. */
export function countDifferent({ heights }: Merges): number {
  return heights.reduce((count, height) => count + (height > 0 ? 1 : 0), 1);
}
