import { utils, write } from '@e965/xlsx';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { cellAt, ERROR, FLAG, NUMBER, TEXT, UNKNOWN } from '../../../src/import/excel/cells';
import { openWorkbook } from '../../../src/import/excel/openWorkbook';
import { readTables } from '../../../src/import/excel/readTables';
import { encrypt2007 } from './encrypt2007';
import { makeZip } from './makeXlsx';
import { readRows, toShown } from './read';

const open = (content: string | Uint8Array<ArrayBuffer>, password?: string) =>
  openWorkbook(new Blob([content]), { password });

async function loadFirst(content: string | Uint8Array<ArrayBuffer>) {
  for await (const { batches } of readTables(await open(content))) {
    return { types: batches.columns.map(({ type }) => type), rows: await readRows(batches) };
  }
  throw new Error('no table');
}

function writeBook(bookType: 'biff8' | 'xlsb', more: { date1904?: boolean } = {}): Uint8Array<ArrayBuffer> {
  const sheet = utils.aoa_to_sheet([['id', 'day', 'yes', 'n', 'note']]);
  const rows = [
    { t: 's', v: '007' },
    { t: 'n', v: 45_356, z: 'yyyy-mm-dd' },
    { t: 'b', v: true },
    { t: 'n', v: 1.5, z: '0.00' },
    { t: 'e', v: 0x2a },
  ] as const;
  rows.forEach((cell, column) => (sheet[utils.encode_cell({ r: 1, c: column })] = { ...cell }));
  sheet['!ref'] = 'A1:E2';
  sheet['!merges'] = [utils.decode_range('A3:B4')];
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, '数据');
  utils.book_append_sheet(book, utils.aoa_to_sheet([['x']]), 'hidden');
  book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }], WBProps: { date1904: more.date1904 ?? false } };
  return new Uint8Array(write(book, { type: 'array', bookType }) as ArrayBuffer);
}

describe('XLS and XLSB', () => {
  test.for(['biff8', 'xlsb'] as const)(
    '%s keeps kinds, formats, errors and hidden sheets',
    async (bookType) => {
      const book = await open(writeBook(bookType));
      expect(book.kind).toBe(bookType === 'xlsb' ? 'xlsb' : 'xls');
      expect(book.sheets).toEqual([
        { name: '数据', hidden: false, hasCells: true },
        { name: 'hidden', hidden: true, hasCells: true },
      ]);
      const cells = await book.readSheet(0);
      expect(toShown(cells)[1]).toEqual(['007', '2024-03-05', 'TRUE', '1.50', '#N/A']);
      expect([0, 1, 2, 3, 4].map((column) => cellAt(cells, 1, column)?.kind)).toEqual([
        TEXT,
        NUMBER,
        FLAG,
        NUMBER,
        ERROR,
      ]);
    },
  );

  test('dates of 1904 are not four years off', async () => {
    const cells = await (await open(writeBook('biff8', { date1904: true }))).readSheet(0);
    expect(cells.date1904).toBe(true);
    expect(toShown(cells)[1]![1]).toBe('2028-03-06');
  });

  test('texts of Excel 95 are read by their code page', async () => {
    // BOF, CODEPAGE 936, BOUNDSHEET-less stream of one sheet: LABEL with the bytes of 中文, EOF
    const record = (id: number, ...data: number[]) => [id & 255, id >> 8, data.length, 0, ...data];
    const bytes = [
      ...record(0x0809, 0, 5, 0x10, 0, 0, 0, 0, 0),
      ...record(0x0042, 0xa8, 3),
      ...record(0x0204, 0, 0, 0, 0, 0, 0, 4, 0, 0xd6, 0xd0, 0xce, 0xc4),
      ...record(0x000a),
    ];
    const book = await open(Uint8Array.from(bytes));
    expect(toShown(await book.readSheet(0))).toEqual([['中文']]);
  });

  test('a damaged one says so', async () => {
    const whole = writeBook('biff8');
    await expect(open(whole.slice(0, 600))).rejects.toMatchObject({ code: 'workbook-damaged' });
  });
});

describe('a workbook with a password', () => {
  const make = async (password: string) =>
    Uint8Array.from(
      await writeXlsx({
        sheets: [{ name: 's', rows: [['a'], [42]] }],
        encryption: { password, spinCount: 50 },
      }),
    );

  test('asks for it, refuses another, and opens with it', async () => {
    const bytes = await make('密码 1');
    await expect(open(bytes)).rejects.toMatchObject({ code: 'workbook-locked' });
    await expect(open(bytes, 'password')).rejects.toMatchObject({ code: 'workbook-password' });
    const book = await open(bytes, '密码 1');
    expect(toShown(await book.readSheet(0))).toEqual([['a'], ['42']]);
  });

  test('of Excel itself, which it gives to what is to be read only, asks nobody', async () => {
    expect((await open(await make('VelvetSweatshop'))).kind).toBe('xlsx');
  });

  test('of Excel 2007 opens with it', async () => {
    const bytes = encrypt2007(
      Uint8Array.from(await writeXlsx({ sheets: [{ name: 's', rows: [['b'], [7]] }] })),
      '密码 1',
    );
    await expect(open(bytes, 'password')).rejects.toMatchObject({ code: 'workbook-password' });
    const book = await open(bytes, '密码 1');
    expect(toShown(await book.readSheet(0))).toEqual([['b'], ['7']]);
  }, 60_000);

  test('that is encrypted in an unknown way says so', async () => {
    const bytes = await make('x');
    const at = bytes.findIndex((_, index) =>
      [4, 0, 4, 0, 0x40].every((byte, step) => bytes[index + step] === byte),
    );
    bytes[at] = 3;
    await expect(open(bytes, 'x')).rejects.toMatchObject({ code: 'workbook-encryption' });
  });
});

