import { expect, test } from 'vitest';
import { fitColumn } from '../../src/grid/fit';

const measured: string[] = [];
const options = {
  measureName: (text: string) => text.length * 7,
  measureCell: (text: string) => {
    measured.push(text);
    return text.length * 7;
  },
};

test('a column is as wide as its name or its longest cell', () => {
  expect(fitColumn('customer_id', ['a'], options)).toBe(121);
  expect(fitColumn('n', ['Anna Kowalska'], options)).toBe(111);
});

test('a width stays within its limits', () => {
  expect(fitColumn('n', [], options)).toBe(72);
  expect(fitColumn('n', ['x'.repeat(500)], options)).toBe(320);
  expect(fitColumn('n', ['x'.repeat(500)], { ...options, widest: 640 })).toBe(640);
});

test('only one of many cells is measured, and a wide script counts as wide', () => {
  measured.length = 0;
  fitColumn('n', [...Array.from({ length: 1000 }, (_, i) => `row ${i}`), '王小明王小明'], options);
  expect(measured).toEqual(['王小明王小明']);
});
