import { expect, test } from 'vitest';
import { isSealed, seal, toMaster, unseal } from '../../src/export/seal';
import { Problem } from '../../src/lib/problem';

const quick = { rounds: 1000, chunk: 1000 };
const content = new Uint8Array(2500).map((_, k) => (k * 7) % 251);

const hex = (bytes: ArrayBuffer) => Buffer.from(bytes).toString('hex');
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

test('a changed byte anywhere is told, and nothing is opened', async () => {
  const sealed = await (await seal(new Blob([content.slice(0, 1200)]), 'secret', quick)).bytes();
  for (let at = 0; at < sealed.length; at += at < 70 ? 1 : 37) {
    const changed = sealed.slice();
    changed[at]! ^= 1;
    expect([at, await refuse(new Blob([changed]))]).toEqual([at, 'quire-damaged']);
  }
});

test('chunks that are left out, put elsewhere, added or taken from another file are told', async () => {
  const sealed = await seal(new Blob([content]), 'secret', quick);
  const other = await seal(new Blob([content]), 'secret', quick);
  const part = (file: Blob, k: number) => file.slice(64 + k * 1016, 64 + (k + 1) * 1016);
  const header = sealed.slice(0, 64);
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
    header: [other.slice(0, 64), a, b, c],
  };
  const said: Record<string, string> = {};
  for (const [name, parts] of Object.entries(files)) said[name] = await refuse(new Blob(parts as Blob[]));
  const { whole, ...rest } = said;
  expect(whole).toBe('opened');
  expect(new Set(Object.values(rest))).toEqual(new Set(['quire-damaged']));
});

test('a header that asks for hours of work is refused at once', async () => {
  const bytes = await (await seal(new Blob(['x']), 'secret', quick)).bytes();
  new DataView(bytes.buffer).setUint32(8, 2 ** 32 - 1);
  const digest = await crypto.subtle.digest('SHA-256', bytes.slice(0, 56));
  bytes.set(new Uint8Array(digest).subarray(0, 8), 56);
  expect(await refuse(new Blob([bytes]))).toBe('quire-damaged');
});
