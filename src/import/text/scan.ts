import { BLANK, DIGIT, FREE, isPlainForm, toForm, toMarks } from './form';
import type { ColumnType } from '../columns/types';
import { toLineEnd } from '../receipt';
import { fitsType } from '../columns/types';

/** Why a column that looked like numbers or dates in the sample is kept as text. */
export type Doubt = 'leading-zero' | 'long-number' | 'other-form';

export interface ScanOptions {
  delimiter: string;
  quote: string;
  /** The types guessed from the sample, by column; the scan looks for values that would not survive them. */
  types: readonly ColumnType[];
  /** Columns without a value in the sample. */
  blank?: ReadonlySet<number>;
}

export interface ScanResult {
  /** Records with at least one character, a header included. */
  records: number;
  /** Lines with nothing on them, outside quotes. */
  blank: number;
  /** Line ends by kind, outside quotes. */
  lineEnds: { lf: number; crlf: number; cr: number };
  longestRecord: number;
  /**
   * Records with more or fewer fields than the columns, quotes within a field that has none around it, text after a quote
   * that closed, a quote that is never closed: more than a strict reader takes.
   */
  irregular: number;
  openQuote: boolean;
  /** The types that every value fits: those guessed, or wider ones. */
  types: ColumnType[];
  /** Why columns became text. */
  doubts: Map<number, { doubt: Doubt; example: string }>;
}

const LF = 10;
const CR = 13;

/**
 * What a byte is to the quick loop: below `FIELD`, its mark within a value; else the end of a field, the end of a record, or
 * more than the loop can handle.
 */
const FIELD = 32;
const RECORD = 64;
const SLOW = 128;
/** The marks of a field of which not every byte was seen: it has no plain form. */
const UNSEEN = 31;

/** Where the scan is, within the piece at hand. */
interface Cursor {
  at: number;
  fieldStart: number;
  recordStart: number;
  column: number;
  records: number;
  blank: number;
  lf: number;
  longest: number;
  /** Whether a value of this record speaks against its column's type. */
  doubtful: boolean;
}

/**
 * Counts the records of a delimited text by itself, byte by byte, so that the receipt does not have to believe the reader
 * that loads them. Works on UTF-8 and any encoding that keeps ASCII bytes for ASCII. Fed in pieces; `safeEnd` is where the
 * file may be cut.
 */
