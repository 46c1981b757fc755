import { expect, test } from 'vitest';
import { findAsked } from '../../src/grid/menu';
import type { Rect } from '../../src/grid/selection';

const rows = ['a', 'b', 'c', 'd'];
const maybeValues = ({ fromRow, toRow }: Rect) =>
  toRow <= rows.length ? [rows.slice(fromRow, toRow)] : undefined;
const rect = (toRow: number, toColumn = 1): Rect => ({ fromRow: 0, toRow, fromColumn: 0, toColumn });
const cell = { row: 1, column: 0 };

test('a menu is about all that is selected in one column', () => {
  expect(findAsked(cell, rect(3), maybeValues)).toEqual(['a', 'b', 'c']);
});

test('of several columns, of too many values, or of values that are not at hand it is about the one', () => {
  expect(findAsked(cell, rect(3, 2), maybeValues)).toEqual(['b']);
  expect(findAsked(cell, rect(1001), ({ toRow }) => [[`${toRow}`]])).toEqual(['2']);
  expect(findAsked(cell, rect(9), maybeValues)).toEqual(['b']);
  expect(findAsked(cell, undefined, maybeValues)).toEqual(['b']);
});

test('where its row is still being read, there is no value', () => {
  expect(findAsked({ row: 8, column: 0 }, undefined, maybeValues)).toBeUndefined();
});
