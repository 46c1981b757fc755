import { inflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { createDeflate } from '../../../src/export/deflate/createDeflate';
import { toCodes, toLengths } from '../../../src/export/deflate/huffman';

/** Packs bytes in pieces of a size, and unpacks them by zlib. */
function pack(bytes: Uint8Array, size = 2 ** 16) {
  const deflate = createDeflate();
  const packed: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += size)
    packed.push(deflate.push(bytes.slice(at, at + size), false));
  packed.push(deflate.push(new Uint8Array(0), true));
  const whole = Buffer.concat(packed);
  return { length: whole.length, back: inflateRawSync(whole) };
}

const isSame = (a: Uint8Array, b: Uint8Array) => Buffer.compare(a, b) === 0;

/** Numbers that are always the same, from 0 to 1. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    return (state >>> 8) / 2 ** 24;
  };
}

function toRandom(length: number, signs: number, seed = 1): Uint8Array {
  const random = createRandom(seed);
  return Uint8Array.from({ length }, () => random() * signs);
}

const rows = new TextEncoder().encode(
  Array.from(
    { length: 20_000 },
    (_, k) => `<row r="${k}"><c r="A${k}"><v>${(k * 7919) % 1000}</v></c></row>`,
  ).join(''),
);

test.for([
  ['nothing', new Uint8Array(0)],
  ['one byte', Uint8Array.of(7)],
  ['a few', new TextEncoder().encode('abcabcabcabc')],
  ['one byte a million times', new Uint8Array(1_000_000).fill(65)],
  ['noise', toRandom(300_000, 256)],
  ['two signs', toRandom(300_000, 2)],
  ['one sign more and more rarely', Uint8Array.from({ length: 2 ** 17 }, (_, k) => 31 - Math.clz32(k + 1))],
  ['rows', rows],
] as const)('zlib unpacks %s as it was', ([, bytes]) => {
  const { back, length } = pack(bytes);
  expect(isSame(back, bytes)).toBe(true);
  expect(length).toBeLessThan(bytes.length * 1.01 + 200);
});

test.for([1, 5, 259, 32_767, 32_768, 32_769])('pieces of %i bytes are one whole', (size) => {
  const bytes = rows.subarray(0, 100_000);
  expect(isSame(pack(bytes, size).back, bytes)).toBe(true);
});

test('what repeats is packed, also beyond the end of a piece', () => {
  expect(pack(rows).length).toBeLessThan(rows.length / 6);
  expect(pack(new Uint8Array(1_000_000).fill(65), 1000).length).toBeLessThan(4000);
});

test('more than is held goes by, and what is too far away is not referred to', () => {
  const noise = toRandom(40_000, 256);
  const bytes = new Uint8Array(5_000_000);
  for (let at = 0, k = 0; at < bytes.length; at += 30_000 + (k++ % 7) * 1500)
    bytes.set(noise.subarray(0, Math.min(noise.length, bytes.length - at)), at);
  for (const size of [2 ** 18, 2 ** 22]) expect(isSame(pack(bytes, size).back, bytes)).toBe(true);
});

test('a thousand small texts of few signs', () => {
  for (let seed = 0; seed < 1000; seed++) {
    const bytes = toRandom(seed % 97, 1 + (seed % 5), seed);
    expect(isSame(pack(bytes, 1 + (seed % 13)).back, bytes)).toBe(true);
  }
});

test('no code is longer than may be, and together they take all the room there is', () => {
  const counts = new Uint32Array(40);
  // as rare as Huffman's tree gets deep
  for (let k = 0, [a, b] = [1, 1]; k < counts.length; k++, [a, b] = [b, a + b]) counts[k] = a;
  for (const limit of [7, 15]) {
    const lengths = toLengths(counts, limit);
    expect(Math.max(...lengths)).toBe(limit);
    expect(lengths.reduce((sum, length) => sum + 2 ** -length, 0)).toBe(1);
    expect(new Set(Array.from(toCodes(lengths), (code, sign) => `${lengths[sign]} ${code}`)).size).toBe(40);
  }
  expect([...toLengths(Uint32Array.of(0, 5, 0), 15)]).toEqual([0, 1, 0]);
});
