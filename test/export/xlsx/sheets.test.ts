import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { read, utils } from '@e965/xlsx';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import type { PageSheet, Sheet } from '../../../src/export/xlsx/book';
import { createSheetNames } from '../../../src/export/xlsx/sheetNames';
import { measure } from '../../../src/export/xlsx/widths';
import { readTables } from '../../../src/import/excel/readTables';
import { openWorkbook } from '../../../src/import/excel/openWorkbook';
import { readRows } from '../../import/excel/read';
import type { MadeColumn } from './make';
import { hasPython, make, makePng, runPython, toSheet, toTable, unzip } from './make';

const open = (bytes: Uint8Array) => read(bytes, { type: 'array' });
const numbers = (count: number): MadeColumn[] => [
  { name: 'n', type: 'INTEGER', values: Array.from({ length: count }, (_, k) => k + 1), total: 'sum' },
];
const one = (name: string, values: unknown[] = [1]) =>
  toSheet(name, [{ name: 'n', type: 'INTEGER', values }]);

describe('the names of sheets', () => {
  test.for([
    ['a/b\\c?d*e:f[g]', 'a_b_c_d_e_f_g_'],
    ["'quoted'", '’quoted’'],
    ['', 'Sheet'],
    ['  ', 'Sheet'],
    ['History', 'History 2'],
    ['tab\tand\nline', 'tab_and_line'],
    ['x'.repeat(40), 'x'.repeat(31)],
    [`${'x'.repeat(30)}😀`, 'x'.repeat(30)],
    ['客户分群', '客户分群'],
    ['a\ud800b', 'a\ufffdb'],
  ])('%j becomes %j', ([wanted, legal]) => {
    expect(createSheetNames().take(wanted!)).toBe(legal);
  });

  test('are never twice, whatever their case', () => {
    const names = createSheetNames();
    expect(['Sales', 'SALES', 'sales', 'x'.repeat(31), 'x'.repeat(31)].map(names.take)).toEqual([
      'Sales',
      'SALES 2',
      'sales 3',
      'x'.repeat(31),
      `${'x'.repeat(29)} 2`,
    ]);
  });

  test('of parts keep what tells them apart', () => {
    const names = createSheetNames();
    expect(names.takeParts('y'.repeat(40), [' (1 of 2)', ' (2 of 2)'])).toEqual([
      `${'y'.repeat(22)} (1 of 2)`,
      `${'y'.repeat(22)} (2 of 2)`,
    ]);
  });
});

test('Chinese takes two places, marks and joiners none', () => {
  expect([measure('abc'), measure('中文'), measure('e\u0301'), measure('😀'), measure('a\nlonger')]).toEqual([
    3, 4, 1, 2, 6,
  ]);
});

