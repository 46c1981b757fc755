import { describe, expect, test } from 'vitest';
import { openEntry, readDirectory } from '../../../src/import/pack/zip';
import { createEncoder } from '../text/legacyEncoder';
import type { ZipOptions, ZipPart } from './makeZip';
import { makeZip } from './makeZip';

const zip = (parts: readonly ZipPart[], options?: ZipOptions) => new File([makeZip(parts, options)], 'a.zip');

async function readAll(file: Blob): Promise<Record<string, string>> {
  const texts: Record<string, string> = {};
  for (const entry of await readDirectory(file)) {
    texts[entry.path] = await new Response(await openEntry(file, entry)).text();
  }
  return texts;
}

const two: ZipPart[] = [
  { name: 'a.csv', data: 'x,y\n1,2\n' },
  { name: 'folder/b.csv', data: 'x,y\n3,4\n'.repeat(50), method: 0 },
];
const texts = { 'a.csv': 'x,y\n1,2\n', 'folder/b.csv': 'x,y\n3,4\n'.repeat(50) };

describe('the directory', () => {
  test('lists the files with what is said of them', async () => {
    const [a, b] = await readDirectory(zip(two));
    expect(a).toMatchObject({ path: 'a.csv', bytes: 8, method: 8, encrypted: false });
    expect(b).toMatchObject({ path: 'folder/b.csv', bytes: 400, packedBytes: 400, method: 0 });
  });

  test.each<[string, ZipOptions]>([
    ['plain', {}],
    ['with a comment', { comment: 'made by hand' }],
    ['with a comment that looks like an end', { comment: 'PK\x05\x06'.padEnd(40, '\0') }],
    ['behind a program that unpacks it', { before: 'MZ some program'.repeat(100) }],
    ['in the long form', { zip64: true }],
    ['in the long form, behind a program', { zip64: true, before: 'MZ' }],
  ])('is found %s', async (_, options) => {
    expect(await readAll(zip(two, options))).toEqual(texts);
  });

  test('sizes and places in extra fields are read', async () => {
    expect(await readAll(zip(two.map((part) => ({ ...part, zip64: true }))))).toEqual(texts);
  });

  test('folders, and what macOS adds for itself, are left out', async () => {
    const entries = await readDirectory(
      zip([
        { name: 'folder/', method: 0 },
        { name: '__MACOSX/a.csv', data: 'x' },
        { name: 'folder/.DS_Store', data: 'x' },
        { name: 'folder/a.csv', data: 'x' },
      ]),
    );
    expect(entries.map(({ path }) => path)).toEqual(['folder/a.csv']);
  });

  test('an archive with nothing in it has no files', async () => {
    expect(await readDirectory(zip([]))).toEqual([]);
  });
});

describe('names', () => {
  const toPaths = async (names: (string | Uint8Array)[], flags = 0) =>
    (await readDirectory(zip(names.map((name) => ({ name, data: 'x', flags }))))).map(({ path }) => path);

  test('UTF-8, said or not', async () => {
    expect(await toPaths(['销售数据.csv'], 0x800)).toEqual(['销售数据.csv']);
    expect(await toPaths(['销售数据.csv'])).toEqual(['销售数据.csv']);
  });

  test('GBK, as Windows in China writes them', async () => {
    const encode = createEncoder('gb18030');
    const names = ['2024年/销售数据.csv', '2024年/客户.csv', 'readme.txt'];
    expect(await toPaths(names.map(encode))).toEqual(names);
  });

  test('code page 437, as the format wants them', async () => {
    expect(
      await toPaths([Uint8Array.of(0x72, 0x82, 0x73, 0x75, 0x6d, 0x82, 0x2e, 0x63, 0x73, 0x76)]),
    ).toEqual(['résumé.csv']);
  });

  test('nothing in a name leads out of the archive, or hides its ending', async () => {
    const names = [
      '../../etc/passwd',
      'C:\\data\\a.csv',
      '/b.csv',
      './c.csv',
      'd\u202evsc.exe',
      'e\u0007.csv',
    ];
    expect(await toPaths(names, 0x800)).toEqual([
      'etc/passwd',
      'data/a.csv',
      'b.csv',
      'c.csv',
      'dvsc.exe',
      'e.csv',
    ]);
  });

  test('files of one name are all there, and told apart', async () => {
    expect(await toPaths(['a.csv', '../a.csv', 'a.csv'])).toEqual(['a.csv', 'a.csv (2)', 'a.csv (3)']);
  });
});

