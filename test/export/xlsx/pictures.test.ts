import { read, utils } from '@e965/xlsx';
import { readXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import type { TablePicture } from '../../../src/export/xlsx/book';
import { writeTables } from '../../../src/export/xlsx/writeTables';
import { xlsx as words } from '../../../src/i18n/xlsx.en';
import type { MadeColumn } from './make';
import { hasPython, makePng, runPython, toTable, unzip } from './make';

const columns: MadeColumn[] = [
  { name: 'city', type: 'VARCHAR', values: ['Paris', '北京'] },
  { name: 'count', type: 'INTEGER', values: [3, 5] },
];
const picture: TablePicture = { png: makePng(80, 41), alt: 'Bar chart: 5 of "8" are 北京', scale: 2 };

/** Two tables, of which the first is a chart's. */
async function write(): Promise<Uint8Array> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  const push = (bytes: Uint8Array<ArrayBuffer>) => void pieces.push(bytes);
  const settings = { totals: false, links: false, notes: false, pictures: true };
  async function* batches() {
    yield await Promise.resolve(toTable(columns));
  }
  const table = { columns, rows: 2, batches };
  await writeTables(
    [
      { ...table, name: 'cities', picture },
      { ...table, name: 'plain' },
    ],
    { settings, push, words: words as unknown as Record<string, string> },
  );
  return new Uint8Array(await new Blob(pieces).arrayBuffer());
}

test('a chart lies beside its rows as large as it was drawn, and says what it shows', async () => {
  const bytes = await write();
  const files = await unzip(bytes);
  const drawing = files['xl/drawings/drawing1.xml']!;
  // a column is left free behind the two of the table, below the header
  expect(drawing).toContain('<xdr:from><xdr:col>3</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>1</xdr:row>');
  // 40 × 20.5 pixels of 9,525 units
  expect(drawing).toContain('<xdr:ext cx="381000" cy="195263"/>');
  expect(drawing).toContain('descr="Bar chart: 5 of &#34;8&#34; are 北京"');
  expect(files['xl/drawings/_rels/drawing1.xml.rels']).toContain('Target="../media/image1.png"');
  expect(files['xl/worksheets/_rels/sheet1.xml.rels']).toContain('Target="../drawings/drawing1.xml"');
  expect(files['xl/worksheets/sheet1.xml']).toMatch(/<drawing r:id="rId1"\/><\/worksheet>$/);
  expect(files['[Content_Types].xml']).toContain('<Default Extension="png" ContentType="image/png"/>');
  expect(Object.keys(files).filter((name) => /drawing|media/.test(name))).toHaveLength(3);
  expect(files['xl/worksheets/sheet2.xml']).not.toContain('<drawing');
});

test('the rows are those of a sheet without it, and the contents say what the chart shows', async () => {
  const bytes = await write();
  const book = read(bytes, { type: 'array' });
  const rows = ['cities', 'plain'].map((name) => utils.sheet_to_json(book.Sheets[name]!, { header: 1 }));
  expect(rows[0]).toEqual(rows[1]);
  expect(book.Sheets['cities']!['!autofilter']).toEqual({ ref: 'A1:B3' });
  expect(book.Sheets['Contents']!['D4']).toMatchObject({ v: picture.alt });
  expect(book.Sheets['Contents']!['D5']).toBeUndefined();
  const { sheets } = await readXlsx(bytes);
  const [image] = sheets.find(({ name }) => name === 'cities')!.images!;
  expect(Buffer.from(image!.data).equals(Buffer.from(picture.png))).toBe(true);
});

test.skipIf(!hasPython('openpyxl') || !hasPython('PIL'))('openpyxl finds it where it lies', async () => {
  const script = `import sys, json, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
print(json.dumps([[sheet.title] + [[i.anchor._from.row, i.anchor._from.col, i.anchor.ext.width, i.width, i.height]
  for i in sheet._images] for sheet in book]))`;
  expect(JSON.parse(await runPython(script, await write()))).toEqual([
    ['Contents'],
    ['cities', [1, 3, 381_000, 80, 41]],
    ['plain'],
  ]);
});
