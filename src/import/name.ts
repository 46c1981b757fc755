/** A table name from a file name: `Orders 2024.csv.gz` → `Orders 2024`. */
export function toSourceName(fileName: string): string {
  const name = fileName
    .replace(/^.*[\\/]/, '')
    .replace(
      /(\.(csv|tsv|txt|tab|json|jsonl|ndjson|geojson|parquet|pq|arrows?|feather|ipc|xls|xlsx|xlsm|xlsb|ods|xml|html?|duckdb|db|zip|gz))+$/i,
      '',
    )
    // neither seen nor typed, or such as turn the direction of what is written around it
    .replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '')
    .trim();
  return name || 'table';
}

/** A name for several files together: what theirs begin with, without the mark that follows; else the first one's. */
export function toCommonName(names: readonly [string, ...string[]]): string {
  const [first] = names;
  let length = 0;
  while (length < first.length && names.every((name) => name[length] === first[length])) length++;
  const common = first.slice(0, length).replace(/[\s\-_.(（\d]+$/u, '');
  return common.length >= 2 ? common : first;
}
