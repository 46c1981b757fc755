import { describe, expect, test } from 'vitest';
import { findFixes, findWord } from '../../../src/cells/sql/fixes';
import { Problem } from '../../../src/lib/problem';
import type { Catalog } from '../../../src/sql/complete';

const catalog: Catalog = {
  tables: [
    {
      name: 'orders',
      kind: 'source',
      columns: [
        { name: 'total', type: 'DOUBLE' },
        { name: 'unit price', type: 'DOUBLE' },
      ],
    },
    { name: 'Big Orders', kind: 'cell', columns: [] },
  ],
  functions: ['round', 'rounds'].map((name) => ({
    name,
    kind: 'scalar',
    description: '',
    returns: 'DOUBLE',
    parameters: ['x'],
  })),
  keywords: [],
  parameters: [],
};

/** What is offered for the word at the mark `|`, after the engine named `candidates`. */
function fix(written: string, candidates = '') {
  const position = written.indexOf('|');
  const sql = written.replace('|', '');
  const fixes = findFixes(new Problem('sql-name', { sql, position, params: { candidates } }), sql, catalog);
  return fixes && { word: sql.slice(fixes.from, fixes.to), names: fixes.names };
}

describe('names that may have been meant', () => {
  test('of columns are those that the engine names, in quotes where they need them', () => {
    expect(fix('select |unitprice from orders', 'unit price,total')).toEqual({
      word: 'unitprice',
      names: ['"unit price"', 'total'],
    });
  });

  test('of tables are those of the workbook, not the engine’s own', () => {
    expect(fix('select * from |ordrs', 'pragma_database_list')).toEqual({ word: 'ordrs', names: ['orders'] });
    expect(fix('select * from |"big order"')).toEqual({ word: '"big order"', names: ['"Big Orders"'] });
  });

  test('of functions are near ones', () => {
    expect(fix('select |roud(1)')).toEqual({ word: 'roud', names: ['round'] });
  });

  test('take the place of the column where the engine points at its table', () => {
    expect(fix('select |o.totl from orders o')).toEqual({ word: 'totl', names: ['total'] });
    expect(fix('select |orders.totl from orders')).toEqual({ word: 'totl', names: ['total'] });
  });

  test('are none for a word that is like nothing', () => {
    expect(fix('select * from |zzzzzz')).toBeUndefined();
  });

  test('are none for a function that there is, with other arguments', () => {
    expect(fix('select |round()')).toBeUndefined();
  });

  test('are none where something else is wrong', () => {
    const sql = 'select totl from orders';
    expect(findFixes(new Problem('sql-syntax', { sql, position: 7 }), sql, catalog)).toBeUndefined();
  });
});

describe('the stretch that is underlined', () => {
  const read = (sql: string, position: number) => {
    const { from, to } = findWord(sql, position);
    return sql.slice(from, to);
  };

  test('is the word at the place', () => {
    expect(read('select totl from t', 7)).toBe('totl');
    expect(read('select "my col" from t', 7)).toBe('"my col"');
  });

  test('is the last word where the text ends too soon', () => {
    expect(read('select 1 +  -- more', 19)).toBe('+');
  });
});
