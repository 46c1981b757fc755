import { sortCodes } from '../core/sortCodes';

/** What is in each basket, of those items that are frequent enough. */
export interface Baskets {
  /** How many baskets there are, with those of no frequent item. */
  baskets: number;
  /** The codes of the frequent items, the rarest first: an item's place here is its rank. */
  frequent: Int32Array;
  /** In how many baskets the item of each rank is. */
  counts: Int32Array;
  /** The ranks of each basket, rising, with `END` behind the last. */
  ranks: Int32Array;
  /** Pairs that were there more than once. */
  repeated: number;
}

export const END = -1;

/** Of pairs of a basket and an item, both as codes from 0. An item counts once a basket. */
export function toBaskets(
  basketCodes: Int32Array,
  itemCodes: Int32Array,
  {
    minCount,
    empty = 0,
  }: {
    minCount: (baskets: number) => number;
    /** Baskets of no item. */
    empty?: number;
  },
): Baskets {
  const basketLimit = toLimit(basketCodes);
  const itemLimit = toLimit(itemCodes);
  const byItem = sortByItem(basketCodes, itemCodes, itemLimit);

  const holds = new Int32Array(itemLimit);
  const last = new Int32Array(basketLimit).fill(END);
  for (let item = 0; item < itemLimit; item++) {
    const from = byItem.starts[item]!;
    for (let at = from; at < byItem.starts[item + 1]!; at++) {
      const basket = byItem.baskets[at]!;
      if (last[basket] === item) continue;
      last[basket] = item;
      byItem.baskets[from + holds[item]!] = basket;
      holds[item] = holds[item]! + 1;
    }
  }
  const baskets = last.reduce((sum, item) => sum + (item === END ? 0 : 1), empty);
  const least = minCount(baskets);
  const frequent = Int32Array.from(holds.keys())
    .filter((item) => holds[item]! >= least)
    .sort((a, b) => holds[a]! - holds[b]! || a - b);
  return {
    baskets,
    frequent,
    counts: frequent.map((item) => holds[item]!),
    ranks: fill(byItem, { frequent, holds, basketLimit }),
    repeated: itemCodes.length - holds.reduce((sum, count) => sum + count, 0),
  };
}

function toLimit(codes: Int32Array): number {
  return codes.reduce((most, code) => (code > most ? code : most), -1) + 1;
}

interface ByItem {
  starts: Int32Array;
  baskets: Int32Array;
}

function sortByItem(basketCodes: Int32Array, itemCodes: Int32Array, items: number): ByItem {
  const { starts, places } = sortCodes(itemCodes, items);
  return { starts, baskets: places.map((row) => basketCodes[row]!) };
}

/** Items are put into their baskets rank by rank, so that each basket has them in that order. */
function fill(
  { starts, baskets }: ByItem,
  { frequent, holds, basketLimit }: { frequent: Int32Array; holds: Int32Array; basketLimit: number },
): Int32Array {
  const next = new Int32Array(basketLimit + 1);
  for (const item of frequent) {
    for (let at = starts[item]!; at < starts[item]! + holds[item]!; at++)
      next[baskets[at]! + 1] = next[baskets[at]! + 1]! + 1;
  }
  for (let basket = 0; basket < basketLimit; basket++)
    next[basket + 1] = next[basket + 1]! + next[basket]! + 1;
  const ranks = new Int32Array(next[basketLimit]!).fill(END);
  for (const [rank, item] of frequent.entries()) {
    for (let at = starts[item]!; at < starts[item]! + holds[item]!; at++) {
      const basket = baskets[at]!;
      ranks[next[basket]!] = rank;
      next[basket] = next[basket]! + 1;
    }
  }
  return ranks;
}
