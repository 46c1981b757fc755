import { toFamily, type Column, type Value } from './column';

/** A cell never shows more than this, however long its text: ten million characters in one cell must not stop the page. */
const LONGEST = 300;
const MOST_DIGITS = 6;

export interface Words {
  missing: string;
  yes: string;
  no: string;
}

export interface FormatOptions {
  locale: string;
  words: Words;
  /** Fraction digits of a FLOAT or DOUBLE column; other types know their own. */
  digits?: number;
}

export interface CellText {
  text: string;
  kind: 'plain' | 'missing' | 'empty';
}

/** What a person reads in a cell: short, in their language, never what is copied. */
export function toCellText(
  value: Value,
  { type }: Column,
  { locale, words, digits }: FormatOptions,
): CellText {
  if (value === null) return { text: words.missing, kind: 'missing' };
  if (value === '') return { text: '""', kind: 'empty' };
  if (typeof value === 'boolean') return plain(value ? words.yes : words.no);
  if (typeof value === 'object') return plain(toShortJson(value));
  if (toFamily(type) === 'number') return plain(toNumberText(value, type, { locale, digits }));
  return plain(cut(String(value)));
}

/** The value itself as text, with every digit, for a clipboard or a file. */
export function toRawText(value: Value, { type }: Column): string {
  if (value === null) return '';
  if (typeof value === 'object') return JSON.stringify(value);
  if (typeof value === 'number' && type === 'FLOAT') return String(toShortFloat(value));
  return String(value);
}

/** `12,480.50`; digits that come as text, because a double cannot hold them, keep every one. */
export function toNumberText(
  value: number | string,
  type: string,
  { locale, digits = MOST_DIGITS }: { locale: string; digits?: number },
): string {
  const scale = maybeScale(type) ?? digits;
  const text =
    typeof value === 'number' ? toFixedText(value, scale) : padFraction(value, maybeScale(type) ?? 0);
  return /^-?\d+(\.\d+)?$/.test(text) ? groupDigits(text, locale) : cut(text);
}

/** How many fraction digits a number needs, at most six: a column of doubles is aligned to the greatest. */
export function countDigits(value: Value, type: string): number {
  if (typeof value !== 'number' || Number.isInteger(value) || !Number.isFinite(value)) return 0;
  const text = String(type === 'FLOAT' ? toShortFloat(value) : value);
  const exponent = text.indexOf('e');
  const mantissa = exponent < 0 ? text : text.slice(0, exponent);
  const point = mantissa.indexOf('.');
  const fraction = point < 0 ? 0 : mantissa.length - point - 1;
  const shift = exponent < 0 ? 0 : Number(text.slice(exponent + 1));
  const needed = Math.max(0, fraction - shift);
  if (needed <= MOST_DIGITS) return needed;
  // what a sum of doubles has too much is no digit of it: 0.1 + 0.2 needs one
  const zeros = /\.\d*?(0*)$/.exec(value.toFixed(MOST_DIGITS))?.[1]?.length ?? 0;
  return zeros === MOST_DIGITS ? MOST_DIGITS : MOST_DIGITS - zeros;
}

/** Whether a column's fraction digits depend on the values seen. */
export function hasOpenDigits(type: string): boolean {
  return type === 'FLOAT' || type === 'DOUBLE';
}

function plain(text: string): CellText {
  return { text, kind: 'plain' };
}

function cut(text: string): string {
  if (text.length <= LONGEST) return text;
  const splitsPair = (text.charCodeAt(LONGEST - 1) & 0xfc00) === 0xd800;
  return `${text.slice(0, splitsPair ? LONGEST - 1 : LONGEST)}…`;
}

function maybeScale(type: string): number | undefined {
  const decimal = /^DECIMAL(?:\(\d+,\s*(\d+)\))?/.exec(type);
  if (decimal) return Number(decimal[1] ?? 3);
  return hasOpenDigits(type) ? undefined : 0;
}

function toFixedText(value: number, digits: number): string {
  if (!Number.isFinite(value) || Math.abs(value) >= 1e21) return String(value);
  const text = value.toFixed(Number.isInteger(value) ? digits : Math.max(digits, 0));
  const isLost = value !== 0 && !/[1-9]/.test(text);
  return isLost ? String(value) : text;
}

function padFraction(text: string, digits: number): string {
  const point = text.indexOf('.');
  const missing = digits - (point < 0 ? 0 : text.length - point - 1);
  if (missing <= 0 || !/^-?\d+(\.\d*)?$/.test(text)) return text;
  return `${text}${point < 0 ? '.' : ''}${'0'.repeat(missing)}`;
}

/** A whole number of four digits may be a year, and is left alone. */
function groupDigits(text: string, locale: string): string {
  const { group, decimal } = findSeparators(locale);
  const sign = text.startsWith('-') ? '-' : '';
  const [whole = '', fraction] = text.slice(sign.length).split('.');
  const isGrouped = whole.length > (fraction === undefined ? 4 : 3);
  const grouped = isGrouped ? whole.replace(/\B(?=(\d{3})+$)/g, group) : whole;
  return sign + grouped + (fraction === undefined ? '' : decimal + fraction);
}

const separators = new Map<string, { group: string; decimal: string }>();

function findSeparators(locale: string): { group: string; decimal: string } {
  const known = separators.get(locale);
  if (known) return known;
  const parts = new Intl.NumberFormat(locale).formatToParts(1234567.5);
  const find = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  const found = { group: find('group'), decimal: find('decimal') };
  separators.set(locale, found);
  return found;
}

/** A FLOAT holds 0.1 as 0.10000000149011612; people wrote, and want, the shortest text that reads back the same. */
function toShortFloat(value: number): number {
  for (let precision = 6; precision < 9; precision++) {
    const short = Number(value.toPrecision(precision));
    if (Math.fround(short) === Math.fround(value)) return short;
  }
  return value;
}

/** JSON that stops as soon as it is longer than a cell shows, so that a huge value costs no more than a small one. */
function toShortJson(value: Value): string {
  let text = '';
  const write = (part: Value): void => {
    if (text.length > LONGEST) return;
    if (typeof part === 'string') text += JSON.stringify(cut(part));
    else if (part === null || typeof part !== 'object') text += String(part);
    else if (Array.isArray(part)) writeAll('[', part, ']', write);
    else {
      writeAll('{', Object.keys(part), '}', (field) => {
        text += `${JSON.stringify(cut(field))}:`;
        write(part[field] ?? null);
      });
    }
  };
  const writeAll = <T>(
    open: string,
    parts: readonly T[],
    close: string,
    writePart: (part: T) => void,
  ): void => {
    text += open;
    for (let i = 0; i < parts.length && text.length <= LONGEST; i++) {
      if (i > 0) text += ',';
      writePart(parts[i]!);
    }
    text += close;
  };
  write(value);
  return cut(text);
}
