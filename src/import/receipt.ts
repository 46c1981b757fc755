import type { Dialect } from './text/dialect';
import type { Plan } from './text/plan';
import type { Doubt, ScanResult } from './text/scan';
import type { ColumnType } from './columns/types';

/** What became of every record of a file. Kept with the source, for good. */
export interface Receipt {
  file: { name: string; bytes: number; modified: number };
  encoding: string;
  dialect: Dialect;
  lineEnd: 'lf' | 'crlf' | 'cr' | 'mixed';
  /** Counted by the scan, not by the reader that loads. Lines with nothing on them are skipped records. */
  records: number;
  header: number;
  skipped: number;
  loaded: number;
  rejected: number;
  /** Columns that look like numbers or dates but are kept as text, and why. */
  kept: KeptText[];
  warnings: Warning[];
}

export interface KeptText {
  column: string;
  guessed: ColumnType;
  doubt: Doubt;
  example: string;
}

export type Warning = 'open-quote' | 'mixed-line-ends';

export function isBalanced({ records, header, skipped, loaded, rejected }: Receipt): boolean {
  return records === header + skipped + loaded + rejected;
}

export interface ReceiptParts {
  file: File;
  plan: Plan;
  scan: ScanResult;
  parts: readonly { rows: number; rejected: number }[];
  kept: KeptText[];
}

export function toReceipt({ file, plan, scan, parts, kept }: ReceiptParts): Receipt {
  const { delimiter, quote, header, columns } = plan;
  const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
  const lineEnd = toLineEnd(scan.lineEnds);
  // a blank line is a record of a table with one column
  const skipped = columns.length === 1 ? 0 : scan.blank;
  const warnings: Warning[] = [];
  if (scan.openQuote) warnings.push('open-quote');
  if (lineEnd === 'mixed') warnings.push('mixed-line-ends');
  return {
    file: { name: file.name, bytes: file.size, modified: file.lastModified },
    encoding: 'UTF-8',
    dialect: { delimiter, quote, header },
    lineEnd,
    records: scan.records + scan.blank,
    header: header ? 1 : 0,
    skipped,
    loaded: sum(parts.map(({ rows }) => rows)),
    rejected: sum(parts.map(({ rejected }) => rejected)),
    kept,
    warnings,
  };
}

function toLineEnd({ lf, crlf, cr }: ScanResult['lineEnds']): Receipt['lineEnd'] {
  if (Number(lf > 0) + Number(crlf > 0) + Number(cr > 0) > 1) return 'mixed';
  if (crlf > 0) return 'crlf';
  return cr > 0 ? 'cr' : 'lf';
}
