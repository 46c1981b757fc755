import { expect, test } from 'vitest';
import { findColumnAt, findColumnReveal, findVisibleColumns, toOffsets } from '../../src/grid/columns';

const offsets = toOffsets([100, 50, 200, 80]);

test('offsets are the starts of the columns and the width of all', () => {
  expect([...offsets]).toEqual([0, 100, 150, 350, 430]);
});

test('the columns seen are those with at least a pixel in the view', () => {
  expect(findVisibleColumns(offsets, 0, 100)).toEqual({ first: 0, last: 1 });
  expect(findVisibleColumns(offsets, 0, 101)).toEqual({ first: 0, last: 2 });
  expect(findVisibleColumns(offsets, 99, 60)).toEqual({ first: 0, last: 3 });
  expect(findVisibleColumns(offsets, 150, 900)).toEqual({ first: 2, last: 4 });
});

test('a view of no width and a table of no columns show none', () => {
  expect(findVisibleColumns(offsets, 0, 0)).toEqual({ first: 0, last: 0 });
  expect(findVisibleColumns(toOffsets([]), 0, 500)).toEqual({ first: 0, last: 0 });
});

test('every column of ten thousand is found at its start, its middle and its last pixel', () => {
  const widths = Array.from({ length: 10_000 }, (_, i) => 40 + (i % 7) * 31);
  const many = toOffsets(widths);
  widths.forEach((width, column) => {
    expect(findColumnAt(many, many[column]!)).toBe(column);
    expect(findColumnAt(many, many[column]! + width / 2)).toBe(column);
    expect(findColumnAt(many, many[column + 1]! - 1)).toBe(column);
  });
});

test('a point beyond either end belongs to the nearest column', () => {
  expect(findColumnAt(offsets, -50)).toBe(0);
  expect(findColumnAt(offsets, 9999)).toBe(3);
});

test('a column is revealed by the least scroll, and a wide one by its start', () => {
  expect(findColumnReveal(offsets, 0, 60, 200)).toBe(0);
  expect(findColumnReveal(offsets, 1, 60, 200)).toBe(60);
  expect(findColumnReveal(offsets, 3, 60, 200)).toBe(230);
  expect(findColumnReveal(offsets, 2, 0, 150)).toBe(150);
});
