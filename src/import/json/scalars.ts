import type { Data } from 'apache-arrow';
import { Bool, DateDay, Float64, Int64, makeData, TimestampMicrosecond, Utf8 } from 'apache-arrow';
import { createBits, grow } from '../arrow/buffers';
import { toDays, toMicros } from './moment';
import { toNumberText } from './number';
import { toText } from './text';

/** Collects the values of one place that are no containers. */
export interface ScalarBuilder {
  length: number;
  addNull(): void;
  addString(bytes: Uint8Array, from: number, to: number, escaped: boolean): void;
  addNumber(bytes: Uint8Array, from: number, to: number): void;
  addFlag(value: boolean): void;
  /** Forgets what came after so many values. */
  truncate(length: number): void;
  /** Gives away what was collected, and starts again. */
  take(): Data;
}

export type ScalarKind = 'whole' | 'double' | 'flag' | 'date' | 'timestamp';

interface Slots {
  readonly length: number;
  [index: number]: unknown;
}

const TYPES = {
  whole: { arrow: new Int64(), slots: (size: number) => new BigInt64Array(size) },
  double: { arrow: new Float64(), slots: (size: number) => new Float64Array(size) },
  flag: { arrow: new Bool(), slots: (size: number) => new Uint8Array(size) },
  date: { arrow: new DateDay(), slots: (size: number) => new Int32Array(size) },
  timestamp: { arrow: new TimestampMicrosecond(), slots: (size: number) => new BigInt64Array(size) },
} as const;

const FIRST_SIZE = 1024;
/** Whole numbers of so few digits, with an exponent of ten so small, are divided exactly by one rounding: Clinger 1990. */
const EXACT_DIGITS = 15;
const EXACT_POWER = 22;
const POWERS = Float64Array.from({ length: EXACT_POWER + 1 }, (_, power) => Number(`1e${power}`));

/** A value of another type than the builder's is an error of the one who chose the type. */
export function createScalarBuilder(kind: ScalarKind): ScalarBuilder {
  const { arrow, slots: createSlots } = TYPES[kind];
  let slots: Slots & ArrayBufferView = createSlots(FIRST_SIZE);
  let valid = createBits(FIRST_SIZE);

  function next(): number {
    if (builder.length === slots.length) slots = grow(slots, builder.length * 2);
    valid.set(builder.length);
    return builder.length++;
  }

  function refuse(): never {
    throw new Error(`another value among those of the type: ${kind}`);
  }

  const builder: ScalarBuilder = {
    length: 0,

    addNull() {
      if (builder.length === slots.length) slots = grow(slots, builder.length * 2);
      slots[builder.length] = kind === 'whole' || kind === 'timestamp' ? 0n : 0;
      valid.clear(builder.length++);
    },

    addString(bytes, from, to, escaped) {
      const text = toText(bytes, from, to, escaped);
      if (kind === 'date') slots[next()] = toDays(text);
      else if (kind === 'timestamp') slots[next()] = toMicros(text);
      else refuse();
    },

    addNumber(bytes, from, to) {
      if (kind === 'whole') slots[next()] = toWhole(bytes, from, to);
      else if (kind === 'double') slots[next()] = toDouble(bytes, from, to);
      else refuse();
    },

    addFlag(value) {
      if (kind !== 'flag') refuse();
      slots[next()] = value ? 1 : 0;
    },

    truncate(length) {
      builder.length = length;
    },

    take() {
      const { length } = builder;
      const data = kind === 'flag' ? packBits(slots as unknown as Uint8Array, length) : slots;
      const taken = makeData({
        // any of the five: the slots are made for it
        type: arrow as Int64,
        length,
        nullCount: valid.countNulls(length),
        nullBitmap: valid.take(length),
        data: data as BigInt64Array,
      });
      slots = createSlots(FIRST_SIZE);
      valid = createBits(FIRST_SIZE);
      builder.length = 0;
      return taken;
    },
  };
  return builder;
}