describe('more rows than a sheet holds', () => {
  test('go on in the next, and each says so', async () => {
    const columns = numbers(10);
    const rows = [toTable(numbers(7)), toTable(numbers(3))];
    const { blob, bytes, report } = await make(
      { sheets: [toSheet('数据', columns, { rows })] },
      { mostRows: 6 },
    );
    // a header, four rows, and room for a row of totals
    expect(report.sheets).toEqual([
      { name: '数据 (1 of 3)', rows: 4, of: '数据' },
      { name: '数据 (2 of 3)', rows: 4, of: '数据' },
      { name: '数据 (3 of 3)', rows: 2, of: '数据' },
    ]);
    const files = await unzip(bytes);
    const prompts = [1, 2, 3].map(
      (part) => / prompt="([^"]*)"/.exec(files[`xl/worksheets/sheet${part}.xml`]!)![1],
    );
    expect(prompts).toEqual([
      'Rows 1 to 4. A sheet holds no more: the rows after them are in the next sheet.',
      'Rows 5 to 8. The rows before them are in the sheet before, those after them in the next.',
      'Rows 9 to 10. The rows before them are in the sheet before.',
    ]);
    const book = open(bytes);
    expect(book.SheetNames).toEqual(['Contents', '数据 (1 of 3)', '数据 (2 of 3)', '数据 (3 of 3)']);
    const values = book.SheetNames.slice(1).flatMap((name) =>
      utils.sheet_to_json<number[]>(book.Sheets[name]!, { header: 1, range: 1 }).flat(),
    );
    expect(values).toEqual([1, 2, 3, 4, 5, 6, 7, 1, 2, 3, 34]);
    expect(book.Sheets['数据 (3 of 3)']!['A4']).toMatchObject({
      f: "SUBTOTAL(109,'数据 (1 of 3)'!A2:A5,'数据 (2 of 3)'!A2:A5,'数据 (3 of 3)'!A2:A3)",
      v: 34,
    });
    const contents = utils.sheet_to_json<unknown[]>(book.Sheets['Contents']!, { header: 1, range: 3 });
    expect(contents[0]).toEqual(['数据 (1 of 3)', 4, 1, 'Rows 1 to 4 of the table.']);
    expect((await openWorkbook(blob)).sheets.map(({ name }) => name)).toEqual(book.SheetNames);
  });

  test('a sheet that is just full has no next one', async () => {
    const columns: MadeColumn[] = [{ name: 'n', type: 'INTEGER', values: [1, 2, 3] }];
    const { report } = await make({ sheets: [toSheet('t', columns)] }, { mostRows: 4 });
    expect(report.sheets).toEqual([{ name: 't', rows: 3, of: 't' }]);
  });
});

describe('tables of odd sizes', () => {
  test('without rows there is a header, and no totals', async () => {
    const { bytes, blob } = await make({ sheets: [toSheet('t', numbers(0))] });
    expect(utils.sheet_to_json(open(bytes).Sheets['t']!, { header: 1 })).toEqual([['n']]);
    expect((await openWorkbook(blob)).sheets).toHaveLength(1);
  });

  test('without a batch too', async () => {
    const { bytes } = await make({ sheets: [toSheet('t', numbers(0), { rows: [] })] });
    expect(utils.sheet_to_json(open(bytes).Sheets['t']!, { header: 1 })).toEqual([['n']]);
  });

  test('16,384 columns are written, one more is refused', async () => {
    const wide = (count: number) =>
      Array.from({ length: count }, (_, k) => ({ name: `c${k}`, type: 'INTEGER', values: [] }));
    const { bytes } = await make({ sheets: [toSheet('t', wide(16_384), { rows: [] })] });
    expect((await unzip(bytes))['xl/worksheets/sheet1.xml']).toContain('<c r="XFD1"');
    await expect(make({ sheets: [toSheet('t', wide(16_385), { rows: [] })] })).rejects.toMatchObject({
      code: 'xlsx-too-wide',
      params: { columns: 16_385, most: 16_384 },
    });
  });

  test('twenty sheets are listed in their order, with links', async () => {
    const names = Array.from({ length: 20 }, (_, k) => (k === 3 ? "it's" : `table ${k}`));
    const { bytes } = await make({ sheets: names.map((name) => one(name)) });
    const book = open(bytes);
    expect(book.SheetNames).toEqual(['Contents', ...names]);
    const links = (await readXlsx(bytes)).sheets[0]!.cells!;
    expect(links.get('6,0')!.hyperlink!.location).toBe("'it''s'!A1");
    expect([...links.values()].filter(({ hyperlink }) => hyperlink)).toHaveLength(20);
  });
});

