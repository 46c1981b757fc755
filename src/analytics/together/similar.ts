/** Items that the same customers have, by the cosine of who has them (Sarwar, Karypis, Konstan and Riedl, WWW 2001). */
import type { Purchases } from './purchases';
import { toOwners } from './purchases';

/** The items most like each item, the most alike first; of equals the one that more customers have, then the lower code. */
export interface Similar {
  /** As many places as each item has; those of item `i` begin at `i` times as many. */
  most: number;
  /** How many of its places each item has filled. */
  sizes: Int32Array;
  items: Int32Array;
  cosines: Float64Array;
  /** How many customers have both. */
  both: Int32Array;
  /** How many customers have each item. */
  owners: Int32Array;
}

/** As many as tell apart what is alike; more add noise (Deshpande and Karypis, ACM TOIS 22, 2004: 10 to 50). */
const MOST = 50;

export function findSimilar(purchases: Purchases, onProgress?: (share: number) => void): Similar {
  const { items: count, starts, bought } = purchases;
  const { starts: ofItem, owners } = toOwners(purchases);
  const most = Math.max(1, Math.min(MOST, count - 1));
  const found: Similar = {
    most,
    sizes: new Int32Array(count),
    items: new Int32Array(count * most),
    cosines: new Float64Array(count * most),
    both: new Int32Array(count * most),
    owners: Int32Array.from({ length: count }, (_, item) => ofItem[item + 1]! - ofItem[item]!),
  };
  const together = new Int32Array(count);
  const seen = new Int32Array(count);
  for (let item = 0; item < count; item++) {
    let others = 0;
    for (let at = ofItem[item]!; at < ofItem[item + 1]!; at++) {
      const customer = owners[at]!;
      for (let place = starts[customer]!; place < starts[customer + 1]!; place++) {
        const other = bought[place]!;
        if (other === item) continue;
        if (together[other] === 0) seen[others++] = other;
        together[other]!++;
      }
    }
    for (let at = 0; at < others; at++) {
      const other = seen[at]!;
      take(found, item, other, together[other]!);
      together[other] = 0;
    }
    if (item % 256 === 0) onProgress?.(item / count);
  }
  return found;
}

function take(found: Similar, item: number, other: number, both: number): void {
  const { most, sizes, items, cosines, owners } = found;
  const from = item * most;
  const cosine = both / Math.sqrt(owners[item]! * owners[other]!);
  let at = from + sizes[item]!;
  while (at > from && isBefore(at - 1)) at--;
  if (at === from + most) return;
  if (sizes[item]! < most) sizes[item]!++;
  const last = from + sizes[item]! - 1;
  items.copyWithin(at + 1, at, last);
  cosines.copyWithin(at + 1, at, last);
  found.both.copyWithin(at + 1, at, last);
  items[at] = other;
  cosines[at] = cosine;
  found.both[at] = both;

  function isBefore(place: number): boolean {
    const apart = cosine - cosines[place]! || owners[other]! - owners[items[place]!]!;
    return apart > 0 || (apart === 0 && other < items[place]!);
  }
}
