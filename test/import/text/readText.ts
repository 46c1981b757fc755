import { findLayout } from '../../../src/import/text/layout';
import type { Layout } from '../../../src/import/text/layout';
import type { Record, RecordCounts } from '../../../src/import/text/records';
import { createRecordReader } from '../../../src/import/text/records';
import type { ImportOptions } from '../../../src/import/options';

export interface TextRead {
  layout: Layout;
  sure: boolean;
  asks: string[];
  records: Record[];
  counts: RecordCounts;
  /** The fields of the rows. */
  rows: (string | null)[][];
}

/** A text as it comes out of finding its layout and reading its records, in pieces of `piece` characters. */
export function readText(text: string, given: ImportOptions = {}, piece = 7): TextRead {
  const { layout, sure, questions } = findLayout({ head: text, tail: '', whole: true }, given);
  return { sure, asks: questions.map(({ ask }) => ask), ...readRecords(text, layout, piece) };
}

export function readRecords(text: string, layout: Layout, piece = 7): Omit<TextRead, 'sure' | 'asks'> {
  const records: Record[] = [];
  const reader = createRecordReader(layout, (record) => records.push(record));
  for (let at = 0; at < text.length; at += piece) reader.push(text.slice(at, at + piece));
  const counts = reader.finish();
  const rows = records.filter(({ role }) => role === 'record').map(({ fields }) => fields);
  return { layout, records, counts, rows };
}

/** Whether every record has become one thing, as a receipt adds them up. */
export function isBalanced({ records, header, skipped, loaded, rejected }: RecordCounts): boolean {
  return records === header + skipped + loaded + rejected;
}
