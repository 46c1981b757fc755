import type { Data, RecordBatch } from 'apache-arrow';
import { countDigits } from '../../table/format';
import type { SheetColumn } from './book';
import { isFloat, toCellKind, toFinerFormat, toFormat, toScale } from './kinds';
import type { ReadNumber } from './read';
import {
  toDecimals,
  toMoments,
  toNumbers,
  toStrings,
  toTextMoments,
  toTimes,
  toValidity,
  toWholes,
} from './read';
import { measure, measureNumbers, toWidth, WIDEST } from './widths';

/** How a column looks, which has to be known before its first row is written. */
export interface Shape extends ColumnShape {
  /** Cells stand at the top of their rows. */
  top: boolean;
}

interface ColumnShape {
  format: string;
  width: number;
  /** It has texts that are wider than it. */
  wraps: boolean;
}

/** So many rows are looked at. */
const LOOKS = 1000;
/** Numbers may grow further down, and those that do not fit are not shown at all. */
const NARROWEST_NUMBER = 11;
/** More digits behind the point are those of measurements, which Excel shows as many of as there is room for. */
const MOST_FIXED = 4;
/** Greater ones Excel shows with an exponent. */
const MOST_SHOWN = 1e12;
/** A sum is as much greater than the greatest number. */
const SUMMED = 10_000;

/** Decides on a column by its first rows. */
function toShape(column: SheetColumn, data: Data | undefined): ColumnShape {
  const shape = findShape(column, data && data.length > LOOKS ? data.slice(0, LOOKS) : data);
  return { ...shape, width: column.width ?? shape.width };
}

/** Where a column wraps, all are read from the top of a row. */
export function toShapes(columns: readonly SheetColumn[], batch: RecordBatch | undefined): Shape[] {
  const shapes = columns.map((column, index) => toShape(column, batch?.data.children[index]));
  const top = shapes.some(({ wraps }) => wraps);
  return shapes.map((shape) => ({ ...shape, top }));
}

function findShape(column: SheetColumn, data: Data | undefined): ColumnShape {
  const { name, type } = column;
  const toPlain = (widest: number, digits = 0): ColumnShape => ({
    format: toFormat(column, digits),
    width: toWidth(name, widest),
    wraps: false,
  });
  const ofMoments = (format: string, isFiner: boolean) =>
    toPlain((isFiner ? toFinerFormat(format) : format).replaceAll('"', '').length);
  const kind = toCellKind(column);
  switch (kind) {
    case 'number':
      return isFloat(column) ? findFloats(column, data) : findNumbers(column, data && toNumbers(data), data);
    case 'whole64':
      return findNumbers(column, data && toWholes(data), data);
    case 'decimal':
      return findNumbers(column, data && toDecimals(data, toScale(type)), data);
    case 'moment':
    case 'moment-text': {
      const read = data && (kind === 'moment' ? toMoments(data) : toTextMoments(data));
      const isFiner = some(data, (row) => {
        const moment = read!(row);
        return typeof moment !== 'string' && moment.micros % 1e6 !== 0;
      });
      return ofMoments(toFormat(column, 0), isFiner);
    }
    case 'time': {
      const read = data && toTimes(data);
      const isFiner = some(data, (row) => (read!(row) as { micros: number }).micros % 1e6 !== 0);
      return ofMoments(toFormat(column, 0), isFiner);
    }
    case 'date':
    case 'time-text':
      return toPlain(10);
    case 'flag':
      return toPlain(5);
    case 'digits':
    case 'duration':
    case 'text': {
      const { widest, hasLines } = findWidest(data);
      const wraps = kind === 'text' && (hasLines || widest > WIDEST);
      return { ...toPlain(widest), wraps };
    }
  }
}

function findFloats(column: SheetColumn, data: Data | undefined): ColumnShape {
  const read = data && toNumbers(data);
  let digits = 0;
  let greatest = 0;
  forEach(data, (row) => {
    const value = read!(row);
    digits = Math.max(digits, countDigits(value, column.type));
    if (Number.isFinite(value)) greatest = Math.max(greatest, Math.abs(value));
  });
  return findNumbers(column, read, data, digits > MOST_FIXED || greatest > MOST_SHOWN ? 0 : digits);
}

function findNumbers(
  column: SheetColumn,
  read: ReadNumber | undefined,
  data: Data | undefined,
  digits = 0,
): ColumnShape {
  const format = toFormat(column, digits);
  let [least, greatest] = [0, 0];
  let longest = 0;
  forEach(data, (row) => {
    const value = read!(row);
    if (typeof value === 'string') longest = Math.max(longest, value.length);
    else if (Number.isFinite(value)) [least, greatest] = [Math.min(least, value), Math.max(greatest, value)];
  });
  const factor = column.total === 'sum' ? SUMMED : 1;
  const widest = Math.max(
    longest,
    measureNumbers(least * factor, greatest * factor, format),
    NARROWEST_NUMBER,
  );
  return { format, width: toWidth(column.name, widest), wraps: false };
}

function findWidest(data: Data | undefined): { widest: number; hasLines: boolean } {
  const read = data && toStrings(data);
  let widest = 0;
  let hasLines = false;
  forEach(data, (row) => {
    const text = read!(row);
    hasLines ||= text.includes('\n');
    widest = Math.max(widest, measure(text.length > 2 * WIDEST ? text.slice(0, 2 * WIDEST) : text));
  });
  return { widest, hasLines };
}

function forEach(data: Data | undefined, look: (row: number) => void): void {
  if (!data) return;
  const isThere = toValidity(data);
  for (let row = 0; row < data.length; row++) if (!isThere || isThere(row)) look(row);
}

function some(data: Data | undefined, test: (row: number) => boolean): boolean {
  let found = false;
  forEach(data, (row) => (found ||= test(row)));
  return found;
}
