import type { Data } from 'apache-arrow';
import { Type } from 'apache-arrow';
import type { Moment } from './dates';
import { DAY_MICROS, maybeMoment, maybeTime } from './dates';

/** Excel counts with fifteen digits. */
export const MOST_WHOLE = 1e15;

/** A number as Excel can hold it, or the digits themselves. */
export type ReadNumber = (row: number) => number | string;

/** The bytes of a text within `bytes`. */
export interface TextPlace {
  bytes: Uint8Array;
  offsets: Int32Array;
}

export function toText(data: Data): TextPlace {
  if (data.typeId !== Type.Utf8) throw new Error(`not text: ${data.type}`);
  return { bytes: data.values as Uint8Array, offsets: data.valueOffsets as Int32Array };
}

/** The reader's own decoder takes a mark at the start of a value for no part of it. */
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

export function toStrings(data: Data): (row: number) => string {
  const { bytes, offsets } = toText(data);
  return (row) => decoder.decode(bytes.subarray(offsets[row], offsets[row + 1]));
}

export function toFlags(data: Data): (row: number) => boolean {
  const { values, offset } = data;
  return (row) => ((values[(offset + row) >> 3] >> ((offset + row) & 7)) & 1) === 1;
}

export function toNumbers(data: Data): (row: number) => number {
  const values = data.values as Float64Array;
  return values instanceof Float32Array ? (row) => toShortFloat(values[row]!) : (row) => values[row]!;
}

/** Of 64-bit integers those of up to fifteen digits. */
export function toWholes(data: Data): ReadNumber {
  const values = data.values as BigInt64Array | BigUint64Array;
  const words = new Int32Array(values.buffer, values.byteOffset, values.length * 2);
  const isSigned = values instanceof BigInt64Array;
  return (row) => {
    const high = words[row * 2 + 1]!;
    const value = (isSigned ? high : high >>> 0) * 2 ** 32 + (words[row * 2]! >>> 0);
    return value < MOST_WHOLE && value > -MOST_WHOLE ? value : String(values[row]);
  };
}

/** Decimals of 128 bits, the lowest word first. */
export function toDecimals(data: Data, scale: number): ReadNumber {
  const words = data.values as Uint32Array;
  const power = 10 ** scale;
  return (row) => {
    const [low, next, third, top] = [
      words[row * 4]!,
      words[row * 4 + 1]! | 0,
      words[row * 4 + 2]! | 0,
      words[row * 4 + 3]! | 0,
    ];
    const value = next * 2 ** 32 + low;
    const isSmall = third === top && top === next >> 31 && value < MOST_WHOLE && value > -MOST_WHOLE;
    // both are exact, so that one division rounds once
    return isSmall && scale <= 22 ? value / power : toExact(toDecimalText(words, row * 4, scale));
  };
}

function toDecimalText(words: Uint32Array, at: number, scale: number): string {
  let value = 0n;
  for (let k = 3; k >= 0; k--) value = (value << 32n) | BigInt(words[at + k]!);
  value = BigInt.asIntN(128, value);
  const digits = String(value < 0n ? -value : value).padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  return `${value < 0n ? '-' : ''}${whole}${scale > 0 ? `.${digits.slice(-scale)}` : ''}`;
}

/** Digits that a double holds all; others stay as they are. */
export function toExact(text: string): number | string {
  if (!/^-?\d+(\.\d+)?$/.test(text)) return text;
  const shown = text.includes('.') ? text.replace(/\.?0+$/, '') : text;
  const digits = shown.replace(/^-/, '').replace('.', '').replace(/^0+/, '');
  return digits.length <= 15 ? Number(shown) : text;
}

export function toDays(data: Data): (row: number) => number {
  const values = data.values as Int32Array;
  if (data.typeId !== Type.Date || !(values instanceof Int32Array)) throw new Error(`no days: ${data.type}`);
  return (row) => values[row]!;
}

const DAY = BigInt(DAY_MICROS);
const INFINITE = 2n ** 63n - 1n;

/** What is no moment is text. */
export type ReadMoment = (row: number) => Moment | string;

/** Moments in microseconds since 1970. */
export function toMoments(data: Data): ReadMoment {
  const values = data.values as BigInt64Array;
  if (data.typeId !== Type.Timestamp || !(values instanceof BigInt64Array))
    throw new Error(`no moments: ${data.type}`);
  const words = new Int32Array(values.buffer, values.byteOffset, values.length * 2);
  const moment: Moment = { day: 0, micros: 0, hasFiner: false };
  return (row) => {
    const high = words[row * 2 + 1]!;
    // within 2^52 of 1970, which is 142 years, a double has every microsecond
    if (high < 2 ** 20 && high >= -(2 ** 20)) {
      const micros = high * 2 ** 32 + (words[row * 2]! >>> 0);
      moment.day = Math.floor(micros / DAY_MICROS);
      moment.micros = micros - moment.day * DAY_MICROS;
      return moment;
    }
    const micros = values[row]!;
    if (micros === INFINITE || micros === -INFINITE) return micros < 0n ? '-infinity' : 'infinity';
    const ofDay = ((micros % DAY) + DAY) % DAY;
    moment.day = Number((micros - ofDay) / DAY);
    moment.micros = Number(ofDay);
    return moment;
  };
}

export function toTextMoments(data: Data): ReadMoment {
  const read = toStrings(data);
  return (row) => {
    const text = read(row);
    return maybeMoment(text) ?? text;
  };
}

/** Times of the day, as moments of no day. */
export function toTimes(data: Data): ReadMoment {
  const values = data.values as BigInt64Array;
  if (data.typeId !== Type.Time || !(values instanceof BigInt64Array))
    throw new Error(`no times: ${data.type}`);
  return (row) => ({ day: 0, micros: Number(values[row]), hasFiner: false });
}

export function toTextTimes(data: Data): ReadMoment {
  const read = toStrings(data);
  return (row) => {
    const text = read(row);
    const time = maybeTime(text);
    return time ? { day: 0, ...time } : text;
  };
}

/** A FLOAT holds 0.1 as 0.10000000149011612; people wrote, and want, the shortest number that it can be. */
function toShortFloat(value: number): number {
  for (let precision = 6; precision < 9; precision++) {
    const short = Number(value.toPrecision(precision));
    if (Math.fround(short) === value) return short;
  }
  return value;
}

/** Which rows have a value. */
export function toValidity(data: Data): ((row: number) => boolean) | undefined {
  if (data.nullCount === 0) return undefined;
  const { nullBitmap, offset } = data;
  return (row) => ((nullBitmap[(offset + row) >> 3]! >> ((offset + row) & 7)) & 1) === 1;
}
