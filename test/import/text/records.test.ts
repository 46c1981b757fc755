import { describe, expect, test } from 'vitest';
import { toCanonical } from '../../../src/import/text/write';
import { createRandom } from '../../random';
import { isBalanced, readRecords, readText } from './readText';

const lines = (...all: string[]) => `${all.join('\n')}\n`;
const words = [
  'tea',
  'black tea',
  'iced lemon tea',
  'a cup',
  'milk',
  'sugar',
  'oat milk',
  'jam',
  'salt',
  'rye',
  'oil',
  'egg',
];
const dated = words.map((word, k) => `2024-01-${10 + k},A-${100 + k},${word},${k + 3}.50`);
const head = 'day,code,text,price';

describe('records', () => {
  test('a field without anything is missing, one with a pair of quotes is an empty text', () => {
    expect(readText('a,b,c\n1,,""\n2,x,y\n').rows[0]).toEqual(['1', null, '']);
  });

  test('line ends of all kinds end records, wherever a piece ends', () => {
    for (const piece of [1, 2, 3, 5, 1000]) {
      const { layout } = readText('a,b\n1,2\n');
      const { rows, counts } = readRecords('a,b\r\n1,2\n3,4\r5,6\r\n\r\n7,8', layout, piece);
      expect(rows).toEqual([
        ['1', '2'],
        ['3', '4'],
        ['5', '6'],
        ['7', '8'],
      ]);
      expect(counts.lineEnds).toEqual({ lf: 1, crlf: 3, cr: 1 });
      expect(counts).toMatchObject({ records: 6, header: 1, blank: 1, skipped: 1, loaded: 4 });
    }
  });

  test('line ends within quotes belong to the value, and lines are counted through them', () => {
    const { records } = readText('a,b\n"x\r\ny\nz",1\n2,3\n');
    expect(records.map(({ fields, line }) => [line, fields])).toEqual([
      [1, ['a', 'b']],
      [2, ['x\r\ny\nz', '1']],
      [5, ['2', '3']],
    ]);
  });

  test('a record that is short gets missing values, and is counted with its line', () => {
    const read = readText('a,b,c\n1,2,3\n4,5\n7,8,9\n');
    expect(read.rows).toContainEqual(['4', '5', null]);
    expect(read.counts).toMatchObject({ padded: 1, loaded: 3 });
    expect(read.counts.lines.padded).toEqual([3]);
  });

  test('a record that is long by blank fields is cut, and counted', () => {
    const read = readText('a,b\n1,2\n3,4,,\n5,6\n');
    expect(read.rows).toContainEqual(['3', '4']);
    expect(read.counts).toMatchObject({ trimmed: 1, rejected: 0 });
  });

  test('a record that is long is rejected as it stands, with its line', () => {
    const read = readText('a,b\n1,2\n3,4\n5,"6",7\n8,9\n');
    expect(read.records.find(({ role }) => role === 'rejected')).toMatchObject({
      line: 4,
      reason: 'too-many-fields',
      raw: '5,"6",7',
    });
    expect(read.asks).toEqual(['rejected']);
    expect(isBalanced(read.counts)).toBe(true);
  });

  test('NUL, lone surrogates and control characters are data', () => {
    const odd = 'x\0y\ud800\u0007';
    expect(readText(`a,b\n${odd},1\nz,2\n`).rows[0]).toEqual([odd, '1']);
  });
});

describe('quotes that stand where none should', () => {
  test.each([
    ['5" nail,7', ['5" nail', '7']],
    ['"5" nail",7', ['5" nail', '7']],
    ['"abc"def,7', ['"abc"def', '7']],
    ['""abc",7', ['"abc', '7']],
    ['"abc,7', ['"abc', '7']],
    ['abc","7', ['abc"', '"7']],
  ])('%s', (line, fields) => {
    const read = readText(lines('name,n', '"u, v",1', line, 'x,2', 'y,3'), { delimiter: ',', quote: '"' });
    expect(read.rows[1]).toEqual(fields);
    expect(read.rows.slice(2)).toEqual([
      ['x', '2'],
      ['y', '3'],
    ]);
    expect(isBalanced(read.counts)).toBe(true);
  });

  test('a quote that opens at the end of a line swallows nothing', () => {
    const read = readText(lines('a,b,c', '1,"x",', '2,"y","', '3,"z",', '4,"w",'));
    expect(read.rows).toEqual([
      ['1', 'x', null],
      ['2', 'y', '"'],
      ['3', 'z', null],
      ['4', 'w', null],
    ]);
    expect(read.counts).toMatchObject({ repaired: 1, loaded: 4 });
  });

  test('a quote that is never closed swallows nothing of a long text', () => {
    const many = Array.from({ length: 5000 }, (_, k) => `${k},x,${k}`);
    const read = readText(lines('a,b,c', '1,"x,3', ...many), {}, 4096);
    expect(read.rows).toHaveLength(5001);
    expect(read.rows[0]).toEqual(['1', '"x', '3']);
  });

  test('a value of many lines that are no records is one value', () => {
    const text = 'so, it goes\n'.repeat(3000);
    const read = readText(`a,b,c\n1,"${text}",3\n4,5,6\n`, {}, 999);
    expect(read.rows).toEqual([
      ['1', text, '3'],
      ['4', '5', '6'],
    ]);
  });

  test('a value that holds records of the same width, well quoted, is one value', () => {
    expect(readText('a,b,c\n1,"x,y,z\nu,v,w",3\n4,5,6\n').rows).toEqual([
      ['1', 'x,y,z\nu,v,w', '3'],
      ['4', '5', '6'],
    ]);
  });
});

