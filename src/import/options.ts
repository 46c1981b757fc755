import type { Reading } from './columns/reading';

/** What a person, or a script, may say about a file before it is read; everything is found out where nothing is said. */
export interface ImportOptions {
  name?: string;
  /** `text` keeps every column as it stands in the file. */
  types?: 'auto' | 'text';
  /** By the column's name in the file, made unique: `price`, `price_2`, `column7` where it has none. */
  columns?: Record<string, ColumnChoice>;
  /** Texts that mean that a value is missing. Only the empty one by itself: `NA` can be a value. */
  missing?: readonly string[];

  // text files
  /** A label of the Encoding Standard: `utf-8`, `gb18030`, `windows-1252` … */
  encoding?: string;
  /** One character or more; an empty text where columns are told by their width alone. */
  delimiter?: string;
  /** Characters of a line before each border between columns of fixed width: `[10, 25]`. Found where none are given. */
  borders?: readonly number[];
  /** Chinese, Japanese and Korean characters count two, as in GBK. */
  wide?: boolean;
  /** One character, or nothing where fields are never quoted. */
  quote?: string;
  /** The character before a quote that belongs to the value; the quote itself by itself. */
  escape?: string;
  /** What a line that is no record starts with. */
  comment?: string;
  /** Lines before the header: titles, notes. */
  skip?: number;
  /** Whether there is a header, or how many rows it takes. */
  header?: boolean | number;
  /** Rows below the header that give the units of the columns. */
  units?: number;
  /** Records at the end that are no rows: totals, notes. */
  footer?: number;

  // archives and files with several tables
  password?: string;
  /** Files of an archive, by their path in it. */
  members?: readonly string[];
  /** Sheets of a workbook, by place or by name. */
  sheets?: readonly (number | string)[];
  /** Of several tables on a sheet one; `skip` is counted from its top then. */
  table?: TableMark;
  /** Cells of a sheet: `B3:F200`. */
  range?: string;
  /** Where the rows of a JSON file lie: `data.items`. */
  path?: string;
  /** Nested values become columns of their own. */
  flatten?: boolean;
}

/** What tells a table from others on its sheet: the columns that it had, and where these are no help its place among them, from 0. */
export interface TableMark {
  columns: readonly string[];
  place: number;
}

export interface ColumnChoice {
  name?: string;
  /** How its values are read; those that can't be are missing, and listed, where a person accepts that. */
  reading?: Reading;
  acceptMisfits?: boolean;
  leaveOut?: boolean;
}

/** What is said of a column; a name such as `constructor` is one like any other. */
export function findChoice(choices: ImportOptions['columns'], source: string): ColumnChoice | undefined {
  return choices && Object.hasOwn(choices, source) ? choices[source] : undefined;
}
