import type { CellRange } from './address';
import type { SheetCells } from './cells';
import { showAt } from './show';

export interface HeaderPlace {
  /** The first row of the header, and how many it has. */
  top: number;
  rows: number;
  left: number;
  right: number;
}

/** The names of columns as they stand in a header; titles of groups are put before the names under them. */
export function toHeaderNames(cells: SheetCells, { top, rows, left, right }: HeaderPlace): string[] {
  const merges = cells.merges.filter((merge) => merge.bottom >= top && merge.top < top + rows);
  const levels = Array.from({ length: rows }, (_, at) => {
    const isGroup = at < rows - 1;
    const texts: string[] = [];
    for (let column = left; column <= right; column++) {
      texts.push(showMerged(cells, merges, top + at, column));
    }
    // how far a group reaches is not known where merged cells were not read: as far as the next
    if (isGroup && cells.isCut && merges.length === 0) carryOn(texts);
    return texts;
  });
  return Array.from({ length: right - left + 1 }, (_, column) => {
    const parts: string[] = [];
    for (const level of levels) {
      const text = level[column]!.replace(/\s*\n\s*/g, ' ').trim();
      if (text !== '' && text !== parts.at(-1)) parts.push(text);
    }
    return parts.join(' ');
  });
}

function showMerged(cells: SheetCells, merges: readonly CellRange[], row: number, column: number): string {
  const own = showAt(cells, row, column);
  if (own !== '') return own;
  const merge = merges.find(
    ({ top, left, bottom, right }) => row >= top && row <= bottom && column >= left && column <= right,
  );
  return merge ? showAt(cells, merge.top, merge.left) : '';
}

function carryOn(texts: string[]): void {
  texts.forEach((text, at) => {
    if (text === '' && at > 0) texts[at] = texts[at - 1]!;
  });
}
