import { toColumnLetters } from '../../import/excel/address';
import type { Out, Places } from '../formats/out';
import { createOut, createPlaces, ensure, writeDouble, writeText, writeWhole } from '../formats/out';
import type { Strings } from './strings';
import type { Styles, Style } from './styles';
import { hasSpaces, toAscii, writeBytes, writeEscaped } from './xml';

type Bytes = Uint8Array<ArrayBuffer>;

/** What a cell may hold, in characters as Excel counts them: code units of UTF-16. */
export const LONGEST_TEXT = 32_767;

/** A cell's markup without address and value, and all that is the same in its column. */
interface Markup {
  number: Bytes;
  shared: Bytes;
  inline: Bytes;
  kept: Bytes;
  flag: Bytes;
  formula: Bytes;
}

/** In points: of a line, and the most that a row may have. */
const LINE = 15;
const HIGHEST_ROW = 409;
const OPEN_ROW = toAscii('<row r="');
const END_TAG = toAscii('">');
const CLOSE_ROW = toAscii('</row>');
/** And some that `writeWhole` wants room for. */
const ROW_DIGITS = 32;
const END = toAscii('</v></c>');
const END_INLINE = toAscii('</t></is></c>');
const END_FORMULA = toAscii('</f>');
/** The longest markup of a cell. */
const CELL_BYTES = 128;

/** Writes the cells of one sheet after another, row by row. It is one for all, so that what the browser has learnt of it stays true. */
export function createPen(out: Out, styles: Styles, strings: Strings) {
  const heads: Bytes[] = [];
  const markups: Markup[] = [];
  let places: Places[] = [];
  /** The digits of the row's number. */
  const digits = createOut(ROW_DIGITS);
  let row = 0;

  const toMarkup = (style: number): Markup => {
    const known = markups[style];
    if (known) return known;
    const rest = (type: string, inner: string) =>
      toAscii(`"${style > 0 ? ` s="${style}"` : ''}${type && ` t="${type}"`}>${inner}`);
    const markup = {
      number: rest('', '<v>'),
      shared: rest('s', '<v>'),
      inline: rest('inlineStr', '<is><t>'),
      kept: rest('inlineStr', '<is><t xml:space="preserve">'),
      flag: rest('b', '<v>'),
      formula: rest('', '<f>'),
    };
    markups[style] = markup;
    return markup;
  };
  const begin = (column: number, markup: Bytes) => {
    ensure(out, CELL_BYTES);
    writeBytes(out, (heads[column] ??= toAscii(`<c r="${toColumnLetters(column)}`)));
    writeRow();
    writeBytes(out, markup);
  };
  const writeRow = () => {
    for (let k = 0; k < digits.at; k++) out.bytes[out.at++] = digits.bytes[k]!;
  };

  return {
    /** Begins a sheet. */
    start(): void {
      places = [];
    },
    row: () => row,
    toStyle: (style: Style) => styles.toNumber(style),
    /** Begins a row by its number, counted from 1; some programs do not find out its height by themselves. */
    open(number: number, lines = 1): void {
      row = number;
      digits.at = 0;
      writeWhole(digits, number);
      ensure(out, CELL_BYTES);
      writeBytes(out, OPEN_ROW);
      writeRow();
      if (lines > 1) writeText(out, `" ht="${Math.min(HIGHEST_ROW, LINE * lines)}`);
      ensure(out, CELL_BYTES);
      writeBytes(out, END_TAG);
    },
    close(): void {
      ensure(out, CELL_BYTES);
      writeBytes(out, CLOSE_ROW);
    },
    number(column: number, style: number, value: number): void {
      begin(column, toMarkup(style).number);
      // Excel has one zero
      writeDouble(out, value === 0 ? 0 : value, (places[column] ??= createPlaces()));
      writeBytes(out, END);
    },
    /** A number whose digits the caller writes, before `end`. */
    begin: (column: number, style: number) => begin(column, toMarkup(style).number),
    end: () => writeBytes(out, END),
    flag(column: number, style: number, value: boolean): void {
      begin(column, toMarkup(style).flag);
      out.bytes[out.at++] = value ? 49 : 48;
      writeBytes(out, END);
    },
    /** A text in UTF-8, which may be shared with others of the same. Says whether it is the first of these. */
    text(
      column: number,
      style: number,
      bytes: Uint8Array,
      from: number,
      to: number,
      isShared: boolean,
    ): boolean {
      const before = strings.count();
      const text = isShared ? strings.find(bytes, from, to) : -1;
      const markup = toMarkup(style);
      if (text >= 0) {
        begin(column, markup.shared);
        writeWhole(out, text);
        writeBytes(out, END);
        return strings.count() > before;
      }
      begin(column, hasSpaces(bytes, from, to) ? markup.kept : markup.inline);
      writeEscaped(out, bytes, from, to);
      writeBytes(out, END_INLINE);
      return false;
    },
    /** With what it comes to, where that is known. */
    formula(column: number, style: number, formula: string, value?: number): void {
      begin(column, toMarkup(style).formula);
      const bytes = toAscii(formula);
      writeEscaped(out, bytes, 0, bytes.length);
      writeBytes(out, END_FORMULA);
      if (value !== undefined) {
        writeText(out, `<v>${value}</v>`);
      }
      writeText(out, '</c>');
    },
  };
}

export type Pen = ReturnType<typeof createPen>;

/** Where a text must end, so that Excel takes it; its own end where it does. */
export function findTextEnd(bytes: Uint8Array, from: number, to: number): number {
  if (to - from <= LONGEST_TEXT) return to;
  let units = 0;
  for (let k = from; k < to; k++) {
    const byte = bytes[k]!;
    if ((byte & 0xc0) === 0x80) continue;
    units += byte >= 0xf0 ? 2 : 1;
    if (units > LONGEST_TEXT) return k;
  }
  return to;
}
