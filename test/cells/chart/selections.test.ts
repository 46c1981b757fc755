import { expect, test } from 'vitest';
import { createRoot } from 'solid-js';
import type { Selection } from '../../../src/cells/chart/selections';
import { createSelections, findBase, hasColumns } from '../../../src/cells/chart/selections';
import type { Cell } from '../../../src/workbook/cell';

const cells = [
  { id: '1', kind: 'sql', name: 'all_of_it', sql: 'SELECT * FROM Orders' },
  { id: '2', kind: 'sql', name: 'two', sql: 'SELECT city, amount FROM all_of_it' },
  { id: '3', kind: 'steps', name: 'paris', from: 'two', steps: [{ step: 'filter' }, { step: 'sort' }] },
  { id: '4', kind: 'sql', name: 'other', sql: 'SELECT upper(city) AS city FROM orders' },
  { id: '5', kind: 'steps', name: 'filled', from: 'orders', steps: [{ step: 'fill' }] },
  { id: '7', kind: 'sql', name: 'dear', sql: 'SELECT * FROM orders WHERE amount > 5 ORDER BY city LIMIT 9;' },
  { id: '8', kind: 'sql', name: 'summed', sql: 'SELECT city FROM orders WHERE true GROUP BY city' },
  { id: '6', kind: 'sql', name: 'loop', sql: 'SELECT * FROM loop' },
] as unknown as Cell[];

test.each([
  ['orders', 'orders'],
  ['all_of_it', 'orders'],
  ['Paris', 'orders'],
  // what stands in a column may be something else there
  ['other', 'other'],
  ['filled', 'filled'],
  ['dear', 'orders'],
  ['summed', 'summed'],
  ['loop', 'loop'],
])('the rows of %s are those of %s', (from, base) => {
  expect(findBase({ from }, cells)).toBe(base);
});

test('a table behind a cell is a table of its own', () => {
  expect(findBase({ from: 'orders', table: 'centers' }, cells)).toBe('"orders"."centers"');
});

const chart = (id: string, from: string) => ({ id, kind: 'chart', name: id, from, mark: 'bar', x: 'city' });

test('a table on the page follows charts of the same rows, as long as it is there', () => {
  createRoot((dispose) => {
    const all = [...cells, chart('bars', 'orders'), chart('others', 'summed')] as unknown as Cell[];
    const selections = createSelections(() => all);
    expect(selections.findChartsOf({ from: 'dear' })).toEqual(['bars']);
    expect(selections.findChartsOf({ from: 'other' })).toEqual([]);
    expect(selections.countTables('bars')).toBe(0);
    const leave = selections.join({ from: 'two' });
    selections.join({ from: 'summed' });
    expect([selections.countTables('bars'), selections.countTables('others')]).toEqual([1, 1]);
    leave();
    expect([selections.countTables('bars'), selections.countTables('others')]).toEqual([0, 1]);
    dispose();
  });
});

test('rows are chosen by columns that are there, of the same type', () => {
  const columns = [{ name: 'City', type: 'VARCHAR' }];
  const by = (name: string, type: string) => ({ columns: [{ name, type }] }) as unknown as Selection;
  expect(hasColumns(columns, by('city', 'VARCHAR'))).toBe(true);
  expect(hasColumns(columns, by('city', 'BIGINT'))).toBe(false);
  expect(hasColumns(columns, by('amount', 'VARCHAR'))).toBe(false);
});
