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
const ZERO = 48;

/**
 * Counts the records of a delimited text by itself, byte by byte, so that the receipt does not have to believe the reader
 * that loads them. Works on UTF-8 and any encoding that keeps ASCII bytes for ASCII. Fed in pieces; `safeEnd` is where the
 * file may be cut.
 */
export function createScan({ delimiter, quote, types }: ScanOptions) {
  const delim = new TextEncoder().encode(delimiter);
  const delim0 = delim[0]!;
  const quoteByte = quote ? quote.charCodeAt(0) : -1;
  const special = new Uint8Array(256);
  for (const byte of [LF, CR, delim0, quoteByte]) if (byte >= 0) special[byte] = 1;
  const watched = Uint8Array.from(types, (type) => (type === 'VARCHAR' ? 0 : 1));
  const width = types.length;
  const decoder = new TextDecoder();
  const doubts: ScanResult['doubts'] = new Map();

  let records = 0;
  let blank = 0;
  let lf = 0;
  let crlf = 0;
  let cr = 0;
  let longest = 0;
  let offset = 0;
  let recordStart = 0;
  let quoted = false;
  let column = 0;
  let afterCr = false;
  // the bytes of an unfinished field at the end of the last piece
  let carry: Uint8Array | undefined;

  function endField(bytes: Uint8Array, from: number, to: number): void {
    if (column < width && watched[column] === 1 && (records > 0 || !scan.header)) {
      if (from < to) check(bytes, from, to);
    }
  }

  function check(bytes: Uint8Array, from: number, to: number): void {
    if (bytes[from] === quoteByte && to - from >= 2) {
      from++;
      to--;
      if (from === to) return;
    }
    const doubt = findDoubt(types[column]!, bytes, from, to, decoder);
    if (!doubt) return;
    const example = decoder.decode(bytes.subarray(from, Math.min(to, from + 60)));
    doubts.set(column, { doubt, example });
    watched[column] = 0;
  }

  function endRecord(end: number): void {
    const length = end - recordStart;
    if (length === 0 && column === 0) blank++;
    else {
      records++;
      if (length > longest) longest = length;
    }
    column = 0;
  }

  const scan = {
    /** Whether the first record is a header, whose fields are not values. */
    header: true,

    push(piece: Uint8Array): void {
      let bytes = piece;
      let at = 0;
      let fieldStart = 0;
      if (carry) {
        bytes = new Uint8Array(carry.length + piece.length);
        bytes.set(carry);
        bytes.set(piece, carry.length);
        at = carry.length;
      }
      const base = offset - at;
      const length = bytes.length;
      for (; at < length; at++) {
        const byte = bytes[at]!;
        if (quoted) {
          // inside quotes only the quote matters: a doubled one closes and opens again
          if (byte === quoteByte) quoted = false;
          continue;
        }
        if (special[byte] === 0) continue;
        if (byte === delim0 && matches(bytes, at, delim)) {
          endField(bytes, fieldStart, at);
          column++;
          at += delim.length - 1;
          fieldStart = at + 1;
          afterCr = false;
        } else if (byte === LF || byte === CR) {
          if (byte === LF && afterCr && fieldStart === at) {
            // the second half of a CRLF
            cr--;
            crlf++;
            afterCr = false;
          } else {
            if (byte === LF) lf++;
            else cr++;
            endField(bytes, fieldStart, at);
            endRecord(base + at);
            afterCr = byte === CR;
          }
          recordStart = base + at + 1;
          fieldStart = at + 1;
        } else {
          if (byte === quoteByte && (at === fieldStart || wasQuote(bytes, fieldStart, at))) quoted = true;
          afterCr = false;
        }
      }
      offset = base + length;
      carry = fieldStart < length ? bytes.slice(fieldStart) : undefined;
    },

    /** The offset just after the last record that is complete. */
    safeEnd: () => recordStart,

    hasDoubts: () => doubts.size > 0,

    /** What a reader must know of the lines so far. */
    soFar: () => ({ longest, mixed: Number(lf > 0) + Number(crlf > 0) + Number(cr > 0) > 1 }),

    finish(): ScanResult {
      const openQuote = quoted;
      if (recordStart < offset || column > 0) {
        if (carry) endField(carry, 0, carry.length);
        endRecord(offset);
      }
      return { records, blank, lineEnds: { lf, crlf, cr }, longestRecord: longest, openQuote, doubts };
    },
  };

  /** A quote right after the quote that closed this field is a doubled one: the field goes on. */
  function wasQuote(bytes: Uint8Array, fieldStart: number, at: number): boolean {
    return bytes[fieldStart] === quoteByte && at > fieldStart + 1 && bytes[at - 1] === quoteByte;
  }

  return scan;
}

function matches(bytes: Uint8Array, at: number, delim: Uint8Array): boolean {
  for (let i = 1; i < delim.length; i++) if (bytes[at + i] !== delim[i]) return false;
  return true;
}

function findDoubt(
  type: ColumnType,
  bytes: Uint8Array,
  from: number,
  to: number,
  decoder: TextDecoder,
): Doubt | undefined {
  const first = bytes[from]!;
  const length = to - from;
  switch (type) {
    case 'BIGINT':
    case 'DOUBLE': {
      const digits = first === 45 ? from + 1 : from;
      if (first !== 45 && (first < ZERO || first > 57)) return 'other-form';
      if (bytes[digits] === ZERO && to - digits > 1 && bytes[digits + 1]! >= ZERO && bytes[digits + 1]! <= 57)
        return 'leading-zero';
      if (to - digits <= 15) return undefined;
      if (type === 'BIGINT') return 'long-number';
      return isExactDouble(decoder.decode(bytes.subarray(from, to))) ? undefined : 'long-number';
    }
    case 'DATE':
      return length === 10 ? undefined : 'other-form';
    case 'TIMESTAMP':
      return length >= 16 && length <= 26 ? undefined : 'other-form';
    case 'BOOLEAN':
      return length === 4 || length === 5 ? undefined : 'other-form';
    case 'VARCHAR':
      return undefined;
  }
}
