/** What a JSON text is made of, in the order in which it stands there. Offsets are into `bytes`, which is lent. */
export interface JsonHandler {
  beginObject(): void;
  endObject(): void;
  beginArray(): void;
  endArray(): void;
  /** Without the quotes; `escaped` where there is a backslash in it. */
  key(bytes: Uint8Array, from: number, to: number, escaped: boolean): void;
  string(bytes: Uint8Array, from: number, to: number, escaped: boolean): void;
  /** `whole` where it has neither a fraction nor an exponent. */
  number(bytes: Uint8Array, from: number, to: number, whole: boolean): void;
  literal(value: boolean | null): void;
}

/** Where a text stops being JSON, and the signs that could have stood there. */
export interface JsonFault {
  offset: number;
  expected: string;
  /** Nothing stands there: the text has ended. */
  atEnd: boolean;
}

export const isFault = (error: unknown): error is JsonFault =>
  typeof error === 'object' && error !== null && 'offset' in error && 'expected' in error;

/** What may come next. */
type Next = 'top' | 'value' | 'first-item' | 'key' | 'first-key' | 'colon' | 'after-item' | 'after-member';

const ANY_VALUE = '{ [ " 0–9 - true false null';
const EXPECTED: Record<Next, string> = {
  top: ANY_VALUE,
  value: ANY_VALUE,
  'first-item': `${ANY_VALUE} ]`,
  key: '"',
  'first-key': '" }',
  colon: ':',
  'after-item': ', ]',
  'after-member': ', }',
};
export const END = 'EOF';

const OBJECT = 1;
const ARRAY = 2;
const SCALAR = 3;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const MINUS = 0x2d;
const WORDS = [
  ['true', true],
  ['false', false],
  ['null', null],
] as const;

/**
 * Takes a JSON text apart, strictly by RFC 8259, in pieces, without recursion. Several values may follow one another: objects
 * as they are, anything else on a line of its own.
 */