describe('totals', () => {
  test('are formulas that follow the filter, with what they come to', async () => {
    const columns: MadeColumn[] = (['sum', 'average', 'count', 'min', 'max'] as const).map((total) => ({
      name: total,
      type: 'DOUBLE',
      values: [0.1, 0.2, null, 0.7],
      total,
    }));
    const { bytes } = await make({
      sheets: [toSheet('t', [{ name: 'what', type: 'VARCHAR', values: ['a', 'b', 'c', 'd'] }, ...columns])],
    });
    const sheet = open(bytes).Sheets['t']!;
    const cells = ['A', 'B', 'C', 'D', 'E', 'F'].map(
      (letter) => sheet[`${letter}6`] as { v: unknown; f?: string },
    );
    expect(cells.map(({ v, f }) => [v, f])).toEqual([
      ['Total', undefined],
      [1, 'SUBTOTAL(109,B2:B5)'],
      [1 / 3, 'SUBTOTAL(101,C2:C5)'],
      [3, 'SUBTOTAL(103,D2:D5)'],
      [0.1, 'SUBTOTAL(105,E2:E5)'],
      [0.7, 'SUBTOTAL(104,F2:F5)'],
    ]);
    expect(sheet['!autofilter']).toEqual({ ref: 'A1:F5' });
  });

  test('of a column with numbers that are text are left out and told', async () => {
    const { report, bytes } = await make({
      sheets: [toSheet('t', [{ name: 'n', type: 'BIGINT', values: [1n, 10n ** 17n], total: 'sum' }])],
    });
    expect(open(bytes).Sheets['t']!['A4']).toBeUndefined();
    expect(report.losses.map(({ kind }) => kind)).toEqual(['long-number', 'no-total']);
  });
});

test('addresses become links where it is wanted, and nothing else does', async () => {
  const values = [
    'https://example.org/a?b=1&c="2"',
    'mailto:a@example.org',
    'javascript:alert(1)',
    'file:///etc',
    'www.example.org',
    'https://example.org/a b',
  ];
  const { bytes } = await make({
    sheets: [
      toSheet('t', [
        { name: 'url', type: 'VARCHAR', values: ['https://example.org/', ...values], isLink: true },
      ]),
    ],
  });
  const files = await unzip(bytes);
  const targets = [
    ...files['xl/worksheets/_rels/sheet1.xml.rels']!.matchAll(/Target="([^"]*)" TargetMode="External"/g),
  ];
  expect(targets.map(([, target]) => target)).toEqual(['https://example.org/', 'mailto:a@example.org']);
  expect(utils.sheet_to_json(open(bytes).Sheets['t']!, { header: 1 }).flat().slice(2)).toEqual(values);
});

const page: PageSheet = {
  kind: 'page',
  name: 'Report',
  rows: [
    [{ value: 'Report', look: 'title' }],
    ['=1+1', 5, true, null],
    [
      { value: 'orders', to: { sheet: 0 } },
      { value: 'site', to: { url: 'https://example.org/' } },
    ],
  ],
  pictures: [
    { png: makePng(40, 20), row: 4, column: 1, alt: 'sales "by" month' },
    { png: makePng(4, 2), row: 30, column: 0, alt: 'b', width: 80 },
  ],
};
const drawn: Sheet[] = [
  { ...one('orders', [1, 2]), pictures: [{ png: makePng(10, 10), row: 1, column: 3, alt: 'c' }] },
  page,
];

test('pictures lie where they are put, and pages link to sheets', async () => {
  const { bytes } = await make({ sheets: drawn });
  const { sheets } = await readXlsx(bytes);
  const images = sheets.find(({ name }) => name === 'Report')!.images!;
  expect(images.map(({ anchor }) => anchor.from)).toEqual([
    { row: 4, col: 1 },
    { row: 30, col: 0 },
  ]);
  expect(Buffer.from(images[0]!.data).equals(Buffer.from(makePng(40, 20)))).toBe(true);
  const files = await unzip(bytes);
  expect(files['xl/drawings/drawing2.xml']).toContain('cx="762000" cy="381000"');
  const report = open(bytes).Sheets['Report']!;
  expect(report['A2']).toMatchObject({ t: 's', v: '=1+1' });
  expect((report['A3'] as { l: { Target: string } }).l.Target).toBe("#'orders'!A1");
  await expect(
    make({ sheets: [{ ...page, pictures: [{ png: new Uint8Array(50), row: 0, column: 0, alt: '' }] }] }),
  ).rejects.toThrow('not a PNG');
});

