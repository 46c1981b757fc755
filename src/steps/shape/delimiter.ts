import { quoteText } from '../../sql/quote';

/** A delimiter as it is typed: a line break and a tab have no key in a form. */
export function toDelimiter(typed: string): string {
  return quoteText(typed.replaceAll('\\n', '\n').replaceAll('\\t', '\t'));
}
