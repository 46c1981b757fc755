import { expect, test } from 'vitest';
import { checkOutputs, toShortList } from '../../src/workbook/outputs';

test('a button names up to three tables, and of more the first two', () => {
  expect(toShortList(['a', 'b', 'c'])).toBe('a, b, c');
  expect(toShortList(['a', 'b', 'c', 'd'])).toBe('a, b …');
});

test('what a template has leave the workbook is what a saved one may say', () => {
  const tables = { names: ['clean_list'], format: 'xlsx', settings: {}, template: '{name} {date}' };
  expect(checkOutputs({ tables })).toEqual({ tables });
});
