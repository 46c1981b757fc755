import { toPixel } from './pixel';
import type { Range } from './scroll';
import type { Cell, Rect } from './selection';

export interface OutlinePlace {
  rows: Range;
  top: number;
  left: number;
  rowHeight: number;
  offsets: Float64Array;
}

/** How far beyond the view an outline is still drawn, so that its cut edge is not seen. */
const BEYOND = 4;

/** Lays an outline over some cells; of a selection of a billion rows only what is on screen is drawn. */
export function placeOutline(element: HTMLElement, rect: Rect | undefined, place: OutlinePlace): void {
  const { rows, top, left, rowHeight, offsets } = place;
  const fromRow = Math.max(rect?.fromRow ?? 0, rows.first - BEYOND);
  const toRow = Math.min(rect?.toRow ?? 0, rows.last + BEYOND);
  element.hidden = rect === undefined || toRow <= fromRow;
  if (!rect || element.hidden) return;
  const start = offsets[rect.fromColumn] ?? 0;
  element.style.transform = `translate(${start - left}px, ${toPixel(fromRow * rowHeight - top)}px)`;
  element.style.width = `${(offsets[rect.toColumn] ?? start) - start}px`;
  element.style.height = `${(toRow - fromRow) * rowHeight}px`;
}

export function toCellRect({ row, column }: Cell): Rect {
  return { fromRow: row, toRow: row + 1, fromColumn: column, toColumn: column + 1 };
}
