import type { Note } from '../../lib/note';
import { toComplete, toTexts } from '../complete';
import { checkRows, toMisfit } from '../core/check';
import type { Frame, NumberColumn, TextColumn } from '../frame';
import { toLeftOut } from './leftOut';

/** Pairs of a basket and an item, both as codes. */
export interface BasketRows {
  baskets: Int32Array;
  items: Int32Array;
  labels: readonly string[];
  /** Baskets of no item. */
  empty: number;
  notes: Note[];
}

/** Baskets by their names; or by their numbers, where each is there though it has no item. */
export function readBaskets(frame: Frame): BasketRows {
  const [basket, item] = frame.columns;
  if (basket!.kind === 'number') return readNumbered(basket as NumberColumn, toTexts([item!])[0]!);
  const complete = toComplete(frame);
  checkRows(complete.rows, 1);
  const [named, items] = toTexts(complete.columns);
  return {
    baskets: named!.codes,
    items: items!.codes,
    labels: items!.labels,
    empty: 0,
    notes: toLeftOut(complete),
  };
}

function readNumbered({ values }: NumberColumn, { codes, labels }: TextColumn): BasketRows {
  const places = Int32Array.from(codes.keys()).filter((row) => codes[row]! >= 0);
  if (places.length === 0) throw toMisfit('no-items');
  const filled = places.map((row) => values[row]!);
  const [all, held] = [new Set(values), new Set(filled)];
  const missing = values.reduce((sum, value) => sum + (Number.isNaN(value) ? 1 : 0), 0);
  const rows = all.size - (missing > 0 ? 1 : 0);
  const empty = rows - held.size;
  return {
    baskets: filled,
    items: places.map((row) => codes[row]!),
    labels,
    empty,
    notes: [
      ...(empty > 0 ? [{ why: 'baskets-empty', params: { count: empty, of: rows } }] : []),
      ...toLeftOut({ rows, missing, notFinite: 0 }),
    ],
  };
}
