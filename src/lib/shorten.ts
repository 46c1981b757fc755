/** The beginning of a text of more characters than these. */
export function shorten(text: string, most: number): string {
  const chars = [...text];
  return chars.length > most ? `${chars.slice(0, most - 1).join('')}…` : text;
}
