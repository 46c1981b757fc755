import { expect, test } from 'vitest';
import {
  clampSelection,
  countCells,
  hasCell,
  reduceSelection,
  toRect,
  type Intent,
  type Selection,
} from '../../src/grid/selection';

const bounds = { rows: 1000, columns: 8, page: 20 };
const at = (row: number, column: number): Selection => ({
  span: 'cells',
  anchor: { row, column },
  head: { row, column },
});
const move = (more: Partial<Intent & { kind: 'move' }>): Intent => ({
  kind: 'move',
  direction: 'down',
  reach: 'one',
  extend: false,
  ...more,
});
const point = (row: number, column: number, more: Partial<Intent & { kind: 'point' }> = {}): Intent => ({
  kind: 'point',
  cell: { row, column },
  span: 'cells',
  extend: false,
  ...more,
});

test('a click selects a cell, and a click with Shift extends from it', () => {
  const one = reduceSelection(undefined, point(5, 3), bounds);
  expect(one).toEqual(at(5, 3));
  const more = reduceSelection(one, point(2, 6, { extend: true }), bounds)!;
  expect(more.anchor).toEqual({ row: 5, column: 3 });
  expect(toRect(more, bounds)).toEqual({ fromRow: 2, toRow: 6, fromColumn: 3, toColumn: 7 });
});

test('the first arrow selects the first cell', () => {
  expect(reduceSelection(undefined, move({}), bounds)).toEqual(at(0, 0));
});

test('arrows move the active cell and stop at the edges', () => {
  expect(reduceSelection(at(5, 3), move({}), bounds)).toEqual(at(6, 3));
  expect(reduceSelection(at(0, 0), move({ direction: 'up' }), bounds)).toEqual(at(0, 0));
  expect(reduceSelection(at(999, 7), move({ direction: 'right' }), bounds)).toEqual(at(999, 7));
});

test('an arrow with Ctrl goes to the edge and a page key by a page', () => {
  expect(reduceSelection(at(5, 3), move({ reach: 'edge' }), bounds)).toEqual(at(999, 3));
  expect(reduceSelection(at(5, 3), move({ reach: 'edge', direction: 'left' }), bounds)).toEqual(at(5, 0));
  expect(reduceSelection(at(5, 3), move({ reach: 'page' }), bounds)).toEqual(at(25, 3));
  expect(reduceSelection(at(5, 3), move({ reach: 'page', direction: 'up' }), bounds)).toEqual(at(0, 3));
});

test('an arrow after a range leaves from the active cell, not from the end of the range', () => {
  const range: Selection = { span: 'cells', anchor: { row: 5, column: 3 }, head: { row: 9, column: 6 } };
  expect(reduceSelection(range, move({}), bounds)).toEqual(at(6, 3));
  expect(reduceSelection(range, move({ extend: true }), bounds)).toEqual({
    ...range,
    head: { row: 10, column: 6 },
  });
});

test('corners reach the first and the last cell', () => {
  expect(reduceSelection(at(5, 3), { kind: 'corner', end: 'last', extend: false }, bounds)).toEqual(
    at(999, 7),
  );
  const extended = reduceSelection(at(5, 3), { kind: 'corner', end: 'first', extend: true }, bounds)!;
  expect(toRect(extended, bounds)).toEqual({ fromRow: 0, toRow: 6, fromColumn: 0, toColumn: 4 });
});

test('a header selects a column whole, a row number a row whole', () => {
  const column = reduceSelection(undefined, point(40, 2, { span: 'columns' }), bounds)!;
  expect(toRect(column, bounds)).toEqual({ fromRow: 0, toRow: 1000, fromColumn: 2, toColumn: 3 });
  const row = reduceSelection(undefined, point(40, 0, { span: 'rows' }), bounds)!;
  expect(toRect(row, bounds)).toEqual({ fromRow: 40, toRow: 41, fromColumn: 0, toColumn: 8 });
});

test('columns extend as columns, by header and by key', () => {
  const one = reduceSelection(undefined, point(0, 2, { span: 'columns' }), bounds);
  const dragged = reduceSelection(one, point(0, 5, { span: 'columns', extend: true }), bounds)!;
  const pressed = reduceSelection(dragged, move({ direction: 'right', extend: true }), bounds)!;
  expect(toRect(pressed, bounds)).toEqual({ fromRow: 0, toRow: 1000, fromColumn: 2, toColumn: 7 });
});

test('all cells of a billion rows are counted, not listed', () => {
  const huge = { ...bounds, rows: 1_000_000_000 };
  const all = reduceSelection(at(5, 3), { kind: 'widen', span: 'all' }, huge)!;
  expect(all.anchor).toEqual({ row: 5, column: 3 });
  expect(countCells(toRect(all, huge))).toBe(8_000_000_000);
});

test('Escape keeps the active cell alone, and does nothing without one', () => {
  const range: Selection = { span: 'rows', anchor: { row: 5, column: 3 }, head: { row: 9, column: 6 } };
  expect(reduceSelection(range, { kind: 'collapse' }, bounds)).toEqual(at(5, 3));
  expect(reduceSelection(undefined, { kind: 'collapse' }, bounds)).toBeUndefined();
});

test('a table without cells has no selection', () => {
  expect(reduceSelection(at(0, 0), move({}), { ...bounds, rows: 0 })).toBeUndefined();
  expect(clampSelection(at(0, 0), { ...bounds, columns: 0 })).toBeUndefined();
});

test('a selection stays within a table that has shrunk', () => {
  expect(clampSelection(at(900, 7), { rows: 10, columns: 3, page: 5 })).toEqual(at(9, 2));
});

test('a cell is in a selection where its row and its column are', () => {
  const rect = { fromRow: 1, toRow: 3, fromColumn: 2, toColumn: 3 };
  expect(hasCell(rect, { row: 1, column: 2 })).toBe(true);
  expect(hasCell(rect, { row: 3, column: 2 })).toBe(false);
  expect(hasCell(rect, { row: 2, column: 3 })).toBe(false);
  expect(hasCell(undefined, { row: 0, column: 0 })).toBe(false);
});
