import { toConverter } from '../columns/convert';
import { createMissing } from '../columns/missing';
import type { Reading } from '../columns/reading';
import type { ColumnType } from '../columns/types';
import type { ColumnCells, SheetCells } from './cells';
import { ERROR, FLAG, NUMBER, TEXT } from './cells';
import { formatNumber } from './format/format';
import type { FormatKind } from './format/numberFormat';
import { toNumberFormat } from './format/numberFormat';
import { DAY_MS, maybeIsoMs, maybeUnixDay, splitSerial } from './format/serial';
import { showCell } from './show';

/** What a cell is for the type of its column. */
export type CellClass =
  'missing' | 'number' | 'padded' | 'moment' | 'time' | 'duration' | 'text' | 'flag' | 'error' | 'unknown';

/** Tells what the cells of a column are, by their kind and number format. */
export function createClassifier(cells: SheetCells, missing?: readonly string[]) {
  const isMissing = createBlank(cells, missing);
  const classes = cells.formats.map((code) => toNumberClass(code));
  return (column: ColumnCells, place: number): CellClass => {
    const value = column.values[place]!;
    switch (column.kinds[place]) {
      case NUMBER: {
        const found = classes[column.formats[place]!] ?? 'number';
        // a time of day is less than a day; a date with a format that shows the time only is a date
        return found === 'time' && (value < 0 || value >= 1) ? 'moment' : found;
      }
      case TEXT:
        return isMissing(value) ? 'missing' : 'text';
      case FLAG:
        return 'flag';
      default:
        return column.kinds[place] === ERROR ? 'error' : 'unknown';
    }
  };
}

/** Tells which texts are missing values. Columns name the same few again and again, so each text is looked at once. */
function createBlank(cells: SheetCells, missing: readonly string[] | undefined): (index: number) => boolean {
  const isMissing = createMissing(missing);
  const { from, to } = cells.textPlaces();
  const known = new Uint8Array(to - from);
  const look = (index: number): number => {
    const isWord = missing === undefined && !MAYBE_BLANK.has(cells.firstByte(index));
    return !isWord && isMissing(cells.text(index)) ? 2 : 1;
  };
  return (index) => (known[index - from] ||= look(index)) === 2;
}

/** The first bytes of a blank text: of none, of ASCII's control characters, and of what Unicode counts as a blank. */
const MAYBE_BLANK = new Set([-1, ...Array(33).keys(), 0xc2, 0xe1, 0xe2, 0xe3, 0xef]);

/** Tells which texts a column of text does not have: those that mean a missing value as they stand. Blanks are text. */
export function toMissingText(missing: readonly string[] = ['']): (text: string) => boolean {
  const texts = new Set(missing);
  return (text) => texts.has(text);
}

function toNumberClass(code: string): CellClass {
  const { kind, isPadded } = toNumberFormat(code);
  if (isPadded) return 'padded';
  const byKind: Record<FormatKind, CellClass> = {
    general: 'number',
    number: 'number',
    percent: 'number',
    // `@` is given to what is to stay as it was typed
    text: 'padded',
    date: 'moment',
    timestamp: 'moment',
    time: 'time',
    duration: 'duration',
  };
  return byKind[kind];
}

/** A cell as text that loses nothing: as Excel shows it where that is all of it. */
export function toPlainText(cells: SheetCells, column: ColumnCells, place: number, as: CellClass): string {
  const value = column.values[place]!;
  const format = cells.formats[column.formats[place]!] ?? 'General';
  switch (as) {
    case 'text':
    case 'missing':
    case 'error':
      return cells.text(value);
    case 'flag':
      return value ? 'TRUE' : 'FALSE';
    case 'padded':
      return Number.isInteger(value) ? formatNumber(value, format === '@' ? '0' : format) : toDigits(value);
    case 'moment':
      return toMomentText(value, cells.date1904) ?? toDigits(value);
    case 'time':
      return toTimeText(splitSerial(value).ms);
    case 'duration':
      return showCell(cells, { kind: NUMBER, value, format: '[h]:mm:ss.000' }).replace(/\.?0+$/, '');
    case 'number':
      return toDigits(value);
    case 'unknown':
      return '';
  }
}

/** All digits of a number, without an exponent where it is whole. */
function toDigits(value: number): string {
  return Number.isInteger(value) && Math.abs(value) < 1e21 ? BigInt(value).toString() : String(value);
}

function toMomentText(serial: number, date1904: boolean): string | undefined {
  const { day, ms } = splitSerial(serial);
  const unix = maybeUnixDay(day, date1904);
  if (unix === undefined) return undefined;
  const date = new Date(unix * DAY_MS).toISOString().slice(0, 10);
  return ms === 0 ? date : `${date} ${toTimeText(ms)}`;
}

function toTimeText(ms: number): string {
  return new Date(ms % DAY_MS)
    .toISOString()
    .slice(11, 23)
    .replace(/\.000$/, '');
}

const HOUR_MS = 3_600_000;

/**
 * Gives the values of a column as its type has them: numbers as they are, days since 1970 for DATE, milliseconds since 1970 or
 * since midnight for TIMESTAMP and TIME, 0 or 1 for BOOLEAN; undefined for a cell that the type can't hold. Lengths of time
 * are hours, which can be added up and compared, and may be more than a day.
 */
export function createTypedReader(cells: SheetCells, type: ColumnType, reading?: Reading) {
  const convert = reading && toConverter(reading);
  return (column: ColumnCells, place: number, as: CellClass): number | undefined => {
    const value = column.values[place]!;
    if (as === 'text') {
      const text = convert?.(cells.text(value));
      return text === undefined ? undefined : parsePlain(text, type);
    }
    switch (type) {
      case 'BIGINT':
        return isNumeric(as) && Number.isSafeInteger(value) ? value : undefined;
      case 'DOUBLE':
        if (as === 'duration') return Math.round(value * DAY_MS) / HOUR_MS;
        return isNumeric(as) ? value : undefined;
      case 'BOOLEAN':
        return as === 'flag' ? value : undefined;
      case 'TIME':
        return as === 'time' ? splitSerial(value).ms % DAY_MS : undefined;
      case 'DATE':
      case 'TIMESTAMP':
        return as === 'moment' || (as === 'number' && isSerial(reading))
          ? toMoment(value, type, cells.date1904)
          : undefined;
      case 'VARCHAR':
        return undefined;
    }
  };
}

function isNumeric(as: CellClass): boolean {
  return as === 'number' || as === 'padded';
}

function isSerial(reading: Reading | undefined): boolean {
  return (reading?.type === 'DATE' || reading?.type === 'TIMESTAMP') && reading.excel !== undefined;
}

function toMoment(serial: number, type: 'DATE' | 'TIMESTAMP', date1904: boolean): number | undefined {
  const { day, ms } = splitSerial(serial);
  const unix = maybeUnixDay(day, date1904);
  if (unix === undefined) return undefined;
  if (type === 'TIMESTAMP') return unix * DAY_MS + ms;
  return ms === 0 ? unix : undefined;
}

/** A text in the plain form of a type. */
function parsePlain(text: string, type: ColumnType): number | undefined {
  switch (type) {
    case 'BIGINT':
    case 'DOUBLE':
      return Number(text);
    case 'BOOLEAN':
      return text.toLowerCase() === 'true' ? 1 : 0;
    case 'TIME':
      return maybeIsoMs(text.length === 5 ? `${text}:00` : text);
    default: {
      const ms = maybeIsoMs(text.replace(' ', 'T'));
      return ms === undefined || type === 'TIMESTAMP' ? ms : ms / DAY_MS;
    }
  }
}
