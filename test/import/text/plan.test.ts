import { describe, expect, test } from 'vitest';
import { countParts, toCuts } from '../../../src/import/text/cuts';
import { toSourceName } from '../../../src/import/name';
import { toFreeName } from '../../../src/lib/freeName';
import { toNames } from '../../../src/import/names';
import type { ImportOptions } from '../../../src/import/options';
import { toReadCsv } from '../../../src/import/text/csv';
import { lookAtText } from '../../../src/import/text/look';
import { isPlainPlan, toKeptColumns, toSettings } from '../../../src/import/text/plan';
import { splitRecords } from '../../../src/import/text/split';
import { isExactDouble } from '../../../src/import/columns/types';

describe('splitting', () => {
  test('quotes, doubled quotes and line ends inside them', () => {
    expect(splitRecords('a,"b ""c""\r\nd"\r\n,\n', { delimiter: ',', quote: '"' })).toEqual([
      ['a', 'b "c"\r\nd'],
      ['', ''],
    ]);
  });

  test('a quote inside a field is a character', () => {
    expect(splitRecords('5" disk,x\n', { delimiter: ',', quote: '"' })).toEqual([['5" disk', 'x']]);
  });
});

describe('types', () => {
  test('a double that would not give its digits back is told', () => {
    expect(isExactDouble('0.1')).toBe(true);
    expect(isExactDouble('0.30000000000000004')).toBe(true);
    expect(isExactDouble('1.7976931348623157e308')).toBe(true);
    expect(isExactDouble('12345678901234567.89')).toBe(false);
    expect(isExactDouble('0.1234567890123456789')).toBe(false);
    expect(isExactDouble('1e400')).toBe(false);
  });
});

const plan = async (text: string, options: ImportOptions = {}) =>
  (await lookAtText(new Blob([text]), options)).plan;

describe('plan', () => {
  test('columns with names and types, which the reader of the engine can follow', async () => {
    const found = await plan('id;名称;price\n1;茶;2.5\n2;壶;19\n');
    expect(isPlainPlan(found)).toBe(true);
    expect(toKeptColumns(found)).toEqual([
      { name: 'id', type: 'BIGINT' },
      { name: '名称', type: 'VARCHAR' },
      { name: 'price', type: 'DOUBLE' },
    ]);
  });

  test('the reader of the engine is told everything', () => {
    const sql = toReadCsv(
      "/data/it's.csv",
      {
        delimiter: ';',
        quote: '"',
        header: true,
        columns: [
          { name: 'id', type: 'BIGINT' },
          { name: '名称', type: 'VARCHAR' },
        ],
        longestRecord: 9,
        lineEnd: 'lf',
        emptyTexts: false,
      },
      'r',
    );
    expect(sql).toContain("read_csv('/data/it''s.csv', auto_detect = false, header = true, delim = ';'");
    expect(sql).toContain("columns = {'id': 'BIGINT', '名称': 'VARCHAR'}");
  });

  test('everything is text when a person says so', async () => {
    const found = await plan('a,b\n1,2\n', { types: 'text' });
    expect(toKeptColumns(found).map(({ type }) => type)).toEqual(['VARCHAR', 'VARCHAR']);
  });

  test('what a person says of a column holds: name, reading, whether it is there', async () => {
    const found = await plan('a,b,c\n1,2,3\n', {
      columns: { a: { name: 'first' }, b: { reading: { type: 'VARCHAR' } }, c: { leaveOut: true } },
    });
    expect(toKeptColumns(found)).toEqual([
      { name: 'first', type: 'BIGINT' },
      { name: 'b', type: 'VARCHAR' },
    ]);
  });

  test.each([
    ['prices with a currency', 'a,b\n1,¥2.50\n2,¥3\n'],
    ['lines before the header', 'Orders of May\n\na,b\n1,2\n3,4\n5,6\n'],
    ['a delimiter of two characters', 'a||b\n1||2\n3||4\n'],
  ])('is no work for the reader of the engine with %s', async (_, text) => {
    expect(isPlainPlan(await plan(text))).toBe(false);
  });

  test('its settings give it again', async () => {
    const text = '订单\n\n日期;金额\n05/03/2024;1.234,50\n17/03/2024;-\n18/03/2024;7,00\n';
    const first = await plan(text, { missing: ['', '-'] });
    const again = await plan(text, toSettings(first));
    expect(again.columns.map(({ reading }) => reading)).toEqual(first.columns.map(({ reading }) => reading));
    expect({ ...again.layout, forms: [] }).toEqual({ ...first.layout, forms: [] });
    expect(toKeptColumns(again)).toEqual([
      { name: '日期', type: 'DATE' },
      { name: '金额', type: 'DOUBLE' },
    ]);
  });

  test('what one column tells of days and months holds for the others', async () => {
    const found = await plan('a,b\n05/03/2024,01/02/2024\n17/03/2024,03/02/2024\n');
    expect(found.columns.map(({ reading }) => reading)).toEqual([
      { type: 'DATE', order: 'dmy' },
      { type: 'DATE', order: 'dmy' },
    ]);
  });

  test('blank and repeated names get numbers, case apart', () => {
    expect(toNames(['a', '', 'A', ' a ', 'a_2'], 6)).toEqual([
      'a',
      'column2',
      'A_2',
      'a_3',
      'a_2_2',
      'column6',
    ]);
  });
});

describe('names', () => {
  test('of sources come from file names', () => {
    expect(toSourceName('Orders 2024.csv')).toBe('Orders 2024');
    expect(toSourceName('客户.名单.TSV')).toBe('客户.名单');
    expect(toSourceName('C:\\data\\a.txt')).toBe('a');
    expect(toSourceName('.csv')).toBe('table');
    expect(toSourceName('a\tb\u202egpj.csv')).toBe('abgpj');
  });

  test('are made free by a number', () => {
    expect(toFreeName('a', ['b'])).toBe('a');
    expect(toFreeName('A', ['a', 'a_2'])).toBe('A_3');
  });
});

test('a file is cut only where a part is worth an importer', () => {
  expect(countParts(10e6, { cores: 8 })).toBe(1);
  expect(countParts(254e6, { cores: 2 })).toBe(2);
  expect(countParts(1e9, { cores: 16 })).toBe(4);
  expect(countParts(100e6, { cores: 16 })).toBe(2);
});

test('the parts that the scan passes first are the larger ones, and all of them are the file', () => {
  const [first = 0, second = 0] = toCuts(2);
  expect(first).toBeGreaterThan(0.5);
  expect(second).toBeCloseTo(1, 12);
  expect(toCuts(1)).toEqual([1]);
});
