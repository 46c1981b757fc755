import { decodeEntities, decodeEscapes } from '../xml';
import {
  BANG,
  CDATA_CLOSE_BYTES,
  CDATA_OPEN_BYTES,
  COLON,
  GT,
  isCdata,
  LT,
  QUESTION,
  skipDeclaration,
  skipTag,
  SLASH,
  SPACE,
} from './bytes';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const encoder = new TextEncoder();

/** What a text of a workbook is made of, read from bytes; the text itself is left in `bytes`, from `from` to `to`. */
export interface TextReader {
  bytes: Uint8Array;
  from: number;
  to: number;
  /**
   * Reads the content of `<si>` or `<is>` from behind the tag: runs joined, phonetic guides left out. Gives the offset
   * behind its end; -1 where it has none.
   */
  readItem(bytes: Uint8Array, at: number): number;
  /** Reads character data up to the next tag, and gives the offset of that tag; -1 where there is none. */
  readData(bytes: Uint8Array, at: number): number;
}

export function createTextReader(): TextReader {
  const reader: TextReader = { bytes: new Uint8Array(0), from: 0, to: 0, readItem, readData };

  function readItem(bytes: Uint8Array, from: number): number {
    let runs = 0;
    let joined = '';
    let isPhonetic = false;
    for (let at = from; ;) {
      at = bytes.indexOf(LT, at);
      if (at < 0 || at + 1 >= bytes.length) return -1;
      const first = bytes[at + 1]!;
      if (first === BANG || first === QUESTION) {
        at = skipDeclaration(bytes, at);
        if (at < 0) return -1;
        continue;
      }
      const nameAt = first === SLASH ? at + 2 : at + 1;
      const end = skipTag(bytes, nameAt);
      if (end < 0) return -1;
      const local = findLocalName(bytes, nameAt);
      const isText = bytes[local] === 116 && isNameEnd(bytes[local + 1]!);
      if (first === SLASH) {
        // si, is
        if (isItemName(bytes, local)) {
          if (runs === 0) reader.from = reader.to = 0;
          else if (runs > 1) setText(joined);
          return end;
        }
        if (isPhoneticName(bytes, local)) isPhonetic = false;
        at = end;
      } else if (isPhoneticName(bytes, local)) {
        isPhonetic = bytes[end - 2] !== SLASH;
        at = end;
      } else if (isText && !isPhonetic && bytes[end - 2] !== SLASH) {
        // the first run is taken as bytes, and made a string only where others follow
        if (runs === 1) joined = decoder.decode(reader.bytes.subarray(reader.from, reader.to));
        at = readData(bytes, end);
        if (at < 0) return -1;
        if (runs > 0) joined += decoder.decode(reader.bytes.subarray(reader.from, reader.to));
        runs++;
      } else at = end;
    }
  }

  function readData(bytes: Uint8Array, from: number): number {
    let isPlain = true;
    let at = from;
    let last = 0;
    for (; at < bytes.length; at++) {
      const byte = bytes[at]!;
      if (byte === LT) break;
      // &, carriage return, _x
      if (byte === 38 || byte === 13 || (byte === 120 && last === 95)) isPlain = false;
      last = byte;
    }
    if (at + 1 >= bytes.length) return -1;
    if (isPlain && bytes[at + 1] !== BANG) {
      reader.bytes = bytes;
      reader.from = from;
      reader.to = at;
      return at;
    }
    return readMarked(bytes, from, at);
  }

  /** Character data with entities, marked sections or comments in it. */
  function readMarked(bytes: Uint8Array, from: number, firstTag: number): number {
    let text = decodeEntities(decoder.decode(bytes.subarray(from, firstTag)));
    let at = firstTag;
    while (bytes[at + 1] === BANG) {
      const end = skipDeclaration(bytes, at);
      if (end < 0) return -1;
      if (isCdata(bytes, at))
        text += decoder.decode(bytes.subarray(at + CDATA_OPEN_BYTES, end - CDATA_CLOSE_BYTES));
      at = bytes.indexOf(LT, end);
      if (at < 0 || at + 1 >= bytes.length) return -1;
      text += decodeEntities(decoder.decode(bytes.subarray(end, at)));
    }
    setText(decodeEscapes(text));
    return at;
  }

  function setText(text: string): void {
    reader.bytes = encoder.encode(text);
    reader.from = 0;
    reader.to = reader.bytes.length;
  }

  return reader;
}

function findLocalName(bytes: Uint8Array, from: number): number {
  for (let at = from; !isNameEnd(bytes[at]!); at++) if (bytes[at] === COLON) return at + 1;
  return from;
}

function isNameEnd(byte: number): boolean {
  return byte <= SPACE || byte === GT || byte === SLASH;
}

/** `si`, `is` */
function isItemName(bytes: Uint8Array, at: number): boolean {
  const [one, other] = [bytes[at], bytes[at + 1]];
  return ((one === 115 && other === 105) || (one === 105 && other === 115)) && isNameEnd(bytes[at + 2]!);
}

/** `rPh` */
function isPhoneticName(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === 114 && bytes[at + 1] === 80 && bytes[at + 2] === 104 && isNameEnd(bytes[at + 3]!);
}
