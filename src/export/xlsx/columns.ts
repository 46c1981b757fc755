import type { Data, RecordBatch } from 'apache-arrow';
import { writeWhole } from '../formats/out';
import type { Out } from '../formats/out';
import { toColumnLetters } from '../../import/excel/address';
import type { LossKind, SheetColumn } from './book';
import { DAY_MICROS, FIRST_DAY, LAST_DAY, maybeDuration, toDayText, toSerialDay, toTimeText } from './dates';
import type { Moment } from './dates';
import type { CellKind } from './kinds';
import { toCellKind, toFinerFormat, toScale } from './kinds';
import type { Losses } from './losses';
import type { Pen } from './pen';
import { findTextEnd } from './pen';
import type { ReadMoment, ReadNumber } from './read';
import {
  toDays,
  toDecimals,
  toExact,
  toFlags,
  toMoments,
  toNumbers,
  toStrings,
  toText,
  toTextMoments,
  toTextTimes,
  toTimes,
  toValidity,
  toWholes,
} from './read';
import type { Shape } from './shape';
import type { Tally } from './tally';
import { writePadded } from './xml';

/** Writes the cell of a row of a batch. */
export type WriteCell = (row: number) => void;

export interface ColumnOptions {
  index: number;
  shape: Shape;
  pen: Pen;
  out: Out;
  /** The number of the sheet. */
  part: number;
  losses: Losses;
  tally?: Tally | undefined;
  /** Says whether the cell became a link. */
  onLink?: (url: string, place: string) => boolean;
}

/** Prepares to write a column's cells, batch by batch. */
export function createColumn(column: SheetColumn, options: ColumnOptions): (batch: RecordBatch) => WriteCell {
  const bind = toBind(toCellKind(column), column, options);
  return (batch) => {
    const data = batch.data.children[options.index]!;
    const write = bind(data);
    const isThere = toValidity(data);
    return isThere ? (row) => isThere(row) && write(row) : write;
  };
}

function toBind(kind: CellKind, column: SheetColumn, options: ColumnOptions): (data: Data) => WriteCell {
  switch (kind) {
    case 'flag':
      return bindFlags(options);
    case 'number':
      return bindNumbers(toNumbers, column, options);
    case 'whole64':
      return bindNumbers(toWholes, column, options);
    case 'decimal':
      return bindNumbers((data) => toDecimals(data, toScale(column.type)), column, options);
    case 'digits':
      return bindNumbers(toDigits, column, options);
    case 'date':
      return bindDays(column, options);
    case 'moment':
      return bindMoments(toMoments, column, options);
    case 'moment-text':
      return bindMoments(toTextMoments, column, options);
    case 'time':
      return bindTimes(toTimes, column, options);
    case 'time-text':
      return bindTimes(toTextTimes, column, options);
    case 'duration':
      return bindDurations(column, options);
    case 'text':
      return bindTexts(column, options);
  }
}

function toDigits(data: Data): ReadNumber {
  const read = toStrings(data);
  return (row) => toExact(read(row));
}

function bindFlags({ index, pen, shape }: ColumnOptions) {
  const style = pen.toStyle({ format: shape.format, top: shape.top });
  return (data: Data): WriteCell => {
    const read = toFlags(data);
    return (row) => pen.flag(index, style, read(row));
  };
}

/** Below it Excel takes a number for zero. */
const LEAST = 2.2250738585072014e-308;

function bindNumbers(toRead: (data: Data) => ReadNumber, column: SheetColumn, options: ColumnOptions) {
  const { index, pen, shape, tally } = options;
  const style = pen.toStyle({ format: shape.format, top: shape.top });
  const writeAsText = toTextWriter(column, options, { right: true });
  const isTold = toCellKind(column) === 'number' ? 'not-a-number' : 'long-number';
  return (data: Data): WriteCell => {
    const read = toRead(data);
    return (row) => {
      const value = read(row);
      if (typeof value === 'string') return writeAsText(value, isTold);
      const isHeld = Number.isFinite(value) && (value === 0 || value >= LEAST || value <= -LEAST);
      if (!isHeld) return writeAsText(String(value), 'not-a-number');
      tally?.add(value);
      pen.number(index, style, value);
    };
  };
}

