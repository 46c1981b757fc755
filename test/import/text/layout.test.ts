import { describe, expect, test } from 'vitest';
import { findLayout } from '../../../src/import/text/layout';
import { isBalanced, readText } from './readText';

const lines = (...all: string[]) => `${all.join('\n')}\n`;

describe('the delimiter', () => {
  test.each([',', '\t', ';', '|', '||', '¦', '^', '~', ':', ' ', '::', ';;', ', ', '\u0001', '，', '；'])(
    'is found: %j',
    (delimiter) => {
      const rows = [
        ['id', 'city', 'amount'],
        ['1', 'Berlin', '12'],
        ['2', 'Oslo', '7'],
        ['3', 'Rome', '105'],
      ];
      const read = readText(lines(...rows.map((row) => row.join(delimiter))));
      expect(read.layout).toMatchObject({ delimiter, width: 3, header: 1, names: ['id', 'city', 'amount'] });
      expect(read.rows).toEqual(rows.slice(1));
    },
  );

  test('is the semicolon where the comma is a decimal point', () => {
    const read = readText(lines('name;price;share', 'a;1,5;2,5', 'b;2,25;7,5', 'c;3,75;9,0'));
    expect(read.layout).toMatchObject({ delimiter: ';', width: 3 });
  });

  test('is said by the first line as Excel writes it, which is no record of the table', () => {
    const read = readText('sep=;\r\na;b\r\n1,5;2\r\n');
    expect(read.layout).toMatchObject({ delimiter: ';', skip: 1, names: ['a', 'b'] });
    expect(read.rows).toEqual([['1,5', '2']]);
    expect(read.sure).toBe(true);
    expect(isBalanced(read.counts)).toBe(true);
  });

  test('is taken as said', () => {
    expect(readText('a,b;c\n1,2;3\n', { delimiter: ';' }).rows).toEqual([['1,2', '3']]);
  });

  test('is one that the text has not, where it is one column of texts', () => {
    const read = readText(lines('note', 'hello, world', 'so it goes', 'on, and on, and on', 'well'));
    expect(read.layout).toMatchObject({ width: 1, names: ['note'] });
    expect(read.rows).toEqual([['hello, world'], ['so it goes'], ['on, and on, and on'], ['well']]);
    expect(readText('id\n7\n8\n').layout).toMatchObject({ delimiter: ',', width: 1, header: 1 });
  });

  test('is not the colon or the blank of a time', () => {
    expect(readText(lines('at', '10:05', '11:30', '12:00')).layout.width).toBe(1);
    expect(readText(lines('at', '2024-03-05 10:05', '2024-03-06 11:30')).layout.width).toBe(1);
  });
});

describe('quotes', () => {
  test('may be single, with apostrophes in texts', () => {
    const read = readText(lines('id,text', "1,'Men's, shoes'", "2,'a, b'", '3,plain'));
    expect(read.layout.quote).toBe("'");
    expect(read.rows).toEqual([
      ['1', "Men's, shoes"],
      ['2', 'a, b'],
      ['3', 'plain'],
    ]);
  });

  test('may be escaped by a backslash', () => {
    const read = readText(
      lines('id,text,n', '1,"10\\" nail, long",3', '2,"C:\\dir",4', '3,"say \\"hi\\"",5'),
    );
    expect(read.layout.escape).toBe('\\');
    expect(read.rows).toEqual([
      ['1', '10" nail, long', '3'],
      ['2', 'C:\\dir', '4'],
      ['3', 'say "hi"', '5'],
    ]);
  });

  test('are no escape where a path ends with a backslash', () => {
    const read = readText(lines('id,path,n', '1,"C:\\dir\\",3', '2,"D:\\x\\",4'));
    expect(read.rows).toEqual([
      ['1', 'C:\\dir\\', '3'],
      ['2', 'D:\\x\\', '4'],
    ]);
  });

  test('may stand behind blanks throughout', () => {
    const read = readText(lines('"id" , "text"', '"1" , "a, b"', '"2" , "c"'));
    expect(read.rows).toEqual([
      ['1', 'a, b'],
      ['2', 'c'],
    ]);
  });
});

