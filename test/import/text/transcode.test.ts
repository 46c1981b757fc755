import { describe, expect, test } from 'vitest';
import { isAbort } from '../../../src/lib/problem';
import { decodeSample, toUtf8Blob } from '../../../src/import/text/transcode';
import { createRandom } from '../../random';
import { languages } from './languages';
import { createEncoder, decode } from './legacyEncoder';

async function toText(blob: Blob): Promise<string> {
  return decode('utf-8', new Uint8Array(await blob.arrayBuffer()));
}

describe('to UTF-8', () => {
  test.each([
    ['gb18030', 'chinese'],
    ['big5', 'taiwanese'],
    ['shift_jis', 'japanese'],
    ['euc-jp', 'japanese'],
    ['euc-kr', 'korean'],
    ['windows-1251', 'russian'],
    ['windows-1252', 'french'],
    ['utf-16le', 'chinese'],
    ['utf-16be', 'greek'],
  ] as const)(
    '%s comes back character for character, also where a piece ends within one',
    async (label, language) => {
      // pieces are of 4 MB: the text is longer, and shifted by a byte from one round to the next
      const line = languages[language];
      const text = `${label.startsWith('utf-16') ? '' : 'x'}${line.repeat(Math.ceil(5e6 / line.length))}`;
      const { blob, replaced } = await toUtf8Blob(new Blob([createEncoder(label)(text)]), label);
      expect(replaced).toBe(0);
      expect((await toText(blob)) === text).toBe(true);
    },
  );

  test('what is UTF-8 already is not copied, and loses its mark', async () => {
    const file = new Blob([Uint8Array.of(0xef, 0xbb, 0xbf), '北京,1\n']);
    expect(await toText((await toUtf8Blob(file, 'utf-8')).blob)).toBe('北京,1\n');
    const plain = new Blob(['a,b\n']);
    expect((await toUtf8Blob(plain, 'UTF8')).blob).toBe(plain);
  });

  test('a mark in the middle stays where it is', async () => {
    const file = new Blob(['\ufeffa\n', '\ufeffb\n']);
    expect(await toText((await toUtf8Blob(file, 'utf-8')).blob)).toBe('a\n\ufeffb\n');
  });

  test('the mark of UTF-16 is left out where the encoding is chosen by hand', async () => {
    const file = new Blob([createEncoder('utf-16le')('\ufeffid\t名\n')]);
    expect(await toText((await toUtf8Blob(file, 'utf-16le')).blob)).toBe('id\t名\n');
  });

  test('zeros are kept', async () => {
    const bytes = createEncoder('gb18030')('北京\0\0,\0\n');
    expect(await toText((await toUtf8Blob(new Blob([bytes]), 'gbk')).blob)).toBe('北京\0\0,\0\n');
  });

  test('each place that stands for no character is counted, but not the signs that were there before', async () => {
    const damaged = new Blob(['a\ufffdb', Uint8Array.of(0xff), 'c', Uint8Array.of(0xe5, 0x8c), '\n\ufffd']);
    const { blob, replaced } = await toUtf8Blob(damaged, 'utf-8');
    expect(replaced).toBe(2);
    expect(await toText(blob)).toBe('a\ufffdb\ufffdc\ufffd\n\ufffd');
    const wide = createEncoder('utf-16le')('a\ufffdb\ud800c');
    expect((await toUtf8Blob(new Blob([wide]), 'utf-16le')).replaced).toBe(1);
    const gb = new Blob([Uint8Array.of(0x84, 0x31, 0xa4, 0x37, 0xb1, 0xb1, 0xff)]);
    expect((await toUtf8Blob(gb, 'gb18030')).replaced).toBe(1);
  });

  test('as many places are counted as the platform replaces, for any bytes', async () => {
    const random = createRandom(4);
    for (let round = 0; round < 200; round++) {
      const bytes = Uint8Array.from({ length: random.below(30) }, () =>
        random.pick([65, 0xe5, 0x8c, 0x97, 0xff, 0xc3]),
      );
      const { blob, replaced } = await toUtf8Blob(new Blob([bytes]), 'utf-8');
      const expected = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
      expect([await toText(blob), replaced]).toEqual([expected, expected.split('\ufffd').length - 1]);
    }
  });

  test('it can be stopped, and tells how far it is', async () => {
    const stop = new AbortController();
    const file = new Blob([new Uint8Array(9e6).fill(0xe9)]);
    const seen: number[] = [];
    const onProgress = (bytes: number) => {
      seen.push(bytes);
      stop.abort();
    };
    const stopped = toUtf8Blob(file, 'windows-1252', { signal: stop.signal, onProgress });
    expect(await stopped.catch(isAbort)).toBe(true);
    expect(seen).toEqual([4 * 2 ** 20]);
  });

  test('an encoding that does not exist is refused by its name', async () => {
    await expect(toUtf8Blob(new Blob(['a']), 'klingon')).rejects.toMatchObject({
      code: 'encoding-unknown',
      params: { encoding: 'klingon' },
    });
  });
});

test('a sample leaves out the character that it ends within', () => {
  const bytes = createEncoder('gb18030')('北京市');
  expect(decodeSample(bytes.subarray(0, 5), 'gb18030')).toBe('北京');
});