describe('repairs that are certain', () => {
  const repair = (line: string) => {
    const read = readText(lines(head, ...dated, line));
    expect(read.counts).toMatchObject({ repaired: 1, loaded: 13, rejected: 0 });
    expect(read.counts.lines.repaired).toEqual([14]);
    expect(read.records.at(-1)).toMatchObject({ raw: line, repaired: true });
    return read.rows.at(-1);
  };
  const whole = ['2024-02-01', 'A-200', 'green tea', '9.50'];

  test.each([
    ['a delimiter too many', '2024-02-01,,A-200,green tea,9.50'],
    ['one too many in front', ',2024-02-01,A-200,green tea,9.50'],
    ['one missing between a date and a code', '2024-02-01A-200,green tea,9.50'],
    ['another delimiter', '2024-02-01;A-200;green tea;9.50'],
    ['blanks as the delimiter, and in a text too', '2024-02-01 A-200 green tea 9.50'],
    ['the whole record in quotes', '"2024-02-01,A-200,green tea,9.50"'],
  ])('%s', (_, line) => {
    expect(repair(line)).toEqual(whole);
  });

  test('a delimiter within a text', () => {
    expect(repair('2024-02-01,A-200,tea, green,9.50')).toEqual(['2024-02-01', 'A-200', 'tea, green', '9.50']);
  });

  test('a number too many is no part of a text', () => {
    const read = readText(lines('text,n', ...dated.map((_, k) => `${words[k]},${k}`), '7,8,9'));
    expect(read.counts).toMatchObject({ repaired: 0, rejected: 1 });
  });

  test('what could be read in two ways is left as it is', () => {
    const read = readText(lines('a,b,c', 'x,y,z', 'u,v,w', 'k,l,m', 'one,two,three,four'));
    expect(read.counts).toMatchObject({ repaired: 0, rejected: 1 });
  });
});

describe('several tables', () => {
  test('a header that is repeated is no row, as in exports that were joined', () => {
    const read = readText(lines(head, ...dated.slice(0, 6), head, ...dated.slice(6)));
    expect(read.rows).toHaveLength(12);
    expect(read.counts).toMatchObject({ header: 2, tables: 0 });
  });

  test('the same table a second time is skipped, and asked about', () => {
    const read = readText(lines(head, ...dated, head, ...dated));
    expect(read.rows).toHaveLength(12);
    expect(read.counts).toMatchObject({ tables: 1, elsewhere: 13, skipped: 13 });
    expect(read.asks).toEqual(['skipped']);
    expect(isBalanced(read.counts)).toBe(true);
  });

  test('another table below, with a header of its own, is skipped', () => {
    for (const below of [
      ['day,code,text,price,note', '2024-05-01,B-100,x,1.50,n', '2024-05-02,B-101,y,2.50,n'],
      ['', 'shop,staff', 'north,5', 'south,7', 'west,8'],
      ['', 'Shops', 'shop,staff', 'north,5', 'south,7', 'west,8'],
    ]) {
      const read = readText(lines(head, ...dated, ...below));
      expect(read.rows).toHaveLength(12);
      expect(read.counts.tables).toBe(1);
      expect(read.asks).toContain('skipped');
      expect(isBalanced(read.counts)).toBe(true);
    }
  });

  test('short rows of words are no other table', () => {
    const read = readText(lines('a,b,c', 'x,y,z', 'k,l', 'm,n', 'o,p', 'u,v,w'));
    expect(read.rows).toHaveLength(5);
    expect(read.counts).toMatchObject({ padded: 3, tables: 0 });
  });
});

test('what is written reads back as it was', () => {
  const fields = ['a,b', null, '', ' x ', 'say "hi"', 'two\r\nlines', '007', '\0'];
  const line = toCanonical(fields);
  expect(line).toBe('"a,b",,"", x ,"say ""hi""","two\r\nlines",007,\0');
  const names = fields.map((_, k) => `n${k}`).join(',');
  expect(readText(`${names}\n${line}\n`, { delimiter: ',', quote: '"', header: true }).rows).toEqual([
    fields,
  ]);
});

test('every record of any text has one role, and no character of its values is lost', () => {
  const random = createRandom(11);
  const bits = [
    'a',
    '1',
    ',',
    ',',
    ';',
    '"',
    '""',
    '\n',
    '\r\n',
    '\r',
    '北',
    ' ',
    '#',
    '\\',
    'Total',
    '合计',
  ];
  for (let round = 0; round < 2000; round++) {
    const text = Array.from({ length: random.below(60) }, () => random.pick(bits)).join('');
    const whole = readText(text, {}, 1000);
    expect(isBalanced(whole.counts), text).toBe(true);
    expect(whole.counts.loaded, text).toBe(whole.rows.length);
    const pieces = readRecords(text, whole.layout, 1 + random.below(6));
    expect(pieces.records, text).toEqual(whole.records);
  }
});
