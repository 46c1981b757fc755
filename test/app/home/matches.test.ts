import { expect, test } from 'vitest';
import { findMatches } from '../../../src/app/home/matches';

const entries = ['Sales review, May', 'Stock', '五月销售复盘'].map((title, at) => ({
  id: `${at}`,
  title,
  created: 0,
  updated: 0,
  cells: 1,
  sources: 0,
  change: 1,
}));
const find = (text: string) => findMatches(entries, text).map(({ id }) => id);

test('a workbook is found by any words of its title, in any order and case', () => {
  expect(find('may SALES')).toEqual(['0']);
  expect(find('s')).toEqual(['0', '1']);
  expect(find('销售')).toEqual(['2']);
  expect(find('sales june')).toEqual([]);
});

test('a search for nothing finds all', () => {
  expect(find('  ')).toEqual(['0', '1', '2']);
});
