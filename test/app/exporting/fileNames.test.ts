import { expect, test } from 'vitest';
import { fillTemplate, toFileNames } from '../../../src/app/exporting/fileNames';

const parts = {
  name: 'orders',
  workbook: 'Tea',
  now: new Date(2026, 10, 5, 9, 7),
  inputs: { since: '2026-01-01', name: 'an input of this name' },
};

test('a template is filled with the name, the date, the time, the workbook and the inputs', () => {
  expect(fillTemplate('{workbook} {name} {date} {time} since {since}', parts)).toBe(
    'Tea orders 2026-11-05 09-07 since 2026-01-01',
  );
});

test('what stands for nothing stays, and no property of an object is taken for a value', () => {
  expect(fillTemplate('{nobody} {constructor} {', parts)).toBe('{nobody} {constructor} {');
});

test('names are such that every system takes them, and none comes twice', () => {
  expect(toFileNames(['a/b', 'a:b', 'A_B', ''], 'csv')).toEqual([
    'a_b.csv',
    'a_b 2.csv',
    'A_B 3.csv',
    'workbook.csv',
  ]);
});
