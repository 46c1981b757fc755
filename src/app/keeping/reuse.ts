import type { Workbook } from '../../workbook/document';

/** The workbook with the very cells of another where they are equal, so that what did not change is not taken for changed. */
export function reuseCells(from: Workbook, workbook: Workbook): Workbook {
  const known = new Map(from.cells.map((cell) => [cell.id, cell]));
  const cells = workbook.cells.map((cell) => {
    const same = known.get(cell.id);
    return same && JSON.stringify(same) === JSON.stringify(cell) ? same : cell;
  });
  return { ...workbook, cells };
}
