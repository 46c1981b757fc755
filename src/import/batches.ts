import type { DataType, RecordBatch } from 'apache-arrow';
import { Field, Schema } from 'apache-arrow';
import { quoteName } from '../sql/quote';
import type { Column } from '../table/column';
import { toDuckType } from './arrow/duckType';
import { toNames } from './names';
import type { Reading } from './columns/reading';
import type { ImportOptions } from './options';
import { findChoice } from './options';

/** The rows of a file as Arrow record batches of one schema. Nothing is read before it is asked for. */
export interface BatchTable {
  schema: Schema;
  /** With the types that they have once `casts` are made. */
  columns: Column[];
  /** By the column's name: the SQL that makes of it what Arrow could not carry, `CAST("id" AS UUID)`. */
  casts: Record<string, string>;
  /** Undefined where it is not known before the end. */
  rows?: number;
  /** What was changed or could not be kept. Complete when the last batch has been read. */
  notes: BatchNote[];
  /** May be asked for more than once, but not for two at a time. */
  batches(options: BatchOptions): AsyncIterable<RecordBatch>;
  /** The rows from one place to before another, where they can be made in any order; the number of `rows` is known then. */
  range?(from: number, to: number): Iterator<RecordBatch, undefined>;
}

export interface BatchOptions {
  signal: AbortSignal;
  onProgress(doneBytes: number): void;
}

export interface BatchNote {
  kind: BatchNoteKind;
  /** The column's name, or where in the file it is about something else. */
  column?: string;
  /** Values concerned, where they were counted. */
  count?: number;
  example?: string;
}

export type BatchNoteKind =
  /** Values of several types became text. */
  | 'mixed'
  /** Numbers that no number type holds became text, digit for digit. */
  | 'long-number'
  /** A name stood twice in an object: the last value counts. */
  | 'duplicate-key'
  /** Two columns had the same name, or one had none; `example` is the name in the file. */
  | 'renamed'
  /** A part of the file that is not in the table. */
  | 'left-out'
  /** Characters that are none were replaced by `�`. */
  | 'bad-text'
  /** Nanoseconds were cut to microseconds, all that the column's type holds. */
  | 'nanoseconds'
  /** A type that only text can hold. */
  | 'as-text';

export interface BatchColumn {
  name: string;
  type: DataType;
  /** DuckDB's name for the type to cast to, where it is not the one that the Arrow type becomes. */
  duckType?: string;
}

/** A table with the columns that a person wants of it, under the names that they want; each can be had as text. */
export function withChoices(table: BatchTable, { columns: choices }: Pick<ImportOptions, 'columns'>) {
  const names = toNames(table.columns.map(({ name }) => findChoice(choices, name)?.name ?? name));
  const all = table.columns.map(({ name, type }, index) => ({
    source: name,
    name: names[index]!,
    ...toChosenType(type, findChoice(choices, name)?.reading),
    leftOut: findChoice(choices, name)?.leaveOut ?? false,
  }));
  const kept = all.flatMap(({ leftOut }, index) => (leftOut ? [] : [index]));
  const { range: _, ...whole } = table;
  const chosen: BatchTable = {
    ...whole,
    columns: kept.map((index) => ({ name: names[index]!, type: all[index]!.type })),
    async *batches(options) {
      for await (const batch of table.batches(options)) {
        yield kept.length === all.length ? batch : batch.selectAt(kept);
      }
    },
  };
  return { table: chosen, columns: all };
}

function toChosenType(type: string, reading: Reading | undefined): { type: string; reading?: Reading } {
  return reading?.type === 'VARCHAR' && type !== 'VARCHAR' ? { type: 'VARCHAR', reading } : { type };
}

/** What a `BatchTable` says of its columns. */
export function toBatchSchema(
  columns: readonly BatchColumn[],
): Pick<BatchTable, 'schema' | 'columns' | 'casts'> {
  const casts = columns.flatMap(({ name, type, duckType }) =>
    duckType && duckType !== toDuckType(type) ? [[name, `CAST(${quoteName(name)} AS ${duckType})`]] : [],
  );
  return {
    schema: new Schema(columns.map(({ name, type }) => new Field(name, type, true))),
    columns: columns.map(({ name, type, duckType }) => ({ name, type: duckType ?? toDuckType(type) })),
    casts: Object.fromEntries(casts),
  };
}
