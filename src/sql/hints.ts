/** What DuckDB keeps in extensions, of which a page has none. */
export type Extension =
  'json' | 'icu' | 'parquet' | 'excel' | 'files' | 'database' | 'spatial' | 'fts' | 'other';

/** What to write instead; `i18n` has the words for each. */
export type Instead =
  | 'json'
  | 'toJson'
  | 'open'
  | 'database'
  | 'format'
  | 'today'
  | 'clock'
  | 'zone'
  | 'moment'
  | 'collation'
  | 'spatial'
  | 'search'
  | 'depth'
  | 'none';

export interface Hint {
  extension: Extension;
  instead: Instead;
}

const OPEN: Instead = 'open';

const BY_NAME: readonly (readonly [RegExp, Extension, Instead])[] = [
  [/^(read_json|read_ndjson)/, 'json', OPEN],
  [
    /^(to_json|row_to_json|array_to_json|json_object|json_array|json_group|json_quote|json_merge)/,
    'json',
    'toJson',
  ],
  [/^(->>?|json$|json_|from_json|read_json)/, 'json', 'json'],
  [/parquet/, 'parquet', OPEN],
  [/^read_xlsx$/, 'excel', OPEN],
  [/^(excel_)?text$/, 'excel', 'format'],
  [/^(read_csv|read_csv_auto|sniff_csv|read_text|read_blob|glob|read_duckdb)$/, 'files', OPEN],
  [/\.(csv|tsv|txt|json|ndjson|parquet|xlsx?|duckdb|db)(\.gz)?$/, 'files', OPEN],
  [/^(sqlite|postgres|mysql|iceberg|delta)_/, 'database', 'database'],
  [/^(current_date|today)$/, 'icu', 'today'],
  [
    /^(get_current_time|current_time|localtime|localtimestamp|current_localtime|current_localtimestamp)$/,
    'icu',
    'clock',
  ],
  [/^(timezone|at time zone|pg_timezone_names|make_timestamptz|to_timestamptz)$/, 'icu', 'zone'],
  [/^(icu_|collate$)/, 'icu', 'collation'],
  [/^(st_|spatial)/, 'spatial', 'spatial'],
  [/^(match_bm25|stem|create_fts_index|drop_fts_index|fts_)/, 'fts', 'search'],
];

const BY_EXTENSION: Record<string, Hint> = {
  json: { extension: 'json', instead: 'json' },
  icu: { extension: 'icu', instead: 'moment' },
  parquet: { extension: 'parquet', instead: OPEN },
  excel: { extension: 'excel', instead: OPEN },
  encodings: { extension: 'files', instead: OPEN },
  sqlite_scanner: { extension: 'database', instead: 'database' },
  postgres_scanner: { extension: 'database', instead: 'database' },
  mysql_scanner: { extension: 'database', instead: 'database' },
  iceberg: { extension: 'database', instead: 'database' },
  delta: { extension: 'database', instead: 'database' },
  spatial: { extension: 'spatial', instead: 'spatial' },
  fts: { extension: 'fts', instead: 'search' },
};

/**
 * What to use instead of something that needs an extension: for the name of a function, a type or a file, or for what DuckDB
 * 1.4.3 said, since nothing but its words names what is missing.
 */
export function findHint(detail: string): Hint | undefined {
  const named =
    /(Function|Type|Collation|Setting) with name "([^"]+)" is not in the catalog[^]*?in the (\w+) extension/.exec(
      detail,
    );
  if (named) {
    const [, kind, name, extension] = named;
    if (kind === 'Collation') return { extension: 'icu', instead: 'collation' };
    return findByName(name!) ?? findByExtension(extension!);
  }
  if (/^(Parser Error: )?Max expression depth/.test(detail)) return { extension: 'other', instead: 'depth' };
  const required = /required extension '(\w+)'/.exec(detail);
  if (required) return findByExtension(required[1]!);
  if (/\bTIMESTAMP WITH TIME ZONE\b/.test(detail)) return BY_EXTENSION.icu;
  if (/^(Permission Error: )?Cannot access file/.test(detail)) return { extension: 'files', instead: OPEN };
  const table = /Table with name (.+?) does not exist/.exec(detail);
  return findByName(table ? table[1]! : detail);
}

function findByName(name: string): Hint | undefined {
  const lower = name.trim().toLowerCase();
  const found = BY_NAME.find(([pattern]) => pattern.test(lower));
  return found && { extension: found[1], instead: found[2] };
}

function findByExtension(extension: string): Hint {
  return BY_EXTENSION[extension.toLowerCase()] ?? { extension: 'other', instead: 'none' };
}
