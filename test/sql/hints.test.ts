import { expect, test } from 'vitest';
import { findHint } from '../../src/sql/hints';

const missing = (kind: string, name: string, extension: string) =>
  `${kind} with name "${name}" is not in the catalog, but it exists in the ${extension} extension.\n\nPlease try installing`;

test.each([
  [missing('Scalar Function', 'json_extract', 'json'), 'json', 'json'],
  [missing('Scalar Function', '->>', 'json'), 'json', 'json'],
  [missing('Scalar Function', 'to_json', 'json'), 'json', 'toJson'],
  [missing('Type', 'json', 'json'), 'json', 'json'],
  [missing('Table Function', 'read_json_auto', 'json'), 'json', 'open'],
  [missing('Table Function', 'read_parquet', 'parquet'), 'parquet', 'open'],
  [missing('Table Function', 'read_xlsx', 'excel'), 'excel', 'open'],
  [missing('Scalar Function', 'text', 'excel'), 'excel', 'format'],
  [missing('Scalar Function', 'current_localtime', 'icu'), 'icu', 'clock'],
  [missing('Scalar Function', 'current_date', 'icu'), 'icu', 'today'],
  [missing('Setting', 'timezone', 'icu'), 'icu', 'zone'],
  [missing('Collation', 'zh', 'icu'), 'icu', 'collation'],
  [missing('Scalar Function', 'st_point', 'spatial'), 'spatial', 'spatial'],
  [missing('Scalar Function', 'stem', 'fts'), 'fts', 'search'],
  [missing('Table Function', 'postgres_scan', 'postgres_scanner'), 'database', 'database'],
  [missing('Scalar Function', 'something', 'vss'), 'other', 'none'],
  [
    "An error occurred while trying to automatically install the required extension 'icu':\n",
    'icu',
    'moment',
  ],
  ["No function matches '+(TIMESTAMP WITH TIME ZONE, INTERVAL)'. You might need", 'icu', 'moment'],
  ['Max expression depth limit of 1000 exceeded. Use "SET max_expression_depth TO x"', 'other', 'depth'],
  ['Cannot access file "x" - file system operations are disabled by configuration', 'files', 'open'],
  ['Table with name x.parquet does not exist!', 'parquet', 'open'],
  ['Table with name x.csv does not exist!', 'files', 'open'],
  ['read_csv', 'files', 'open'],
  ['AT TIME ZONE', 'icu', 'zone'],
])('%s', (detail, extension, instead) => {
  expect(findHint(detail)).toEqual({ extension, instead });
});

test('what needs no extension has no hint', () => {
  expect(
    ['Table with name orders does not exist!', 'sum', 'Referenced column "text" not found'].map(findHint),
  ).toEqual([undefined, undefined, undefined]);
});