describe('the header', () => {
  test.each([
    ['text over numbers', 'id,price\n1,2.5\n2,3\n', 1],
    ['Chinese', '日期,金额\n2024-01-01,5\n2024-01-02,6\n', 1],
    ['years among words', '地区,2021,2022,2023\n北京,5,6,7\n上海,8,9,10\n', 1],
    ['all texts', 'name,city\nAnn,Paris\nBob,Rome\n', 1],
    ['none over numbers', '1,2\n3,4\n', 0],
    ['none over dates and texts', '2024-01-01,Ann,5\n2024-01-02,Bob,6\n2024-01-03,Cy,7\n', 0],
    ['nothing else', 'id,name,date\n', 1],
    ['none where its words are values', 'Oslo,red\nRome,blue\nOslo,green\n', 0],
  ])('%s', (_, text, header) => {
    expect(readText(text).layout.header).toBe(header);
  });

  test('of words over words is asked about, unless the words below repeat themselves', () => {
    expect(readText('name,city\nAnn,Paris\nBob,Rome\n').asks).toEqual(['header']);
    expect(readText(lines('name,city', 'A,Oslo', 'B,Rome', 'C,Oslo', 'D,Rome')).sure).toBe(true);
  });

  test('of three rows is found under the titles of groups, in a table of few rows too', () => {
    const read = readText(
      lines(
        ',2023,,2024,',
        ',Q1,Q2,Q1,Q2',
        'region,sales,sales,sales,sales',
        'North,1,2,3,4',
        'South,5,6,7,8',
      ),
    );
    expect(read.layout).toMatchObject({
      header: 3,
      names: ['region', '2023 Q1 sales', '2023 Q2 sales', '2024 Q1 sales', '2024 Q2 sales'],
    });
    expect(read.rows).toHaveLength(2);
  });

  test('of two rows joins its names and carries the titles of groups', () => {
    const read = readText(
      lines(',2023,,2024,', 'region,Q1,Q2,Q1,Q2', 'north,1,2,3,4', 'south,5,6,7,8', 'west,1,1,1,1'),
    );
    expect(read.layout).toMatchObject({
      header: 2,
      names: ['region', '2023 Q1', '2023 Q2', '2024 Q1', '2024 Q2'],
    });
    expect(read.counts.header).toBe(2);
    expect(read.sure).toBe(false);
  });

  test('may have a row of units below it', () => {
    const read = readText(lines('品名,数量,金额', ',件,元', '苹果,5,12.5', '梨,3,8', '桃,4,10'));
    expect(read.layout).toMatchObject({ header: 1, units: 1, names: ['品名', '数量', '金额'] });
    expect(read.rows).toHaveLength(3);
    expect(read.records.map(({ role }) => role)).toEqual(['header', 'units', 'record', 'record', 'record']);
    expect(read.sure).toBe(false);
  });

  test('gives a trailing delimiter no column', () => {
    const read = readText(lines('a,b,', '1,2,', '3,4,'));
    expect(read.layout).toMatchObject({ width: 2, names: ['a', 'b'] });
    expect(read.rows).toEqual([
      ['1', '2'],
      ['3', '4'],
    ]);
  });

  test('with a name and no values keeps its column', () => {
    expect(readText(lines('a,b,note', '1,2,', '3,4,')).rows).toEqual([
      ['1', '2', null],
      ['3', '4', null],
    ]);
  });

  test('is taken as said', () => {
    expect(readText('a,b\n1,2\n', { header: false }).rows).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
    expect(readText('1,2\n3,4\n', { header: true }).layout.names).toEqual(['1', '2']);
    expect(readText('x,y\na,b\n1,2\n3,4\n', { header: 2 }).layout.names).toEqual(['x a', 'y b']);
  });

  test('that has fewer names than there are columns is asked about', () => {
    expect(readText(lines('id,name', '1,a,5', '2,b,6', '3,c,7')).asks).toContain('header');
  });
});

