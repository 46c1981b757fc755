import type { Cell, SheetCells } from './cells';
import { cellAt, ERROR, FLAG, NUMBER, TEXT } from './cells';
import { formatNumber, formatText } from './format/format';

/** What Excel shows in a cell; nothing where a formula has no result. */
export function showCell(cells: SheetCells, { kind, value, format }: Cell): string {
  switch (kind) {
    case NUMBER:
      return formatNumber(value, format, cells.date1904);
    case TEXT:
      return formatText(cells.text(value), format);
    case FLAG:
      return value ? 'TRUE' : 'FALSE';
    case ERROR:
      return cells.text(value);
    default:
      return '';
  }
}

/** The same by place; nothing where there is no cell. */
export function showAt(cells: SheetCells, row: number, column: number): string {
  const cell = cellAt(cells, row, column);
  return cell ? showCell(cells, cell) : '';
}
