import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { isAbort } from '../../../src/lib/problem';
import { gunzip } from '../../../src/import/pack/gzip';

const rows = (from: number, count: number) =>
  Array.from({ length: count }, (_, at) => `${from + at},北京,${(from + at) * 7}\n`).join('');
const unpack = async (...parts: BlobPart[]) => (await gunzip(new File(parts, 'a.csv.gz'))).text();

describe('gunzip', () => {
  test('one part, of any size', async () => {
    for (const text of ['', 'a,b\n', rows(0, 200_000)])
      expect((await unpack(gzipSync(text))) === text).toBe(true);
  });

  test('several parts one after the other are one text', async () => {
    const texts = [rows(0, 5), '', rows(5, 30_000), rows(30_005, 1)];
    expect(await unpack(...texts.map((text) => gzipSync(text)))).toBe(texts.join(''));
  });

  test('bytes that look like the start of a part are left where they are', async () => {
    // packed by nothing, so that the file within stands in the packed bytes as it is
    const inner = gzipSync('inner');
    const outer = gzipSync(Buffer.concat([inner, inner, inner]), { level: 0 });
    const text = await gunzip(new Blob([outer, gzipSync('x')]));
    expect(new Uint8Array(await text.arrayBuffer())).toEqual(
      Uint8Array.from(Buffer.concat([inner, inner, inner, Buffer.from('x')])),
    );
  });

  test('a file that was cut off, or that others were added to, is refused', async () => {
    const whole = gzipSync(rows(0, 1000));
    const wrong = [whole.subarray(0, -1), whole.subarray(0, 500), whole.subarray(0, 5), Buffer.from('a,b\n')];
    for (const bytes of wrong) {
      await expect(unpack(bytes)).rejects.toMatchObject({
        code: 'archive-damaged',
        params: { file: 'a.csv.gz' },
      });
    }
    await expect(unpack(whole, whole.subarray(0, 40))).rejects.toMatchObject({ code: 'archive-damaged' });
  });

  test('a changed byte is found', async () => {
    const changed = gzipSync(rows(0, 1000));
    changed[changed.length >> 1]! ^= 4;
    await expect(unpack(changed)).rejects.toMatchObject({ code: 'archive-damaged' });
  });

  test('what would be too large is stopped on the way', async () => {
    const seen: number[] = [];
    const bomb = new File([gzipSync(new Uint8Array(300 * 2 ** 20))], 'bomb.gz');
    const unpacked = gunzip(bomb, { maxBytes: 1e6, onProgress: (bytes) => seen.push(bytes) });
    await expect(unpacked).rejects.toMatchObject({
      code: 'archive-too-large',
      params: { file: 'bomb.gz', limit: 0 },
    });
    expect(Math.max(0, ...seen)).toBeLessThanOrEqual(1e6);
  });

  test('parts count together', async () => {
    const part = gzipSync(new Uint8Array(1000));
    await expect(gunzip(new Blob([part, part]), { maxBytes: 1999 })).rejects.toMatchObject({
      code: 'archive-too-large',
    });
    expect((await gunzip(new Blob([part, part]), { maxBytes: 2000 })).size).toBe(2000);
  });

  test('it can be stopped', async () => {
    const stop = new AbortController();
    const file = new Blob([gzipSync(rows(0, 300_000))]);
    const stopped = gunzip(file, { signal: stop.signal, onProgress: () => stop.abort() });
    expect(await stopped.catch(isAbort)).toBe(true);
  });
});
