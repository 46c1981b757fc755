import type { Column, Value } from '../../table/column';
import { toFamily } from '../../table/column';

/** The place of each value among all of its column, equal ones the same; none where it is missing. */
export function toPlaces(values: readonly Value[], column: Column, tag: string): (number | undefined)[] {
  const compare = toCompare(column, new Intl.Collator(tag, { numeric: true }));
  const order = values.flatMap((value, row) => (value === null ? [] : [row]));
  order.sort((a, b) => compare(values[a]!, values[b]!));
  const places: (number | undefined)[] = values.map(() => undefined);
  let place = -1;
  order.forEach((row, at) => {
    if (at === 0 || compare(values[order[at - 1]!]!, values[row]!) !== 0) place++;
    places[row] = place;
  });
  return places;
}

type Compare = (a: Value, b: Value) => number;

function toCompare({ type }: Column, collator: Intl.Collator): Compare {
  const family = toFamily(type);
  if (family === 'number') return compareNumbers;
  // as they are written, the earlier comes first
  if (family === 'date') return (a, b) => (String(a) < String(b) ? -1 : String(a) > String(b) ? 1 : 0);
  const toText = (value: Value) => (typeof value === 'object' ? JSON.stringify(value) : String(value));
  return (a, b) => collator.compare(toText(a), toText(b));
}

/** Digits beyond what a double holds come as text: where doubles are equal, they decide. NaN is the greatest, as in SQL. */
function compareNumbers(a: Value, b: Value): number {
  const [x, y] = [Number(a), Number(b)];
  if (Number.isNaN(x) || Number.isNaN(y)) return Number(Number.isNaN(x)) - Number(Number.isNaN(y));
  if (x !== y) return x < y ? -1 : 1;
  if (!isDigits(a) || !isDigits(b)) return 0;
  const [long, other] = [toWhole(a), toWhole(b)];
  return long < other ? -1 : long > other ? 1 : 0;
}

function isDigits(value: Value): value is string {
  return typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value);
}

/** The decimals of a column all have as many places behind the point. */
function toWhole(digits: string): bigint {
  return BigInt(digits.replace('.', ''));
}
