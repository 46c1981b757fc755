import { applyEdits } from './edits';
import { isSameName } from './name';
import { findParameters } from './references';

/** A statement whose parameters are written in another way. */
export interface Numbered {
  sql: string;
  /** The names that occur; the first is number 1. */
  order: string[];
  /** Where a place of the new text is in the one that the person wrote, both in UTF-16 code units. */
  toOriginal: (offset: number) => number;
}

/**
 * Writes each `$name` of the given names as `write` says: by its number, or as whatever reads the value. The same name has the
 * same number; all other parameters are left as they are.
 */
export function toNumbered(
  sql: string,
  names: readonly string[],
  write: (name: string, number: number) => string = (_, number) => `$${number}`,
): Numbered {
  const order: string[] = [];
  const edits = findParameters(sql).flatMap((place) => {
    const name = names.find((name) => isSameName(name, place.name));
    if (name === undefined) return [];
    if (!order.includes(name)) order.push(name);
    return [{ from: place.from, to: place.to, text: write(name, order.indexOf(name) + 1) }];
  });
  const toOriginal = (offset: number) => {
    let shift = 0;
    for (const { from, to, text } of edits) {
      const start = from + shift;
      if (offset < start) break;
      if (offset < start + text.length) return from;
      shift += text.length - (to - from);
    }
    return offset - shift;
  };
  return { sql: applyEdits(sql, edits), order, toOriginal };
}
