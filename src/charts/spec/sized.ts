import type { Datum, DrawContext } from './chart';
import { toFinite } from './laid';

export type Sized = Datum & { readonly size: number };

/** Rows as parts of a whole, with their size, and what is said of those that are none. */
export function toSized(
  { look }: DrawContext,
  rows: readonly Datum[],
  isPart: (size: number) => boolean,
): { drawn: Sized[]; notes: string[] } {
  const { notes } = look.words.figures;
  const drawn: Sized[] = [];
  let below = 0;
  let unread = 0;
  for (const row of rows) {
    const size = toFinite(row.y);
    if (size === undefined) unread++;
    else if (size < 0) below++;
    else if (isPart(size)) drawn.push({ ...row, size });
  }
  const count = (value: number) => value.toLocaleString(look.tag);
  return {
    drawn,
    notes: [
      ...(below > 0 ? [notes.below(count(below))] : []),
      ...(unread > 0 ? [notes.unread(count(unread))] : []),
      ...(drawn.length === 0 ? [look.words.told.nothing] : []),
    ],
  };
}
