import type { Reading } from './columns/reading';
import type { Forecast } from './forecast';
import type { ImportOptions } from './options';
import type { RejectReason } from './text/records';

/** What a look at a file tells before it is read: everything that the import dialog shows. Plain data, from a sample. */
export interface Inspection {
  file: { name: string; bytes: number };
  kind: FileKind;
  /** One for each table that can be made of the file: sheets, members of an archive, or just the one. */
  tables: TableInspection[];
}

export type FileKind = 'text' | 'excel' | 'json' | 'parquet' | 'arrow' | 'duckdb' | 'archive';

export interface TableInspection {
  /** What tells it from the others: a sheet's name, a path in an archive. Empty where there is one only. */
  key: string;
  /** A sheet that the workbook does not show. */
  hidden?: boolean;
  /** The settings in force, found or given, complete: importing with them gives the table shown. */
  settings: ImportOptions;
  /** Nothing of it needs to be looked at: one click is enough. */
  sure: boolean;
  questions: Question[];
  /** The first lines or cells as they stand in the file, and what each is taken for. */
  lines: RawLine[];
  /** Nothing of the file is below these lines. */
  allLines?: boolean;
  /** How many rows there will be: counted, or judged by the sample's share of the file. */
  size?: Forecast;
  columns: InspectedColumn[];
  /** The first rows as they will be: canonical text, null where a value is missing. */
  rows: (string | null)[][];
  /** Of a JSON file, the places from which rows could be taken, the likeliest first. */
  paths?: PathCandidate[];
  /** Encodings that could be it, the likeliest first, each with how it reads; for a text file only. */
  encodings?: EncodingCandidate[];
}

export interface RawLine {
  /** Counted from 1, as an editor does. */
  number: number;
  text: string;
  role: LineRole;
}

export type LineRole =
  'skipped' | 'comment' | 'header' | 'units' | 'record' | 'footer' | 'blank' | 'rejected';

export interface InspectedColumn {
  /** Its name in the file, which `settings.columns` goes by. */
  source: string;
  name: string;
  /** How its texts are understood; where the file itself says the types, nothing. */
  reading?: Reading;
  /** The engine's name of its type. */
  type: string;
  why: Why;
  /** Other readings that some of its values have. */
  alternatives: { reading: Reading; misfits: number; examples?: string[]; zeros?: number }[];
  /** Values of the sample that the reading can't read. */
  misfits: { count: number; examples: string[] };
  /** Values of the sample that lose the zeros that they begin with. */
  zeros?: number;
  leftOut: boolean;
}

/** Why a column has the type that it has. The words for each are in the page's dictionary. */
export type Why =
  | 'every-value'
  | 'blank'
  | 'words'
  | 'leading-zero'
  | 'long-number'
  | 'phone'
  | 'identity-card'
  | 'postcode'
  | 'name-says-code'
  | 'mixed'
  | 'day-or-month'
  | 'name-says-date'
  | 'like-a-code'
  | 'no-year'
  | 'month'
  | 'quarter'
  | 'zone-name'
  | 'chosen'
  | 'as-before'
  | 'in-the-file';

/** What the file alone can't answer. */
export type Question =
  /** Which of the tables are wanted. */
  | { ask: 'tables' }
  /** From which place of a JSON file the rows are wanted. */
  | { ask: 'path' }
  | { ask: 'encoding' }
  | { ask: 'delimiter' }
  | { ask: 'header' }
  | { ask: 'skipped'; lines: number }
  | { ask: 'footer'; lines: number }
  | { ask: 'day-or-month'; column: string; example: string }
  | { ask: 'decimal'; column: string; example: string }
  | {
      ask: 'misfits';
      column: string;
      count: number;
      example: string;
      /** What the column would be without them. */
      reading: Reading;
      /** Those of them that often mean a missing value. */
      suggestMissing?: string[];
    }
  | { ask: 'rejected'; count: number; reason: RejectReason };

export interface PathCandidate {
  path: string;
  rows: number;
}

export interface EncodingCandidate {
  label: string;
  sample: string;
}
