import type { WorkbookEntry } from '../../storage/workbooks';

/** Those whose title has every word of what is searched. */
export function findMatches(entries: readonly WorkbookEntry[], text: string): WorkbookEntry[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return entries.filter(({ title }) => words.every((word) => title.toLowerCase().includes(word)));
}