export function createScan({ delimiter, quote, types, blank }: ScanOptions) {
  const delim = new TextEncoder().encode(delimiter);
  const quoteByte = quote ? quote.charCodeAt(0) : -1;
  const marks = toMarks();
  const kinds = marks.slice();
  kinds[delim[0]!] = delim.length === 1 ? FIELD : SLOW;
  kinds[LF] = RECORD;
  kinds[CR] = SLOW;
  if (quoteByte >= 0) kinds[quoteByte] = SLOW;
  // one more than the columns, so that fields past the last are looked up too
  const forms = Uint8Array.from([...types, 'VARCHAR'] as ColumnType[], toForm);
  for (const column of blank ?? []) forms[column] = BLANK;
  const decoder = new TextDecoder();
  const doubts: ScanResult['doubts'] = new Map();
  // of the record at hand: one that is too short or too long is rejected, and has no say
  let pending: { column: number; type: ColumnType; value: string }[] = [];
  const proven = [...types];
  let isWidened = false;

  const cursor: Cursor = {
    at: 0,
    fieldStart: 0,
    recordStart: 0,
    column: 0,
    records: 0,
    blank: 0,
    lf: 0,
    longest: 0,
    doubtful: false,
  };
  let crlf = 0;
  let cr = 0;
  let base = 0;
  let offset = 0;
  let quoted = false;
  // the offset just after the last quote that closed
  let closedAt = -1;
  // the last piece ended with CR, so that LF at the start of the next is its second half
  let halfEnd = false;
  // bytes at the end of the last piece that may begin a delimiter of several bytes
  let again = 0;
  // the bytes of an unfinished field at the end of the last piece
  let carry: Uint8Array | undefined;
  let irregular = 0;
  // a quote just closed, so the field should end here
  let mustEnd = false;

  /** Looks closely at a field that has not the plain form of its column's type at a glance. */
  function check(bytes: Uint8Array, from: number, to: number): void {
    const form = forms[Math.min(cursor.column, types.length)]!;
    if (form === FREE || (scan.header && cursor.records === 0)) return;
    if (bytes[from] === quoteByte && to - from >= 2) {
      from++;
      to--;
    }
    if (from === to) return;
    let all = DIGIT;
    for (let at = from; at < to; at++) all |= marks[bytes[at]!]!;
    if (isPlainForm(form, bytes, from, to, all)) return;
    const value = decoder.decode(bytes.subarray(from, to));
    const type = proven[cursor.column]!;
    if (form !== BLANK && fitsType(value, type)) return;
    // a long whole number is an identifier, not a price
    const wider =
      type === 'BIGINT' && /\D/.test(value.slice(1)) && fitsType(value, 'DOUBLE') ? 'DOUBLE' : 'VARCHAR';
    pending.push({ column: cursor.column, type: wider, value });
    cursor.doubtful = true;
  }

  /** One byte that the quick loop could not handle. */
  function step(bytes: Uint8Array): void {
    const { at, fieldStart } = cursor;
    const byte = bytes[at]!;
    cursor.at++;
    if (byte === quoteByte) {
      // right after the quote that closed the field, it is a doubled one, and the field goes on
      if (at === fieldStart || base + at === closedAt) quoted = true;
      else irregular++;
    } else if (byte === delim[0] && at + delim.length > bytes.length) {
      again = bytes.length - at;
      cursor.at = bytes.length;
    } else if (byte === delim[0] && matches(bytes, at, delim)) {
      check(bytes, fieldStart, at);
      cursor.column++;
      cursor.at = cursor.fieldStart = at + delim.length;
    } else if (byte === LF || byte === CR) {
      check(bytes, fieldStart, at);
      endRecord(at);
      if (byte === LF) cursor.lf++;
      else if (bytes[at + 1] === LF) {
        crlf++;
        cursor.at++;
      } else {
        cr++;
        halfEnd = at + 1 === bytes.length;
      }
      cursor.recordStart = cursor.fieldStart = cursor.at;
    }
  }

  function endRecord(end: number): void {
    const size = end - cursor.recordStart;
    if (cursor.doubtful) {
      if (cursor.column + 1 === types.length) keepPending();
      pending = [];
      cursor.doubtful = false;
    }
    if (size === 0 && cursor.column === 0) cursor.blank++;
    else {
      if (cursor.column + 1 !== types.length) irregular++;
      cursor.records++;
      cursor.longest = Math.max(cursor.longest, size);
    }
    cursor.column = 0;
  }

  function keepPending(): void {
    for (const { column, type, value } of pending) {
      const doubt = toDoubt(value, proven[column]!);
      if (type === 'VARCHAR') doubts.set(column, { doubt, example: value.slice(0, 60) });
      proven[column] = type;
      forms[column] = toForm(type);
      isWidened = true;
    }
  }

  const scan = {
    /** Whether the first record is a header, whose fields are not values. */
    header: true,

    push(piece: Uint8Array): void {
      const bytes = carry ? joinBytes(carry, piece) : piece;
      base = offset - (carry?.length ?? 0);
      cursor.at = (carry?.length ?? 0) - again;
      again = 0;
      cursor.fieldStart = 0;
      cursor.recordStart -= base;
      if (halfEnd && bytes[0] === LF) {
        cr--;
        crlf++;
        cursor.at = cursor.fieldStart = cursor.recordStart = 1;
      }
      halfEnd = false;
      while (cursor.at < bytes.length) {
        if (mustEnd) {
          mustEnd = false;
          const next = bytes[cursor.at]!;
          if (next !== quoteByte && next !== delim[0] && next !== LF && next !== CR) irregular++;
        }
        if (quoted) {
          // inside quotes only the quote matters: a doubled one closes and opens again
          const close = bytes.indexOf(quoteByte, cursor.at);
          cursor.at = close < 0 ? bytes.length : close + 1;
          quoted = close < 0;
          if (!quoted) {
            closedAt = base + cursor.at;
            mustEnd = true;
          }
        } else if (!runPlain(bytes, cursor, kinds, forms)) step(bytes);
      }
      offset = base + bytes.length;
      cursor.recordStart += base;
      carry = cursor.fieldStart < bytes.length ? bytes.slice(cursor.fieldStart) : undefined;
    },

    /** The offset just after the last record that is complete. */
    safeEnd: () => cursor.recordStart,

    /** Whether a strict reader can still take the text with the types that were guessed. */
    holds: () => !isWidened && irregular === 0,

    /** What a reader must know of the lines so far. */
    soFar: () => ({
      longest: cursor.longest,
      lineEnd: toLineEnd({ lf: cursor.lf, crlf, cr }),
    }),

    finish(): ScanResult {
      if (cursor.recordStart < offset) {
        if (carry) check(carry, 0, carry.length);
        endRecord(offset);
      }
      const { records, blank, lf, longest: longestRecord } = cursor;
      return {
        records,
        blank,
        lineEnds: { lf, crlf, cr },
        longestRecord,
        irregular: irregular + Number(quoted),
        openQuote: quoted,
        types: proven,
        doubts,
      };
    },
  };

  return scan;
}

