import type { Reading } from './columns/reading';
import type { FileKind, Why } from './inspection';
import type { ImportOptions } from './options';

/** What became of every record of a file. Kept with the source, for good. */
export interface Receipt {
  file: { name: string; bytes: number; modified: number };
  kind: FileKind;
  /** Where in the file the table lies; nothing where the file is the table. */
  place: { member?: string; sheet?: string; range?: string; path?: string };
  /** For text files. */
  encoding?: string;
  dialect?: { delimiter: string; quote: string; header: boolean };
  lineEnd?: LineEnd;
  /** Counted by a scan of its own, not by the reader that loads. Lines with nothing on them are skipped records. */
  records: number;
  header: number;
  skipped: number;
  loaded: number;
  rejected: number;
  /** Values that were not readable as their column's type: missing in the table, and listed. */
  unread: number;
  columns: ReceiptColumn[];
  warnings: Warning[];
  /** Everything that was decided: importing the next file with these gives a table of the same form. */
  settings: ImportOptions;
  /** Of a table made of several files, each file's own receipt. */
  files?: Receipt[];
}

export type LineEnd = 'lf' | 'crlf' | 'cr' | 'mixed';

export interface ReceiptColumn {
  /** Its name in the file. */
  source: string;
  name: string;
  type: string;
  /** How its texts were understood; nothing where the file itself says the type. */
  reading?: Reading;
  why: Why;
  /** A value that decided. */
  example?: string;
  /** What most of its values are, where it stays text for the others. */
  nearest?: Reading;
  /** Values that stand otherwise in the table than in the file: `1,234` as 1234. */
  changed: number;
}

/** Something that a person should know of; the page has the words of each code. */
export interface Warning {
  code: WarningCode;
  count?: number;
  /** Lines, cells or columns where it happened: the first few. */
  examples?: string[];
}

export type WarningCode =
  | 'open-quote'
  | 'mixed-line-ends'
  | 'damaged-bytes'
  | 'padded'
  | 'trimmed'
  | 'repaired'
  | 'several-tables'
  | 'error-cells'
  | 'no-cached-result'
  | 'merged-cells'
  | 'hidden'
  | 'hours'
  | 'duplicate-keys'
  | 'converted'
  | 'left-out'
  | 'elsewhere'
  | 'renamed'
  | 'row-names'
  | 'views'
  | 'nanoseconds'
  | 'as-text'
  | 'sampled'
  | 'masked'
  | 'zeros'
  | 'not-as-chosen'
  | 'listed'
  | 'fixed-width';

export function isBalanced({ records, header, skipped, loaded, rejected }: Receipt): boolean {
  return records === header + skipped + loaded + rejected;
}

export function toLineEnd({ lf, crlf, cr }: { lf: number; crlf: number; cr: number }): LineEnd {
  if (Number(lf > 0) + Number(crlf > 0) + Number(cr > 0) > 1) return 'mixed';
  if (crlf > 0) return 'crlf';
  return cr > 0 ? 'cr' : 'lf';
}

/** What the file says of itself; every receipt begins with it. */
export function describeFile({ name, size, lastModified }: File): Receipt['file'] {
  return { name, bytes: size, modified: lastModified };
}

interface ReadColumn {
  name: string;
  leftOut: boolean;
  zeros?: number;
  isRefused?: boolean;
}

/** What became of the wish that a column be read so and so. */
export function findChoiceWarnings(columns: readonly ReadColumn[]): Warning[] {
  const kept = columns.filter(({ leftOut }) => !leftOut);
  const cut = kept.filter(({ zeros = 0 }) => zeros > 0);
  const refused = kept.filter(({ isRefused }) => isRefused);
  const warnings: Warning[] = [];
  if (cut.length > 0) {
    const count = cut.reduce((sum, { zeros = 0 }) => sum + zeros, 0);
    warnings.push({ code: 'zeros', count, examples: cut.map(({ name }) => name) });
  }
  if (refused.length > 0) {
    warnings.push({
      code: 'not-as-chosen',
      count: refused.length,
      examples: refused.map(({ name }) => name),
    });
  }
  return warnings;
}