describe('ODS', () => {
  const make = (tables: string, styles = '') =>
    makeZip({
      mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
      'content.xml':
        `<?xml version="1.0"?><office:document-content><office:automatic-styles>${styles}</office:automatic-styles>` +
        `<office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`,
    });

  test('values are what they say they are', async () => {
    const cell = (type: string, attributes: string, text: string) =>
      `<table:table-cell office:value-type="${type}" ${attributes}><text:p>${text}</text:p></table:table-cell>`;
    const file = make(
      '<table:table table:name="表 1"><table:table-column table:number-columns-repeated="3"/><table:table-row>' +
        cell('float', 'office:value="1.25"', '1,25') +
        cell('percentage', 'office:value="0.5"', '50%') +
        cell('date', 'office:date-value="2024-03-05"', '05.03.24') +
        cell('date', 'office:date-value="2024-03-05T12:30:00"', 'x') +
        cell('time', 'office:time-value="PT26H30M00S"', 'x') +
        cell('boolean', 'office:boolean-value="true"', 'WAHR') +
        cell('string', 'table:formula="of:=A1"', '#REF!') +
        cell(
          'string',
          '',
          'a<text:s text:c="3"/>b<text:tab/>c</text:p><text:p>second<text:line-break/>third',
        ) +
        '<table:table-cell office:value-type="string"><office:annotation><text:p>note</text:p></office:annotation><text:p>own</text:p></table:table-cell>' +
        '</table:table-row></table:table>',
    );
    const book = await openWorkbook(file);
    expect([book.kind, book.sheets[0]!.name]).toEqual(['ods', '表 1']);
    const cells = await book.readSheet(0);
    expect(toShown(cells)).toEqual([
      [
        '1.25',
        '50.00%',
        '2024-03-05',
        '2024-03-05 12:30:00',
        '26:30:00',
        'TRUE',
        '#REF!',
        'a   b\tc\nsecond\nthird',
        'own',
      ],
    ]);
    expect(cellAt(cells, 0, 6)?.kind).toBe(ERROR);
  });

  test('repeated cells and rows, groups of rows, merged cells and hidden sheets are seen', async () => {
    const one = '<table:table-cell office:value-type="float" office:value="1"/>';
    const file = make(
      `<table:table table:name="a"><table:table-header-rows><table:table-row>${one}</table:table-row></table:table-header-rows>` +
        '<table:table-row table:number-rows-repeated="2"><table:table-cell/></table:table-row>' +
        `<table:table-row-group><table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="2"/>` +
        '<table:table-cell table:number-columns-repeated="2" office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row></table:table-row-group>' +
        '<table:table-row><table:table-cell table:number-columns-spanned="2" office:value-type="string"><text:p>m</text:p></table:table-cell><table:covered-table-cell/></table:table-row>' +
        '<table:table-row table:number-rows-repeated="1048569"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>' +
        '<table:table table:name="b" table:style-name="ta2"></table:table>',
      '<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>',
    );
    const book = await openWorkbook(file);
    expect(book.sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['a', false],
      ['b', true],
    ]);
    const cells = await book.readSheet(0);
    expect(toShown(cells)).toEqual([
      ['1', '', '', ''],
      ['', '', '', ''],
      ['', '', '', ''],
      ['', '', 'x', 'x'],
      ['', '', 'x', 'x'],
      ['m', '', '', ''],
    ]);
    expect(cells.merges).toEqual([{ top: 5, left: 0, bottom: 5, right: 1 }]);
  });

  test('a cell that claims to be everywhere is refused', async () => {
    const file = make(
      '<table:table table:name="a"><table:table-row table:number-rows-repeated="1048576">' +
        '<table:table-cell table:number-columns-repeated="16384" office:value-type="float" office:value="1"/></table:table-row></table:table>',
    );
    await expect((await openWorkbook(file)).readSheet(0)).rejects.toMatchObject({ code: 'out-of-memory' });
  });
});

