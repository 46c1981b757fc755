import { hasWords } from '../../lib/hasWords';
import type { WorkbookEntry } from '../../storage/workbooks';

/** Those whose title has every word of what is searched. */
export function findMatches(entries: readonly WorkbookEntry[], text: string): WorkbookEntry[] {
  return entries.filter(({ title }) => hasWords(title, text));
}
