import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { toPieces, toZip } from '../../src/export/zip';
import { openEntry, readDirectory } from '../../src/import/pack/zip';

const date = new Date('2026-03-04T05:06:08Z');

async function unpack(zip: Blob): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const entry of await readDirectory(zip))
    found[entry.path] = await new Response(await openEntry(zip, entry)).text();
  return found;
}

test('parts come back under their names, stored or deflated, empty ones too', async () => {
  const zip = await toZip(
    [
      { path: 'a.txt', blob: new Blob(['hello']) },
      { path: 'data/表格 😀.json', blob: new Blob(['x'.repeat(9000)]), deflate: true },
      { path: 'empty', blob: new Blob([]) },
    ],
    { date },
  );
  expect(await unpack(zip)).toEqual({ 'a.txt': 'hello', 'data/表格 😀.json': 'x'.repeat(9000), empty: '' });
  expect(zip.size).toBeLessThan(600);
});

test('another program takes it, and the same parts at the same time give the same bytes', async () => {
  const parts = [
    { path: 'a.txt', blob: new Blob(['hello']) },
    { path: 'b.txt', blob: new Blob(['there']), deflate: true },
  ];
  const [zip, again] = [await toZip(parts, { date }), await toZip(parts, { date })];
  expect(await zip.bytes()).toEqual(await again.bytes());
  const folder = mkdtempSync(path.join(tmpdir(), 'quire-zip-'));
  try {
    writeFileSync(path.join(folder, 'x.zip'), Buffer.from(await zip.arrayBuffer()));
    const said = execFileSync('python3', ['-m', 'zipfile', '-t', path.join(folder, 'x.zip')], {
      encoding: 'utf8',
    });
    expect(said).toContain('Done testing');
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('more files than two bytes can count are listed all the same', async () => {
  const blob = new Blob(['x']);
  const zip = await toZip(
    Array.from({ length: 66_000 }, (_, k) => ({ path: `f${k}`, blob, crc: 0x8cdc1683 })),
    { date },
  );
  const entries = await readDirectory(zip);
  expect([entries.length, entries.at(-1)!.path]).toEqual([66_000, 'f65999']);
  expect(await new Response(await openEntry(zip, entries.at(-1)!)).text()).toBe('x');
});

test('a part of more than four gigabytes, and one behind it, have their places in eight bytes', async () => {
  const size = 2 ** 32 + 5;
  // only its size is asked for; what stands behind it is in the directory
  const large = Object.defineProperty(new Blob([]), 'size', { value: size });
  const pieces = await toPieces(
    [
      { path: 'large', blob: large, crc: 0 },
      { path: 'small', blob: new Blob(['x']), crc: 0x8cdc1683 },
    ],
    { date },
  );
  const headers = pieces.filter((piece) => piece instanceof Uint8Array);
  const bytes = new DataView(await new Blob(headers).arrayBuffer());
  const find = (mark: number, from = 0) => {
    for (let at = from; at < bytes.byteLength - 4; at++) if (bytes.getUint32(at, true) === mark) return at;
    throw new Error(`no mark: ${mark}`);
  };
  const entry = find(0x02014b50);
  expect(bytes.getUint32(entry + 24, true)).toBe(0xffffffff);
  expect(bytes.getBigUint64(entry + 46 + 5 + 4, true)).toBe(BigInt(size));
  const second = find(0x02014b50, entry + 4);
  expect(bytes.getUint32(second + 42, true)).toBe(0xffffffff);
  expect(bytes.getBigUint64(second + 46 + 5 + 4, true)).toBeGreaterThan(BigInt(size));
  expect(find(0x06064b50)).toBeGreaterThan(second);
});
