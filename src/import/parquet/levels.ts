import { createDamaged } from './problems';

/**
 * Reads runs of repeated and of bit-packed numbers, lowest bit first: levels, and places in a dictionary. Gives the offset
 * after them. https://parquet.apache.org/docs/file-format/data-pages/encodings/
 */
export function readHybrid(
  bytes: Uint8Array,
  from: number,
  to: number,
  { width, output }: { width: number; output: Uint8Array | Uint32Array },
): number {
  const count = output.length;
  let at = from;
  let done = 0;
  if (width > 32) throw createDamaged(`numbers of ${width} bits`);
  while (done < count) {
    let header = 0;
    for (let shift = 0; ; shift += 7) {
      if (at >= to || shift > 28) throw createDamaged('levels end too early');
      const byte = bytes[at++]!;
      header |= (byte & 0x7f) << shift;
      if (byte < 0x80) break;
    }
    if (header & 1) {
      const values = Math.min((header >>> 1) * 8, count - done);
      readPacked(bytes, at, to, { width, output, done, values });
      at += (header >>> 1) * width;
      done += values;
    } else {
      const size = (width + 7) >> 3;
      if (at + size > to) throw createDamaged('levels end too early');
      let value = 0;
      for (let k = 0; k < size; k++) value |= bytes[at + k]! << (k * 8);
      at += size;
      const run = Math.min(header >>> 1, count - done);
      output.fill(value >>> 0, done, done + run);
      done += run;
    }
  }
  return Math.min(at, to);
}

function readPacked(
  bytes: Uint8Array,
  from: number,
  to: number,
  {
    width,
    output,
    done,
    values,
  }: { width: number; output: Uint8Array | Uint32Array; done: number; values: number },
): void {
  if (from + Math.ceil((values * width) / 8) > to) throw createDamaged('levels end too early');
  if (width === 1) {
    for (let k = 0; k < values; k++) output[done + k] = (bytes[from + (k >> 3)]! >> (k & 7)) & 1;
    return;
  }
  if (width === 8) {
    for (let k = 0; k < values; k++) output[done + k] = bytes[from + k]!;
    return;
  }
  // a double holds the 39 bits that a number of up to 32 bits may lie in
  const mask = 2 ** width;
  let at = from;
  let held = 0;
  let bits = 0;
  if (width <= 24) {
    for (let k = 0; k < values; k++) {
      while (bits < width) {
        held |= bytes[at++]! << bits;
        bits += 8;
      }
      output[done + k] = held & (mask - 1);
      held >>>= width;
      bits -= width;
    }
    return;
  }
  for (let k = 0; k < values; k++) {
    while (bits < width) {
      held += bytes[at++]! * 2 ** bits;
      bits += 8;
    }
    output[done + k] = held % mask;
    held = Math.floor(held / mask);
    bits -= width;
  }
}

/** Bits that a level of at most so much takes. */
export function toBitWidth(most: number): number {
  return 32 - Math.clz32(most);
}
