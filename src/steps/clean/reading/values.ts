import { quoteText } from '../../../sql/quote';

/** What is neither seen nor a blank: marks of width 0, soft hyphens, and control characters but for tabs and line breaks. */
export const INVISIBLE = '[\\x{0}-\\x{8}\\x{E}-\\x{1F}\\x{7F}\\x{AD}\\x{200B}-\\x{200F}\\x{2060}\\x{FEFF}]';

/** Every kind of blank, line breaks among them. */
export const BLANK = '[\\s\\p{Z}]';

/** A text to compare by where case and blanks do not count. */
export function toLoose(it: string): string {
  return `lower(regexp_replace(${it}, '${BLANK}+', '', 'g'))`;
}

/** A pattern of a text that stands for itself. */
export function toPattern(text: string): string {
  return quoteText(text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
}
