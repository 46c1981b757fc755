/** A table name from a file name: `Orders 2024.csv.gz` → `Orders 2024`. */
export function toSourceName(fileName: string): string {
  const name = fileName
    .replace(/^.*[\\/]/, '')
    .replace(
      /(\.(csv|tsv|txt|tab|json|jsonl|ndjson|geojson|parquet|pq|arrows?|feather|ipc|xls|xlsx|xlsm|xlsb|ods|xml|html?|duckdb|db|zip|gz))+$/i,
      '',
    )
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

/** A name for several files together: what theirs begin with, without the mark that follows; else the first one's. */
export function toCommonName(names: readonly [string, ...string[]]): string {
  const [first] = names;
  let length = 0;
  while (length < first.length && names.every((name) => name[length] === first[length])) length++;
  const common = first.slice(0, length).replace(/[\s\-_.(（\d]+$/u, '');
  return common.length >= 2 ? common : first;
}
