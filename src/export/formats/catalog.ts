import { arrow, duckdb, parquet } from './columnar';
import { csv, tsv } from './delimited';
import type { Format } from './format';
import { html } from './html';
import { json, ndjson } from './json';
import { markdown } from './markdown';
import { sql } from './sql';
import { xlsx } from './xlsx';

/** Every kind of file that tables leave as, in the order in which they are offered. */
export const formats = [
  csv,
  tsv,
  xlsx,
  parquet,
  json,
  ndjson,
  arrow,
  duckdb,
  sql,
  html,
  markdown,
] as unknown as readonly Format[];

export type FormatName =
  'csv' | 'tsv' | 'xlsx' | 'parquet' | 'json' | 'ndjson' | 'arrow' | 'duckdb' | 'sql' | 'html' | 'markdown';

export function findFormat(name: string): Format {
  const found = formats.find((format) => format.name === name);
  if (!found) throw new Error(`unknown format: ${name}`);
  return found;
}
