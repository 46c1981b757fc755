import { quoteStruct, quoteText } from '../../sql/quote';
import type { ColumnType } from '../columns/types';
import type { LineEnd } from '../receipt';

/** A delimited text that the engine's own reader takes, and everything that it must know of it: it finds out nothing by itself. */
export interface CsvForm {
  delimiter: string;
  quote: string;
  /** The first record is the header; it is in the first part of a file only. */
  header: boolean;
  columns: { name: string; type: ColumnType }[];
  longestRecord: number;
  lineEnd: LineEnd;
  /** Whether `""` is the empty text; it is a missing value otherwise. */
  emptyTexts: boolean;
}

const MIN_MAX_LINE = 2 ** 21;

export function toReadCsv(path: string, form: CsvForm, rejects: string): string {
  const settings: [string, string][] = [
    ['auto_detect', 'false'],
    ['header', String(form.header)],
    ['delim', quoteText(form.delimiter)],
    ['quote', quoteText(form.quote)],
    ['escape', quoteText(form.quote)],
    ['columns', quoteStruct(form.columns.map(({ name, type }) => [name, type] as const))],
    ['allow_quoted_nulls', String(!form.emptyTexts)],
    ['encoding', quoteText('utf-8')],
    ['max_line_size', String(Math.max(MIN_MAX_LINE, form.longestRecord + 64))],
    // lines that end in different ways are more than the strict reader takes
    ['strict_mode', String(form.lineEnd !== 'mixed')],
    ['store_rejects', 'true'],
    ['rejects_table', quoteText(`${rejects}_errors`)],
    ['rejects_scan', quoteText(`${rejects}_scans`)],
  ];
  // left to itself, the reader may take \r\n within quotes for it; told to expect \r\n, it loses rows with \n within quotes
  if (form.lineEnd === 'lf') settings.push(['new_line', quoteText('\\n')]);
  return `read_csv(${quoteText(path)}, ${settings.map(([key, value]) => `${key} = ${value}`).join(', ')})`;
}
