import { expect, test } from 'vitest';
import { toNumbered } from '../../src/sql/parameters';

test('parameters are numbered in the order in which they occur', () => {
  const { sql, order } = toNumbered("select $b, $a, $B, $c, $1, '$a' -- $a", ['a', 'b']);
  expect(sql).toBe("select $1, $2, $1, $c, $1, '$a' -- $a");
  expect(order).toEqual(['b', 'a']);
});

test('they are written as the caller says', () => {
  const write = (name: string, number: number) => `CAST($${number} AS ${name})`;
  expect(toNumbered('select $date', ['date'], write).sql).toBe('select CAST($1 AS date)');
});

test('a place of the new text is found in the old one', () => {
  const old = 'select $a + $汉字, "😀", wrong';
  const { sql, toOriginal } = toNumbered(old, ['a', '汉字'], (_, number) => `CAST($${number} AS DOUBLE)`);
  expect(toOriginal(sql.indexOf('wrong'))).toBe(old.indexOf('wrong'));
  expect(toOriginal(sql.indexOf('+'))).toBe(old.indexOf('+'));
  expect(toOriginal(sql.indexOf('AS DOUBLE'))).toBe(old.indexOf('$a'));
  expect(toOriginal(sql.indexOf('$2'))).toBe(old.indexOf('$汉字'));
  expect(toOriginal(sql.length)).toBe(old.length);
  expect(toOriginal(0)).toBe(0);
});

test('shorter texts too', () => {
  const { sql, toOriginal } = toNumbered('$long_name + x', ['long_name']);
  expect(sql).toBe('$1 + x');
  expect(toOriginal(5)).toBe(13);
});
