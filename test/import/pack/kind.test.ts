import { existsSync, openAsBlob, readdirSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { findKind } from '../../../src/import/pack/kind';
import { createRandom } from '../../random';
import { createEncoder } from '../text/legacyEncoder';
import { makeZip } from './makeZip';

const kindOf = (...parts: BlobPart[]) => findKind(new Blob(parts));
const latin = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0));
const zipOf = (names: string[], data = '') => makeZip(names.map((name) => ({ name, data })));

describe('texts', () => {
  test.each([
    'a,b\n1,2\n',
    '\ufeffa,b\n',
    'a\0\0\0,b\n1,2\n',
    '[x],y\n1,2\n',
    '[1,2],3\n',
    '{a},{b}\n',
    '{"a":1},2\n',
    '[1] see note\n',
    'PAR1,PAR2\n1,2\n',
    'PARENT_ID,NAME\n',
    'ARROW1,x\n',
    'id,x,y,zDUCKS\n',
    'FEA1;b\n',
    'BM;x\n',
    'MZ,1\n',
    '<5,>7\n',
    'GIFT,price\n',
    'ORC,elf\n',
    '\t\ta\n',
    '1\n2\n3\n',
    '"a","b"\n',
    'PK,number\n',
  ])('%j is one', async (text) => {
    expect(await kindOf(text)).toEqual({ kind: 'text' });
  });

  test('in any encoding', async () => {
    for (const label of ['utf-16le', 'utf-16be', 'gb18030', 'shift_jis']) {
      expect(await kindOf(createEncoder(label)('\t\t番号,名前\n1,東京都\n'))).toEqual({ kind: 'text' });
    }
    expect(await kindOf(createEncoder('utf-16le')('\ufeffid\tname\r\n'))).toEqual({ kind: 'text' });
  });

  test('nothing at all is empty', async () => {
    expect(await kindOf('')).toEqual({ kind: 'empty' });
  });
});

describe('JSON', () => {
  test.each<[string, boolean]>([
    ['[]', false],
    ['{}', false],
    [' \n [ {"a": 1.5e3, "b": [true, null, "x\\"y"]} ]\n', false],
    ['\ufeff{"rows":[{"id":1}]}', false],
    ['{"a":1}\n{"a":2}\n', true],
    ['{"a":1}\r\n\r\n{"a":2}', true],
    ['[1,"x"]\n[2,"y"]\n', true],
    [`[${'{"a":"some text, 北京"},'.repeat(5000)}`, false],
    [`{"a":"${'x'.repeat(100_000)}"}`, false],
    [`{"a":1}\n{"b":"${'x'.repeat(100_000)}"}`, true],
    [`[${'123456789,'.repeat(10_000)}1]`, false],
  ])('in form %#', async (text, lines) => {
    expect(await kindOf(text)).toEqual({ kind: 'json', lines });
    expect(await kindOf(createEncoder('utf-16le')(`\ufeff${text}`))).toEqual({ kind: 'json', lines });
  });

  test.each(['[1,,2]', '{"a" 1}', '{"a":1,}', '{a:1}', '[1 2]', '{"a":1]', '{"a":"x\ny"}', ']', '['])(
    '%j is none, unless the file is named so: then its reader says what is wrong',
    async (text) => {
      expect(await kindOf(text)).toEqual({ kind: 'text' });
      expect(await findKind(new File([text], 'a.JSON'))).toEqual({ kind: 'json', lines: false });
    },
  );
});

test('a table of values under a name of JSON is a text', async () => {
  const kinds = ['id,name\n1,tea\n', 'a;b\r\n1;2', 'id\tname\n1\ttea\n'].map((text) =>
    findKind(new File([text], 'a.json')),
  );
  expect(await Promise.all(kinds)).toEqual(kinds.map(() => ({ kind: 'text' })));
});

