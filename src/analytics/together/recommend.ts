/**
 * What to offer each customer: of the items that it has not, those most like the ones that it has, by the sum of their cosines; and
 * how often that finds an item that was held back (Deshpande and Karypis, ACM TOIS 22, 2004).
 */
import type { Purchases } from './purchases';
import { withoutLast } from './purchases';
import type { Similar } from './similar';
import { findSimilar } from './similar';

export interface Offers {
  /** A place for each offer, customer by customer, the best first. */
  customers: Int32Array;
  ranks: Int32Array;
  items: Int32Array;
  /** Not a number where an item is offered because many have it. */
  scores: Float64Array;
  /** The item of the customer that is most like the one offered, -1 where there is none; and how many customers have both. */
  because: Int32Array;
  both: Float64Array;
}

export function recommend(
  purchases: Purchases,
  similar: Similar,
  { top, onProgress }: { top: number; onProgress?: (share: number) => void },
): Offers {
  const shelf = createShelf(purchases, similar, top);
  const places = purchases.customers * top;
  const offers: Offers = {
    customers: new Int32Array(places),
    ranks: new Int32Array(places),
    items: new Int32Array(places),
    scores: new Float64Array(places),
    because: new Int32Array(places),
    both: new Float64Array(places),
  };
  let to = 0;
  for (let customer = 0; customer < purchases.customers; customer++) {
    const found = shelf.offer(customer);
    for (let at = 0; at < found; at++, to++) {
      const item = shelf.items[at]!;
      const reason = shelf.reasons[item]!;
      offers.customers[to] = customer;
      offers.ranks[to] = at + 1;
      offers.items[to] = item;
      offers.scores[to] = reason < 0 ? NaN : shelf.scores[item]!;
      offers.because[to] = reason < 0 ? -1 : toOwner(reason, similar);
      offers.both[to] = reason < 0 ? NaN : similar.both[reason]!;
    }
    if (customer % 4096 === 0) onProgress?.(customer / purchases.customers);
  }
  return {
    customers: offers.customers.slice(0, to),
    ranks: offers.ranks.slice(0, to),
    items: offers.items.slice(0, to),
    scores: offers.scores.slice(0, to),
    because: offers.because.slice(0, to),
    both: offers.both.slice(0, to),
  };
}

export interface Trial {
  /** Customers of whom an item was held back. */
  customers: number;
  /** How many of these were offered it, and how many would have been by what most have. */
  hits: number;
  popular: number;
}

/** Offers made without the last item of each customer: how often is it among them? */
export function tryOffers(
  purchases: Purchases,
  { top, onProgress }: { top: number; onProgress?: (share: number) => void },
): Trial {
  const known = withoutLast(purchases);
  const shelf = createShelf(known, findSimilar(known, onProgress), top);
  const trial = { customers: 0, hits: 0, popular: 0 };
  for (let customer = 0; customer < purchases.customers; customer++) {
    const end = purchases.starts[customer + 1]!;
    if (end - purchases.starts[customer]! < 2) continue;
    trial.customers++;
    const held = purchases.bought[end - 1]!;
    if (shelf.items.subarray(0, shelf.offer(customer)).includes(held)) trial.hits++;
    if (shelf.items.subarray(0, shelf.offerPopular(customer)).includes(held)) trial.popular++;
  }
  return trial;
}

function toOwner(place: number, { most }: Similar): number {
  return Math.floor(place / most);
}

/** Where offers are laid out for one customer after the other. */
function createShelf({ items: count, starts, bought }: Purchases, similar: Similar, top: number) {
  const { most, sizes, owners } = similar;
  const popular = Int32Array.from({ length: count }, (_, item) => item).sort(
    (a, b) => owners[b]! - owners[a]! || a - b,
  );
  const items = new Int32Array(top);
  const scores = new Float64Array(count);
  /** By item: where among the similar ones its best reason stands; -1 for none, and `OWNED`. */
  const reasons = new Int32Array(count).fill(-1);
  const seen: number[] = [];
  let found = 0;
  return { offer, offerPopular, items, scores, reasons };

  function offer(customer: number): number {
    begin(customer);
    for (let at = starts[customer]!; at < starts[customer + 1]!; at++) {
      const from = bought[at]! * most;
      for (let place = from; place < from + sizes[bought[at]!]!; place++) addScore(place);
    }
    for (const item of seen) if (reasons[item] !== OWNED) take(item);
    addPopular();
    return found;
  }

  function offerPopular(customer: number): number {
    begin(customer);
    addPopular();
    return found;
  }

  function begin(customer: number): void {
    for (const item of seen) {
      reasons[item] = -1;
      scores[item] = 0;
    }
    seen.length = found = 0;
    for (let at = starts[customer]!; at < starts[customer + 1]!; at++) {
      reasons[bought[at]!] = OWNED;
      seen.push(bought[at]!);
    }
  }

  function addScore(place: number): void {
    const item = similar.items[place]!;
    const reason = reasons[item]!;
    if (reason === OWNED) return;
    if (reason < 0) seen.push(item);
    if (reason < 0 || similar.cosines[place]! > similar.cosines[reason]!) reasons[item] = place;
    scores[item]! += similar.cosines[place]!;
  }

  function take(item: number): void {
    let at = found;
    while (at > 0 && isBefore(item, items[at - 1]!)) at--;
    if (at === top) return;
    if (found < top) found++;
    items.copyWithin(at + 1, at, found - 1);
    items[at] = item;
  }

  function isBefore(item: number, other: number): boolean {
    const apart = scores[item]! - scores[other]! || owners[item]! - owners[other]!;
    return apart > 0 || (apart === 0 && item < other);
  }

  /** Where too few are like what the customer has, what most customers have comes after them. */
  function addPopular(): void {
    for (let at = 0; at < count && found < top; at++) {
      const item = popular[at]!;
      if (reasons[item] === -1) items[found++] = item;
    }
  }
}

const OWNED = -2;
