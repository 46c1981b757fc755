/** Whether every word of what is searched is somewhere in a text, whatever its case. */
export function hasWords(text: string, searched: string): boolean {
  const lower = text.toLowerCase();
  return searched
    .toLowerCase()
    .split(/\s+/)
    .every((word) => lower.includes(word));
}
