import { sortCodes, toStarts } from '../core/sortCodes';

/** What each customer has, in the order in which it came to have it. */
export interface Purchases {
  customers: number;
  items: number;
  /** Where each customer's items begin, and where the last one's end. */
  starts: Int32Array;
  /** Each item once a customer. */
  bought: Int32Array;
}

/** Of pairs of a customer and an item, both as codes from 0; in the order of `times`, and else in that of the rows. */
export function toPurchases(
  { codes: customerCodes, count: customers }: { codes: Int32Array; count: number },
  { codes: itemCodes, count: items }: { codes: Int32Array; count: number },
  times?: Float64Array,
): Purchases {
  const order = times && Int32Array.from(customerCodes.keys()).sort((a, b) => times[a]! - times[b]! || a - b);
  const { starts: from, places } = sortCodes(customerCodes, customers, order);
  const bought = new Int32Array(places.length);
  const starts = new Int32Array(customers + 1);
  const owner = new Int32Array(items).fill(-1);
  let to = 0;
  for (let customer = 0; customer < customers; customer++) {
    for (let at = from[customer]!; at < from[customer + 1]!; at++) {
      const item = itemCodes[places[at]!]!;
      if (owner[item] === customer) continue;
      owner[item] = customer;
      bought[to++] = item;
    }
    starts[customer + 1] = to;
  }
  return { customers, items, starts, bought: bought.slice(0, to) };
}

/** Without the last item of every customer that has more than one. */
export function withoutLast({ customers, items, starts, bought }: Purchases): Purchases {
  const fewer = new Int32Array(customers + 1);
  const kept = new Int32Array(bought.length);
  for (let customer = 0; customer < customers; customer++) {
    const [from, to] = [starts[customer]!, starts[customer + 1]!];
    const last = to - from > 1 ? to - 1 : to;
    kept.set(bought.subarray(from, last), fewer[customer]!);
    fewer[customer + 1] = fewer[customer]! + last - from;
  }
  return { customers, items, starts: fewer, bought: kept.slice(0, fewer[customers]) };
}

/** The customers of each item: where they begin, and who they are. */
export function toOwners({ customers, items, starts, bought }: Purchases): {
  starts: Int32Array;
  owners: Int32Array;
} {
  const ofItems = toStarts(bought, items);
  const next = ofItems.slice();
  const owners = new Int32Array(bought.length);
  for (let customer = 0; customer < customers; customer++) {
    for (let at = starts[customer]!; at < starts[customer + 1]!; at++)
      owners[next[bought[at]!]!++] = customer;
  }
  return { starts: ofItems, owners };
}