describe('workbooks', () => {
  test.each([
    [['[Content_Types].xml', 'xl/workbook.xml'], 'xlsx'],
    [['[Content_Types].xml', 'XL\\Workbook.xml'], 'xlsx'],
    [['[Content_Types].xml', 'xl/workbook.bin'], 'xlsb'],
    [['[Content_Types].xml', 'other/workbook.xml'], 'xlsx'],
  ])('%j', async (names, format) => {
    expect(await kindOf(zipOf(names))).toEqual({ kind: 'excel', format, encrypted: false });
  });

  test('OpenDocument says what it is', async () => {
    const named = (type: string) =>
      zipOf(['mimetype', 'content.xml'], `application/vnd.oasis.opendocument.${type}`);
    expect(await kindOf(named('spreadsheet'))).toEqual({ kind: 'excel', format: 'ods', encrypted: false });
    expect(await kindOf(named('text'))).toEqual({ kind: 'foreign', name: 'OpenDocument' });
  });

  test.each([
    ['Workbook', { kind: 'excel', format: 'xls', encrypted: false }],
    ['Book', { kind: 'excel', format: 'xls', encrypted: false }],
    ['EncryptedPackage', { kind: 'excel', format: 'xlsx', encrypted: true }],
    ['WordDocument', { kind: 'foreign', name: 'Word' }],
  ])('a compound file with %s', async (name, kind) => {
    expect(await kindOf(makeCompound(name))).toEqual(kind);
  });

  test('a damaged compound file is looked at without end or error', async () => {
    const random = createRandom(2);
    for (let round = 0; round < 300; round++) {
      const bytes = makeCompound('Workbook');
      for (let hit = 0; hit < 8; hit++) bytes[8 + random.below(bytes.length - 8)] = random.below(256);
      expect(['excel', 'foreign']).toContain(
        (await kindOf(bytes.subarray(0, 8 + random.below(bytes.length)))).kind,
      );
    }
  });

  test('what web sites save as .xls', async () => {
    const html =
      '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body><table><tr><td>1</td></tr></table>';
    const xml = '<?xml version="1.0"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">';
    expect(await kindOf(html)).toMatchObject({ kind: 'excel', format: 'html' });
    expect(await kindOf('\r\n<!-- made by hand --><TABLE border=1>')).toMatchObject({ format: 'html' });
    expect(await kindOf(createEncoder('utf-16le')(`\ufeff${html}`))).toMatchObject({ format: 'html' });
    expect(await kindOf(`\ufeff${xml}`)).toMatchObject({ kind: 'excel', format: 'xml' });
    expect(await kindOf('<?xml version="1.0"?><rss/>')).toEqual({ kind: 'foreign', name: 'XML' });
  });

  test('a sheet of the first versions of Excel, without a container', async () => {
    expect(await kindOf(Uint8Array.of(9, 8, 16, 0, 0, 6, 5, 0, 0x54, 0x38))).toMatchObject({ format: 'xls' });
  });
});

