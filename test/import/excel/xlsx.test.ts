import { describe, expect, test } from 'vitest';
import { cellAt, ERROR, FLAG, NUMBER, TEXT, UNKNOWN } from '../../../src/import/excel/cells';
import { openWorkbook } from '../../../src/import/excel/openWorkbook';
import { makeXlsx, toRowsXml } from './makeXlsx';
import { readMade, toShown } from './read';

const shown = async (sheet: string, strings?: string) =>
  toShown(await readMade({ sheets: [sheet], strings }));

describe('texts', () => {
  test('runs of a shared text are joined, phonetic guides left out, and blanks kept', async () => {
    const strings =
      '<si><r><rPr><b/></rPr><t>rich </t></r><r><t xml:space="preserve"> text</t></r></si>' +
      '<si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh><phoneticPr fontId="1"/></si>' +
      '<si/><si><t/></si><si><t xml:space="preserve">  a  </t></si>';
    const cells = [0, 1, 2, 3, 4].map((at) => `<c t="s"><v>${at}</v></c>`).join('');
    expect(await shown(`<row>${cells}</row>`, strings)).toEqual([['rich  text', '東京', '', '', '  a  ']]);
  });

  test('entities and the escapes of Excel become characters, and what only looks like one stays', async () => {
    const strings =
      '<si><t>a &amp;&lt;&gt;&quot;&apos; &#20013;&#x6587; &nope;</t></si>' +
      '<si><t>one_x000D_\ntwo</t></si><si><t>_x005F_x000D_</t></si><si><t>_x12_ _xZZZZ_</t></si><si><t>_x4E2D_</t></si>';
    const cells = [0, 1, 2, 3, 4].map((at) => `<c t="s"><v>${at}</v></c>`).join('');
    expect(await shown(`<row>${cells}</row>`, strings)).toEqual([
      [`a &<>"' 中文 &nope;`, 'one\r\ntwo', '_x000D_', '_x12_ _xZZZZ_', '中'],
    ]);
  });

  test('inline texts may be rich, and in marked sections with tags in them', async () => {
    const row =
      '<row><c t="inlineStr"><is><r><t>in</t></r><r><t>line</t></r><rPh><t>no</t></rPh></is></c>' +
      '<c t="inlineStr"><is><t><![CDATA[<c t="n"><v>1</v></c> & ]]>more</t></is></c>' +
      '<c t="str"><f>A1&amp;"x"</f><v>5 &lt; 6</v></c><c t="str"><v><![CDATA[a]]>b</v></c></row>';
    expect(await shown(row)).toEqual([['inline', '<c t="n"><v>1</v></c> & more', '5 < 6', 'ab']]);
  });

  test('a cell that names a shared text which is not there is an error', async () => {
    const cells = await readMade({
      sheets: ['<row><c t="s"><v>0</v></c><c t="s"><v>9</v></c></row>'],
      strings: '<si><t>a</t></si>',
    });
    expect(toShown(cells)).toEqual([['a', '#REF!']]);
    expect(cellAt(cells, 0, 1)?.kind).toBe(ERROR);
  });

  test('characters beyond the first plane and long texts survive', async () => {
    const long = `${'长'.repeat(400_000)}😀`;
    const cells = await readMade({
      sheets: [`<row><c t="inlineStr"><is><t>${long}</t></is></c><c><v>7</v></c></row>`],
    });
    expect(toShown(cells)).toEqual([[long, '7']]);
  });
});

