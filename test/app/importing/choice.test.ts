import { describe, expect, test } from 'vitest';
import type { Choice } from '../../../src/app/importing/choice';
import { toImports, toTableOptions } from '../../../src/app/importing/choice';
import type { TableInspection } from '../../../src/import/inspection';
import type { ImportOptions } from '../../../src/import/options';

function createTable(key: string, settings: ImportOptions): TableInspection {
  return { key, settings, sure: true, questions: [], lines: [], columns: [], rows: [] };
}

const book = [
  createTable('May', { sheets: [0], header: 1 }),
  createTable('June', { sheets: [1], header: 1 }),
  createTable('July', { sheets: [2], header: 1 }),
];

function choose(tables: TableInspection[], choice: Partial<Choice> = {}): Choice {
  return { tables, leftOut: new Set(), shared: {}, own: new Map(), ...choice };
}

describe('the imports that give what is wanted', () => {
  test('a single table is imported with what was said, not with what was found', () => {
    const table = createTable('', {
      delimiter: ';',
      header: 1,
      columns: { a: { reading: { type: 'VARCHAR' } } },
    });
    expect(toImports(choose([table], { shared: { header: 0 } }))).toEqual([{ header: 0 }]);
  });

  test('all tables without a word are one import of the file', () => {
    expect(toImports(choose(book, { shared: { password: 'x' } }))).toEqual([{ password: 'x' }]);
  });

  test('some sheets are one import that names them', () => {
    expect(toImports(choose(book, { leftOut: new Set(['June']), shared: { password: 'x' } }))).toEqual([
      { password: 'x', sheets: [0, 2] },
    ]);
  });

  test('a table of which something is said is an import of its own, and the others stay as they look', () => {
    expect(toImports(choose(book, { own: new Map([['June', { header: 2 }]]) }))).toEqual([
      { sheets: [0] },
      { sheets: [1], header: 2 },
      { sheets: [2] },
    ]);
  });

  test('several tables on one sheet are told apart by their columns', () => {
    const [a, b] = [
      { columns: ['x'], place: 0 },
      { columns: ['y'], place: 1 },
    ];
    const tables = [
      createTable('a', { sheets: [0], table: a }),
      createTable('b', { sheets: [0], table: b }),
      createTable('c', { sheets: [1] }),
    ];
    expect(toImports(choose(tables, { leftOut: new Set(['c']) }))).toEqual([
      { sheets: [0], table: a },
      { sheets: [0], table: b },
    ]);
  });

  test('several tables on one sheet are told apart by their cells', () => {
    const tables = [
      createTable('a', { sheets: [0], range: 'A1:C9' }),
      createTable('b', { sheets: [0], range: 'F1:H9' }),
      createTable('c', { sheets: [1] }),
    ];
    expect(toImports(choose(tables, { leftOut: new Set(['c']) }))).toEqual([
      { sheets: [0], range: 'A1:C9' },
      { sheets: [0], range: 'F1:H9' },
    ]);
  });

  test('members of an archive go together, a sheet of a workbook in it does not go with them', () => {
    const tables = [
      createTable('a.csv', { members: ['a.csv'] }),
      createTable('b.csv', { members: ['b.csv'] }),
      createTable('c.xlsx · 1', { members: ['c.xlsx'], sheets: [0] }),
      createTable('d.csv', { members: ['d.csv'] }),
    ];
    expect(toImports(choose(tables, { leftOut: new Set(['d.csv']) }))).toEqual([
      { members: ['a.csv', 'b.csv'] },
      { members: ['c.xlsx'], sheets: [0] },
    ]);
  });

  test('nothing is imported where nothing is wanted', () => {
    expect(toImports(choose(book, { leftOut: new Set(['May', 'June', 'July']) }))).toEqual([]);
    expect(toImports(choose([createTable('', {})], { leftOut: new Set(['']) }))).toEqual([]);
  });
});

test('one of several tables is looked at by its place, with what was said of it', () => {
  const choice = choose(book, { own: new Map([['June', { skip: 3 }]]), shared: { types: 'text' } });
  expect(toTableOptions(choice, book[1]!)).toEqual({ types: 'text', sheets: [1], skip: 3 });
});

test('a choice is not changed by asking for its imports', () => {
  const choice = choose(book, { leftOut: new Set(['June']) });
  expect([toImports(choice), toImports(choice)]).toEqual([[{ sheets: [0, 2] }], [{ sheets: [0, 2] }]]);
  expect(book[0]!.settings.sheets).toEqual([0]);
});
