const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const encoder = new TextEncoder();
/** Offsets are 32-bit, and a typed array may be as large as this in every engine. */
const MOST_BYTES = 2 ** 31 - 1;

/**
 * Texts as UTF-8, one after the other in one buffer: a million of them cost their bytes and no object each, and become an
 * Arrow dictionary by copying.
 */
export interface StringTable {
  readonly count: number;
  /** Adds a text, though it may be there already. */
  add(bytes: Uint8Array, from: number, to: number): number;
  addText(text: string): number;
  /** The place of a text, which is added where it is not there. */
  intern(bytes: Uint8Array, from: number, to: number): number;
  internText(text: string): number;
  get(index: number): string;
  /** The first byte of a text; -1 where it has none. */
  firstByte(index: number): number;
  /** Adds a text to another table. */
  copy(index: number, into: StringTable): number;
  /** All texts one after the other, and where each begins, with the end of the last; not to be written to. */
  toBytes(): { bytes: Uint8Array<ArrayBuffer>; offsets: Int32Array<ArrayBuffer> };
}

/** `given` are texts that another table had. */
export function createStrings(given?: ReturnType<StringTable['toBytes']>): StringTable {
  let buffer = given?.bytes ?? new Uint8Array(1024);
  let offsets = given?.offsets ?? new Int32Array(64);
  let count = given ? given.offsets.length - 1 : 0;
  // an open hash table of places + 1; built when a text is first interned
  let slots = new Int32Array(0);
  let slotted = 0;
  let cachedIndex = -1;
  let cachedText = '';

  function reserve(bytes: number): void {
    const end = offsets[count]! + bytes;
    if (end > MOST_BYTES) throw new RangeError('texts take more than 2 GB');
    if (end > buffer.length) {
      const larger = new Uint8Array(Math.min(Math.max(end, buffer.length * 2), MOST_BYTES));
      larger.set(buffer);
      buffer = larger;
    }
    if (count + 2 > offsets.length) {
      const larger = new Int32Array(offsets.length * 2);
      larger.set(offsets);
      offsets = larger;
    }
  }

  function check(index: number): void {
    if (index < 0 || index >= count) throw new Error(`missing text: ${index}`);
  }

  function isAt(index: number, bytes: Uint8Array, from: number, length: number): boolean {
    const start = offsets[index]!;
    if (offsets[index + 1]! - start !== length) return false;
    for (let at = 0; at < length; at++) if (buffer[start + at] !== bytes[from + at]) return false;
    return true;
  }

  function place(index: number): void {
    let slot = hash(buffer, offsets[index]!, offsets[index + 1]!) & (slots.length - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
    slots[slot] = index + 1;
  }

  function growSlots(): void {
    if ((count + 1) * 2 > slots.length) {
      let size = Math.max(1024, slots.length);
      while ((count + 1) * 2 > size) size *= 2;
      slots = new Int32Array(size);
      slotted = 0;
    }
    for (; slotted < count; slotted++) place(slotted);
  }

  const table: StringTable = {
    get count() {
      return count;
    },

    add(bytes, from, to) {
      reserve(to - from);
      const start = offsets[count]!;
      // short texts are the common ones, and a loop beats the call that makes a view and copies it
      if (to - from < 64) for (let at = from; at < to; at++) buffer[start + at - from] = bytes[at]!;
      else buffer.set(bytes.subarray(from, to), start);
      offsets[count + 1] = start + to - from;
      return count++;
    },

    addText(text) {
      reserve(text.length * 3);
      const start = offsets[count]!;
      offsets[count + 1] = start + encoder.encodeInto(text, buffer.subarray(start)).written;
      return count++;
    },

    intern(bytes, from, to) {
      growSlots();
      let slot = hash(bytes, from, to) & (slots.length - 1);
      for (; slots[slot] !== 0; slot = (slot + 1) & (slots.length - 1)) {
        if (isAt(slots[slot]! - 1, bytes, from, to - from)) return slots[slot]! - 1;
      }
      const index = table.add(bytes, from, to);
      slots[slot] = index + 1;
      slotted = count;
      return index;
    },

    internText(text) {
      const bytes = encoder.encode(text);
      return table.intern(bytes, 0, bytes.length);
    },

    get(index) {
      if (index !== cachedIndex) {
        check(index);
        cachedText = decoder.decode(buffer.subarray(offsets[index], offsets[index + 1]));
        cachedIndex = index;
      }
      return cachedText;
    },

    firstByte(index) {
      const start = offsets[index]!;
      return offsets[index + 1]! > start ? buffer[start]! : -1;
    },

    copy(index, into) {
      check(index);
      return into.add(buffer, offsets[index]!, offsets[index + 1]!);
    },

    toBytes: () => ({
      bytes: buffer.subarray(0, offsets[count]),
      offsets: offsets.subarray(0, count + 1),
    }),
  };
  return table;
}

/** FNV-1a. */
function hash(bytes: Uint8Array, from: number, to: number): number {
  let value = 0x811c9dc5;
  for (let at = from; at < to; at++) value = Math.imul(value ^ bytes[at]!, 0x01000193);
  return (value ^ (value >>> 15)) >>> 0;
}
