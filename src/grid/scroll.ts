/**
 * Chromium clamps an element at 33.5 million px and Firefox at 17.8 million; past this height the scrollbar stands for the
 * table in proportion.
 */
const TALLEST = 8_000_000;
/** So near either end a pixel of the scrollbar is a pixel of the table, so that a wheel can always reach the end smoothly. */
const EDGE = 40_000;

export interface Extent {
  rowCount: number;
  rowHeight: number;
  /** Height that the rows may fill, without the header. */
  height: number;
}

export interface Scroll {
  /** Pixels of the whole table above the view. */
  top: number;
  /** What the browser's scroller says, or is to be told. */
  scrollTop: number;
}

export type ScrollAction =
  | { kind: 'scrolled'; scrollTop: number }
  | { kind: 'settled' }
  | { kind: 'moved'; by: number }
  | { kind: 'revealed'; row: number; align: 'near' | 'centre' };

export interface Range {
  first: number;
  /** Excluded. */
  last: number;
}

/** Small moves are pixel for pixel, large ones (the scrollbar's thumb) in proportion; settling puts the thumb where it belongs. */
export function reduceScroll(scroll: Scroll, action: ScrollAction, extent: Extent): Scroll {
  switch (action.kind) {
    case 'scrolled':
      return followScroller(scroll, action.scrollTop, extent);
    case 'settled':
      return place(scroll.top, extent);
    case 'moved':
      return place(scroll.top + action.by, extent);
    case 'revealed':
      return place(findReveal(scroll.top, action.row, action.align, extent), extent);
  }
}

export function toSpacerHeight(extent: Extent): number {
  return Math.min(extent.rowCount * extent.rowHeight, TALLEST);
}

export function findVisibleRows(top: number, { rowCount, rowHeight, height }: Extent): Range {
  const first = Math.min(Math.floor(top / rowHeight), rowCount);
  return { first, last: Math.min(rowCount, Math.max(first, Math.ceil((top + height) / rowHeight))) };
}

export function isSameRange(a: Range, b: Range): boolean {
  return a.first === b.first && a.last === b.last;
}

function followScroller({ top, scrollTop: before }: Scroll, scrollTop: number, extent: Extent): Scroll {
  const max = findMaxScrollTop(extent);
  const maxTop = findMaxTop(extent);
  const isStart = scrollTop < 1;
  const isEnd = scrollTop > max - 1;
  const isSmall = isScaled(extent) && Math.abs(scrollTop - before) <= findSmallMove(extent);
  const next = clamp(isSmall ? top + scrollTop - before : toTop(scrollTop, extent), 0, maxTop);
  if (isStart) return next < 1 || !isSmall ? { top: 0, scrollTop } : place(next, extent);
  if (isEnd) return maxTop - next < 2 || !isSmall ? { top: maxTop, scrollTop } : place(next, extent);
  return { top: next, scrollTop };
}

function place(top: number, extent: Extent): Scroll {
  const placed = clamp(top, 0, findMaxTop(extent));
  return { top: placed, scrollTop: toScrollTop(placed, extent) };
}

function findReveal(top: number, row: number, align: 'near' | 'centre', extent: Extent): number {
  const { rowHeight, height } = extent;
  const start = row * rowHeight;
  const isVisible = start >= top && start + rowHeight <= top + height;
  if (isVisible) return top;
  if (align === 'centre') return start - (height - rowHeight) / 2;
  return start < top ? start : Math.min(start, start + rowHeight - height);
}

/** A pixel of the thumb moves further than this; a wheel, a finger, or a page moves less. */
function findSmallMove(extent: Extent): number {
  const thumbPixel = toSpacerHeight(extent) / Math.max(1, extent.height);
  return Math.max(extent.height, Math.min(extent.height * 3, thumbPixel / 2));
}

function toTop(scrollTop: number, extent: Extent): number {
  const max = findMaxScrollTop(extent);
  const maxTop = findMaxTop(extent);
  if (scrollTop <= EDGE || !isScaled(extent)) return scrollTop;
  if (scrollTop >= max - EDGE) return maxTop - (max - scrollTop);
  return EDGE + ((scrollTop - EDGE) * (maxTop - 2 * EDGE)) / (max - 2 * EDGE);
}

function toScrollTop(top: number, extent: Extent): number {
  const max = findMaxScrollTop(extent);
  const maxTop = findMaxTop(extent);
  if (top <= EDGE || !isScaled(extent)) return top;
  if (top >= maxTop - EDGE) return max - (maxTop - top);
  return EDGE + ((top - EDGE) * (max - 2 * EDGE)) / (maxTop - 2 * EDGE);
}

function isScaled({ rowCount, rowHeight }: Extent): boolean {
  return rowCount * rowHeight > TALLEST;
}

function findMaxScrollTop(extent: Extent): number {
  return Math.max(0, toSpacerHeight(extent) - extent.height);
}

function findMaxTop({ rowCount, rowHeight, height }: Extent): number {
  return Math.max(0, rowCount * rowHeight - height);
}

function clamp(value: number, min: number, max: number): number {
  return Math.min(max, Math.max(min, value));
}
