import { MAX_COLUMNS, MAX_ROWS } from '../address';
import { NUMBER, TEXT } from '../cells';
import { EQUALS, GT, LT, SLASH, SPACE } from './bytes';
import { POWERS, readNumber } from './number';

/** What was read last. */
export interface PlainCell {
  row: number;
  column: number;
  style: number;
  /** Nothing where the cell has a style only. */
  kind: typeof NUMBER | typeof TEXT | 0;
  /** The number, or the place in the shared texts. */
  value: number;
  /** The offset behind the cell at an offset; 0 where it has any other form, or may go on behind the bytes. */
  read(bytes: Uint8Array, open: number): number;
}

const QUOTE = 34;
/** A cell that ends within so many bytes needs no look at where they end. */
const LONGEST = 96;

/**
 * Reads cells of the one form that most programs write: `<c r="B3" s="2" t="s"><v>17</v></c>`, three times as fast as any
 * form can be read.
 */
export function createPlainCell(): PlainCell {
  const cell: PlainCell = { row: 0, column: 0, style: 0, kind: 0, value: 0, read };

  function read(bytes: Uint8Array, open: number): number {
    if (open + LONGEST > bytes.length) return 0;
    if (bytes[open + 2] !== SPACE || bytes[open + 3] !== 114 || bytes[open + 4] !== EQUALS) return 0;
    if (bytes[open + 5] !== QUOTE) return 0;
    let at = open + 6;
    let byte = bytes[at]!;
    let column = 0;
    for (; byte >= 65 && byte <= 90; byte = bytes[++at]!) column = column * 26 + byte - 64;
    let row = 0;
    for (; byte >= 48 && byte <= 57; byte = bytes[++at]!) row = row * 10 + byte - 48;
    if (byte !== QUOTE || row < 1 || row > MAX_ROWS || column < 1 || column > MAX_COLUMNS) return 0;
    byte = bytes[++at]!;
    let style = 0;
    if (byte === SPACE && bytes[at + 1] === 115) {
      if (bytes[at + 2] !== EQUALS || bytes[at + 3] !== QUOTE) return 0;
      at += 4;
      for (byte = bytes[at]!; byte >= 48 && byte <= 57; byte = bytes[++at]!) style = style * 10 + byte - 48;
      if (byte !== QUOTE) return 0;
      byte = bytes[++at]!;
    }
    let isText = false;
    if (byte === SPACE) {
      if (bytes[at + 1] !== 116 || bytes[at + 2] !== EQUALS || bytes[at + 3] !== QUOTE) return 0;
      isText = bytes[at + 4] === 115;
      if (!isText && bytes[at + 4] !== 110) return 0;
      if (bytes[at + 5] !== QUOTE) return 0;
      byte = bytes[(at += 6)]!;
    }
    cell.row = row - 1;
    cell.column = column - 1;
    cell.style = style;
    if (byte === SLASH && bytes[at + 1] === GT) {
      cell.kind = 0;
      return at + 2;
    }
    if (byte !== GT || bytes[at + 1] !== LT || bytes[at + 2] !== 118 || bytes[at + 3] !== GT) return 0;
    cell.kind = isText ? TEXT : NUMBER;
    return readValue(bytes, at + 4, isText);
  }

  function readValue(bytes: Uint8Array, from: number, isText: boolean): number {
    let at = from;
    let byte = bytes[at]!;
    let value = 0;
    for (; byte >= 48 && byte <= 57; byte = bytes[++at]!) value = value * 10 + byte - 48;
    let digits = at - from;
    if (byte === 46) {
      const point = at;
      for (byte = bytes[++at]!; byte >= 48 && byte <= 57; byte = bytes[++at]!) value = value * 10 + byte - 48;
      const decimals = at - point - 1;
      digits += decimals;
      if (digits <= 15) value /= POWERS[decimals]!;
    }
    if (byte !== LT || digits === 0 || digits > 15) {
      at = bytes.indexOf(LT, at);
      if (at < 0 || isText) return 0;
      value = readNumber(bytes, from, at);
      if (!Number.isFinite(value)) return 0;
    } else if (isText && digits !== at - from) return 0;
    // </v></c>
    if (bytes[at + 1] !== SLASH || bytes[at + 2] !== 118 || bytes[at + 3] !== GT || bytes[at + 4] !== LT)
      return 0;
    if (bytes[at + 5] !== SLASH || bytes[at + 6] !== 99 || bytes[at + 7] !== GT) return 0;
    cell.value = value;
    return at + 8;
  }

  return cell;
}
