import type { Data, DataType, Schema } from 'apache-arrow';
import { Bool, DateDay, Dictionary, Float64, Int32, Int64 } from 'apache-arrow';
import { makeData, makeVector, RecordBatch, Struct } from 'apache-arrow';
import { TimeMicrosecond, TimestampMicrosecond, Utf8 } from 'apache-arrow';
import type { BatchNote, BatchOptions, BatchTable } from '../batches';
import { toBatchSchema } from '../batches';
import type { ColumnType } from '../columns/types';
import type { CellKind, ColumnCells, SheetCells } from './cells';
import { findPlace, TEXT } from './cells';
import { createClassifier, createTypedReader, toMissingText, toPlainText } from './cellValue';
import type { ColumnOptions, ExcelColumn } from './columns';
import { toBody } from './columns';
import { countByRow } from './regions';
import { showCell } from './show';
import { createStrings } from './strings';
import type { SheetTable } from './findTables';

export interface BatchSettings extends ColumnOptions {
  batchRows?: number;
}

const BATCH_ROWS = 65_536;

/** The records of a table as record batches, made from the cells without a value of their own for each. */
export function toBatchTable(
  cells: SheetCells,
  table: SheetTable,
  columns: readonly ExcelColumn[],
  { batchRows = BATCH_ROWS, missing }: BatchSettings = {},
): BatchTable {
  const kept = columns.filter(({ leftOut }) => !leftOut);
  const rows = toRecordRows(cells, table);
  const { schema, ...described } = toBatchSchema(
    kept.map(({ name, type }) => ({ name, type: toArrowType(type) })),
  );

  function* range(from: number, to: number): Generator<RecordBatch, undefined> {
    const fillers = kept.map((column) => createFiller(cells, column, missing));
    for (let at = from; at < to; at += batchRows) {
      const part = rows.subarray(at, Math.min(at + batchRows, to));
      yield toBatch(
        schema,
        fillers.map((fill) => fill(part)),
        part.length,
      );
    }
    return undefined;
  }

  async function* batches({ signal, onProgress }: BatchOptions): AsyncIterable<RecordBatch> {
    let done = 0;
    for (const batch of range(0, rows.length)) {
      signal.throwIfAborted();
      yield batch;
      onProgress((done += batch.numRows));
      await new Promise((resolve) => setTimeout(resolve));
    }
  }

  return {
    schema,
    ...described,
    rows: rows.length,
    notes: columns.flatMap((column) => toNotes(column)),
    batches,
    range,
  };
}

function toNotes({ name, why, misfits: { count, examples } }: ExcelColumn): BatchNote[] {
  const [example] = examples;
  return why === 'mixed' && example !== undefined ? [{ kind: 'mixed', column: name, count, example }] : [];
}

function toBatch(schema: Schema, children: Data[], length: number): RecordBatch {
  const type = new Struct(schema.fields);
  return new RecordBatch(schema, makeData({ type, length, nullCount: 0, children }));
}

/** The rows of the sheet that are records: rows without a cell are none. */
export function toRecordRows(cells: SheetCells, table: SheetTable): Int32Array {
  const { first, last } = toBody(table);
  if (last < first) return new Int32Array(0);
  if (table.keepsBlanks) return Int32Array.from({ length: last - first + 1 }, (_, at) => first + at);
  const counts = countByRow(cells, { ...table.range, top: first, bottom: last });
  const rows = new Int32Array(counts.length);
  let length = 0;
  for (let at = 0; at < counts.length; at++) if (counts[at]! > 0) rows[length++] = first + at;
  return rows.subarray(0, length);
}

function toArrowType(type: ColumnType): DataType {
  switch (type) {
    case 'BIGINT':
      return new Int64();
    case 'DOUBLE':
      return new Float64();
    case 'BOOLEAN':
      return new Bool();
    case 'DATE':
      return new DateDay();
    case 'TIMESTAMP':
      return new TimestampMicrosecond();
    case 'TIME':
      return new TimeMicrosecond();
    case 'VARCHAR':
      return new Dictionary(new Utf8(), new Int32());
  }
}

type Filler = (rows: Int32Array) => Data;

function createFiller(
  cells: SheetCells,
  column: ExcelColumn,
  missing: readonly string[] | undefined,
): Filler {
  const found = cells.columns[column.column];
  const { type, reading } = column;
  if (type === 'VARCHAR') return createTextFiller(cells, column, found, missing);
  const classify = createClassifier(cells, missing);
  const read = createTypedReader(cells, type, reading);
  return (rows) => {
    const into = createValues(type, rows.length);
    visit(found, rows, (at, place) => {
      const value = read(found!, place, classify(found!, place));
      if (value !== undefined) into.set(at, value);
    });
    return into.finish();
  };
}

/** Calls for each row that has a cell, in one pass: both are in order. */
function visit(
  column: ColumnCells | undefined,
  rows: Int32Array,
  call: (at: number, place: number) => void,
): void {
  if (!column || rows.length === 0) return;
  let place = findPlace(column, rows[0]!);
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at]!;
    while (place < column.length && column.rows[place]! < row) place++;
    if (place >= column.length) return;
    if (column.rows[place] === row) call(at, place);
  }
}

