import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isSealed, seal, toMaster, unseal } from '../../src/export/seal';
import { Problem } from '../../src/lib/problem';

const HEADER = 64;
const SUM = 8;
/** A whole chunk of a quick file, with its seal and its sum. */
const CHUNK = 1000 + 16 + SUM;
const quick = { rounds: 1000, chunk: 1000 };
const content = new Uint8Array(2500).map((_, k) => (k * 7) % 251);

const hex = (bytes: ArrayBuffer) => Buffer.from(bytes).toString('hex');
const toShort = async (...parts: (Uint8Array | number[])[]) => {
  const bytes = Uint8Array.from(parts.flatMap((part) => [...part]));
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes), 0, SUM);
};
const utf8 = (text: string) => new TextEncoder().encode(text);

async function refuse(file: Blob, passphrase = 'secret'): Promise<string> {
  try {
    await unseal(file, passphrase);
    return 'opened';
  } catch (error) {
    if (error instanceof Problem) return error.code;
    throw error;
  }
}

// RFC 7914, section 11: the first 32 of their 64 bytes, which PBKDF2 gives whatever the length asked for
test('the key of a passphrase is the one of the published vectors', async () => {
  expect(hex(await toMaster('passwd', utf8('salt'), 1))).toBe(
    '55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc',
  );
  expect(hex(await toMaster('Password', utf8('NaCl'), 80_000))).toBe(
    '4ddcd8f60b98be21830cee5ef22701f9641a4418d04c0414aeff08876b34ab56',
  );
});

test('a passphrase is the same however its letters are put together', async () => {
  const sealed = await seal(new Blob([content]), 'caf\u00e9', quick);
  expect(await (await unseal(sealed, 'cafe\u0301')).bytes()).toEqual(content);
});

test('what was sealed comes back, whatever its length in chunks', async () => {
  for (const size of [0, 1, 999, 1000, 1001, 2000, 2500]) {
    const sealed = await seal(new Blob([content.slice(0, size)]), 'secret', quick);
    expect(await isSealed(sealed)).toBe(true);
    expect(await (await unseal(sealed, 'secret')).bytes()).toEqual(content.slice(0, size));
  }
});

test('two sealings of the same file under the same passphrase have nothing in common but the header', async () => {
  const [one, other] = await Promise.all(
    [0, 1].map(async () => (await seal(new Blob([content]), 'secret', quick)).bytes()),
  );
  const same = one!.slice(64).filter((byte, at) => byte === other![64 + at]).length;
  expect(same / (one!.length - 64)).toBeLessThan(0.02);
});

test('by itself a passphrase takes 600,000 rounds', async () => {
  const sealed = await seal(new Blob(['x']), 'secret');
  expect(new DataView(await sealed.arrayBuffer()).getUint32(8)).toBe(600_000);
});

test('a wrong passphrase is told from a damaged file', async () => {
  const sealed = await seal(new Blob([content]), 'secret', quick);
  expect(await refuse(sealed, 'Secret')).toBe('quire-passphrase');
  expect(await refuse(sealed.slice(0, -1))).toBe('quire-damaged');
  expect(await refuse(sealed)).toBe('opened');
});

test('bytes that came otherwise, anywhere, are told as damage, and nothing is opened', async () => {
  const sealed = await (await seal(new Blob([content.slice(0, 1200)]), 'secret', quick)).bytes();
  for (let at = 0; at < sealed.length; at += at < 70 ? 1 : 37) {
    const changed = sealed.slice();
    changed[at]! ^= 1;
    expect([at, await refuse(new Blob([changed]))]).toEqual([at, 'quire-damaged']);
  }
});

test('a file that ends too early, between two chunks too, is told as damaged', async () => {
  const sealed = await seal(new Blob([content]), 'secret', quick);
  const between = [0, 1, 2].map((k) => HEADER + k * CHUNK);
  const within = Array.from({ length: 17 }, (_, k) => Math.floor((sealed.size * k) / 17));
  for (const size of [...between, ...within, sealed.size - 1])
    expect([size, await refuse(sealed.slice(0, size))]).toEqual([size, 'quire-damaged']);
});

test('a change whose sums were put right is told as a change', async () => {
  const sealed = await (await seal(new Blob([content]), 'secret', quick)).bytes();
  const last = HEADER + 2 * CHUNK;
  for (let at = HEADER; at < sealed.length; at += 149) {
    const from = HEADER + Math.floor((at - HEADER) / CHUNK) * CHUNK;
    const end = Math.min(from + CHUNK, sealed.length) - SUM;
    if (at >= end) continue;
    const changed = sealed.slice();
    changed[at]! ^= 1;
    const sum = await toShort(changed.slice(from, end), [from === last ? 1 : 0]);
    changed.set(sum, end);
    expect([at, await refuse(new Blob([changed]))]).toEqual([at, 'quire-changed']);
  }
});

test('chunks that are left out, put elsewhere, added or taken from another file are told', async () => {
  const sealed = await seal(new Blob([content]), 'secret', quick);
  const other = await seal(new Blob([content]), 'secret', quick);
  const part = (file: Blob, k: number) => file.slice(HEADER + k * CHUNK, HEADER + (k + 1) * CHUNK);
  const header = sealed.slice(0, HEADER);
  const [a, b, c] = [0, 1, 2].map((k) => part(sealed, k));
  const files = {
    whole: [header, a, b, c],
    first: [header, b, c],
    middle: [header, a, c],
    last: [header, a, b],
    none: [header],
    order: [header, b, a, c],
    twice: [header, a, b, c, c],
    foreign: [header, a, part(other, 1), c],
    header: [other.slice(0, HEADER), a, b, c],
  };
  const said: Record<string, string> = {};
  for (const [name, parts] of Object.entries(files)) said[name] = await refuse(new Blob(parts as Blob[]));
  expect(said).toEqual({
    whole: 'opened',
    first: 'quire-changed',
    middle: 'quire-changed',
    last: 'quire-damaged',
    none: 'quire-damaged',
    order: 'quire-changed',
    twice: 'quire-damaged',
    foreign: 'quire-changed',
    header: 'quire-changed',
  });
});

test('of the form without sums, a change and damage are refused as one of the two', async () => {
  const sealed = new Uint8Array(readFileSync('test/data/quire/format-1-sealed.quire'));
  const changed = sealed.slice();
  changed[sealed.length >> 1]! ^= 1;
  expect(await refuse(new Blob([changed]), 'green tea')).toBe('quire-unsound');
  expect(await refuse(new Blob([sealed.slice(0, -1)]), 'green tea')).toBe('quire-unsound');
  expect(await refuse(new Blob([sealed]), 'green tea')).toBe('opened');
});

test('a header that asks for hours of work is refused at once', async () => {
  const bytes = await (await seal(new Blob(['x']), 'secret', quick)).bytes();
  new DataView(bytes.buffer).setUint32(8, 2 ** 32 - 1);
  bytes.set(await toShort(bytes.slice(0, 56)), 56);
  expect(await refuse(new Blob([bytes]))).toBe('quire-changed');
});
