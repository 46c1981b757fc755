import { toCodes, toLengths } from './huffman';

type Bytes = Uint8Array<ArrayBuffer>;

/** Signs of lengths begin behind the bytes and the end of a block. */
export const FIRST_LENGTH = 257;
const LITERALS = 286;
const DISTANCES = 30;
const LONGEST = 258;
const END = 256;

/** Of each length its sign, counted from 0, and what is the least of that sign (RFC 1951, 3.2.5). */
export const lengthSigns = new Uint8Array(LONGEST + 1);
const leastLength = new Uint16Array(29);
const lengthBits = new Uint8Array(29);
for (let sign = 0, least = 3; sign < 28; sign++) {
  const bits = sign < 8 ? 0 : (sign >> 2) - 1;
  leastLength[sign] = least;
  lengthBits[sign] = bits;
  lengthSigns.fill(sign, least, least + (1 << bits));
  least += 1 << bits;
}
// the longest has a sign of its own
leastLength[28] = LONGEST;
lengthSigns[LONGEST] = 28;

/** The same of distances: of near ones each, of others every 128th. */
const distanceSigns = new Uint8Array(512);
const leastDistance = new Uint16Array(DISTANCES);
const distanceBits = new Uint8Array(DISTANCES);
for (let sign = 0, least = 1; sign < DISTANCES; sign++) {
  const bits = sign < 4 ? 0 : (sign >> 1) - 1;
  leastDistance[sign] = least;
  distanceBits[sign] = bits;
  for (let distance = least; distance < least + (1 << bits); distance++)
    distanceSigns[toPlace(distance)] = sign;
  least += 1 << bits;
}

function toPlace(distance: number): number {
  return distance <= 256 ? distance - 1 : 256 + ((distance - 1) >> 7);
}

export function toDistanceSign(distance: number): number {
  return distanceSigns[distance <= 256 ? distance - 1 : 256 + ((distance - 1) >> 7)]!;
}

/** What a block is made of: bytes as they are, and `length << 16 | distance` of what has been before. */
export interface Block {
  tokens: Uint32Array;
  count: number;
  /** How often each sign comes. */
  literals: Uint32Array;
  distances: Uint32Array;
}

export function createBlock(most: number): Block {
  return {
    tokens: new Uint32Array(most),
    count: 0,
    literals: new Uint32Array(LITERALS),
    distances: new Uint32Array(DISTANCES),
  };
}

/** Bits on their way out: those that do not fill a byte yet wait for the next. */
export interface BitOut {
  bytes: Bytes;
  at: number;
  held: number;
  count: number;
}

export function putBits(out: BitOut, value: number, bits: number): void {
  out.held |= value << out.count;
  out.count += bits;
  while (out.count >= 8) {
    out.bytes[out.at++] = out.held;
    out.held >>>= 8;
    out.count -= 8;
  }
}

/** A token takes 48 bits at most, and what stands before them is small. */
const TOKEN_BYTES = 6;
const HEADER_BYTES = 1024;

/** Writes a block with codes of its own, and empties it. */
export function writeBlock(out: BitOut, block: Block, isLast: boolean): void {
  const most = out.at + block.count * TOKEN_BYTES + HEADER_BYTES;
  if (most > out.bytes.length) {
    const grown = new Uint8Array(Math.max(most, out.bytes.length * 2));
    grown.set(out.bytes.subarray(0, out.at));
    out.bytes = grown;
  }
  block.literals[END] = 1;
  const literals = toLengths(block.literals, 15);
  const distances = toLengths(block.distances, 15);
  putBits(out, isLast ? 1 : 0, 1);
  putBits(out, 2, 2);
  writeLengths(out, literals, distances);
  const codes = toCodes(literals);
  writeTokens(out, block, { literals, codes, distances, distanceCodes: toCodes(distances) });
  putBits(out, codes[END]!, literals[END]!);
  block.count = 0;
  block.literals.fill(0);
  block.distances.fill(0);
}

/** The order in which lengths of lengths stand (RFC 1951, 3.2.7). */
const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