function bindDays(column: SheetColumn, options: ColumnOptions) {
  const { index, pen, shape, out, tally } = options;
  const style = pen.toStyle({ format: shape.format, top: shape.top });
  const writeAsText = toTextWriter(column, options);
  return (data: Data): WriteCell => {
    const read = toDays(data);
    return (row) => {
      const day = read(row);
      if (day < FIRST_DAY || day > LAST_DAY) return writeAsText(toDayText(day), 'old-date');
      tally?.add(toSerialDay(day));
      pen.begin(index, style);
      writeWhole(out, toSerialDay(day));
      pen.end();
    };
  };
}

function bindMoments(toRead: (data: Data) => ReadMoment, column: SheetColumn, options: ColumnOptions) {
  const write = toSerialWriter(options);
  const writeAsText = toTextWriter(column, options);
  return (data: Data): WriteCell => {
    const read = toRead(data);
    return (row) => {
      const moment = read(row);
      if (typeof moment === 'string') return writeAsText(moment, 'old-date');
      const { day, micros } = moment;
      if (day < FIRST_DAY || day > LAST_DAY || moment.hasFiner) {
        const text = column.type.startsWith('TIMESTAMP_')
          ? toStrings(data)(row)
          : toMomentText(column, moment);
        return writeAsText(text, 'old-date');
      }
      options.tally?.add(toSerialDay(day) + micros / DAY_MICROS);
      write(toSerialDay(day), micros);
    };
  };
}

function toMomentText({ type }: SheetColumn, { day, micros }: Moment): string {
  const [date, era] = toDayText(day).split(/(?= \(BC\)$)/);
  return `${date}${era ?? ''} ${toTimeText(micros)}${type === 'TIMESTAMP WITH TIME ZONE' ? '+00' : ''}`;
}

function bindTimes(toRead: (data: Data) => ReadMoment, column: SheetColumn, options: ColumnOptions) {
  const write = toSerialWriter(options);
  const writeAsText = toTextWriter(column, options);
  return (data: Data): WriteCell => {
    const read = toRead(data);
    return (row) => {
      const time = read(row);
      if (typeof time === 'string') return writeAsText(time, 'old-date');
      const { micros, hasFiner } = time;
      // midnight at the end of the day would be shown as that at its beginning
      if (hasFiner || micros >= DAY_MICROS) {
        const text = hasFiner ? toStrings(data)(row) : toTimeText(micros);
        return writeAsText(text, 'old-date');
      }
      options.tally?.add(micros / DAY_MICROS);
      write(0, micros);
    };
  };
}

function bindDurations(column: SheetColumn, options: ColumnOptions) {
  const write = toSerialWriter(options);
  const writeAsText = toTextWriter(column, options);
  return (data: Data): WriteCell => {
    const read = toStrings(data);
    return (row) => {
      const text = read(row);
      const micros = maybeDuration(text);
      if (micros === undefined) return writeAsText(text, 'duration');
      const days = Math.floor(micros / DAY_MICROS);
      options.tally?.add(micros / DAY_MICROS);
      write(days, micros - days * DAY_MICROS);
    };
  };
}

/** Writes days and microseconds of the next one, which are shown where there are any finer than seconds. */
function toSerialWriter({ index, pen, shape, out }: ColumnOptions) {
  const style = pen.toStyle({ format: shape.format, top: shape.top });
  const finer = pen.toStyle({ format: toFinerFormat(shape.format), top: shape.top });
  return (days: number, micros: number): void => {
    pen.begin(index, micros % 1e6 === 0 ? style : finer);
    writeWhole(out, days);
    writeDayShare(out, micros);
    pen.end();
  };
}

/** So many digits of a day that a double finds back the microsecond in them, as far as it can hold it. */
const SHARE_DIGITS = 12;
const POINT = 46;