describe('other files', () => {
  test.each<[string, Uint8Array<ArrayBuffer>]>([
    ['gzip', Uint8Array.from(gzipSync('a,b\n'))],
    ['zip', zipOf(['a.csv', 'b.csv'])],
    ['zip', zipOf([])],
    ['zip', zipOf(['a.csv']).subarray(0, 30)],
    ['parquet', latin('PAR1\x15\0\x15\x1c data PAR1')],
    ['duckdb', latin('\x01\x02\x03\x04\x05\x06\x07\x08DUCK\x40\0\0\0\0\0\0\0')],
  ])('%s', async (kind, bytes) => {
    expect(await kindOf(bytes)).toEqual({ kind });
  });

  test.each([
    ['file', 'ARROW1\0\0\xff\xff\xff\xff'],
    ['stream', '\xff\xff\xff\xff\x78\0\0\0\x10\0\0\0\0\0\x0a\0'],
    ['feather', 'FEA1\0\0\0\0\x01\x02'],
  ])('an Arrow %s', async (format, bytes) => {
    expect(await kindOf(latin(bytes))).toEqual({ kind: 'arrow', format });
  });

  test.each([
    ['PDF', '%PDF-1.7\n'],
    ['PNG', '\x89PNG\r\n\x1a\n'],
    ['JPEG', '\xff\xd8\xff\xe0\0'],
    ['SQLite', 'SQLite format 3\0'],
    ['7z', '7z\xbc\xaf\x27\x1c\0'],
    ['RAR', 'Rar!\x1a\x07\x01\0'],
    ['Zstandard', '\x28\xb5\x2f\xfd\x04'],
    ['bzip2', 'BZh91AY&SY\x12'],
    ['TAR', `${'a.csv'.padEnd(257, '\0')}ustar\0`],
    ['Parquet (encrypted)', 'PARE\0\x01'],
    ['SAS', `${'\0'.repeat(12)}\xc2\xea\x81\x60\xb3\x14\x11\xcf`],
  ])('%s is named', async (name, bytes) => {
    expect(await kindOf(latin(bytes))).toEqual({ kind: 'foreign', name });
  });

  test('Word and PowerPoint files are no archives of tables', async () => {
    expect(await kindOf(zipOf(['word/document.xml']))).toEqual({ kind: 'foreign', name: 'Word' });
    expect(await kindOf(zipOf(['ppt/presentation.xml']))).toEqual({ kind: 'foreign', name: 'PowerPoint' });
  });

  test('noise is neither a text nor anything else with a name', async () => {
    const random = createRandom(8);
    const noise = Uint8Array.from({ length: 5000 }, () => random.below(256));
    expect(await kindOf(noise)).toEqual({ kind: 'foreign', name: '?' });
  });
});

const corpora = process.env.QUIRE_CORPORA ?? path.join(import.meta.dirname, '../../../../shared/corpora');

describe.skipIf(!existsSync(corpora))('the corpora, where they are there (QUIRE_CORPORA)', () => {
  const filesIn = (folder: string) =>
    readdirSync(path.join(corpora, folder), { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name));
  const kindsIn = async (files: string[]) =>
    Promise.all(files.map(async (file) => ({ file, ...(await findKind(await openAsBlob(file))) })));

  test('every workbook is one', async () => {
    const files = filesIn('excel-truth/in').filter((file) => /\.xls[xbm]?$/.test(file));
    const others = (await kindsIn(files)).filter(({ kind }) => kind !== 'excel');
    expect([files.length > 100, others]).toEqual([true, []]);
  });

  test('every polluted CSV is a text', async () => {
    const files = filesIn('pollock').filter((file) => file.endsWith('.csv'));
    const others = (await kindsIn(files)).filter(({ kind }) => kind !== 'text' && kind !== 'empty');
    expect([files.length > 50, others]).toEqual([true, []]);
  });

  test('every Parquet file is one', async () => {
    const files = filesIn('parquet-testing/data').filter((file) => file.endsWith('.parquet'));
    const others = (await kindsIn(files)).filter(
      ({ kind, ...rest }) => kind !== 'parquet' && !('name' in rest),
    );
    expect([files.length > 50, others]).toEqual([true, []]);
  });
});

/** A compound file that holds one stream, or rather says so. */
function makeCompound(name: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(512 * 3);
  const view = new DataView(bytes.buffer);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  view.setUint16(30, 9, true);
  // the directory is in the second sector, the table of sectors in the first
  view.setUint32(48, 1, true);
  view.setUint32(76, 0, true);
  view.setUint32(512 + 4, 0xfffffffe, true);
  ['Root Entry', name].forEach((text, index) => {
    const at = 1024 + index * 128;
    bytes.set(createEncoder('utf-16le')(text), at);
    view.setUint16(at + 64, text.length * 2 + 2, true);
    view.setInt32(at + 68, -1, true);
    view.setInt32(at + 72, -1, true);
    view.setInt32(at + 76, index === 0 ? 1 : -1, true);
  });
  return bytes;
}
