import { quoteText } from '../../sql/quote';
import { BLANK } from '../../steps/clean/reading/values';

/** True of a text that says nothing: empty, or one of the words that an input names. */
export function toIsBlank(text: string, words: string): string {
  return `(coalesce(regexp_full_match(${text}, '${BLANK}*'), true) OR lower(trim(${text})) IN (SELECT unnest(${toList(words)})))`;
}

function toList(words: string): string {
  return `list_transform(string_split_regex($${words}, ${quoteText('[,，、;；]')}), word -> lower(trim(word)))`;
}
