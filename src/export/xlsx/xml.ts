import type { Out } from '../formats/out';
import { createOut, ensure, take } from '../formats/out';

type Bytes = Uint8Array<ArrayBuffer>;

export const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const encoder = new TextEncoder();

export function toAscii(text: string): Bytes {
  return encoder.encode(text);
}

/** A few bytes, for which there is room: a loop is faster than a call. */
export function writeBytes(out: Out, more: Bytes): void {
  const { bytes } = out;
  let { at } = out;
  for (let k = 0; k < more.length; k++) bytes[at++] = more[k]!;
  out.at = at;
}

/** What is looked at before it is written: markup, what XML has no form for, `_x` that could be such a form. */
const looked = Uint8Array.from({ length: 256 }, (_, byte) =>
  (byte < 32 && byte !== 9 && byte !== 10) || '&<>_'.includes(String.fromCharCode(byte)) || byte === 0xef
    ? 1
    : 0,
);

const entities: Record<number, Bytes> = {
  0x26: toAscii('&amp;'),
  0x3c: toAscii('&lt;'),
  0x3e: toAscii('&gt;'),
};
const UNDERSCORE = toAscii('_x005F_');
/** A byte becomes seven at most, as `_x0000_`. */
const WIDEST = 7;
/** Room for the markup around it. */
const SLACK = 64;

/** UTF-8 as the text of an element, so that Excel reads back every character. */
export function writeEscaped(out: Out, text: Uint8Array, from: number, to: number): void {
  ensure(out, (to - from) * WIDEST + SLACK);
  const { bytes } = out;
  let { at } = out;
  for (let k = from; k < to; k++) {
    const byte = text[k]!;
    if (looked[byte] === 0) {
      bytes[at++] = byte;
      continue;
    }
    out.at = at;
    k += writeLooked(out, text, k, to);
    at = out.at;
  }
  out.at = at;
}

/** Says how many bytes more than one were taken. */
function writeLooked(out: Out, text: Uint8Array, at: number, to: number): number {
  const byte = text[at]!;
  const entity = entities[byte];
  if (entity) writeBytes(out, entity);
  else if (byte < 32) writeBytes(out, toAscii(`_x${byte.toString(16).padStart(4, '0').toUpperCase()}_`));
  else if (byte === 0x5f && isEscape(text, at, to)) writeBytes(out, UNDERSCORE);
  else if (byte === 0xef && text[at + 1] === 0xbf && text[at + 2]! >= 0xbe) {
    // U+FFFE and U+FFFF
    writeBytes(out, toAscii(text[at + 2] === 0xbe ? '_xFFFE_' : '_xFFFF_'));
    return 2;
  } else out.bytes[out.at++] = byte;
  return 0;
}

/** `_x0041_`, which Excel would read as A. */
function isEscape(text: Uint8Array, at: number, to: number): boolean {
  if (at + 7 > to || text[at + 1] !== 0x78 || text[at + 6] !== 0x5f) return false;
  for (let k = at + 2; k < at + 6; k++) {
    if (!/[0-9a-f]/i.test(String.fromCharCode(text[k]!))) return false;
  }
  return true;
}

/** Whether spaces at its ends, or line ends, would be lost. */
export function hasSpaces(text: Uint8Array, from: number, to: number): boolean {
  if (to === from) return false;
  if (text[from]! <= 32 || text[to - 1]! <= 32) return true;
  for (let k = from; k < to; k++) if (text[k] === 10) return true;
  return false;
}

/** Text as it stands in an element, where it is no matter of speed. */
export function toElementText(text: string): string {
  const bytes = encoder.encode(text);
  const out = createOut(bytes.length + SLACK);
  writeEscaped(out, bytes, 0, bytes.length);
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(take(out));
}

/** Text as it stands between quotes in a tag; signs that XML does not have are left out. */
export function toAttribute(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[\p{Cc}\ufffe\uffff]/gu, (sign) => ('\t\r\n'.includes(sign) ? sign : ''))
    .replaceAll(/[&<>"\t\r\n]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** The last digits of a number below 2^31, with zeros in front; for which there is room. */
export function writePadded(out: Out, value: number, digits: number): void {
  const { bytes, at } = out;
  let rest = value | 0;
  for (let k = digits - 1; k >= 0; k--) {
    const next = (rest / 10) | 0;
    bytes[at + k] = 48 + rest - next * 10;
    rest = next;
  }
  out.at = at + digits;
}