describe('cells', () => {
  test('numbers, flags, errors and results of formulas are told apart', async () => {
    const cells = await readMade({
      sheets: [
        '<row><c><v>1.5</v></c><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c><c><f>1/0</f></c><c><f>2</f><v/></c>' +
          '<c><f t="shared" si="0"/><v>3</v></c><c t="n"><v>oops</v></c><c><v>-1.25E-3</v></c><c s="1"/></row>',
      ],
    });
    const kinds = Array.from({ length: 9 }, (_, column) => cellAt(cells, 0, column)?.kind);
    expect(kinds).toEqual([NUMBER, FLAG, ERROR, UNKNOWN, UNKNOWN, NUMBER, TEXT, NUMBER, undefined]);
    expect(toShown(cells)[0]).toEqual(['1.5', 'TRUE', '#N/A', '', '', '3', 'oops', '-0.00125']);
  });

  test('every digit of a number is read as the double next to it', async () => {
    const numbers = [
      '0.1',
      '1234567890.12345',
      '123456789012345678',
      '5E-324',
      '1.7976931348623157E308',
      '-0.30000000000000004',
      '4.35',
      '9007199254740993',
    ];
    const cells = await readMade({
      sheets: [`<row>${numbers.map((text) => `<c><v>${text}</v></c>`).join('')}</row>`],
    });
    expect(numbers.map((_, column) => cellAt(cells, 0, column)?.value)).toEqual(numbers.map(Number));
  });

  test('cells without a reference follow the one before, and those out of order go where they say', async () => {
    const sheet =
      '<row r="2"><c r="B2"><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>' +
      '<row r="7"><c r="C7"><v>7</v></c><c r="A7"><v>5</v></c></row><row r="5"><c r="A5"><v>9</v></c></row>';
    expect(await shown(sheet)).toEqual([
      ['', '', ''],
      ['', '1', '2'],
      ['3', '', ''],
      ['', '', ''],
      ['9', '', ''],
      ['', '', ''],
      ['5', '', '7'],
    ]);
  });

  test('of two cells at one place the later counts', async () => {
    const cells = await readMade({
      sheets: ['<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>'],
    });
    expect(toShown(cells)).toEqual([['2']]);
    expect(cells.cellCount).toBe(1);
  });

  test('a row that is cut anywhere by the pieces it comes in gives each cell once', async () => {
    const rows = Array.from({ length: 30_000 }, (_, row) => [row, `text ${row} &`, row % 2 === 0, row / 7]);
    const cells = await readMade({ sheets: [toRowsXml(rows)] });
    expect(cells.cellCount).toBe(120_000);
    expect(cells.text(cells.columns[1]!.values[29_999]!)).toBe('text 29999 &');
    expect(cells.columns[3]!.values[12_345]).toBe(12_345 / 7);
    expect(Array.from(cells.columns[0]!.rows.subarray(0, cells.columns[0]!.length))).toEqual(
      rows.map((_, at) => at),
    );
  });

  test('a place outside of a sheet is refused with its name', async () => {
    await expect(readMade({ sheets: ['<row r="1"><c r="XFE1"><v>1</v></c></row>'] })).rejects.toMatchObject({
      code: 'workbook-damaged',
      params: { detail: 'XFE1' },
    });
  });
});

describe('the XML', () => {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

  test('may have prefixes, single quotes, comments, instructions and blanks anywhere', async () => {
    const sheet =
      `<?xml version='1.0'?><!-- <c><v>9</v></c> --><x:worksheet xmlns:x='${main}'><x:sheetData><?pi > ?>\n` +
      `<x:row r = '1' ><x:c r='A1' t = 'str' ><!-- a > b --><x:v>a</x:v></x:c>\n<x:c r='B1'\n><x:v>2</x:v></x:c></x:row></x:sheetData></x:worksheet>`;
    expect(await shown(sheet)).toEqual([['a', '2']]);
  });

  test('may be in UTF-16, or in another encoding that it names', async () => {
    const xml = `<worksheet xmlns="${main}"><sheetData><row><c t="str"><v>中文</v></c></row></sheetData></worksheet>`;
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(xml, 'utf16le')]);
    expect(toShown(await readMade({ sheets: [utf16] }))).toEqual([['中文']]);
    const latin = Buffer.from(
      `<?xml version="1.0" encoding="ISO-8859-1"?>${xml.replace('中文', 'Zürich')}`,
      'latin1',
    );
    expect(toShown(await readMade({ sheets: [latin] }))).toEqual([['Zürich']]);
  });

  test('of the strict kind has dates as text', async () => {
    const cells = await readMade({
      sheets: [
        '<row><c t="d"><v>2024-02-29</v></c><c t="d"><v>2024-02-29T13:05:00.250</v></c><c t="d" s="1"><v>1899-12-31</v></c><c t="d"><v>soon</v></c></row>',
      ],
      formats: ['d/m/yyyy'],
    });
    expect(toShown(cells)).toEqual([['2024-02-29', '2024-02-29 13:05:00', '0/1/1900', 'soon']]);
    expect(cellAt(cells, 0, 1)?.value).toBeCloseTo(45_351 + (13 * 3600 + 300.25) / 86_400, 9);
  });

  test('with entities of its own is read without them', async () => {
    const bomb =
      '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>' +
      `<worksheet xmlns="${main}"><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData></worksheet>`;
    expect(toShown(await readMade({ sheets: [`<?xml version="1.0"?>${bomb}`] }))).toEqual([['&b;']]);
  });
});