describe('lines before the table', () => {
  const table = ['日期,门店,金额', '2024-01-01,A,5', '2024-01-02,B,6', '2024-01-03,A,7'];

  test.each([
    ['a title', ['销售报表']],
    ['a title and a blank line', ['Sales report', '']],
    ['notes with a delimiter', ['Report, as of May', 'by: me', '']],
    ['a title with delimiters', ['Sales report,,', ',,']],
  ])('%s', (_, before) => {
    const read = readText(lines(...before, ...table));
    expect(read.layout).toMatchObject({ skip: before.length, header: 1, names: ['日期', '门店', '金额'] });
    expect(read.rows).toHaveLength(3);
    expect(read.asks).toEqual(['skipped']);
    expect(isBalanced(read.counts)).toBe(true);
  });

  test('as many as said are skipped', () => {
    expect(readText(lines('a,b', 'c,d', 'x,y', '1,2'), { skip: 2 }).layout).toMatchObject({
      skip: 2,
      names: ['x', 'y'],
    });
  });
});

describe('comments', () => {
  test('are lines that are no records', () => {
    const read = readText(lines('# made today', 'a,b', '1,2', '# half way', '3,4'));
    expect(read.layout).toMatchObject({ comment: '#', names: ['a', 'b'] });
    expect(read.rows).toEqual([
      ['1', '2'],
      ['3', '4'],
    ]);
    expect(isBalanced(read.counts)).toBe(true);
  });

  test('are not numbers of a list', () => {
    const read = readText(lines('rank,name', '#1,Ann', '#2,Bob', '#3,Cy'));
    expect(read.layout.comment).toBe('');
    expect(read.rows).toHaveLength(3);
  });
});

describe('the end of the table', () => {
  const table = ['city,amount', 'Oslo,5', 'Rome,6', 'Bonn,7'];

  test.each([
    ['合计,18', 1],
    ['Total,18', 1],
    ['小计,18', 1],
    ['Grand total:,18', 1],
    ['Source: the office', 1],
    ['(3 rows affected)', 1],
    ['\n制表人：王芳', 1],
    ['Summe,18\n\nQuelle: Amt', 2],
    [',', 1],
  ])('%j is no row', (end, footer) => {
    const read = readText(lines(...table, end));
    expect(read.layout.footer).toBe(footer);
    expect(read.rows).toHaveLength(3);
    expect(read.asks).toContain('footer');
    expect(isBalanced(read.counts)).toBe(true);
  });

  test.each(['Total,18\nLima,3', 'Lima', 'Totally,3', 'Lima,'])('%j is a row', (end) => {
    const read = readText(lines(...table, end));
    expect(read.layout.footer).toBe(0);
    expect(read.rows).toHaveLength(3 + end.split('\n').length);
  });

  test('a total is a row where totals are rows all through', () => {
    const read = readText(lines('kind,amount', 'Net,5', 'Total,6', 'Net,7', 'Total,8'));
    expect(read.layout.footer).toBe(0);
  });

  test('is looked for at the end of a text of which only the ends are known', () => {
    const { layout } = findLayout(
      { head: lines(...table), tail: lines('sterdam,7', 'Kiel,8', 'Lima,9', '合计,1800'), whole: false },
      {},
    );
    expect(layout.footer).toBe(1);
  });
});

test('an empty text has no table', () => {
  for (const text of ['', '\n', '\r\n\r\n']) {
    const read = readText(text);
    expect(read.layout).toMatchObject({ width: 0, header: 0, names: [] });
    expect(read.rows).toEqual([]);
    expect(isBalanced(read.counts)).toBe(true);
  }
});