test('a long note goes on in the rows below', async () => {
  const sql = 'x'.repeat(70_000);
  const { bytes } = await make({ sheets: [one('t')], notes: [['SQL', sql]] });
  const rows = utils.sheet_to_json<string[]>(open(bytes).Sheets['Notes']!, { header: 1 });
  expect(rows.map(([, text]) => text!.length)).toEqual([32_000, 32_000, 6000]);
});

test('stopping ends it', async () => {
  const controller = new AbortController();
  const onRows = () => controller.abort();
  const rows = [toTable(numbers(3)), toTable(numbers(3))];
  const made = make({ sheets: [toSheet('t', numbers(3), { rows })] }, { signal: controller.signal, onRows });
  await expect(made).rejects.toThrow(/abort/i);
});

describe('the rules of the format', () => {
  const everything: Sheet[] = [
    ...drawn,
    toSheet('links & <b>', [
      { name: 'url', type: 'VARCHAR', values: ['https://example.org/', 'x'.repeat(200)], isLink: true },
      { name: 'n', type: 'DOUBLE', values: [1.5, NaN], total: 'sum' },
      { name: 'd', type: 'TIMESTAMP', values: [1_700_000_000_123_000n, 0n] },
    ]),
  ];
  const ORDER =
    'sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetProtection autoFilter mergeCells conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks ignoredErrors drawing legacyDrawing tableParts'.split(
      ' ',
    );

  test('elements come in their order, relations and types have their parts', async () => {
    const { bytes } = await make({ sheets: everything, notes: [['a']] });
    const files = await unzip(bytes);
    const sheets = Object.keys(files).filter((name) => name.startsWith('xl/worksheets/sheet'));
    for (const name of sheets) {
      const found = ORDER.map((element) => files[name]!.search(new RegExp(`<${element}[ >/]`))).filter(
        (at) => at >= 0,
      );
      expect(found, name).toEqual(found.toSorted((a, b) => a - b));
    }
    const types = files['[Content_Types].xml']!;
    for (const name of Object.keys(files)) {
      const ending = name.split('.').at(-1);
      expect(types.includes(`PartName="/${name}"`) || types.includes(`Extension="${ending}"`), name).toBe(
        true,
      );
    }
    for (const [, part] of types.matchAll(/PartName="\/([^"]+)"/g))
      expect(Object.keys(files)).toContain(part);
    for (const [name, xml] of Object.entries(files)) {
      if (!name.endsWith('.rels')) continue;
      const folder = path.posix.join(path.posix.dirname(name), '..');
      for (const [, target, mode] of xml.matchAll(/Target="([^"]+)"( TargetMode="External")?/g))
        if (!mode) expect(Object.keys(files), name).toContain(path.posix.join(folder, target!));
      const owner = path.posix.join(folder, path.posix.basename(name, '.rels'));
      for (const [, id] of (files[owner] ?? '').matchAll(/r:(?:id|embed)="(\w+)"/g))
        expect(xml).toContain(`Id="${id}"`);
    }
  });

  test('counts are those of what they count, and every style is there', async () => {
    const { bytes } = await make({ sheets: everything });
    const files = await unzip(bytes);
    const styles = files['xl/styles.xml']!;
    const counts = { numFmts: 'numFmt', fonts: 'font', fills: 'fill', borders: 'border', cellXfs: 'xf' };
    for (const [list, item] of Object.entries(counts)) {
      const [, count, inner] = new RegExp(`<${list} count="(\\d+)">(.*?)</${list}>`).exec(styles)!;
      expect(inner!.match(new RegExp(`<${item}[ >]`, 'g'))!.length, list).toBe(Number(count));
    }
    const most = Number(/<cellXfs count="(\d+)"/.exec(styles)![1]);
    const strings = Number(/uniqueCount="(\d+)"/.exec(files['xl/sharedStrings.xml']!)![1]);
    for (const [name, xml] of Object.entries(files)) {
      if (!name.startsWith('xl/worksheets/sheet')) continue;
      for (const [, style] of xml.matchAll(/ s="(\d+)"/g)) expect(Number(style)).toBeLessThan(most);
      for (const [, text] of xml.matchAll(/ t="s"><v>(\d+)</g)) expect(Number(text)).toBeLessThan(strings);
    }
  });

  test.skipIf(!hasPython('lxml'))('every part is XML that a strict parser takes', async () => {
    const { bytes } = await make({ sheets: everything, notes: [['\u0001 & "quotes"', '\ufffe']] });
    const script = `import sys, zipfile
from lxml import etree
z = zipfile.ZipFile(sys.argv[1])
print(sum(etree.fromstring(z.read(n)) is not None for n in z.namelist() if n.endswith(('.xml', '.rels'))))`;
    expect(Number(await runPython(script, bytes))).toBeGreaterThan(12);
  });

  test.skipIf(!hasPython('openpyxl'))(
    'openpyxl sees the frozen row, filters, links, widths, pictures and print titles',
    async () => {
      const { bytes } = await make({ sheets: everything });
      const script = `import sys, json, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
sheet = book['links & <b>']
print(json.dumps({'names': book.sheetnames, 'freeze': sheet.freeze_panes, 'filter': sheet.auto_filter.ref,
  'link': sheet['A2'].hyperlink.target, 'bold': sheet['A1'].font.b, 'format': sheet['C2'].number_format,
  'wrap': sheet['A3'].alignment.wrap_text, 'width': sheet.column_dimensions['A'].width,
  'titles': sheet.print_title_rows, 'created': book.properties.created.isoformat()}))`;
      expect(JSON.parse(await runPython(script, bytes))).toEqual({
        names: ['Contents', 'orders', 'Report', 'links & <b>', 'Notes'],
        freeze: 'A2',
        filter: 'A1:C3',
        link: 'https://example.org/',
        bold: true,
        format: 'yyyy-mm-dd hh:mm:ss.000',
        wrap: true,
        width: 60,
        titles: '$1:$1',
        created: '2026-11-22T08:30:00',
      });
    },
  );

  const hasOffice = spawnSync('soffice', ['--version']).status === 0;
  test.skipIf(!hasOffice)(
    'LibreOffice opens it, with texts as texts and totals as they are',
    { timeout: 120_000 },
    async () => {
      const { bytes } = await make({
        sheets: [
          toSheet('t', [
            { name: 'n', type: 'DOUBLE', values: [1.5, 2.25], total: 'sum' },
            { name: 'id', type: 'VARCHAR', values: ['=1+1', '007'] },
          ]),
        ],
        notes: [['a']],
      });
      const folder = mkdtempSync(path.join(tmpdir(), 'office-'));
      try {
        writeFileSync(path.join(folder, 'made.xlsx'), bytes);
        const profile = `-env:UserInstallation=file://${folder}/profile`;
        const args = [
          profile,
          '--headless',
          '--convert-to',
          'csv:Text - txt - csv (StarCalc):44,34,76,1',
          '--outdir',
          folder,
          path.join(folder, 'made.xlsx'),
        ];
        spawnSync('soffice', args, { timeout: 110_000 });
        expect(readFileSync(path.join(folder, 'made.csv'), 'utf8')).toBe(
          '"n","id"\n1.50,"=1+1"\n2.25,"007"\n3.75,"Total"\n',
        );
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
  );
});

test('our own import reads every sheet', async () => {
  const { blob } = await make({ sheets: [one('a', [1, 2]), one('b', [3])] });
  const rows: unknown[] = [];
  for await (const { batches } of readTables(await openWorkbook(blob), { sheets: ['a', 'b'] }))
    rows.push(await readRows(batches));
  expect(rows).toEqual([[[1], [2]], [[3]]]);
});
