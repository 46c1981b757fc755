import { expect, test } from 'vitest';
import { createCells } from '../../src/grid/cells';
import type { Page, PageReader } from '../../src/grid/pageReader';
import type { Column, Value } from '../../src/table/column';

const columns: Column[] = [
  { name: 'x', type: 'DOUBLE' },
  { name: 'n', type: 'INTEGER' },
];
const options = { locale: 'en-GB', words: { missing: 'missing', yes: 'true', no: 'false' } };

function createReader(pages: [number, Page][]): PageReader {
  const known = new Map(pages);
  return {
    layout: { size: 2, kept: 10 },
    get: (page) => known.get(page),
    all: () => known.entries(),
    want: () => {},
    retry: () => {},
    stop: () => {},
  };
}

const ready = (...values: Value[][]): Page => ({ kind: 'ready', columns: values });

test('the decimals of a column align to the most digits of any loaded page', () => {
  const cells = createCells(
    columns,
    createReader([
      [0, ready([1, 2.5], [1, 2])],
      [1, ready([0.125, 3], [3, 4])],
    ]),
  );
  cells.learn(0);
  expect(cells.toCell(0, 0, options)?.text).toBe('1.0');
  cells.learn(1);
  expect(cells.toCell(0, 0, options)?.text).toBe('1.000');
});

test('a row is pending, failed or ready as its page is', () => {
  const cells = createCells(
    columns,
    createReader([
      [0, ready([1, 2], [1, 2])],
      [1, { kind: 'failed', problem: 'x' }],
    ]),
  );
  expect([0, 2, 4].map((row) => cells.toState(row))).toEqual(['ready', 'failed', 'pending']);
  expect(cells.toCell(4, 0, options)).toBeUndefined();
});

test('values of a rectangle are given only if all of them are loaded', () => {
  const cells = createCells(
    columns,
    createReader([
      [0, ready([1, 2], [10, 20])],
      [1, ready([3, 4], [30, 40])],
    ]),
  );
  expect(cells.maybeValues({ fromRow: 1, toRow: 4, fromColumn: 0, toColumn: 2 })).toEqual([
    [2, 3, 4],
    [20, 30, 40],
  ]);
  expect(cells.maybeValues({ fromRow: 1, toRow: 5, fromColumn: 0, toColumn: 1 })).toBeUndefined();
});
