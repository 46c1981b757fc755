export interface Cell {
  row: number;
  column: number;
}

/** From `anchor`, the active cell, to `head`; a span of rows takes all columns, and of columns all rows. */
export interface Selection {
  span: 'cells' | 'rows' | 'columns' | 'all';
  anchor: Cell;
  head: Cell;
}

/** The cells of a selection; `to…` is excluded. */
export interface Rect {
  fromRow: number;
  toRow: number;
  fromColumn: number;
  toColumn: number;
}

export interface Bounds {
  rows: number;
  columns: number;
  /** Rows that a page key moves by. */
  page: number;
}

export type Direction = 'up' | 'down' | 'left' | 'right';

export type Intent =
  | { kind: 'point'; cell: Cell; span: 'cells' | 'rows' | 'columns'; extend: boolean }
  | { kind: 'move'; direction: Direction; reach: 'one' | 'page' | 'edge'; extend: boolean }
  | { kind: 'corner'; end: 'first' | 'last'; extend: boolean }
  | { kind: 'widen'; span: 'rows' | 'columns' | 'all' }
  | { kind: 'collapse' };

/** The selection after a key or a pointer; undefined where there is no cell to select. */
export function reduceSelection(
  selection: Selection | undefined,
  intent: Intent,
  bounds: Bounds,
): Selection | undefined {
  if (bounds.rows === 0 || bounds.columns === 0) return undefined;
  const from = selection ?? { span: 'cells', anchor: { row: 0, column: 0 }, head: { row: 0, column: 0 } };
  switch (intent.kind) {
    case 'point': {
      const head = toBounds(intent.cell, bounds);
      return { span: intent.span, anchor: intent.extend && selection ? selection.anchor : head, head };
    }
    case 'move':
      if (!selection) return from;
      return move(from, intent.extend, moveCell(intent.extend ? from.head : from.anchor, intent, bounds));
    case 'corner':
      return move(from, intent.extend, findCorner(intent.end, bounds));
    case 'widen':
      return { ...from, span: intent.span };
    case 'collapse':
      return selection && { span: 'cells', anchor: selection.anchor, head: selection.anchor };
  }
}

export function toRect({ span, anchor, head }: Selection, bounds: Pick<Bounds, 'rows' | 'columns'>): Rect {
  const allRows = span === 'columns' || span === 'all';
  const allColumns = span === 'rows' || span === 'all';
  return {
    fromRow: allRows ? 0 : Math.min(anchor.row, head.row),
    toRow: allRows ? bounds.rows : Math.max(anchor.row, head.row) + 1,
    fromColumn: allColumns ? 0 : Math.min(anchor.column, head.column),
    toColumn: allColumns ? bounds.columns : Math.max(anchor.column, head.column) + 1,
  };
}

export function countCells({ fromRow, toRow, fromColumn, toColumn }: Rect): number {
  return (toRow - fromRow) * (toColumn - fromColumn);
}

/** The columns that are selected, by their names. */
export function toSelectedNames(rect: Rect | undefined, columns: readonly { name: string }[]): string[] {
  return rect ? columns.slice(rect.fromColumn, rect.toColumn).map(({ name }) => name) : [];
}

export function hasColumn(rect: Rect | undefined, column: number): boolean {
  return rect !== undefined && column >= rect.fromColumn && column < rect.toColumn;
}

export function hasCell(rect: Rect | undefined, { row, column }: Cell): boolean {
  return rect !== undefined && hasColumn(rect, column) && row >= rect.fromRow && row < rect.toRow;
}

/** The same selection over a table that may have shrunk. */
export function clampSelection(selection: Selection | undefined, bounds: Bounds): Selection | undefined {
  if (!selection || bounds.rows === 0 || bounds.columns === 0) return undefined;
  return { ...selection, anchor: toBounds(selection.anchor, bounds), head: toBounds(selection.head, bounds) };
}

function move(from: Selection, extend: boolean, head: Cell): Selection {
  if (!extend) return { span: 'cells', anchor: head, head };
  return { ...from, head };
}

function moveCell(cell: Cell, { direction, reach }: Intent & { kind: 'move' }, bounds: Bounds): Cell {
  const isRow = direction === 'up' || direction === 'down';
  const step = { one: 1, page: isRow ? Math.max(1, bounds.page) : 1, edge: Infinity }[reach];
  const by = direction === 'up' || direction === 'left' ? -step : step;
  return toBounds(isRow ? { ...cell, row: cell.row + by } : { ...cell, column: cell.column + by }, bounds);
}

function findCorner(end: 'first' | 'last', { rows, columns }: Bounds): Cell {
  return end === 'first' ? { row: 0, column: 0 } : { row: rows - 1, column: columns - 1 };
}

function toBounds({ row, column }: Cell, { rows, columns }: Bounds): Cell {
  return {
    row: Math.max(0, Math.min(rows - 1, row)),
    column: Math.max(0, Math.min(columns - 1, column)),
  };
}
