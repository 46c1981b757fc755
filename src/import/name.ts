/** A table name from a file name: `Orders 2024.csv.gz` → `Orders 2024`. */
export function toSourceName(fileName: string): string {
  const name = fileName
    .replace(/^.*[\\/]/, '')
    .replace(/(\.(csv|tsv|txt|tab))+$/i, '')
    // eslint-disable-next-line no-control-regex -- control characters in a name can be neither seen nor typed
    .replace(/[\u0000-\u001f\u007f]/g, '')
    .trim();
  return name || 'table';
}

/** The name itself, or the first of `name_2`, `name_3` … that is free. Case does not tell names apart in SQL. */
export function toFreeName(wanted: string, taken: Iterable<string>): string {
  const used = new Set([...taken].map((name) => name.toLowerCase()));
  if (!used.has(wanted.toLowerCase())) return wanted;
  for (let n = 2; ; n++) if (!used.has(`${wanted}_${n}`.toLowerCase())) return `${wanted}_${n}`;
}
