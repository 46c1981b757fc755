import type { Data, DataType } from 'apache-arrow';
import { makeData } from 'apache-arrow';
import { createBits, grow } from '../arrow/buffers';
import { mendText } from '../arrow/mendText';
import { toDecimalText, toIntervalText, toUuid, writeWord } from './changes';
import type { LeafType } from './leafType';
import { createUnsupported } from './problems';
import type { Page } from './values';

/** Collects the values of a column for a batch. */
export interface Sink {
  length: number;
  /** The values `from` to `to` of a page. */
  addRun(page: Page, from: number, to: number): void;
  addNulls(count: number): void;
  /** Gives away what was collected, and starts again. */
  take(): Data;
}

/** Values of which something was lost on the way. */
export interface Losses {
  nanoseconds: number;
  badText: number;
}

/** `room` is how many values are expected. */
export function createSink(type: LeafType, room: number, losses: Losses): Sink {
  switch (type.change) {
    case 'bytes':
      return createBytesSink(type, room);
    case 'text':
      return createBytesSink(type, room, { losses });
    case 'decimal-text':
      return createBytesSink(type, room, { toText: (bytes) => toDecimalText(bytes, type.scale ?? 0) });
    case 'uuid':
      return createBytesSink(type, room, { toText: toUuid });
    case 'interval':
      return createBytesSink(type, room, { toText: toIntervalText });
    default:
      return createNumberSink(type, room, losses);
  }
}

/** Which of the values are null. */
function createValidity(room: number) {
  let bits = createBits(room);
  let nulls = 0;
  return {
    setRun(from: number, to: number): void {
      bits.setRun(from, to);
    },
    addNulls(count: number): void {
      nulls += count;
    },
    take(length: number): { nullCount: number; nullBitmap: Uint8Array | undefined } {
      const taken = { nullCount: nulls, nullBitmap: nulls > 0 ? bits.take(length) : undefined };
      bits = createBits(room);
      nulls = 0;
      return taken;
    },
  };
}

interface Slots extends ArrayBufferView {
  readonly length: number;
  [index: number]: number | bigint;
  set(values: unknown, at: number): void;
  subarray(from: number, to: number): Slots;
}

function createNumberSink({ arrow, change }: LeafType, room: number, losses: Losses): Sink {
  // a decimal has two words of 64 bits; flags are packed at the end
  const Slots = (change === 'decimal'
    ? BigInt64Array
    : change === 'flag'
      ? Uint8Array
      : (arrow as DataType).ArrayType) as unknown as new (size: number) => Slots;
  const stride = change === 'decimal' ? 2 : 1;
  let slots = new Slots(room * stride);
  const validity = createValidity(room);

  function ensure(count: number): void {
    const size = (sink.length + count) * stride;
    if (size > slots.length) slots = grow(slots, Math.max(size, slots.length * 2));
  }

  const sink: Sink = {
    length: 0,

    addRun({ values, indices }, from, to) {
      ensure(to - from);
      validity.setRun(sink.length, sink.length + to - from);
      if (change === 'none' || change === 'flag') {
        if (values.kind === 'bytes') throw createUnsupported(`bytes as ${arrow}`);
        const { array } = values;
        if (!indices) slots.set(array.subarray(from, to), sink.length);
        else for (let k = from; k < to; k++) slots[sink.length + k - from] = array[indices[k]!]!;
      } else {
        for (let k = from; k < to; k++) {
          writeWord(change, values, indices ? indices[k]! : k, {
            slots,
            at: (sink.length + k - from) * stride,
            losses,
          });
        }
      }
      sink.length += to - from;
    },

    addNulls(count) {
      ensure(count);
      validity.addNulls(count);
      sink.length += count;
    },

    take() {
      const { length } = sink;
      const used = slots.subarray(0, length * stride);
      const data = change === 'flag' ? packFlags(used, length) : change === 'decimal' ? toWords(used) : used;
      const taken = makeData({ type: arrow, length, ...validity.take(length), data } as never) as Data;
      slots = new Slots(room * stride);
      sink.length = 0;
      return taken;
    },
  };
  return sink;
}

const MOST_BYTES = 2 ** 30;

function createBytesSink(
  { arrow }: LeafType,
  room: number,
  { losses, toText }: { losses?: Losses; toText?: (bytes: Uint8Array) => string } = {},
): Sink {
  const encoder = new TextEncoder();
  let offsets = new Int32Array(room + 1);
  let data = new Uint8Array(room * 8);
  let size = 0;
  const validity = createValidity(room);

  function append(bytes: Uint8Array, from: number, to: number): void {
    const count = to - from;
    if (size + count > data.length) {
      if (size + count > MOST_BYTES)
        throw createUnsupported(`a batch of more than ${MOST_BYTES} bytes of text`);
      data = grow(data, Math.max(data.length * 2, size + count));
    }
    // a call for a few bytes costs more than a loop
    if (count > 32) data.set(bytes.subarray(from, to), size);
    else for (let k = 0; k < count; k++) data[size + k] = bytes[from + k]!;
    size += count;
    offsets[++sink.length] = size;
  }

  function ensure(count: number): void {
    const needed = sink.length + count + 1;
    if (needed > offsets.length) offsets = grow(offsets, Math.max(needed, offsets.length * 2));
  }

  const sink: Sink = {
    length: 0,

    addRun({ values, indices }, from, to) {
      if (values.kind === 'numbers') throw createUnsupported(`numbers as ${arrow}`);
      ensure(to - from);
      validity.setRun(sink.length, sink.length + to - from);
      const { bytes, starts, ends } = values;
      for (let k = from; k < to; k++) {
        const place = indices ? indices[k]! : k;
        if (!toText) append(bytes, starts[place]!, ends[place]!);
        else {
          const text = encoder.encode(toText(bytes.subarray(starts[place], ends[place])));
          append(text, 0, text.length);
        }
      }
    },

    addNulls(count) {
      ensure(count);
      validity.addNulls(count);
      offsets.fill(size, sink.length + 1, sink.length + count + 1);
      sink.length += count;
    },

    take() {
      const { length } = sink;
      const texts = { data: data.subarray(0, size), offsets: offsets.subarray(0, length + 1) };
      const { data: checked, offsets: ends, bad } = losses ? mendText(texts) : { ...texts, bad: 0 };
      if (losses) losses.badText += bad;
      const taken = makeData({
        type: arrow,
        length,
        ...validity.take(length),
        valueOffsets: ends,
        data: checked,
      } as never) as Data;
      offsets = new Int32Array(room + 1);
      data = new Uint8Array(Math.max(room, size));
      size = 0;
      sink.length = 0;
      return taken;
    },
  };
  return sink;
}

/** Bytes of 0 and 1 as bits. */
function packFlags(flags: Slots, length: number): Uint8Array {
  const bits = new Uint8Array((length + 7) >> 3);
  for (let k = 0; k < length; k++) if (flags[k]) bits[k >> 3]! |= 1 << (k & 7);
  return bits;
}

/** The words of 64 bits as words of 32, which is how Arrow keeps a decimal here. */
function toWords(slots: Slots): Uint32Array {
  return new Uint32Array(slots.buffer as ArrayBuffer, slots.byteOffset, slots.length * 2);
}
