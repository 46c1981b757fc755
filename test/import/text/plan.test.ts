import { describe, expect, test } from 'vitest';
import { countParts, toCuts } from '../../../src/import/text/cuts';
import { sniffDialect } from '../../../src/import/text/dialect';
import { toFreeName, toSourceName } from '../../../src/import/name';
import { planRead, toNames, toReadCsv } from '../../../src/import/text/plan';
import { splitRecords } from '../../../src/import/text/split';
import { guessType, isExactDouble } from '../../../src/import/columns/types';

describe('dialect', () => {
  test.each([
    ['a,b,c\n1,2,3\n', ','],
    ['a;b;c\n1,5;2;3\n', ';'],
    ['a\tb\n1\t2\n', '\t'],
    ['a|b\nx, y|2\n', '|'],
    ['name\nx\ny\n', ','],
    ['a,b\n"x;y;z",2\n"p;q;r",3\n', ','],
  ])('of %j has the delimiter %j', (sample, delimiter) => {
    expect(sniffDialect(sample).delimiter).toBe(delimiter);
  });

  test('what a person says is not asked of the sample', () => {
    expect(sniffDialect('a,b\n1,2\n', { delimiter: ';', header: false })).toEqual({
      delimiter: ';',
      quote: '"',
      header: false,
    });
  });

  test('a first record with numbers or dates is no header, a year is', () => {
    expect(sniffDialect('1,x\n2,y\n').header).toBe(false);
    expect(sniffDialect('2024-03-05,x\n').header).toBe(false);
    expect(sniffDialect('city,2023,2024\nx,1,2\n').header).toBe(true);
  });
});

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
  test.each([
    [['1', '-20', '0'], 'BIGINT'],
    [['1', '2.50'], 'DOUBLE'],
    [['1e5', '2'], 'DOUBLE'],
    [['007', '8'], 'VARCHAR'],
    [['110101199003078888'], 'VARCHAR'],
    [['13800138000'], 'BIGINT'],
    [['+8613800138000'], 'VARCHAR'],
    [['2024-03-05', ''], 'DATE'],
    [['2024-03-05', '2024-03-05 10:00'], 'VARCHAR'],
    [['2024-03-05T10:00:00.123456'], 'TIMESTAMP'],
    [['2024-13-05'], 'VARCHAR'],
    [['true', 'False'], 'BOOLEAN'],
    [['', ''], 'VARCHAR'],
    [['1', 'n/a'], 'VARCHAR'],
    [['1 '], 'VARCHAR'],
  ])('%j is %s', (values, type) => {
    expect(guessType(values)).toBe(type);
  });

  test('a double that would not give its digits back is told', () => {
    expect(isExactDouble('0.1')).toBe(true);
    expect(isExactDouble('0.30000000000000004')).toBe(true);
    expect(isExactDouble('1.7976931348623157e308')).toBe(true);
    expect(isExactDouble('12345678901234567.89')).toBe(false);
    expect(isExactDouble('0.1234567890123456789')).toBe(false);
    expect(isExactDouble('1e400')).toBe(false);
  });
});

describe('plan', () => {
  test('columns with names and types, and the reader told all of it', () => {
    const plan = planRead('id;名称;price\n1;茶;2.5\n');
    expect(plan).toEqual({
      delimiter: ';',
      quote: '"',
      header: true,
      columns: [
        { name: 'id', type: 'BIGINT' },
        { name: '名称', type: 'VARCHAR' },
        { name: 'price', type: 'DOUBLE' },
      ],
    });
    const sql = toReadCsv(
      "/data/it's.csv",
      plan,
      { header: true, longestRecord: 9, mixedLineEnds: false },
      'r',
    );
    expect(sql).toContain("read_csv('/data/it''s.csv', auto_detect = false, header = true, delim = ';'");
    expect(sql).toContain("columns = {'id': 'BIGINT', '名称': 'VARCHAR', 'price': 'DOUBLE'}");
  });

  test('everything is text when a person says so', () => {
    expect(planRead('a,b\n1,2\n', { types: 'text' }).columns.map(({ type }) => type)).toEqual([
      'VARCHAR',
      'VARCHAR',
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