describe('HTML', () => {
  test('a table that was saved as a workbook has its types, and texts that look like numbers stay', async () => {
    const html =
      '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="utf-8"><style>.t {mso-number-format:"\\@";}</style></head><body>' +
      '<table><thead><tr><th>编号</th><th>Name &amp; more</th><th>n</th><th>d</th><th>%</th></tr></thead>' +
      '<tr><td>007</td><td>a&nbsp;<b>b</b><br>c</td><td>1,234.50</td><td>2024-03-05</td><td>12.5%</td></tr>' +
      `<tr><td style='mso-number-format:"\\@"'>12</td><td class=t>34</td><td x:num="0.333333333333">0.33</td><td>2024-03-06</td><td>3%</td>` +
      '<tr><td>12345678901234567890</td><td>&lt;x&gt; &#20013;&hearts;</td><td>-5</td><td></td><td>0%</td></table>' +
      '<script>document.write("<table><tr><td>no</td></tr></table>")</script></body></html>';
    expect(await loadFirst(html)).toEqual({
      types: ['VARCHAR', 'VARCHAR', 'DOUBLE', 'DATE', 'DOUBLE'],
      rows: [
        ['007', 'a b\nc', 1234.5, '2024-03-05', 0.125],
        ['12', '34', 0.333333333333, '2024-03-06', 0.03],
        ['12345678901234567890', '<x> 中&hearts;', -5, null, 0],
      ],
    });
  });

  test('cells over several rows and columns keep the others in their places', async () => {
    const book = await open(
      '<table><tr><td rowspan=2>a<td colspan=2>b<tr><td>c<td>d<tr><td>e<td>f<td>g</table>',
    );
    const cells = await book.readSheet(0);
    expect(toShown(cells)).toEqual([
      ['a', 'b', ''],
      ['', 'c', 'd'],
      ['e', 'f', 'g'],
    ]);
    expect(cells.merges).toHaveLength(2);
  });

  test('several tables are several sheets, and one within another stands for itself', async () => {
    const book = await open(
      '<table><caption>One</caption><tr><td>1 <table><tr><td>in</td></tr></table> x</td></tr></table><table><tr><td>2</td></tr></table><table></table>',
    );
    expect(book.sheets.map(({ name }) => name)).toEqual(['One', 'Table2', 'Table3']);
    expect(toShown(await book.readSheet(0))).toEqual([['1 x']]);
    expect(toShown(await book.readSheet(1))).toEqual([['in']]);
  });

  test('is decoded by what it says of itself, or as GB18030', async () => {
    const bytes = [...'<table><tr><td>'].map((char) => char.charCodeAt(0));
    const book = await open(Uint8Array.from([...bytes, 0xd6, 0xd0, 0xce, 0xc4]));
    expect(toShown(await book.readSheet(0))).toEqual([['中文']]);
    const named = [...'<meta charset=windows-1252><table><tr><td>'].map((char) => char.charCodeAt(0));
    expect(toShown(await (await open(Uint8Array.from([...named, 0xe9]))).readSheet(0))).toEqual([['é']]);
  });

  test('spans that are too large to be true are refused', async () => {
    const html = `<table>${'<tr><td colspan=16000>x</td></tr>'.repeat(100)}</table>`;
    await expect((await open(html)).readSheet(0)).rejects.toMatchObject({ code: 'workbook-damaged' });
  });
});

describe('the XML of Excel 2003', () => {
  const make = (rows: string, styles = '', after = '') =>
    '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">' +
    `<Styles>${styles}</Styles><Worksheet ss:Name="S &amp; T"><Table>${rows}</Table>${after}</Worksheet></Workbook>`;

  test('has typed values, formats by name, and gaps in rows and columns', async () => {
    const book = await open(
      make(
        '<Row ss:Index="2"><Cell ss:Index="2" ss:StyleID="d"><Data ss:Type="DateTime">2024-03-05T00:00:00.000</Data></Cell>' +
          '<Cell ss:StyleID="p"><Data ss:Type="Number">0.5</Data></Cell><Cell ss:MergeAcross="1"><Data ss:Type="String">a &lt; <B>b</B></Data></Cell>' +
          '<Cell><Data ss:Type="Boolean">1</Data></Cell><Cell><Data ss:Type="Error">#N/A</Data></Cell><Cell ss:Formula="=R1C1"/></Row>',
        '<Style ss:ID="d"><NumberFormat ss:Format="Short Date"/></Style><Style ss:ID="p"><NumberFormat ss:Format="0%"/></Style>',
        '<WorksheetOptions><Visible>SheetHidden</Visible></WorksheetOptions>',
      ),
    );
    expect(book.sheets).toEqual([{ name: 'S & T', hidden: true, hasCells: true }]);
    const cells = await book.readSheet(0);
    expect(toShown(cells)).toEqual([
      ['', '', '', '', '', '', '', ''],
      ['', '3/5/24', '50%', 'a < b', '', 'TRUE', '#N/A', ''],
    ]);
    expect(cellAt(cells, 1, 7)?.kind).toBe(UNKNOWN);
    expect(cells.merges).toEqual([{ top: 1, left: 3, bottom: 1, right: 4 }]);
  });

  test('a place outside of a sheet is refused', async () => {
    const book = await open(
      make('<Row ss:Index="99999999"><Cell><Data ss:Type="Number">1</Data></Cell></Row>'),
    );
    await expect(book.readSheet(0)).rejects.toMatchObject({ code: 'workbook-damaged' });
  });
});
