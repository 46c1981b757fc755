import { inflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { createZipStream, packHere } from '../../src/export/zipStream';

const encoder = new TextEncoder();
const toPiece = (name: string, k: number) => encoder.encode(`${name} ${k} `.repeat(500));

/** An archive of two packed parts around one that is stored, whose pieces are packed late. */
async function write(push: (bytes: Uint8Array<ArrayBuffer>) => void): Promise<void> {
  const pack = () => {
    const packPart = packHere();
    return async (bytes: Uint8Array<ArrayBuffer>, isLast: boolean) => {
      await new Promise((done) => setTimeout(done));
      return packPart(bytes, isLast);
    };
  };
  const zip = createZipStream(push, { pack });
  for (const name of ['first', 'second']) {
    const part = await zip.open(name);
    for (let k = 0; k < 20; k++) await part.write(toPiece(name, k));
    await part.close();
    if (name === 'first') await zip.store('between', encoder.encode('as it is'));
  }
  await zip.finish();
}

test('parts come one after another, whenever they are packed, and only their ends tell their sums', async () => {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  await write((bytes) => void pieces.push(bytes));
  const bytes = Buffer.concat(pieces);
  const listed = bytes.readUInt32LE(bytes.length - 6);
  const found: unknown[] = [];
  for (let at = listed; bytes.readUInt32LE(at) === 0x02014b50;) {
    const [packed, size, length] = [20, 24, 28].map((field) => bytes.readUInt32LE(at + field));
    const offset = bytes.readUInt32LE(at + 42);
    const name = bytes.toString('utf8', at + 46, at + 46 + (length! & 0xffff));
    const method = bytes.readUInt16LE(offset + 8);
    const own = [18, 22].map((field) => bytes.readUInt32LE(offset + field));
    const start = offset + 30 + name.length;
    const body = bytes.subarray(start, start + packed!);
    const text = String(method === 8 ? inflateRawSync(body) : body);
    found.push({ name, method, own, size, length: text.length, end: text.slice(-9) });
    at += 46 + name.length;
  }
  const size = (name: string) =>
    Array.from({ length: 20 }, (_, k) => toPiece(name, k).length).reduce((a, b) => a + b);
  expect(found).toEqual([
    { name: 'first', method: 8, own: [0, 0], size: size('first'), length: size('first'), end: 'first 19 ' },
    { name: 'between', method: 0, own: [8, 8], size: 8, length: 8, end: 'as it is' },
    {
      name: 'second',
      method: 8,
      own: [0, 0],
      size: size('second'),
      length: size('second'),
      end: 'econd 19 ',
    },
  ]);
});

test('whoever writes is told that nothing more can be written', async () => {
  let left = 5;
  const written = write(() => {
    if (--left < 0) throw new DOMException('stopped', 'AbortError');
  });
  await expect(written).rejects.toThrow('stopped');
});
