import type { Note } from '../../lib/note';
import type { Complete } from '../complete';

/** What is to be said of rows that an analysis left out. */
export function toLeftOut({
  rows,
  missing,
  notFinite,
}: Pick<Complete, 'rows' | 'missing' | 'notFinite'>): Note[] {
  const of = rows + missing + notFinite;
  return [
    ...(missing > 0 ? [{ why: 'left-out-missing', params: { count: missing, of } }] : []),
    ...(notFinite > 0 ? [{ why: 'left-out-not-finite', params: { count: notFinite, of } }] : []),
  ];
}