export function createTokenizer(handler: JsonHandler) {
  let containers = new Uint8Array(64);
  let depth = 0;
  let next: Next = 'top';
  /** The kind of the last value at the top, and whether a line has ended since. */
  let lastTop = 0;
  let newLine = false;
  let base = 0;
  let pending: Uint8Array[] = [];
  let pendingSize = 0;
  let carried = 0;
  let started = false;

  function open(kind: number): void {
    if (depth === containers.length) {
      const grown = new Uint8Array(depth * 2);
      grown.set(containers);
      containers = grown;
    }
    containers[depth++] = kind;
    next = kind === OBJECT ? 'first-key' : 'first-item';
    if (kind === OBJECT) handler.beginObject();
    else handler.beginArray();
  }

  function close(kind: number): void {
    depth--;
    if (kind === OBJECT) handler.endObject();
    else handler.endArray();
    endValue(kind);
  }

  function endValue(kind: number): void {
    if (depth > 0) next = containers[depth - 1] === OBJECT ? 'after-member' : 'after-item';
    else {
      next = 'top';
      lastTop = kind;
      newLine = false;
    }
  }

  function fail(offset: number, expected: string, atEnd = false): never {
    const fault: JsonFault = { offset: base + offset, expected, atEnd };
    throw fault;
  }

  /** Reads the tokens of `bytes`; gives the offset of one that may go on after them. */
  function read(bytes: Uint8Array, last: boolean): number {
    const end = bytes.length;
    let at = 0;
    while (at < end) {
      const byte = bytes[at]!;
      if (byte === 0x20 || byte === 0x09) at++;
      else if (byte === 0x0a || byte === 0x0d) {
        newLine = true;
        at++;
      } else if (next === 'colon') {
        if (byte !== 0x3a) fail(at, ':');
        next = 'value';
        at++;
      } else if (next === 'after-member' || next === 'after-item') {
        const isMember = next === 'after-member';
        if (byte === 0x2c) next = isMember ? 'key' : 'value';
        else if (byte === (isMember ? 0x7d : 0x5d)) close(isMember ? OBJECT : ARRAY);
        else fail(at, EXPECTED[next]);
        at++;
      } else if (byte === QUOTE) {
        const isKey = next === 'key' || next === 'first-key';
        if (next === 'top') checkTop(at, SCALAR);
        const close = findStringEnd(bytes, at, last);
        if (close < 0) return at;
        if (isKey) {
          next = 'colon';
          handler.key(bytes, at + 1, close, hasEscape);
        } else {
          handler.string(bytes, at + 1, close, hasEscape);
          endValue(SCALAR);
        }
        at = close + 1;
      } else if (next === 'key' || next === 'first-key') {
        if (byte !== 0x7d || next === 'key') fail(at, EXPECTED[next]);
        close(OBJECT);
        at++;
      } else if (byte === 0x7b || byte === 0x5b) {
        const kind = byte === 0x7b ? OBJECT : ARRAY;
        if (next === 'top') checkTop(at, kind);
        open(kind);
        at++;
      } else if (byte === 0x5d && next === 'first-item') {
        close(ARRAY);
        at++;
      } else {
        const to = readScalar(bytes, at, last);
        if (to < 0) return at;
        at = to;
      }
    }
    return end;
  }

  function checkTop(at: number, kind: number): void {
    if (lastTop === 0 || newLine || (lastTop === OBJECT && kind === OBJECT)) return;
    fail(at, lastTop === OBJECT ? `{ ${END}` : END);
  }

  let hasEscape = false;

  /** The offset of the quote that closes the string, or less than nothing where it is not here yet. */
  function findStringEnd(bytes: Uint8Array, start: number, last: boolean): number {
    const end = bytes.length;
    hasEscape = false;
    for (let at = start + 1; at < end; at++) {
      const byte = bytes[at]!;
      if (byte === QUOTE) return at;
      if (byte < 0x20) fail(at, `\\u${byte.toString(16).padStart(4, '0')}`);
      if (byte !== BACKSLASH) continue;
      hasEscape = true;
      at++;
      if (bytes[at] === 0x75) {
        for (let digits = 0; digits < 4; digits++) {
          at++;
          if (at < end && !isHex(bytes[at]!)) fail(at, '0–9 A–F');
        }
      } else if (at < end && !ESCAPES.includes(bytes[at]!)) fail(at, '" \\ / b f n r t u');
    }
    return last ? fail(end, '"', true) : -1;
  }

  function readScalar(bytes: Uint8Array, at: number, last: boolean): number {
    const byte = bytes[at]!;
    if (byte === MINUS || isDigit(byte)) {
      const to = findNumberEnd(bytes, at, last);
      if (to < 0) return -1;
      if (next === 'top') checkTop(at, SCALAR);
      handler.number(bytes, at, to, isWhole);
      endValue(SCALAR);
      return to;
    }
    for (const [word, value] of WORDS) {
      if (word.charCodeAt(0) !== byte) continue;
      for (let k = 1; k < word.length; k++) {
        if (at + k === bytes.length && !last) return -1;
        if (bytes[at + k] !== word.charCodeAt(k)) fail(at + k, word, at + k >= bytes.length);
      }
      if (next === 'top') checkTop(at, SCALAR);
      handler.literal(value);
      endValue(SCALAR);
      return at + word.length;
    }
    return fail(at, next === 'top' && lastTop !== 0 ? END : EXPECTED[next]);
  }

  let isWhole = true;

  function findNumberEnd(bytes: Uint8Array, start: number, last: boolean): number {
    const end = bytes.length;
    let at = bytes[start] === MINUS ? start + 1 : start;
    isWhole = true;
    const digits = (): void => {
      if (at < end && !isDigit(bytes[at]!)) fail(at, '0–9');
      if (at >= end && last) fail(at, '0–9', true);
      while (at < end && isDigit(bytes[at]!)) at++;
    };
    const isZero = bytes[at] === 0x30;
    if (isZero) at++;
    else digits();
    if (bytes[at] === 0x2e) {
      isWhole = false;
      at++;
      digits();
    }
    if (at < end && (bytes[at]! | 0x20) === 0x65) {
      isWhole = false;
      at++;
      if (bytes[at] === 0x2b || bytes[at] === MINUS) at++;
      digits();
    }
    if (at >= end && !last) return -1;
    if (isZero && isWhole && at < end && isDigit(bytes[at]!)) fail(at, '. , e');
    return at;
  }

  return {
    /** Takes the next piece, which may end anywhere. */
    push(piece: Uint8Array, last = false): void {
      pending.push(piece);
      pendingSize += piece.length;
      // a long token is looked at again only when twice as much of it is there
      if (!last && carried > 0 && pendingSize < carried * 2) return;
      let bytes = pending.length === 1 ? pending[0]! : join(pending, pendingSize);
      if (!started && (bytes.length >= 3 || last)) {
        started = true;
        if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
          bytes = bytes.subarray(3);
          base += 3;
        }
      }
      const to = started ? read(bytes, last) : 0;
      base += to;
      const rest = bytes.subarray(to);
      carried = rest.length;
      pending = carried > 0 ? [rest] : [];
      pendingSize = carried;
      if (last && (depth > 0 || lastTop === 0)) fail(0, EXPECTED[next], true);
    },
  };
}

const ESCAPES = [...'"\\/bfnrt'].map((char) => char.charCodeAt(0));

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}

function isHex(byte: number): boolean {
  return isDigit(byte) || ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x66);
}

function join(pieces: readonly Uint8Array[], size: number): Uint8Array {
  const joined = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    joined.set(piece, at);
    at += piece.length;
  }
  return joined;
}
