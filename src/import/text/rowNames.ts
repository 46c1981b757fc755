import type { Field } from './fields';
import { isWord } from './kind';

/** So few records say little. */
const LEAST_RECORDS = 2;

/**
 * Whether the header has no name for the first field of the records, which is the name of the row: R writes tables so. Names of
 * rows are all different, and words or counted from 1.
 */
export function hasRowNames([top, ...body]: readonly (readonly Field[])[], width: number): boolean {
  if (top?.length !== width - 1 || body.length < LEAST_RECORDS) return false;
  if (!top.every((name) => name?.trim()) || !body.every((fields) => fields.length === width)) return false;
  // a delimiter at the end of each record makes a field without a name there
  if (body.every((fields) => !fields[width - 1]?.trim())) return false;
  const names = body.map(([name]) => name?.trim() ?? '');
  if (new Set(names).size < names.length) return false;
  return names.every((name) => name !== '' && isWord(name)) || names.every((name, k) => name === `${k + 1}`);
}
