import { expect, test } from 'vitest';
import { describeAt } from '../../src/sql/describeAt';
import { catalog } from './catalog';

const at = (text: string) => {
  const found = describeAt(text.replace('|', ''), text.indexOf('|'), catalog);
  return found && [found.kind, ...found.lines];
};

test('a column has a type and a table', () => {
  expect(at('select to|tal from orders')).toEqual(['column', '`total` DECIMAL(18,2) · `orders`']);
  expect(at('select o.to|tal from orders o')).toEqual(['column', '`total` DECIMAL(18,2) · `o`']);
  expect(at('with a as (select total as t from orders) select t| from a')).toEqual([
    'column',
    '`t` DECIMAL(18,2) · `a`',
  ]);
});

test('a table has columns, also by its alias', () => {
  const customers = ['table', '`customers`', '`customer_id` BIGINT, `name` VARCHAR'];
  expect(at('from cust|omers')).toEqual(customers);
  expect(at('select c|.name from customers c')).toEqual(customers);
  expect(at('from customers c|')).toEqual(customers);
});

test('a function has its form and its help', () => {
  expect(at('select su|m(total) from orders')).toEqual(['function', '`sum(arg) → HUGEINT`', 'Adds up.']);
});

test('a parameter has a type', () => {
  expect(at('select $ci|ty')).toEqual(['parameter', '`$city` VARCHAR']);
});

test('of anything else nothing is said', () => {
  expect(
    ["select 'or|ders'", 'sel|ect 1', 'select 1 -- or|ders', 'select nothing| from orders', '|'].map(at),
  ).toEqual(Array.from({ length: 5 }));
});

test('the whole word is marked', () => {
  expect(describeAt('from "订单 2024"', 8, catalog)).toMatchObject({ from: 5, to: 14 });
});
