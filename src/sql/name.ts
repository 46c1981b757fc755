import { quoteName } from './quote';
import { needsQuotes } from './words';

/** A name as a person would write it: in quotes only where it needs them. */
export function toName(name: string): string {
  const lower = name.toLowerCase();
  return /^[\p{L}_][\p{L}\p{M}\p{N}_]*$/u.test(name) && !needsQuotes(lower) ? name : quoteName(name);
}

/** The name that a word or a quoted word of a statement means; the closing quote may be missing still. */
export function toPlain(written: string): string {
  return written.startsWith('"') ? written.replace(/^"|"$/g, '').replaceAll('""', '"') : written;
}

/** DuckDB folds the case of all names, quoted ones too, but of ASCII letters only. */
export function fold(name: string): string {
  return name.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

export function isSameName(one: string, other: string): boolean {
  return one.length === other.length && fold(one) === fold(other);
}
