import { maybePlainReading } from '../../import/again/edits';
import { toConverter } from '../../import/columns/convert';
import type { Reading } from '../../import/columns/reading';
import type { Receipt } from '../../import/receipt';
import { cutAt } from '../../import/text/borders';
import type { Field } from '../../import/text/fields';
import { readFields } from '../../import/text/fields';
import { findMembers } from './members';

/** A column of the table, and the place of its field in a record of the file. */
export interface MendColumn {
  name: string;
  type: string;
  reading: Reading | undefined;
  field: number;
}

/** A rejected record while it is mended. */
export interface MendRecord {
  /** Its place in the list, from 0. */
  rejected: number;
  line: number;
  raw: string;
  /** One for each column of the table; null where there is no value. */
  values: (string | null)[];
  /** Columns for which the record has no field. */
  absent: boolean[];
  /** Fields for which there is no column, with their places from 1. */
  extra: { at: number; text: string }[];
}

/** The columns of a table with the places of their fields: a column that was left out has a field, too. */
export function toMendColumns({ columns, settings }: Receipt): MendColumn[] {
  const sources = Object.keys(settings.columns ?? {});
  const isAll = sources.length <= columns.length;
  return columns.map(({ name, source, type, reading }, index) => ({
    name,
    type,
    reading: reading ?? maybePlainReading(type),
    field: isAll ? index : sources.indexOf(source),
  }));
}

/** A rejected record, its text cut into fields as the file's are. */
export function toMendRecord(
  { rejected, line, raw }: Pick<MendRecord, 'rejected' | 'line' | 'raw'>,
  columns: readonly MendColumn[],
  receipt: Receipt,
): MendRecord {
  const { settings } = receipt;
  if (receipt.kind === 'json') {
    const members = findMembers(raw);
    const values = receipt.columns.map(({ source }) => members.get(source) ?? null);
    return { rejected, line, raw, values, absent: values.map((value) => value === null), extra: [] };
  }
  const fields = toFields(raw, receipt);
  const missing = settings.missing ?? [''];
  const width = Math.max(columns.length, Object.keys(settings.columns ?? {}).length);
  return {
    rejected,
    line,
    raw,
    values: columns.map(({ field }) => {
      const text = fields[field] ?? null;
      return text === null || missing.includes(text) ? null : text;
    }),
    absent: columns.map(({ field }) => field >= fields.length),
    extra: fields.slice(width).map((text, index) => ({ at: width + index + 1, text: text ?? '' })),
  };
}

function toFields(raw: string, { dialect, settings }: Receipt): Field[] {
  const { borders, wide = false } = settings;
  if (borders) return cutAt(raw, { places: borders, wide });
  const quote = dialect?.quote ?? '';
  const grammar = {
    delimiter: dialect?.delimiter ?? ',',
    quote,
    escape: settings.escape ?? quote,
    spaced: true,
  };
  return readFields(raw, 0, grammar).fields;
}

/** Whether a value can stand in its column; a missing one can. */
export function fits(value: string | null, { reading }: MendColumn): boolean {
  return value === null || !reading || toConverter(reading)(value) !== undefined;
}

/** How many fields keep a record from being a row. One without any value is none. */
export function countOpen({ values, extra }: MendRecord, columns: readonly MendColumn[]): number {
  if (extra.length === 0 && values.every((value) => value === null)) return 1;
  return extra.length + columns.filter((column, index) => !fits(values[index] ?? null, column)).length;
}

export function setValue(record: MendRecord, column: number, text: string): MendRecord {
  return { ...record, values: record.values.with(column, text === '' ? null : text) };
}

export function dropExtra(record: MendRecord, index: number): MendRecord {
  return { ...record, extra: record.extra.toSpliced(index, 1) };
}

/** Joins the field after a column's to it, where a delimiter in a value cut them apart; the fields that follow move up. */
export function joinFields(
  record: MendRecord,
  column: number,
  columns: readonly MendColumn[],
  delimiter: string,
): MendRecord {
  const { values, extra } = record;
  const [first, ...rest] = extra;
  const next = column + 1 < columns.length ? (values[column + 1] ?? '') : (first?.text ?? '');
  const joined = values.with(column, `${values[column] ?? ''}${delimiter}${next}`);
  if (column + 1 === columns.length) return { ...record, values: joined, extra: rest };
  const moved = [
    ...joined.slice(0, column + 1),
    ...joined.slice(column + 2),
    first ? first.text || null : null,
  ];
  return { ...record, values: moved, extra: rest };
}

/** The record as a row, each value in the plain form of its type; undefined while a field of it needs a look. */
export function maybeRow(record: MendRecord, columns: readonly MendColumn[]): (string | null)[] | undefined {
  if (countOpen(record, columns) > 0) return undefined;
  return columns.map(({ reading }, index) => {
    const value = record.values[index] ?? null;
    return value === null || !reading ? value : (toConverter(reading)(value) ?? null);
  });
}