/**
 * The quick loop: goes on as long as fields are as their columns' types expect and end plainly; false where it meets
 * anything else. It sees every byte of files of gigabytes, and is a function of its own with its state in locals because
 * that makes it four times as fast.
 */
function runPlain(bytes: Uint8Array, cursor: Cursor, kinds: Uint8Array, forms: Uint8Array): boolean {
  const past = forms.length - 1;
  const { length } = bytes;
  const { doubtful } = cursor;
  let { at, fieldStart, recordStart, column, records, lf, longest } = cursor;
  let marks = at > fieldStart ? UNSEEN : DIGIT;
  for (; at < length; at++) {
    const kind = kinds[bytes[at]!]!;
    if (kind < FIELD) {
      marks |= kind;
      continue;
    }
    if (kind === SLOW) break;
    if (at > fieldStart) {
      const form = forms[column < past ? column : past]!;
      if (form !== FREE && !isPlainForm(form, bytes, fieldStart, at, marks)) break;
    }
    if (kind === FIELD) column++;
    else {
      const size = at - recordStart;
      if (size === 0 || doubtful || column + 1 !== past) break;
      records++;
      lf++;
      if (size > longest) longest = size;
      recordStart = at + 1;
      column = 0;
    }
    fieldStart = at + 1;
    marks = DIGIT;
  }
  cursor.at = at;
  cursor.fieldStart = fieldStart;
  cursor.recordStart = recordStart;
  cursor.column = column;
  cursor.records = records;
  cursor.lf = lf;
  cursor.longest = longest;
  return at >= length;
}

function joinBytes(first: Uint8Array, second: Uint8Array): Uint8Array {
  const joined = new Uint8Array(first.length + second.length);
  joined.set(first);
  joined.set(second, first.length);
  return joined;
}

function matches(bytes: Uint8Array, at: number, delim: Uint8Array): boolean {
  for (let i = 1; i < delim.length; i++) if (bytes[at + i] !== delim[i]) return false;
  return true;
}

function toDoubt(value: string, type: ColumnType): Doubt {
  if (type !== 'BIGINT' && type !== 'DOUBLE') return 'other-form';
  if (/^-?0\d+(\.\d+)?$/.test(value)) return 'leading-zero';
  return /^-?\d+(\.\d+)?$/.test(value) && value.replace(/\D/g, '').length > 15 ? 'long-number' : 'other-form';
}