function writeDayShare(out: Out, micros: number): void {
  if (micros === 0) return;
  const share = Math.round((micros / DAY_MICROS) * 10 ** SHARE_DIGITS);
  const high = Math.floor(share / 1e6);
  out.bytes[out.at++] = POINT;
  writePadded(out, high, 6);
  writePadded(out, share - high * 1e6, 6);
  while (out.bytes[out.at - 1] === 48) out.at--;
}

/** What begins so is something else once it is edited, but for an apostrophe before it: a formula, a number, a date. */
const isTaken = Uint8Array.from({ length: 256 }, (_, byte) =>
  `=+-@'\t\r\n.,0123456789`.includes(String.fromCharCode(byte)) ? 1 : 0,
);
/** A longer text would make a row as high as the screen. */
export const MOST_WRAPPED = 600;
/** A column most of whose texts are different ones has them in its cells. So many tell, and then again after so many more. */
const TRIED = 2000;
const UNTRIED = 4 * TRIED;

function bindTexts(column: SheetColumn, options: ColumnOptions) {
  const { pen, shape, tally, onLink } = options;
  const toStyles = (wrap: boolean) => {
    const style = { wrap, top: shape.top };
    return [pen.toStyle(style), pen.toStyle({ ...style, quoted: true })] as const;
  };
  const [style, quoted] = toStyles(false);
  const [wrapped, wrappedQuoted] = toStyles(shape.wraps);
  const linked = pen.toStyle({ look: 'link', top: shape.top });
  const write = toCutter(column, options);
  return (data: Data): WriteCell => {
    const { bytes, offsets } = toText(data);
    const readLink = column.isLink ? toStrings(data) : undefined;
    return (row) => {
      const from = offsets[row]!;
      const to = offsets[row + 1]!;
      const isQuoted = from < to && isTaken[bytes[from]!] === 1;
      const isWrapped = shape.wraps && to - from <= MOST_WRAPPED;
      tally?.add(0);
      const url = readLink && maybeUrl(readLink(row));
      if (url !== undefined && onLink?.(url, toPlace(options))) return write(bytes, from, to, linked);
      write(bytes, from, to, isWrapped ? (isQuoted ? wrappedQuoted : wrapped) : isQuoted ? quoted : style);
    };
  };
}

/** Excel takes addresses of up to 2,079 characters. */
const LONGEST_URL = 2079;

function maybeUrl(text: string): string | undefined {
  return /^(https?:\/\/|mailto:)[^\s<>"]+$/i.test(text) && text.length <= LONGEST_URL && URL.canParse(text)
    ? text
    : undefined;
}

const encoder = new TextEncoder();

/** Writes what has no number as text, and tells. */
function toTextWriter(column: SheetColumn, options: ColumnOptions, { right = false } = {}) {
  const { index, pen, part, losses, shape, tally } = options;
  const style = pen.toStyle({ right, top: shape.top, quoted: true });
  return (text: string, why: LossKind): void => {
    const bytes = encoder.encode(text);
    losses.add(why, part, column.name, toPlace(options));
    tally?.miss();
    pen.text(index, style, bytes, 0, findTextEnd(bytes, 0, bytes.length), false);
  };
}

function toCutter(column: SheetColumn, options: ColumnOptions) {
  const { index, pen, part, losses } = options;
  let left = TRIED;
  let kept = 0;
  let isShared = true;
  return (bytes: Uint8Array, from: number, to: number, style: number): void => {
    const end = findTextEnd(bytes, from, to);
    if (end < to) losses.add('long-text', part, column.name, toPlace(options));
    if (pen.text(index, style, bytes, from, end, isShared)) kept++;
    if (--left > 0) return;
    isShared = !isShared || kept * 2 < TRIED;
    left = isShared ? TRIED : UNTRIED;
    kept = 0;
  };
}

function toPlace({ index, pen }: ColumnOptions): string {
  return `${toColumnLetters(index)}${pen.row()}`;
}
