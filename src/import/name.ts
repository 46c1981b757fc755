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

/** A name for several files together: what theirs begin with, without the mark that follows; else the first one's. */
export function toCommonName(names: readonly [string, ...string[]]): string {
  const [first] = names;
  let length = 0;
  while (length < first.length && names.every((name) => name[length] === first[length])) length++;
  const common = first.slice(0, length).replace(/[\s\-_.(（\d]+$/u, '');
  return common.length >= 2 ? common : first;
}
