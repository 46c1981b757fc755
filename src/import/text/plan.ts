import { quoteStruct, quoteText } from '../../sql/quote';
import type { Column } from '../../table/column';
import type { Dialect } from './dialect';
import { sniffDialect } from './dialect';
import { splitRecords } from './split';
import type { ColumnType } from '../columns/types';
import { guessType } from '../columns/types';

/** What a person may say about a file before it is read; everything is found out where nothing is said. */
export interface ImportOptions {
  name?: string;
  types?: 'auto' | 'text';
  delimiter?: string;
  quote?: string;
  header?: boolean;
}

/** How a delimited text will be read: decided before a row is, from a sample of it. */
export interface Plan extends Dialect {
  columns: PlannedColumn[];
}

export interface PlannedColumn {
  name: string;
  type: ColumnType;
}

export interface ReadOptions {
  /** The file starts with the header that the plan speaks of; a later part of a file does not. */
  header: boolean;
  longestRecord: number;
  mixedLineEnds: boolean;
}

const MIN_MAX_LINE = 2 ** 21;

export function planRead(sample: string, options: ImportOptions = {}): Plan {
  const dialect = sniffDialect(sample, options);
  const records = splitRecords(sample, { ...dialect, limit: 20_000 }).filter(
    (fields, index) => index === 0 || fields.length > 1 || fields[0] !== '',
  );
  const body = dialect.header ? records.slice(1) : records;
  const width = dialect.header ? (records[0]?.length ?? 0) : widest(body.slice(0, 100));
  const names = toNames(dialect.header ? records[0]! : [], width);
  // a record that is too short or too long will be rejected, and has no say
  const whole = body.filter((fields) => fields.length === width);
  const types = names.map((_, index) =>
    options.types === 'text' ? 'VARCHAR' : guessType(whole.map((fields) => fields[index]!)),
  );
  return { ...dialect, columns: names.map((name, index) => ({ name, type: types[index]! })) };
}

/** Column names that differ from one another even when case is ignored, as SQL does; blank ones are numbered. */
export function toNames(given: readonly string[], width: number): string[] {
  const taken = new Set<string>();
  return Array.from({ length: width }, (_, index) => {
    const wanted = (given[index] ?? '').trim() || `column${index + 1}`;
    let name = wanted;
    for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${wanted}_${n}`;
    taken.add(name.toLowerCase());
    return name;
  });
}

/** The reader's call for a file, or for a part of one. It takes nothing on itself: every choice is in the plan. */
export function toReadCsv(path: string, plan: Plan, options: ReadOptions, rejects: string): string {
  const settings: [string, string][] = [
    ['auto_detect', 'false'],
    ['header', String(options.header)],
    ['delim', quoteText(plan.delimiter)],
    ['quote', quoteText(plan.quote)],
    ['escape', quoteText(plan.quote)],
    ['columns', quoteStruct(plan.columns.map(({ name, type }) => [name, type] as const))],
    ['encoding', quoteText('utf-8')],
    ['max_line_size', String(Math.max(MIN_MAX_LINE, options.longestRecord + 64))],
    // lines that end in different ways are more than the strict reader takes
    ['strict_mode', String(!options.mixedLineEnds)],
    ['store_rejects', 'true'],
    ['rejects_table', quoteText(`${rejects}_errors`)],
    ['rejects_scan', quoteText(`${rejects}_scans`)],
  ];
  return `read_csv(${quoteText(path)}, ${settings.map(([key, value]) => `${key} = ${value}`).join(', ')})`;
}

export function toColumns(plan: Plan): Column[] {
  return plan.columns.map(({ name, type }) => ({ name, type }));
}

function widest(records: string[][]): number {
  return records.reduce((width, fields) => Math.max(width, fields.length), 0);
}
