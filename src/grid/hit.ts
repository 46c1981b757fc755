import { findColumnAt } from './columns';
import type { Cell } from './selection';

export interface Placement {
  top: number;
  left: number;
  rowHeight: number;
  headerHeight: number;
  gutter: number;
  offsets: Float64Array;
  rowCount: number;
}

export type Part = 'corner' | 'columns' | 'rows' | 'cells' | 'outside';

/** What is under a point of the pane; a point beyond the table belongs to the nearest cell, which is what a drag wants. */
export function findHit(x: number, y: number, placement: Placement): { part: Part; cell: Cell } {
  const { top, left, rowHeight, headerHeight, gutter, offsets, rowCount } = placement;
  const tableX = x - gutter + left;
  const row = Math.floor((y - headerHeight + top) / rowHeight);
  const cell = {
    row: Math.max(0, Math.min(rowCount - 1, row)),
    column: findColumnAt(offsets, tableX),
  };
  const isBelow = row >= rowCount;
  const isBeside = tableX >= (offsets.at(-1) ?? 0);
  return { part: findPart(), cell };

  function findPart(): Part {
    if (y < headerHeight) return x < gutter ? 'corner' : isBeside ? 'outside' : 'columns';
    if (isBelow) return 'outside';
    if (x < gutter) return 'rows';
    return isBeside ? 'outside' : 'cells';
  }
}
