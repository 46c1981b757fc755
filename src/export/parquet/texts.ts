import type { Data } from 'apache-arrow';
import { createOut, ensure } from '../formats/out';
import type { Out } from '../formats/out';
import { toHash } from '../xlsx/strings';
import { writeVarint } from './page';

/** Before each text stands its length. */
const LENGTH_BYTES = 4;

/** Texts as they stand in a page, until there are so many bytes; says which row is the next. */
export function writeTexts(
  out: Out,
  { values, valueOffsets, length, nullCount, nullBitmap, offset }: Data,
  { from, most }: { from: number; most: number },
): number {
  for (let row = from; row < length; row++) {
    const bit = offset + row;
    if (nullCount > 0 && ((nullBitmap[bit >> 3]! >> (bit & 7)) & 1) === 0) continue;
    writeOne(out, values as Uint8Array, valueOffsets[row]!, valueOffsets[row + 1]!);
    if (out.at >= most) return row + 1;
  }
  return length;
}

/** Copying a few bytes one by one is faster than a call. */
const SHORT = 32;

function writeOne(out: Out, values: Uint8Array, from: number, to: number): void {
  const size = to - from;
  ensure(out, size + LENGTH_BYTES);
  const { bytes } = out;
  let { at } = out;
  bytes[at++] = size;
  bytes[at++] = size >>> 8;
  bytes[at++] = size >>> 16;
  bytes[at++] = size >>> 24;
  if (size > SHORT) {
    bytes.set(values.subarray(from, to), at);
    at += size;
  } else for (let k = from; k < to; k++) bytes[at++] = values[k]!;
  out.at = at;
}

/** Each text of a column once, and for each row which it is. */
export interface TextDictionary {
  count: number;
  texts: Uint8Array;
  /** The rows that have a text, one after another. */
  indexes: Uint32Array;
}

/** Slots of the table in which texts are found by their hash: a quarter of them full at most. */
const SPARE = 4;

/** Undefined where there are so many different texts that a dictionary would not halve the column. */
export function maybeDictionary(parts: readonly Data[], rows: number): TextDictionary | undefined {
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(Math.max(16, rows * SPARE))));
  const mask = slots.length - 1;
  const indexes = new Uint32Array(rows);
  // of each text its hash, and where it begins among all
  const hashes = new Int32Array(rows);
  const starts = new Uint32Array(rows + 1);
  const out = createOut(2 ** 16);
  const all = parts.reduce(
    (sum, { valueOffsets, length }) => sum + valueOffsets[length]! - valueOffsets[0]!,
    0,
  );
  const most = (all + rows * LENGTH_BYTES) / 2;
  let count = 0;
  let at = 0;
  for (const { values, valueOffsets, length, nullCount, nullBitmap, offset } of parts) {
    const bytes = values as Uint8Array;
    for (let row = 0; row < length; row++) {
      const bit = offset + row;
      if (nullCount > 0 && ((nullBitmap[bit >> 3]! >> (bit & 7)) & 1) === 0) continue;
      const from = valueOffsets[row]!;
      const to = valueOffsets[row + 1]!;
      const hash = toHash(bytes, from, to);
      let slot = hash & mask;
      let text = slots[slot]! - 1;
      while (text >= 0 && !(hashes[text] === hash && isSame(out.bytes, starts, { text, bytes, from, to }))) {
        slot = (slot + 1) & mask;
        text = slots[slot]! - 1;
      }
      if (text < 0) {
        text = count++;
        slots[slot] = count;
        hashes[text] = hash;
        writeOne(out, bytes, from, to);
        starts[count] = out.at;
        if (out.at > most) return undefined;
      }
      indexes[at++] = text;
    }
  }
  const indexBytes = (at * toBits(count)) / 8;
  if (out.at + indexBytes > most) return undefined;
  return { count, texts: out.bytes.subarray(0, out.at), indexes: indexes.subarray(0, at) };
}

interface Place {
  text: number;
  bytes: Uint8Array;
  from: number;
  to: number;
}

function isSame(pool: Uint8Array, starts: Uint32Array, { text, bytes, from, to }: Place): boolean {
  const start = starts[text]! + LENGTH_BYTES;
  if (starts[text + 1]! - start !== to - from) return false;
  for (let k = from, at = start; k < to; k++, at++) if (pool[at] !== bytes[k]) return false;
  return true;
}

const toBits = (count: number) => (count < 2 ? 0 : 32 - Math.clz32(count - 1));

/** Numbers of texts, packed into as few bits each as there are different ones; of a single one, that it comes so often. */
export function packIndexes({ count, indexes }: TextDictionary): Uint8Array {
  const width = toBits(count);
  const groups = Math.ceil(indexes.length / 8);
  const out = createOut(16 + groups * width);
  out.bytes[out.at++] = width;
  if (width === 0) {
    writeVarint(out, indexes.length * 2);
    return out.bytes.subarray(0, out.at);
  }
  writeVarint(out, groups * 2 + 1);
  const { bytes } = out;
  const end = out.at + groups * width;
  let { at } = out;
  let held = 0;
  let bits = 0;
  for (let k = 0; k < indexes.length; k++) {
    held |= indexes[k]! << bits;
    bits += width;
    while (bits >= 8) {
      bytes[at++] = held;
      held >>>= 8;
      bits -= 8;
    }
  }
  if (bits > 0) bytes[at] = held;
  return bytes.subarray(0, end);
}
