import type { CellRange } from './address';
import type { SheetCells } from './cells';
import { findPlace } from './cells';

/** How many cells each row of a range holds, from its top. */
export function countByRow(cells: SheetCells, { top, left, bottom, right }: CellRange): Uint16Array {
  const counts = new Uint16Array(bottom - top + 1);
  for (let at = left; at <= right; at++) {
    const column = cells.columns[at];
    if (!column) continue;
    for (
      let place = findPlace(column, top);
      place < column.length && column.rows[place]! <= bottom;
      place++
    ) {
      const row = column.rows[place]! - top;
      counts[row] = counts[row]! + 1;
    }
  }
  return counts;
}

/** The filled cells of a range; undefined where there are none. */
export function shrink(cells: SheetCells, range: CellRange): CellRange | undefined {
  let found: CellRange | undefined;
  for (let at = range.left; at <= range.right; at++) {
    const column = cells.columns[at];
    if (!column) continue;
    const from = findPlace(column, range.top);
    const first = column.rows[from];
    if (from >= column.length || first === undefined || first > range.bottom) continue;
    const behind = findPlace(column, range.bottom + 1);
    const last = column.rows[behind - 1]!;
    found ??= { top: first, left: at, bottom: last, right: at };
    found.right = at;
    found.top = Math.min(found.top, first);
    found.bottom = Math.max(found.bottom, last);
  }
  return found;
}

/** Parts of a range between rows with nothing on them. */
export function splitByRows(cells: SheetCells, range: CellRange): CellRange[] {
  const counts = countByRow(cells, range);
  const parts: CellRange[] = [];
  for (let at = 0; at < counts.length; at++) {
    if (counts[at] === 0) continue;
    let end = at;
    while (counts[end + 1]! > 0) end++;
    parts.push(shrink(cells, { ...range, top: range.top + at, bottom: range.top + end })!);
    at = end;
  }
  return parts;
}

/**
 * Parts of a range between columns with nothing in them, where each is a table of its own: two columns and two rows at
 * least, and rows of their own. What stands in the same rows belongs together, and is left so.
 */
export function splitByColumns(cells: SheetCells, range: CellRange): CellRange[] {
  const parts: CellRange[] = [];
  for (let at = range.left; at <= range.right; at++) {
    if (!shrink(cells, { ...range, left: at, right: at })) continue;
    let end = at;
    while (end < range.right && shrink(cells, { ...range, left: end + 1, right: end + 1 })) end++;
    parts.push(shrink(cells, { ...range, left: at, right: end })!);
    at = end;
  }
  const areApart =
    parts.length > 1 &&
    parts.every(({ top, bottom, left, right }) => bottom > top && right > left) &&
    parts.some(({ top, bottom }) => top !== parts[0]!.top || bottom !== parts[0]!.bottom);
  return areApart ? parts : [range];
}