describe('the workbook', () => {
  test('names its sheets, also those that are hidden', async () => {
    const book = await openWorkbook(
      makeXlsx({
        sheets: ['<row><c><v>1</v></c></row>', '<row><c><v>2</v></c></row>', '<row><c><v>3</v></c></row>'],
        names: [`it's "订单" & more`, 'b', 'c'],
        states: ['', 'hidden', 'veryHidden'],
      }),
    );
    expect(book.sheets).toEqual([
      { name: `it's "订单" & more`, hidden: false, hasCells: true },
      { name: 'b', hidden: true, hasCells: true },
      { name: 'c', hidden: true, hasCells: true },
    ]);
    expect(toShown(await book.readSheet(2))).toEqual([['3']]);
  });

  test('may name its parts by whole paths, have a sheet of a chart, and links to elsewhere', async () => {
    const office = 'http://purl.oclc.org/ooxml/officeDocument/relationships';
    const file = makeXlsx({
      sheets: ['<row><c><v>1</v></c></row>'],
      parts: {
        '_rels/.rels': `<Relationships><Relationship Id="a" Type="${office}/officeDocument" Target="/book/wb.xml"/></Relationships>`,
        'book/wb.xml': `<workbook xmlns:q="${office}"><sheets><sheet name="chart" q:id="r1"/><sheet name="data" q:id="r2"/></sheets></workbook>`,
        'book/_rels/wb.xml.rels':
          `<Relationships><Relationship Id="r1" Type="${office}/chartsheet" Target="chartsheets/c.xml"/>` +
          `<Relationship Id="r2" Type="${office}/worksheet" Target="/xl/worksheets/sheet1.xml"/>` +
          `<Relationship Id="r3" Type="${office}/styles" Target="http://example.com/" TargetMode="External"/></Relationships>`,
      },
    });
    const book = await openWorkbook(file);
    expect(book.sheets.map(({ name, hasCells }) => [name, hasCells])).toEqual([
      ['chart', false],
      ['data', true],
    ]);
    expect(toShown(await book.readSheet(1))).toEqual([['1']]);
  });

  test('tells merged cells, hidden rows and columns, and tables that Excel knows', async () => {
    const cells = await readMade({
      sheets: [
        '<worksheet><dimension ref="A1:C9"/><cols><col min="2" max="3" hidden="1"/></cols><sheetData>' +
          '<row hidden="1"><c><v>1</v></c></row></sheetData><mergeCells><mergeCell ref="A1:B2"/></mergeCells>' +
          '<tableParts><tablePart r:id="rId7"/></tableParts></worksheet>',
      ],
      parts: {
        'xl/worksheets/_rels/sheet1.xml.rels':
          '<Relationships><Relationship Id="rId7" Type="x/table" Target="../tables/t.xml"/></Relationships>',
        'xl/tables/t.xml':
          '<table name="t" displayName="Sales" ref="A1:C4" totalsRowCount="1"><tableColumns/></table>',
      },
    });
    expect(cells.merges).toEqual([{ top: 0, left: 0, bottom: 1, right: 1 }]);
    expect([cells.hiddenRows, cells.hiddenColumns]).toEqual([1, [1, 2]]);
    expect(cells.claimed).toEqual({ top: 0, left: 0, bottom: 8, right: 2 });
    expect(cells.defined).toEqual([
      { name: 'Sales', range: { top: 0, left: 0, bottom: 3, right: 2 }, headerRows: 1, totalsRows: 1 },
    ]);
  });

  test('without a sheet or with a broken one says which part is at fault', async () => {
    await expect(
      openWorkbook(makeXlsx({ sheets: [], parts: { 'xl/workbook.xml': '' } })),
    ).rejects.toMatchObject({
      code: 'workbook-damaged',
      params: { detail: 'xl/workbook.xml' },
    });
    await expect(openWorkbook(new Blob(['just text']))).rejects.toMatchObject({ code: 'workbook-damaged' });
  });
});