/** Texts, and what else becomes text: a number as it is written, `true`, `false`. */
export function createTextBuilder(onBytes: (count: number) => void): ScalarBuilder & {
  /** A piece of a text that ends with `endText`. */
  addPiece(bytes: Uint8Array, from: number, to: number): void;
  endText(): void;
} {
  let offsets = new Int32Array(FIRST_SIZE);
  let data = new Uint8Array(FIRST_SIZE * 8);
  let size = 0;
  let valid = createBits(FIRST_SIZE);

  function end(isValid: boolean): void {
    if (builder.length + 1 >= offsets.length) offsets = grow(offsets, offsets.length * 2);
    if (isValid) valid.set(builder.length);
    else valid.clear(builder.length);
    offsets[++builder.length] = size;
  }

  function append(bytes: Uint8Array, from: number, to: number): void {
    const count = to - from;
    if (size + count > data.length) data = grow(data, Math.max(data.length * 2, size + count));
    // a call for a few bytes costs more than a loop
    if (count > 32) data.set(bytes.subarray(from, to), size);
    else for (let k = 0; k < count; k++) data[size + k] = bytes[from + k]!;
    size += count;
    onBytes(count);
  }

  const builder = {
    length: 0,

    addNull: () => end(false),

    addString(bytes: Uint8Array, from: number, to: number, escaped: boolean) {
      if (escaped) {
        const plain = encoder.encode(toText(bytes, from, to, true));
        append(plain, 0, plain.length);
      } else append(bytes, from, to);
      end(true);
    },

    addNumber(bytes: Uint8Array, from: number, to: number) {
      append(bytes, from, to);
      end(true);
    },

    addFlag(value: boolean) {
      const word = value ? TRUE : FALSE;
      append(word, 0, word.length);
      end(true);
    },

    addPiece: append,
    endText: () => end(true),

    truncate(length: number) {
      builder.length = length;
      size = offsets[length]!;
    },

    take() {
      const { length } = builder;
      const taken = makeData({
        type: new Utf8(),
        length,
        nullCount: valid.countNulls(length),
        nullBitmap: valid.take(length),
        valueOffsets: offsets.subarray(0, length + 1),
        data: data.subarray(0, size),
      });
      offsets = new Int32Array(FIRST_SIZE);
      data = new Uint8Array(FIRST_SIZE * 8);
      size = 0;
      valid = createBits(FIRST_SIZE);
      builder.length = 0;
      return taken;
    },
  };
  return builder;
}

const encoder = new TextEncoder();
const TRUE = encoder.encode('true');
const FALSE = encoder.encode('false');

function toWhole(bytes: Uint8Array, from: number, to: number): bigint {
  const minus = bytes[from] === 0x2d;
  if (to - from > EXACT_DIGITS) return BigInt(toNumberText(bytes, from, to));
  let value = 0;
  for (let at = minus ? from + 1 : from; at < to; at++) value = value * 10 + bytes[at]! - 0x30;
  return BigInt(minus ? -value : value);
}

function toDouble(bytes: Uint8Array, from: number, to: number): number {
  const minus = bytes[from] === 0x2d;
  const start = minus ? from + 1 : from;
  let value = 0;
  let point = to - 1;
  if (to - start > EXACT_DIGITS + 1) return Number(toNumberText(bytes, from, to));
  for (let at = start; at < to; at++) {
    const digit = bytes[at]! - 0x30;
    if (digit >= 0 && digit <= 9) value = value * 10 + digit;
    else if (bytes[at] === 0x2e) point = at;
    else return Number(toNumberText(bytes, from, to));
  }
  const exact = value / POWERS[to - 1 - point]!;
  return minus ? -exact : exact;
}

/** Bytes of 0 and 1 as bits. */
function packBits(flags: Uint8Array, length: number): Uint8Array {
  const bits = new Uint8Array((length + 7) >> 3);
  for (let at = 0; at < length; at++) if (flags[at]) bits[at >> 3]! |= 1 << (at & 7);
  return bits;
}
