import type { ColumnType } from './types';
import { isExactDouble } from './types';

/** Why a column that looked like numbers or dates in the sample is kept as text. */
export type Doubt = 'leading-zero' | 'long-number' | 'other-form';

export interface ScanOptions {
  delimiter: string;
  quote: string;
  /** The types guessed from the sample, by column; the scan looks for values that would not survive them. */
  types: readonly ColumnType[];
}

export interface ScanResult {
  /** Records with at least one character, a header included. */
  records: number;
  /** Lines with nothing on them, outside quotes. */
  blank: number;
  /** Line ends by kind, outside quotes. */
  lineEnds: { lf: number; crlf: number; cr: number };
  longestRecord: number;
  openQuote: boolean;
  doubts: Map<number, { doubt: Doubt; example: string }>;
}

const LF = 10;
const CR = 13;
const MINUS = 45;
const ZERO = 48;
const NINE = 57;

/** What a byte is to the quick loop: nothing, the end of a field, the end of a record, or more than it can handle. */
const PLAIN = 0;
const FIELD = 1;
const RECORD = 2;
const SLOW = 3;

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
}

/**
 * Counts the records of a delimited text by itself, byte by byte, so that the receipt does not have to believe the reader
 * that loads them. Works on UTF-8 and any encoding that keeps ASCII bytes for ASCII. Fed in pieces; `safeEnd` is where the
 * file may be cut.
 */
export function createScan({ delimiter, quote, types }: ScanOptions) {
  const delim = new TextEncoder().encode(delimiter);
  const quoteByte = quote ? quote.charCodeAt(0) : -1;
  const kinds = new Uint8Array(256);
  kinds[delim[0]!] = delim.length === 1 ? FIELD : SLOW;
  kinds[LF] = RECORD;
  kinds[CR] = SLOW;
  if (quoteByte >= 0) kinds[quoteByte] = SLOW;
  // one more than the columns, so that fields past the last are looked up too: they are not watched
  const watched = Uint8Array.from([...types, 'VARCHAR'], (type) => (type === 'VARCHAR' ? 0 : 1));
  const isNumber = Uint8Array.from(types, (type) => Number(toWatch(type).number));
  const shortest = Uint8Array.from(types, (type) => toWatch(type).shortest);
  const longest = Uint8Array.from(types, (type) => toWatch(type).longest);
  const decoder = new TextDecoder();
  const doubts: ScanResult['doubts'] = new Map();

  const cursor: Cursor = {
    at: 0,
    fieldStart: 0,
    recordStart: 0,
    column: 0,
    records: 0,
    blank: 0,
    lf: 0,
    longest: 0,
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

  /** Looks closely at a field that is not as its column's type expects at a glance. */
  function check(bytes: Uint8Array, from: number, to: number): void {
    const { column } = cursor;
    if (watched[Math.min(column, types.length)] === 0 || (scan.header && cursor.records === 0)) return;
    if (bytes[from] === quoteByte && to - from >= 2) {
      from++;
      to--;
    }
    const doubt = from < to ? findDoubt(types[column]!, bytes, from, to, decoder) : undefined;
    if (!doubt) return;
    const example = decoder.decode(bytes.subarray(from, Math.min(to, from + 60)));
    doubts.set(column, { doubt, example });
    watched[column] = 0;
  }

  /** One byte that the quick loop could not handle. */
  function step(bytes: Uint8Array): void {
    const { at, fieldStart } = cursor;
    const byte = bytes[at]!;
    cursor.at++;
    if (byte === quoteByte) {
      // right after the quote that closed the field, it is a doubled one, and the field goes on
      if (at === fieldStart || base + at === closedAt) quoted = true;
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
    if (size === 0 && cursor.column === 0) cursor.blank++;
    else {
      cursor.records++;
      cursor.longest = Math.max(cursor.longest, size);
    }
    cursor.column = 0;
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
        if (quoted) {
          // inside quotes only the quote matters: a doubled one closes and opens again
          const close = bytes.indexOf(quoteByte, cursor.at);
          cursor.at = close < 0 ? bytes.length : close + 1;
          quoted = close < 0;
          if (!quoted) closedAt = base + cursor.at;
        } else if (!runPlain(bytes, cursor, kinds, watched, isNumber, shortest, longest)) step(bytes);
      }
      offset = base + bytes.length;
      cursor.recordStart += base;
      carry = cursor.fieldStart < bytes.length ? bytes.slice(cursor.fieldStart) : undefined;
    },

    /** The offset just after the last record that is complete. */
    safeEnd: () => cursor.recordStart,

    hasDoubts: () => doubts.size > 0,

    /** What a reader must know of the lines so far. */
    soFar: () => ({
      longest: cursor.longest,
      mixed: Number(cursor.lf > 0) + Number(crlf > 0) + Number(cr > 0) > 1,
    }),

    finish(): ScanResult {
      if (cursor.recordStart < offset) {
        if (carry) check(carry, 0, carry.length);
        endRecord(offset);
      }
      const { records, blank, lf, longest: longestRecord } = cursor;
      return { records, blank, lineEnds: { lf, crlf, cr }, longestRecord, openQuote: quoted, doubts };
    },
  };

  return scan;
}

