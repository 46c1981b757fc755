import { expect, test } from 'vitest';
import { findNearest } from '../../src/sql/nearest';

const names = ['orders', 'order_lines', 'customers', 'Total', '订单', 'id'];

test('a slip is found: a letter too many, too few, wrong, or swapped', () => {
  expect(
    ['order', 'orderss', 'ordars', 'odrers', 'TOTLA'].map((word) => findNearest(word, names)[0]),
  ).toEqual(['orders', 'orders', 'orders', 'orders', 'Total']);
  expect(findNearest('定单', names)).toEqual(['订单']);
});

test('nothing is proposed when all are far', () => {
  expect(findNearest('revenue', names)).toEqual([]);
  expect(findNearest('x', names)).toEqual([]);
});

test('the nearest come first, and no more than wanted', () => {
  expect(findNearest('orders_line', ['orders', 'order_line', 'orders_lines', 'order_lines'], 2)).toEqual([
    'order_line',
    'orders_lines',
  ]);
});
