import { expect, test } from 'vitest';
import { toOffsets } from '../../src/grid/columns';
import { findHit } from '../../src/grid/hit';

const placement = {
  top: 1000 * 28 + 10,
  left: 50,
  rowHeight: 28,
  headerHeight: 32,
  gutter: 60,
  offsets: toOffsets([100, 100, 100]),
  rowCount: 1010,
};

test('each part of the grid is told apart', () => {
  expect(findHit(10, 10, placement).part).toBe('corner');
  expect(findHit(120, 10, placement)).toMatchObject({ part: 'columns', cell: { column: 1 } });
  expect(findHit(10, 40, placement)).toMatchObject({ part: 'rows', cell: { row: 1000 } });
  expect(findHit(120, 40, placement)).toEqual({ part: 'cells', cell: { row: 1000, column: 1 } });
});

test('a point beside or below the table is outside, and nearest to its last cell', () => {
  expect(findHit(900, 900, placement)).toEqual({ part: 'outside', cell: { row: 1009, column: 2 } });
  expect(findHit(900, 10, placement).part).toBe('outside');
});
