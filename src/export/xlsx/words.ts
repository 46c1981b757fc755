/** What the file says of itself, in the person's language; `{{ name }}` is filled in. */
export interface XlsxWords {
  contents: string;
  notes: string;
  sheet: string;
  rows: string;
  columns: string;
  about: string;
  /** Of a sheet's name, where a table takes several. */
  part: string;
  /** What stands at the header of each of them. */
  partTitle: string;
  firstPart: string;
  middlePart: string;
  lastPart: string;
  share: string;
  total: string;
  lossesTitle: string;
  column: string;
  count: string;
  places: string;
  what: string;
  morePlaces: string;
  longText: string;
  oldDate: string;
  longNumber: string;
  notNumber: string;
  duration: string;
  tooManyLinks: string;
  noTotal: string;
}

export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replaceAll(/\{\{ (\w+) \}\}/g, (whole, name: string) => String(values[name] ?? whole));
}
