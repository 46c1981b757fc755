import { describe, expect, test } from 'vitest';
import { maybeFixed } from '../../../src/import/text/fixedWidth';
import { createPlanner, toSettings } from '../../../src/import/text/plan';
import { isBalanced, readText } from './readText';

const lines = (...all: string[]) => `${all.join('\n')}\n`;

const people = [
  'Name      City      Amount',
  'Anna      Rome        12.5',
  'Ben Smith New York     7.0',
  'Carl      Oslo       100.1',
];

describe('columns of fixed width', () => {
  test('are told, and cut where no line has anything', () => {
    const read = readText(people.join('\r\n'));
    expect(read.layout).toMatchObject({ delimiter: '', header: 1, names: ['Name', 'City', 'Amount'] });
    expect(read.rows).toEqual([
      ['Anna', 'Rome', '12.5'],
      ['Ben Smith', 'New York', '7.0'],
      ['Carl', 'Oslo', '100.1'],
    ]);
    expect(read.asks).toContain('delimiter');
    expect(isBalanced(read.counts)).toBe(true);
  });

  test('are not looked for in fewer lines than show them, in words, in a list and in an indented text', () => {
    const words = 'The quick brown fox\njumps over the lazy\ndog and goes home.\nNobody saw it go.\n';
    expect(maybeFixed(people.slice(0, 3).join('\n'))).toBeUndefined();
    expect(maybeFixed(words)).toBeUndefined();
    expect(maybeFixed('tea\ncup\npot\nspoon\nplate\n')).toBeUndefined();
    expect(maybeFixed('  tea\n  cup\n    pot\n  spoon\n')).toBeUndefined();
  });

  test('are not what a comma-separated file padded with blanks has', () => {
    const read = readText(
      lines(
        'id  , name   , amount',
        '1   , tea    ,   12.5',
        '22  , coffee ,    7.0',
        '333 , juice  ,  100.1',
      ),
    );
    expect(read.layout).toMatchObject({ delimiter: ',', width: 3 });
  });

  test('are where a line of dashes says, which is no row', () => {
    const read = readText(
      lines(
        'id  name       city',
        '--- ---------- ----',
        '1   tea        Rome',
        '22  coffee     Oslo',
        '',
        '(2 rows affected)',
      ),
    );
    expect(read.layout).toMatchObject({
      header: 1,
      names: ['id', 'name', 'city'],
      borders: { places: [4, 15] },
    });
    expect(read.rows).toEqual([
      ['1', 'tea', 'Rome'],
      ['22', 'coffee', 'Oslo'],
    ]);
    expect(read.asks).not.toContain('delimiter');
    expect(isBalanced(read.counts)).toBe(true);
  });

  test('have titles above them that go over their borders', () => {
    const read = readText(lines('Sales of the spring, all shops', '', ...people));
    expect(read.layout).toMatchObject({ skip: 2, names: ['Name', 'City', 'Amount'] });
    expect(read.rows).toHaveLength(3);
    expect(read.asks).toContain('skipped');
    expect(isBalanced(read.counts)).toBe(true);
  });

  test('may count a Chinese character as two', () => {
    const table = [
      ['编号', '品名', '数量'],
      ['001', '绿茶', '12'],
      ['002', '乌龙茶', '7'],
      ['003', 'tea', '105'],
      ['004', '茉莉花茶', '9'],
    ];
    const toLine = (toSize: (text: string) => number) =>
      table.map((row) => row.map((cell, at) => cell + ' '.repeat([8, 12, 4][at]! - toSize(cell))).join(''));
    const wide = readText(lines(...toLine((text) => text.replaceAll(/[^\0-\x7f]/g, 'xx').length)));
    const narrow = readText(lines(...toLine((text) => text.length)));
    expect(wide.layout.borders?.wide).toBe(true);
    expect(narrow.layout.borders?.wide).toBe(false);
    expect(wide.layout.names).toEqual(table[0]);
    expect(wide.rows).toEqual(table.slice(1));
    expect(narrow.rows).toEqual(table.slice(1));
  });

  test('keep a date and its time together, and a name under one title', () => {
    const read = readText(
      lines(
        'at               who           n',
        '2024-03-05 10:05 Anna Smith    1',
        '2024-03-06 11:30 Carl Brown   22',
        '2024-03-07 12:00 Jane Black    3',
      ),
    );
    expect(read.layout.names).toEqual(['at', 'who', 'n']);
    expect(read.rows[1]).toEqual(['2024-03-06 11:30', 'Carl Brown', '22']);
  });

  test('are where they are said to be, though they touch', () => {
    const read = readText(lines('20240305Miller    0012', '20240306Smith     0007'), {
      borders: [8, 18],
      header: false,
    });
    expect(read.rows).toEqual([
      ['20240305', 'Miller', '0012'],
      ['20240306', 'Smith', '0007'],
    ]);
    expect(read.sure).toBe(true);
  });

  test('come out again by the settings that they gave', () => {
    const titled = lines('Sales of the spring, all shops', '', ...people);
    const first = readText(titled);
    const settings = toSettings(createPlanner(first.layout, {}).plan());
    expect(settings).toMatchObject({ delimiter: '', borders: [10, 19], wide: false, skip: 2 });
    const again = readText(titled, settings);
    expect(again.rows).toEqual(first.rows);
    expect(again.sure).toBe(true);
  });

  test('are one column where a text of another kind is said to have them', () => {
    expect(readText('a,b\n1,2\n', { delimiter: '' }).rows).toEqual([['1,2']]);
  });

  test('leave out blank lines and fill short ones up', () => {
    const read = readText(lines(...people, '     ', 'Dora', 'Emil      Bonn'));
    expect(read.rows.slice(3)).toEqual([
      ['Dora', null, null],
      ['Emil', 'Bonn', null],
    ]);
    expect(read.counts).toMatchObject({ blank: 1, padded: 0, loaded: 5 });
  });

  test('reject a value that is too long for its column, and list it', () => {
    const many = Array.from(
      { length: 30 },
      (_, index) => `${'tea'.padEnd(10)}${'Rome'.padEnd(8)}${String(index * 10 + 100).padStart(6)}`,
    );
    const read = readText(lines('what      where    count', ...many, 'peppermint tea  Oslo   120'));
    expect(read.counts).toMatchObject({ loaded: 30, rejected: 1 });
    expect(read.records.find(({ role }) => role === 'rejected')).toMatchObject({
      reason: 'over-border',
      raw: 'peppermint tea  Oslo   120',
    });
    expect(isBalanced(read.counts)).toBe(true);
  });

  test('take a value that fills its column where the next one has its form', () => {
    const many = Array.from(
      { length: 30 },
      (_, index) => `${'tea'.padEnd(8)}${String(index * 100 + 9000).padStart(6)}`,
    );
    const read = readText(lines('what     count', ...many, 'espresso123456'), { borders: [8] });
    expect(read.rows.at(-1)).toEqual(['espresso', '123456']);
  });
});
