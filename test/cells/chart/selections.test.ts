import { expect, test } from 'vitest';
import { findBase } from '../../../src/cells/chart/selections';
import type { Cell } from '../../../src/workbook/cell';

const cells = [
  { id: '1', kind: 'sql', name: 'all_of_it', sql: 'SELECT * FROM Orders' },
  { id: '2', kind: 'sql', name: 'two', sql: 'SELECT city, amount FROM all_of_it' },
  { id: '3', kind: 'steps', name: 'paris', from: 'two', steps: [{ step: 'filter' }, { step: 'sort' }] },
  { id: '4', kind: 'sql', name: 'other', sql: 'SELECT upper(city) AS city FROM orders' },
  { id: '5', kind: 'steps', name: 'filled', from: 'orders', steps: [{ step: 'fill' }] },
  { id: '6', kind: 'sql', name: 'loop', sql: 'SELECT * FROM loop' },
] as unknown as Cell[];

test.each([
  ['orders', 'orders'],
  ['all_of_it', 'orders'],
  ['Paris', 'orders'],
  // what stands in a column may be something else there
  ['other', 'other'],
  ['filled', 'filled'],
  ['loop', 'loop'],
])('the rows of %s are those of %s', (from, base) => {
  expect(findBase({ from }, cells)).toBe(base);
});

test('a table behind a cell is a table of its own', () => {
  expect(findBase({ from: 'orders', table: 'centers' }, cells)).toBe('"orders"."centers"');
});