/** A column of numbers that is filled, with a bit for each value that is there. */
function createValues(type: Exclude<ColumnType, 'VARCHAR'>, length: number) {
  const valid = new Uint8Array(Math.ceil(length / 8));
  let there = 0;
  const isWide = type === 'BIGINT' || type === 'TIMESTAMP' || type === 'TIME';
  const bits = new Uint8Array(type === 'BOOLEAN' ? valid.length : 0);
  const doubles = new Float64Array(type === 'DOUBLE' ? length : 0);
  const days = new Int32Array(type === 'DATE' ? length : 0);
  const wide = new BigInt64Array(isWide ? length : 0);
  const halves = new Int32Array(wide.buffer);
  // both halves of a 64-bit whole number, little end first, as Arrow has it and every machine that browsers run on
  const setWide = (at: number, whole: number) => {
    halves[at * 2] = whole | 0;
    halves[at * 2 + 1] = Math.floor(whole / 2 ** 32);
  };

  return {
    set(at: number, value: number): void {
      valid[at >> 3] = valid[at >> 3]! | (1 << (at & 7));
      there++;
      if (type === 'DOUBLE') doubles[at] = value;
      else if (type === 'DATE') days[at] = value;
      else if (type === 'BOOLEAN') bits[at >> 3] = bits[at >> 3]! | (value << (at & 7));
      else if (type === 'BIGINT') setWide(at, value);
      else {
        const micros = value * 1000;
        // years after 2255 have more microseconds than a double
        if (Number.isSafeInteger(micros)) setWide(at, micros);
        else wide[at] = BigInt(Math.round(value)) * 1000n;
      }
    },
    finish(): Data {
      const shared = { length, nullCount: length - there, nullBitmap: valid };
      switch (type) {
        case 'DOUBLE':
          return makeData({ type: new Float64(), data: doubles, ...shared });
        case 'DATE':
          return makeData({ type: new DateDay(), data: days, ...shared });
        case 'BOOLEAN':
          return makeData({ type: new Bool(), data: bits, ...shared });
        case 'BIGINT':
          return makeData({ type: new Int64(), data: wide, ...shared });
        case 'TIMESTAMP':
          return makeData({ type: new TimestampMicrosecond(), data: wide, ...shared });
        case 'TIME':
          return makeData({ type: new TimeMicrosecond(), data: wide, ...shared });
      }
    },
  };
}

/** Of a text that is a missing value. */
const MISSING = -1;

/** Texts become a dictionary for each batch: those of the file are copied as bytes, and never become strings. */
function createTextFiller(
  cells: SheetCells,
  { asShown }: ExcelColumn,
  column: ColumnCells | undefined,
  missing: readonly string[] | undefined,
): Filler {
  const classify = createClassifier(cells, missing);
  const isNoText = toMissingText(missing);
  const isAsItStands = cells.formats.map((format) => !asShown || format === 'General' || format === '@');
  const { from, to } = cells.textPlaces();
  // for each text of the sheet, its place in the batch's dictionary, + 1
  const known = new Int32Array(column ? to - from : 0);
  return (rows) => {
    const valid = new Uint8Array(Math.ceil(rows.length / 8));
    const keys = new Int32Array(rows.length);
    const byText = new Map<string, number>();
    const texts = createStrings();
    const met: number[] = [];
    let there = 0;

    const meet = (place: number): number => {
      const index = column!.values[place]!;
      const isMissing = classify(column!, place) === 'missing' && isNoText(cells.text(index));
      met.push(index - from);
      return (known[index - from] = isMissing ? MISSING : cells.copyText(index, texts) + 1);
    };

    const intern = (text: string): number => {
      let key = byText.get(text);
      if (key === undefined) byText.set(text, (key = texts.addText(text) + 1));
      return key;
    };

    const toKey = (place: number): number => {
      const format = column!.formats[place]!;
      const kind = column!.kinds[place]! as CellKind;
      const value = column!.values[place]!;
      if (kind === TEXT && isAsItStands[format]) return known[value - from] || meet(place);
      const as = classify(column!, place);
      if (as === 'unknown' || (as === 'error' && !asShown)) return MISSING;
      if (as === 'missing' && isNoText(cells.text(value))) return MISSING;
      return intern(
        asShown
          ? showCell(cells, { kind, value, format: cells.formats[format] ?? 'General' })
          : toPlainText(cells, column!, place, as),
      );
    };

    visit(column, rows, (at, place) => {
      const key = toKey(place);
      if (key === MISSING) return;
      keys[at] = key - 1;
      valid[at >> 3] = valid[at >> 3]! | (1 << (at & 7));
      there++;
    });
    for (const index of met) known[index] = 0;
    const { bytes: data, offsets: valueOffsets } = texts.toBytes();
    return makeData({
      type: new Dictionary(new Utf8(), new Int32()),
      length: rows.length,
      nullCount: rows.length - there,
      nullBitmap: valid,
      data: keys,
      dictionary: makeVector(
        makeData({ type: new Utf8(), length: texts.count, nullCount: 0, valueOffsets, data }),
      ),
    });
  };
}
