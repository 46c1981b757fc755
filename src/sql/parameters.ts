import { applyEdits } from './edits';
import { isSameName } from './name';
import { findParameters } from './references';
import { toTokens } from './tokens';

/** A statement whose parameters are written in another way. */
export interface Numbered {
  sql: string;
  /** The names that occur; the first is number 1. */
  order: string[];
  /** Where a place of the new text is in the one that the person wrote, both in UTF-16 code units. */
  toOriginal: (offset: number) => number;
}

/**
 * Writes each `$name` of the given names as `write` says: by its number, or as whatever reads the value; whether it stands alone
 * in the brackets of an `IN` is said too. The same name has the same number; all other parameters are left as they are.
 */
export function toNumbered(
  sql: string,
  names: readonly string[],
  write: (name: string, number: number, isAlone: boolean) => string = (_, number) => `$${number}`,
): Numbered {
  const order: string[] = [];
  const alone = findAlone(sql);
  const edits = findParameters(sql).flatMap((place) => {
    const name = names.find((name) => isSameName(name, place.name));
    if (name === undefined) return [];
    if (!order.includes(name)) order.push(name);
    return [
      { from: place.from, to: place.to, text: write(name, order.indexOf(name) + 1, alone.has(place.from)) },
    ];
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

/** Where parameters stand that are all there is in the brackets of an `IN`. */
function findAlone(sql: string): Set<number> {
  const tokens = toTokens(sql).filter(({ kind }) => kind !== 'space' && kind !== 'comment');
  const textAt = (at: number) => {
    const token = tokens[at];
    return token ? sql.slice(token.from, token.to).toLowerCase() : '';
  };
  const isAlone = (at: number) => textAt(at - 2) === 'in' && textAt(at - 1) === '(' && textAt(at + 1) === ')';
  return new Set(tokens.flatMap(({ kind, from }, at) => (kind === 'parameter' && isAlone(at) ? [from] : [])));
}