describe('a look at the first rows', () => {
  const rows = Array.from({ length: 50_000 }, (_, row) => [row, `name ${row}`]);

  test('stops reading after them', async () => {
    let packed = 0;
    const file = makeXlsx({ sheets: [toRowsXml(rows)] });
    const book = await openWorkbook(file);
    const cells = await book.readSheet(0, {
      maxRows: 10,
      onProgress: (bytes, total) => (packed = Math.max(packed, bytes < total ? bytes : 0)),
    });
    expect([cells.rowCount, cells.cellCount, cells.isCut]).toEqual([10, 20, true]);
    expect(packed).toBeLessThan(file.size / 2);
  });

  test('reads no more of the shared texts than it needs', async () => {
    const strings = rows.map(([at]) => `<si><t>s${at}</t></si>`).join('');
    const sheet = rows.map((_, at) => `<row><c t="s"><v>${at}</v></c></row>`).join('');
    const book = await openWorkbook(makeXlsx({ sheets: [sheet], strings }));
    const few = await book.readSheet(0, { maxRows: 3 });
    expect(toShown(few)).toEqual([['s0'], ['s1'], ['s2']]);
    expect(() => few.text(3)).toThrow('missing text');
    const all = await book.readSheet(0);
    expect(all.text(all.columns[0]!.values[49_999]!)).toBe('s49999');
  });

  test('can be stopped', async () => {
    const stop = new AbortController();
    stop.abort();
    const book = await openWorkbook(makeXlsx({ sheets: [toRowsXml(rows)] }));
    await expect(book.readSheet(0, { signal: stop.signal })).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('what means harm', () => {
  test('a far cell costs no more than a near one', async () => {
    const cells = await readMade({
      sheets: [
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>',
      ],
    });
    expect([cells.cellCount, cells.rowCount, cells.columnCount]).toEqual([2, 1_048_576, 16_384]);
    expect(cells.columns.filter(Boolean).every((column) => column!.values.length <= 16)).toBe(true);
  });

  test('shared texts that no cell names are not unpacked', async () => {
    const book = await openWorkbook(
      makeXlsx({
        sheets: ['<row><c t="s"><v>0</v></c></row>'],
        strings: `<si><t>ok</t></si><si><t>${'a'.repeat(20_000_000)}</t></si>`,
      }),
    );
    expect(toShown(await book.readSheet(0))).toEqual([['ok']]);
  });

  test('a sheet that is cut off or garbled ends, with what was read or a problem', async () => {
    for (const sheet of [
      '<row><c><v>1',
      '<row r="1"><c r="A1" t="s',
      '<<<<>>><row><c><v>1</v></c></row>',
      '<row><c t="inlineStr"><is><t>a',
      '<c/><c></c></c>',
      '<row r=><c r=""><v>3</v></c>',
    ]) {
      const cells = await readMade({ sheets: [`<worksheet><sheetData>${sheet}`] }).catch(
        (error: Error) => error,
      );
      expect(cells).toBeDefined();
    }
  });
});