describe('what is wrong is said', () => {
  const open = async (part: Omit<ZipPart, 'name'>, maxBytes?: number) => {
    const file = zip([{ name: 'a.csv', data: 'x,y\n1,2\n'.repeat(1000), ...part }]);
    const [entry] = await readDirectory(file);
    return new Response(await openEntry(file, entry!, { maxBytes })).text();
  };

  test('a password', async () => {
    await expect(open({ flags: 1 })).rejects.toMatchObject({
      code: 'archive-encrypted',
      params: { file: 'a.csv' },
    });
    await expect(open({ flags: 1, method: 99 })).rejects.toMatchObject({ code: 'archive-encrypted' });
  });

  test('a method that is not known', async () => {
    await expect(open({ method: 93 })).rejects.toMatchObject({
      code: 'archive-method',
      params: { file: 'a.csv', method: 'Zstandard' },
    });
  });

  test('more than may come out, before anything does', async () => {
    await expect(open({}, 7999)).rejects.toMatchObject({ code: 'archive-too-large' });
    expect(await open({}, 8000)).toHaveLength(8000);
    await expect(open({ bytes: 600 * 2 ** 20 })).rejects.toMatchObject({
      code: 'archive-too-large',
      params: { file: 'a.csv', limit: 512 },
    });
  });

  test('more than was said stops at once', async () => {
    const file = zip([{ name: 'a.csv', data: new Uint8Array(200 * 2 ** 20), bytes: 1000 }]);
    const [entry] = await readDirectory(file);
    const reader = (await openEntry(file, entry!)).getReader();
    await expect(reader.read()).rejects.toMatchObject({ code: 'archive-damaged' });
  });

  test('fewer bytes than were said, or others', async () => {
    await expect(open({ bytes: 8001 })).rejects.toMatchObject({ code: 'archive-damaged' });
    await expect(open({ crc: 1 })).rejects.toMatchObject({
      code: 'archive-damaged',
      params: { file: 'a.csv' },
    });
    await expect(open({ crc: 1, method: 0 })).rejects.toMatchObject({ code: 'archive-damaged' });
  });

  test('an archive that was cut off anywhere', async () => {
    const whole = makeZip(two);
    for (let end = 0; end < whole.length; end += 7) {
      const file = new File([whole.subarray(0, end)], 'cut.zip');
      await expect(readDirectory(file)).rejects.toMatchObject({
        code: 'archive-damaged',
        params: { file: 'cut.zip' },
      });
    }
  });

  test('a directory with fewer files than it says, or more', async () => {
    await expect(readDirectory(zip(two, { count: 1 }))).rejects.toMatchObject({ code: 'archive-damaged' });
    await expect(readDirectory(zip(two, { count: 3 }))).rejects.toMatchObject({ code: 'archive-damaged' });
  });

  test('bytes changed anywhere end in a problem or in the right text, and in nothing else', async () => {
    const whole = makeZip([{ name: 'a.csv', data: 'x,y\n1,2\n' }]);
    for (let at = 0; at < whole.length; at++) {
      for (const bit of [1, 0x80]) {
        const changed = whole.slice();
        changed[at]! ^= bit;
        const result = await readAll(new Blob([changed])).then(
          (all) => Object.values(all),
          (error: unknown) => error,
        );
        if (Array.isArray(result)) expect(result).toEqual(['x,y\n1,2\n']);
        else expect(result).toMatchObject({ name: 'Problem' });
      }
    }
  });

  test('a reader that stops early lets go of the file', async () => {
    const file = zip([{ name: 'a.csv', data: 'x,y\n'.repeat(1e6) }]);
    const [entry] = await readDirectory(file);
    const reader = (await openEntry(file, entry!)).getReader();
    expect((await reader.read()).value!.length).toBeGreaterThan(0);
    await reader.cancel();
    expect((await reader.read()).done).toBe(true);
  });
});
