import type { CellRange } from './address';
import type { SheetCells } from './cells';

/** The cells that hold something; undefined where none does. */
export function maybeFilledRange({ columns, rowCount }: SheetCells): CellRange | undefined {
  const filled = columns.flatMap((column, at) => (column ? [at] : []));
  if (filled.length === 0) return undefined;
  const top = Math.min(...filled.map((at) => columns[at]!.rows[0]!));
  return { top, left: filled[0]!, bottom: rowCount - 1, right: filled.at(-1)! };
}

/** The cells that Excel itself would export: those in use as the file has it, where that holds all that are filled. */
export function maybeUsedRange(cells: SheetCells): CellRange | undefined {
  const filled = maybeFilledRange(cells);
  const { claimed } = cells;
  if (!filled || !claimed) return filled;
  const isHeld = claimed.top <= filled.top && claimed.left <= filled.left;
  return isHeld ? { ...filled, top: claimed.top, left: claimed.left } : filled;
}