/**
 * The quick loop: goes on as long as fields are as their columns' types expect and end plainly; false where it meets
 * anything else. It sees every byte of files of gigabytes, and is a function of its own with its state in locals because
 * that makes it four times as fast.
 */
function runPlain(
  bytes: Uint8Array,
  cursor: Cursor,
  kinds: Uint8Array,
  watched: Uint8Array,
  isNumber: Uint8Array,
  shortest: Uint8Array,
  longest: Uint8Array,
): boolean {
  const unwatched = watched.length - 1;
  const { length } = bytes;
  let { at, fieldStart, recordStart, column, records, lf, longest: longestRecord } = cursor;
  for (; at < length; at++) {
    const kind = kinds[bytes[at]!]!;
    if (kind === PLAIN) continue;
    if (kind === SLOW) break;
    const size = at - fieldStart;
    if (size > 0 && watched[column < unwatched ? column : unwatched] === 1) {
      if (size > longest[column]! || size < shortest[column]!) break;
      if (isNumber[column] === 1) {
        const first = bytes[fieldStart]!;
        if (first < ZERO || first > NINE || (first === ZERO && size > 1)) break;
      }
    }
    fieldStart = at + 1;
    if (kind === FIELD) column++;
    else {
      const recordSize = at - recordStart;
      if (recordSize === 0) break;
      records++;
      lf++;
      if (recordSize > longestRecord) longestRecord = recordSize;
      recordStart = fieldStart;
      column = 0;
    }
  }
  cursor.at = at;
  cursor.fieldStart = Math.min(fieldStart, at);
  cursor.recordStart = recordStart;
  cursor.column = column;
  cursor.records = records;
  cursor.lf = lf;
  cursor.longest = longestRecord;
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

/** What a field of a type looks like at a glance; any other is looked at closely. */
function toWatch(type: ColumnType): { number: boolean; shortest: number; longest: number } {
  switch (type) {
    case 'BIGINT':
    case 'DOUBLE':
      return { number: true, shortest: 1, longest: 15 };
    case 'DATE':
      return { number: false, shortest: 10, longest: 10 };
    case 'TIMESTAMP':
      return { number: false, shortest: 16, longest: 26 };
    case 'BOOLEAN':
      return { number: false, shortest: 4, longest: 5 };
    case 'VARCHAR':
      return { number: false, shortest: 0, longest: 255 };
  }
}

function findDoubt(
  type: ColumnType,
  bytes: Uint8Array,
  from: number,
  to: number,
  decoder: TextDecoder,
): Doubt | undefined {
  const { number, shortest, longest } = toWatch(type);
  if (!number) return to - from < shortest || to - from > longest ? 'other-form' : undefined;
  const digits = bytes[from] === MINUS ? from + 1 : from;
  const first = bytes[digits]!;
  if (first < ZERO || first > NINE) return 'other-form';
  const second = bytes[digits + 1]!;
  if (first === ZERO && to - digits > 1 && second >= ZERO && second <= NINE) return 'leading-zero';
  if (to - digits <= longest) return undefined;
  if (type === 'BIGINT') return 'long-number';
  return isExactDouble(decoder.decode(bytes.subarray(from, to))) ? undefined : 'long-number';
}
