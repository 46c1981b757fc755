import { expect, test } from 'vitest';
import { takeIn, toNameHere } from '../../src/export/takeIn';
import { kinds, sql, text, toBook } from './kinds';

const read = (book: ReturnType<typeof toBook>) =>
  book.cells.map((cell) => [cell.name, (cell as { sql?: string; markdown?: string }).sql ?? '']);

test('cells read each source under the name that it has here', () => {
  const book = toBook(sql('a', 'SELECT orders.x FROM orders, people'));
  const taken = takeIn(book, [{ from: 'orders', to: 'orders_2' }], {
    kinds,
    sources: ['orders', 'orders_2'],
  });
  expect(read(taken)).toEqual([['a', 'SELECT orders_2.x FROM orders_2, people']]);
});

test('two sources that have exchanged their names are not mixed up', () => {
  const book = toBook(sql('q', 'FROM a JOIN b USING (id)'));
  const namings = [
    { from: 'a', to: 'b' },
    { from: 'b', to: 'a' },
  ];
  expect(read(takeIn(book, namings, { kinds, sources: ['a', 'b'] }))).toEqual([
    ['q', 'FROM b JOIN a USING (id)'],
  ]);
});

test('a cell that goes by the name of a source here gets another one, and is followed', () => {
  const book = toBook(sql('orders', 'SELECT 1 AS n'), sql('q', 'FROM orders'), sql('orders_2', 'SELECT 2'));
  expect(read(takeIn(book, [], { kinds, sources: ['Orders'] }))).toEqual([
    ['orders_3', 'SELECT 1 AS n'],
    ['q', 'FROM orders_3'],
    ['orders_2', 'SELECT 2'],
  ]);
});

test('a name here is the wanted one, or one that no source and no cell has', () => {
  const book = toBook(sql('orders_2', 'SELECT 1'), text('x'));
  expect(toNameHere('orders', ['people'], book)).toBe('orders');
  expect(toNameHere('orders', ['ORDERS'], book)).toBe('orders_3');
});
