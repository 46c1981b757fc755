import type { Extent } from './tree/tree';

export interface Edit extends Extent {
  text: string;
}

/** A text with some stretches replaced; they may stand in any order but not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let at = 0;
  for (const edit of edits.toSorted((one, other) => one.from - other.from)) {
    result += text.slice(at, edit.from) + edit.text;
    at = edit.to;
  }
  return result + text.slice(at);
}
