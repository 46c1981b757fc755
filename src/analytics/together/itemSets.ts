/**
 * Frequent item sets, depth first by occurrence deliver: the extensions of a set are counted in one pass over the baskets that
 * have it (Uno, Uchida, Asai and Arimura, LCM, FIMI 2003).
 */
import { toMisfit } from '../core/check';
import type { Baskets } from './baskets';
import { END } from './baskets';

/** Sets as a tree: each is an earlier one and one more item of a higher rank. */
export interface ItemSets {
  /** The place of the set without its last item; -1 for sets of one. */
  parents: Int32Array;
  /** The rank of the last item. */
  lasts: Int32Array;
  sizes: Int32Array;
  counts: Int32Array;
}

/** A million sets are more than anybody reads, and what memory holds. */
const MOST_SETS = 1_000_000;

export function findItemSets(
  { frequent, counts, ranks }: Baskets,
  {
    minCount,
    mostItems = 10,
    onProgress,
  }: { minCount: number; mostItems?: number; onProgress?: (share: number) => void },
): ItemSets {
  const parents: number[] = [];
  const lasts: number[] = [];
  const sizes: number[] = [];
  const found: number[] = [];
  const seen = new Int32Array(frequent.length);
  const next = new Int32Array(frequent.length);

  const starts = new Int32Array(frequent.length + 1);
  for (const [rank, count] of counts.entries()) starts[rank + 1] = starts[rank]! + count;
  next.set(starts.subarray(0, frequent.length));
  const places = new Int32Array(starts[frequent.length]!);
  for (let at = 0; at < ranks.length; at++) {
    const rank = ranks[at]!;
    if (rank === END) continue;
    places[next[rank]!] = at;
    next[rank] = next[rank]! + 1;
  }
  for (let rank = 0; rank < frequent.length; rank++) {
    const own = places.subarray(starts[rank]!, starts[rank + 1]!);
    extend(own, add(END, rank, 1, own.length), 1);
    onProgress?.((rank + 1) / frequent.length);
  }
  return {
    parents: Int32Array.from(parents),
    lasts: Int32Array.from(lasts),
    sizes: Int32Array.from(sizes),
    counts: Int32Array.from(found),
  };

  function add(parent: number, last: number, size: number, count: number): number {
    if (found.length === MOST_SETS) throw toMisfit('too-many-sets', { limit: MOST_SETS });
    parents.push(parent);
    lasts.push(last);
    sizes.push(size);
    return found.push(count) - 1;
  }

  /** `at`: where, in each basket that has the set, its last item stands. */
  function extend(at: Int32Array, set: number, size: number): void {
    if (size === mostItems) return;
    const others: number[] = [];
    for (let one = 0; one < at.length; one++) {
      for (let place = at[one]! + 1; ranks[place] !== END; place++) {
        const rank = ranks[place]!;
        if (seen[rank] === 0) others.push(rank);
        seen[rank] = seen[rank]! + 1;
      }
    }
    const kept = others.filter((rank) => seen[rank]! >= minCount).sort((a, b) => a - b);
    const bounds = [0];
    for (const rank of kept) bounds.push(bounds.at(-1)! + seen[rank]!);
    for (const rank of others) {
      seen[rank] = 0;
      next[rank] = -1;
    }
    if (kept.length === 0) return;
    for (const [index, rank] of kept.entries()) next[rank] = bounds[index]!;
    const extended = new Int32Array(bounds.at(-1)!);
    for (let one = 0; one < at.length; one++) {
      for (let place = at[one]! + 1; ranks[place] !== END; place++) {
        const rank = ranks[place]!;
        if (next[rank] === -1) continue;
        extended[next[rank]!] = place;
        next[rank] = next[rank]! + 1;
      }
    }
    for (const [index, rank] of kept.entries()) {
      const own = extended.subarray(bounds[index], bounds[index + 1]);
      extend(own, add(set, rank, size + 1, own.length), size + 1);
    }
  }
}

/** The ranks of a set, falling. */
export function toRanks({ parents, lasts }: ItemSets, set: number): number[] {
  const ranks: number[] = [];
  for (let at = set; at !== END; at = parents[at]!) ranks.push(lasts[at]!);
  return ranks;
}

/** Finds sets by their ranks, given rising; all parts of a frequent set are frequent. */
export function createFinder(
  { parents, lasts }: ItemSets,
  items: number,
): (ranks: readonly number[]) => number {
  const known = new Map<number, number>();
  for (let set = 0; set < lasts.length; set++) known.set((parents[set]! + 1) * items + lasts[set]!, set);
  return (ranks) => ranks.reduce((set, rank) => known.get((set + 1) * items + rank)!, END);
}