function writeLengths(out: BitOut, literals: Uint8Array, distances: Uint8Array): void {
  const [literalCount, distanceCount] = [countUsed(literals, FIRST_LENGTH), countUsed(distances, 1)];
  const runs = toRuns([...literals.subarray(0, literalCount), ...distances.subarray(0, distanceCount)]);
  const counts = new Uint32Array(ORDER.length);
  for (const { sign } of runs) counts[sign]!++;
  const lengths = toLengths(counts, 7);
  const codes = toCodes(lengths);
  const orderCount = countUsed(
    Uint8Array.from(ORDER, (sign) => lengths[sign]!),
    4,
  );
  putBits(out, literalCount - FIRST_LENGTH, 5);
  putBits(out, distanceCount - 1, 5);
  putBits(out, orderCount - 4, 4);
  for (const sign of ORDER.slice(0, orderCount)) putBits(out, lengths[sign]!, 3);
  for (const { sign, more, bits } of runs) {
    putBits(out, codes[sign]!, lengths[sign]!);
    putBits(out, more, bits);
  }
}

function countUsed(lengths: Uint8Array, least: number): number {
  let count = lengths.length;
  while (count > least && lengths[count - 1] === 0) count--;
  return count;
}

interface Run {
  sign: number;
  more: number;
  bits: number;
}

/** Lengths one after another, where 16 repeats the last, and 17 and 18 are zeros. */
function toRuns(lengths: readonly number[]): Run[] {
  const runs: Run[] = [];
  for (let at = 0; at < lengths.length;) {
    const length = lengths[at]!;
    let left = 1;
    while (lengths[at + left] === length) left++;
    at += left;
    if (length > 0) {
      runs.push({ sign: length, more: 0, bits: 0 });
      left--;
    }
    while (left > 0) {
      const repeats = Math.min(left, length > 0 ? 6 : 138);
      if (repeats < 3) runs.push({ sign: length, more: 0, bits: 0 });
      else if (length > 0) runs.push({ sign: 16, more: repeats - 3, bits: 2 });
      else if (repeats < 11) runs.push({ sign: 17, more: repeats - 3, bits: 3 });
      else runs.push({ sign: 18, more: repeats - 11, bits: 7 });
      left -= repeats < 3 ? 1 : repeats;
    }
  }
  return runs;
}

interface Codes {
  literals: Uint8Array;
  codes: Uint16Array;
  distances: Uint8Array;
  distanceCodes: Uint16Array;
}

/** Bits go out by sixteen, so that with the next at most 31 wait. */
function writeTokens(out: BitOut, { tokens, count }: Block, codesOf: Codes): void {
  const { literals, codes, distances, distanceCodes } = codesOf;
  const { bytes } = out;
  let { at, held, count: bits } = out;
  for (let k = 0; k < count; k++) {
    const token = tokens[k]!;
    const length = token >>> 16;
    const lengthSign = lengthSigns[length]!;
    const literal = length === 0 ? token : FIRST_LENGTH + lengthSign;
    held |= codes[literal]! << bits;
    bits += literals[literal]!;
    if (bits >= 16) {
      bytes[at] = held;
      bytes[at + 1] = held >>> 8;
      at += 2;
      held >>>= 16;
      bits -= 16;
    }
    if (length === 0) continue;
    const distance = token & 0xffff;
    const sign = toDistanceSign(distance);
    // five bits of a length beside those of a distance's code
    held |= (length - leastLength[lengthSign]!) << bits;
    bits += lengthBits[lengthSign]!;
    if (bits >= 16) {
      bytes[at] = held;
      bytes[at + 1] = held >>> 8;
      at += 2;
      held >>>= 16;
      bits -= 16;
    }
    held |= distanceCodes[sign]! << bits;
    bits += distances[sign]!;
    if (bits >= 16) {
      bytes[at] = held;
      bytes[at + 1] = held >>> 8;
      at += 2;
      held >>>= 16;
      bits -= 16;
    }
    held |= (distance - leastDistance[sign]!) << bits;
    bits += distanceBits[sign]!;
    if (bits >= 16) {
      bytes[at] = held;
      bytes[at + 1] = held >>> 8;
      at += 2;
      held >>>= 16;
      bits -= 16;
    }
  }
  out.at = at;
  out.held = held;
  out.count = bits;
}
