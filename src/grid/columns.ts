import type { Range } from './scroll';

/** Where each column starts, and at the end the width of all. */
export function toOffsets(widths: readonly number[]): Float64Array {
  const offsets = new Float64Array(widths.length + 1);
  widths.forEach((width, column) => {
    offsets[column + 1] = offsets[column]! + width;
  });
  return offsets;
}

export function findVisibleColumns(offsets: Float64Array, left: number, width: number): Range {
  const count = offsets.length - 1;
  if (count === 0 || width <= 0) return { first: 0, last: 0 };
  const first = findColumnAt(offsets, left);
  const last = findColumnAt(offsets, Math.max(left, left + width - 1)) + 1;
  return { first, last: Math.max(first + 1, last) };
}

/** The column under a pixel; beyond the ends, the nearest one. */
export function findColumnAt(offsets: Float64Array, x: number): number {
  let low = 0;
  let high = Math.max(0, offsets.length - 2);
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (offsets[middle]! <= x) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** How far to scroll sideways so that a column is wholly seen, or its start if it is wider than the view. */
export function findColumnReveal(offsets: Float64Array, column: number, left: number, width: number): number {
  const start = offsets[column] ?? 0;
  const end = offsets[column + 1] ?? start;
  if (start < left || end - start > width) return start;
  return end > left + width ? end - width : left;
}
