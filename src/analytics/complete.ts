import { toMisfit } from './core/check';
import type { Frame, FrameColumn, NumberColumn, TextColumn } from './frame';

/** The rows of a frame of which an analysis can make something. */
export interface Complete {
  /** How many there are. */
  rows: number;
  /** Their places in the frame. */
  places: Int32Array;
  /** A value for each of these rows. */
  columns: readonly FrameColumn[];
  /** Rows left out because a value is missing, and because one is infinite or not a number. */
  missing: number;
  notFinite: number;
}

/** Leaves out rows in which one of the columns has no value. */
export function toComplete({ rows, columns }: Frame): Complete {
  const isLeftOut = new Uint8Array(rows);
  for (const column of columns) {
    if (column.kind === 'number') markNumbers(column, isLeftOut);
    else for (let row = 0; row < rows; row++) if (column.codes[row]! < 0) isLeftOut[row] = MISSING;
  }
  let missing = 0;
  let notFinite = 0;
  for (const why of isLeftOut) {
    if (why === MISSING) missing++;
    else if (why === NOT_FINITE) notFinite++;
  }
  const places = new Int32Array(rows - missing - notFinite);
  for (let row = 0, at = 0; row < rows; row++) if (isLeftOut[row] === 0) places[at++] = row;
  return {
    rows: places.length,
    places,
    columns: places.length === rows ? columns : columns.map((column) => pickRows(column, places)),
    missing,
    notFinite,
  };
}

const MISSING = 1;
const NOT_FINITE = 2;

function markNumbers({ values }: NumberColumn, isLeftOut: Uint8Array): void {
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    if (Number.isNaN(value)) isLeftOut[row] = MISSING;
    else if (!Number.isFinite(value) && isLeftOut[row] === 0) isLeftOut[row] = NOT_FINITE;
  }
}

export function pickRows(column: FrameColumn, places: Int32Array): FrameColumn {
  if (column.kind === 'number') return { ...column, values: pick(column.values, places) };
  return { ...column, codes: places.map((place) => column.codes[place]!) };
}

export function pick(values: Float64Array, places: Int32Array): Float64Array {
  const picked = new Float64Array(places.length);
  for (let at = 0; at < places.length; at++) picked[at] = values[places[at]!]!;
  return picked;
}

/** Values of some rows as a column of all: the others have none. */
export function toAllRows(values: ArrayLike<number>, places: Int32Array, rows: number): Float64Array {
  const all = new Float64Array(rows).fill(NaN);
  for (let at = 0; at < places.length; at++) all[places[at]!] = values[at]!;
  return all;
}

/** Codes of some rows as those of all: the others have none. */
export function toAllCodes(codes: Int32Array, places: Int32Array, rows: number): Int32Array {
  const all = new Int32Array(rows).fill(-1);
  for (let at = 0; at < places.length; at++) all[places[at]!] = codes[at]!;
  return all;
}

export function toNumbers(columns: readonly FrameColumn[]): NumberColumn[] {
  return columns.map((column) => {
    if (column.kind === 'number') return column;
    throw toMisfit('not-a-number', { column: column.name });
  });
}

export function toTexts(columns: readonly FrameColumn[]): TextColumn[] {
  return columns.map((column) => {
    if (column.kind === 'text') return column;
    throw toMisfit('not-text', { column: column.name });
  });
}
