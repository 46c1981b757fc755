import type { CellRange } from './address';
import type { PackedCells } from './packed';
import { toSheetCells } from './packed';
import type { StringTable } from './strings';
import { createStrings } from './strings';

/** What a cell holds. Whether a number is a date is for its format to say. */
export const NUMBER = 1;
export const TEXT = 2;
export const FLAG = 3;
export const ERROR = 4;
/** A formula of which the file has no result. */
export const UNKNOWN = 5;
export type CellKind = typeof NUMBER | typeof TEXT | typeof FLAG | typeof ERROR | typeof UNKNOWN;

/** The cells of a sheet that hold something, column by column. Empty cells take no room, however far out the last one is. */
export interface SheetCells {
  /** Sparse: a column without a cell is not there. */
  readonly columns: readonly (ColumnCells | undefined)[];
  /** Rows down to the last that holds something. */
  readonly rowCount: number;
  readonly columnCount: number;
  readonly cellCount: number;
  /** The cells in use as the file has it, blank ones with a style included; it may be wrong. */
  readonly claimed?: CellRange;
  readonly date1904: boolean;
  /** The number formats that cells go by. */
  readonly formats: readonly string[];
  readonly merges: readonly CellRange[];
  /** Tables that were made in Excel itself, with their names and extents. */
  readonly defined: readonly DefinedTable[];
  readonly hiddenRows: number;
  readonly hiddenColumns: readonly number[];
  /** Reading stopped at a row that was asked for: there may be more. */
  readonly isCut: boolean;
  text(index: number): string;
  /** Adds a text to a table. */
  copyText(index: number, into: StringTable): number;
  /** The places that texts have: from the first, which is 0 or less, to before the last. */
  textPlaces(): { from: number; to: number };
  /** The first byte of a text in UTF-8; -1 where it has none. */
  firstByte(index: number): number;
  /** All of it, as it goes to another worker; its buffers are still those of the sheet. */
  pack(): PackedCells;
}

export interface DefinedTable {
  name: string;
  range: CellRange;
  headerRows: number;
  totalsRows: number;
}

/** The cells of a column in the order of their rows, each row once. */
export interface ColumnCells {
  readonly length: number;
  readonly rows: Int32Array;
  readonly kinds: Uint8Array;
  /** The number itself; 0 or 1 of a flag; of a text or an error its place, for `text()`. */
  readonly values: Float64Array;
  /** Place in `formats`. */
  readonly formats: Uint16Array;
}

export interface Cell {
  kind: CellKind;
  value: number;
  format: string;
}

/** The place of a row among the cells of a column, or of the next row that is there. */
export function findPlace(column: ColumnCells, row: number): number {
  const { rows, length } = column;
  // most columns have no gaps, and then a row lies as far on as its number
  const guess = row - (rows[0] ?? 0);
  if (guess >= 0 && guess < length && rows[guess] === row) return guess;
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (rows[middle]! < row) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function cellAt(cells: SheetCells, row: number, column: number): Cell | undefined {
  const found = cells.columns[column];
  if (!found) return undefined;
  const at = findPlace(found, row);
  if (at >= found.length || found.rows[at] !== row) return undefined;
  return {
    kind: found.kinds[at] as CellKind,
    value: found.values[at]!,
    format: cells.formats[found.formats[at]!] ?? 'General',
  };
}

interface GrowingColumn {
  length: number;
  isSorted: boolean;
  rows: Int32Array;
  kinds: Uint8Array;
  values: Float64Array;
  formats: Uint16Array;
}

export interface CellsResult {
  date1904: boolean;
  formats: readonly string[];
  claimed?: CellRange | undefined;
  merges?: CellRange[];
  defined?: DefinedTable[];
  hiddenRows?: number;
  hiddenColumns?: number[];
  isCut?: boolean;
  /** The table that texts at places from 0 are in; those below 0 are the sheet's own. */
  shared?: StringTable;
}

export interface CellsBuilder {
  put(row: number, column: number, kind: CellKind, value: number, format: number): void;
  putText(row: number, column: number, text: string, format: number, kind?: typeof TEXT | typeof ERROR): void;
  /** The place of a text of the sheet's own, below 0. */
  internBytes(bytes: Uint8Array, from: number, to: number): number;
  internText(text: string): number;
  readonly cellCount: number;
  finish(result: CellsResult): SheetCells;
}

/** Gathers the cells of a sheet, in any order; of two at one place the later counts. */
export function createCells(): CellsBuilder {
  const columns: (GrowingColumn | undefined)[] = [];
  const own = createStrings();
  let cellCount = 0;

  const builder: CellsBuilder = {
    get cellCount() {
      return cellCount;
    },

    put(row, column, kind, value, format) {
      const into = (columns[column] ??= createColumn());
      const at = into.length;
      if (at === into.rows.length) grow(into);
      if (at > 0 && into.rows[at - 1]! >= row) into.isSorted = false;
      into.rows[at] = row;
      into.kinds[at] = kind;
      into.values[at] = value;
      into.formats[at] = format;
      into.length++;
      cellCount++;
    },

    putText(row, column, text, format, kind = TEXT) {
      builder.put(row, column, kind, builder.internText(text), format);
    },

    internBytes: (bytes, from, to) => -1 - own.intern(bytes, from, to),
    internText: (text) => -1 - own.internText(text),

    finish({
      shared,
      claimed,
      merges = [],
      defined = [],
      hiddenRows = 0,
      hiddenColumns = [],
      isCut = false,
      date1904,
      formats,
    }) {
      let rowCount = 0;
      let held = 0;
      columns.forEach((column) => {
        if (!column) return;
        if (!column.isSorted) sort(column);
        held += column.length;
        rowCount = Math.max(rowCount, column.rows[column.length - 1]! + 1);
      });
      const facts = {
        columns,
        rowCount,
        columnCount: columns.length,
        cellCount: held,
        ...(claimed && { claimed }),
        date1904,
        formats,
        merges,
        defined,
        hiddenRows,
        hiddenColumns,
        isCut,
      };
      return toSheetCells(facts, own, shared);
    },
  };
  return builder;
}

function createColumn(): GrowingColumn {
  const size = 16;
  return {
    length: 0,
    isSorted: true,
    rows: new Int32Array(size),
    kinds: new Uint8Array(size),
    values: new Float64Array(size),
    formats: new Uint16Array(size),
  };
}

function grow(column: GrowingColumn): void {
  const size = column.rows.length * 2;
  const rows = new Int32Array(size);
  rows.set(column.rows);
  const kinds = new Uint8Array(size);
  kinds.set(column.kinds);
  const values = new Float64Array(size);
  values.set(column.values);
  const formats = new Uint16Array(size);
  formats.set(column.formats);
  Object.assign(column, { rows, kinds, values, formats });
}

function sort(column: GrowingColumn): void {
  const { rows, kinds, values, formats, length } = column;
  const order = Array.from({ length }, (_, at) => at)
    .sort((one, other) => rows[one]! - rows[other]! || one - other)
    .filter((at, place, all) => place + 1 === all.length || rows[at] !== rows[all[place + 1]!]);
  column.rows = Int32Array.from(order, (at) => rows[at]!);
  column.kinds = Uint8Array.from(order, (at) => kinds[at]!);
  column.values = Float64Array.from(order, (at) => values[at]!);
  column.formats = Uint16Array.from(order, (at) => formats[at]!);
  column.length = order.length;
}
