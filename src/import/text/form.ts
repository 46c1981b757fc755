import type { ColumnType } from '../columns/types';

/**
 * Whether the bytes of a field have the plain form of their column's type, told without making a text of them: a quick yes,
 * or a look at the text. The scan asks this of every typed field of a file. Its reader would take more: `0x1F` as 31, `2.5`
 * as 3 in a column of whole numbers, a timestamp without its zone.
 */

/** What a byte may be in a number or a date; a field's marks are those of its bytes together. */
export const DIGIT = 0;
export const DOT = 1;
export const MINUS = 2;
export const COLON = 4;
export const GAP = 8;
export const OTHER = 16;

/** The marks of all 256 bytes. */
export function toMarks(): Uint8Array {
  const marks = new Uint8Array(256).fill(OTHER);
  for (let byte = ZERO; byte <= NINE; byte++) marks[byte] = DIGIT;
  marks[0x2e] = DOT;
  marks[HYPHEN] = MINUS;
  marks[0x3a] = COLON;
  marks[0x20] = GAP;
  marks[LETTER_T] = GAP;
  return marks;
}

/** A type as a small number, for arrays of bytes. */
export const FREE = 0;
const WHOLE = 1;
const DECIMAL = 2;
const DATE = 3;
const TIMESTAMP = 4;
const FLAG = 5;
const TIME = 6;
/** Of a column that was blank so far any value is news. */
export const BLANK = 7;

export function toForm(type: ColumnType): number {
  switch (type) {
    case 'VARCHAR':
      return FREE;
    case 'BIGINT':
      return WHOLE;
    case 'DOUBLE':
      return DECIMAL;
    case 'DATE':
      return DATE;
    case 'TIMESTAMP':
      return TIMESTAMP;
    case 'BOOLEAN':
      return FLAG;
    case 'TIME':
      return TIME;
  }
}

const ZERO = 48;
const NINE = 57;
const HYPHEN = 45;
const LETTER_T = 84;
const LONGEST_NUMBER = 15;

export function isPlainForm(
  form: number,
  bytes: Uint8Array,
  from: number,
  to: number,
  marks: number,
): boolean {
  const size = to - from;
  const last = bytes[to - 1]!;
  switch (form) {
    case WHOLE:
    case DECIMAL: {
      if ((marks & (form === WHOLE ? ~MINUS : ~(MINUS | DOT))) !== 0 || last < ZERO || last > NINE)
        return false;
      const digits = bytes[from] === HYPHEN ? from + 1 : from;
      // a hyphen anywhere but in front, or two points, is an error to the reader too
      if ((marks & MINUS) !== 0 && digits === from) return false;
      const first = bytes[digits]!;
      if (first < ZERO || first > NINE || to - digits > LONGEST_NUMBER) return false;
      return first !== ZERO || to - digits === 1 || bytes[digits + 1] === 0x2e;
    }
    case DATE:
      return (
        size === 10 && (marks & ~MINUS) === 0 && bytes[from + 4] === HYPHEN && bytes[from + 7] === HYPHEN
      );
    case TIMESTAMP:
      return (
        (size === 16 || size === 19 || (size > 20 && size <= 26)) &&
        (marks & ~(MINUS | COLON | GAP | DOT)) === 0 &&
        bytes[from + 4] === HYPHEN &&
        bytes[from + 7] === HYPHEN &&
        (bytes[from + 10] === 0x20 || bytes[from + 10] === LETTER_T) &&
        bytes[from + 13] === 0x3a &&
        (size === 16 || bytes[from + 16] === 0x3a) &&
        (size <= 19 || (bytes[from + 19] === 0x2e && areDigits(bytes, from + 20, to)))
      );
    case FLAG:
      // the reader takes `t`, `yes` and `1` too, but no other word of four or five letters
      return (size === 4 || size === 5) && (marks === OTHER || marks === (OTHER | GAP));
    case TIME:
      return (
        (size === 5 || size === 8) &&
        (marks & ~COLON) === 0 &&
        bytes[from + 2] === 0x3a &&
        (size === 5 || bytes[from + 5] === 0x3a)
      );
    case BLANK:
      return false;
    default:
      return true;
  }
}

function areDigits(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (bytes[at]! < ZERO || bytes[at]! > NINE) return false;
  return true;
}
