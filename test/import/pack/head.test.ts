import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { maybeGzipHead } from '../../../src/import/pack/head';

const { signal } = new AbortController();

function pack(text: string | Uint8Array): Blob {
  return new Blob([gzipSync(text)]);
}

test('the start of a packed text ends with a whole line', async () => {
  const lines = Array.from({ length: 200_000 }, (_, k) => `${k},value ${k}\n`).join('');
  const head = await maybeGzipHead(pack(lines), { signal, bytes: 2 ** 20 });
  const text = await head!.text();
  expect(lines.startsWith(text)).toBe(true);
  expect(text.endsWith('\n')).toBe(true);
  expect(text.length).toBeGreaterThan(2 ** 20 - 100);
  expect(text.length).toBeLessThan(lines.length);
});

test('of UTF-16 no half of a character is left', async () => {
  const wide = Buffer.from('中文,值\n'.repeat(100_000), 'utf16le');
  const head = await maybeGzipHead(pack(wide), { signal, bytes: 2 ** 19 });
  expect(head!.size % 2).toBe(0);
  expect(head!.size).toBeLessThan(wide.length);
});

test('a text that has no more than its start is left to be unpacked whole, as is a damaged one', async () => {
  expect(await maybeGzipHead(pack('a,b\n1,2\n'), { signal, bytes: 2 ** 20 })).toBeUndefined();
  const damaged = new Blob([gzipSync('x'.repeat(100)).subarray(0, 20)]);
  expect(await maybeGzipHead(damaged, { signal, bytes: 2 ** 20 })).toBeUndefined();
});

test('whoever stops hears of it', async () => {
  const controller = new AbortController();
  controller.abort();
  const head = maybeGzipHead(pack('a\n'.repeat(100_000)), { signal: controller.signal, bytes: 1000 });
  await expect(head).rejects.toMatchObject({ name: 'AbortError' });
});
