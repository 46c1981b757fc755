import type { CellText } from '../table/format';
import { toPixel } from './pixel';
import { hasUnseen, toParts } from './marks';
import type { Range } from './scroll';
import type { Cell, Rect } from './selection';

/** What the pool is to show: nothing here grows with the table. */
export interface Picture {
  rows: Range;
  columns: Range;
  top: number;
  left: number;
  rowHeight: number;
  offsets: Float64Array;
  selected: Rect | undefined;
  /** Changes when what is in the cells, or where the columns are, has changed. */
  version: number;
  toState(row: number): 'ready' | 'pending' | 'failed';
  toCell(row: number, column: number): CellText | undefined;
  isRight(column: number): boolean;
  isChanged(row: number, column: number): boolean;
  toRowLabel(row: number): string;
}

interface CellSlot {
  element: HTMLElement;
  text: Text;
  column: number;
  kind: string;
  hasParts: boolean;
  isSelected: boolean;
}

interface RowSlot {
  element: HTMLElement;
  head: HTMLElement;
  label: Text;
  lane: HTMLElement;
  cells: CellSlot[];
  row: number;
  version: number;
  isSelected: boolean;
}

export interface Pool {
  paint(picture: Picture): void;
  /** The element of a cell that is on screen. */
  findCell(cell: Cell): HTMLElement | undefined;
}

/** Rows and cells of the DOM that are used again and again: a row of the table has the slot `row % slots`. */
export function createPool(body: HTMLElement): Pool {
  const rows: RowSlot[] = [];
  let width = 0;

  function paint(picture: Picture): void {
    const { first, last } = picture.rows;
    if (grow(last - first, picture.columns.last - picture.columns.first)) rows.forEach(release);
    for (let row = first; row < last; row++) paintRow(rows[row % rows.length]!, row, picture);
    for (const slot of rows) if (!isWithin(slot.row, first, last)) release(slot);
  }

  function grow(rowCount: number, columnCount: number): boolean {
    const isGrown = rowCount > rows.length || columnCount > width;
    width = columnCount > width ? Math.ceil(columnCount / 4) * 4 : width;
    while (rows.length < rowCount) rows.push(createRow(body));
    if (isGrown)
      for (const slot of rows) while (slot.cells.length < width) slot.cells.push(createCell(slot.lane));
    return isGrown;
  }

  function findCell({ row, column }: Cell): HTMLElement | undefined {
    if (rows.length === 0 || width === 0) return undefined;
    const slot = rows[row % rows.length]!;
    const cell = slot.cells[column % width];
    return slot.row === row && cell?.column === column ? cell.element : undefined;
  }

  return { paint, findCell };
}

function release(slot: RowSlot): void {
  if (slot.row < 0) return;
  slot.row = -1;
  slot.element.hidden = true;
}

function paintRow(slot: RowSlot, row: number, picture: Picture): void {
  const { columns, left, version } = picture;
  const isNew = slot.row !== row || slot.version !== version;
  if (slot.row !== row) {
    slot.row = row;
    slot.element.hidden = false;
    slot.element.ariaRowIndex = String(row + 2);
    slot.label.data = picture.toRowLabel(row);
  }
  if (isNew) slot.element.className = `grid-row is-${picture.toState(row)}`;
  slot.version = version;
  slot.element.style.transform = `translateY(${toPixel(row * picture.rowHeight - picture.top)}px)`;
  slot.lane.style.transform = `translateX(${-left}px)`;
  selectRow(slot, isWithin(row, picture.selected?.fromRow, picture.selected?.toRow));
  for (const cell of slot.cells) {
    if (cell.column < columns.first || cell.column >= columns.last) hideCell(cell);
  }
  for (let column = columns.first; column < columns.last; column++) {
    const cell = slot.cells[column % slot.cells.length]!;
    const isMoved = cell.column !== column;
    if (isNew || isMoved) paintCell(cell, row, column, picture);
    selectCell(
      cell,
      slot.isSelected && isWithin(column, picture.selected?.fromColumn, picture.selected?.toColumn),
    );
  }
}

function paintCell(cell: CellSlot, row: number, column: number, picture: Picture): void {
  const { element } = cell;
  if (cell.column < 0) element.hidden = false;
  if (cell.column !== column) element.ariaColIndex = String(column + 2);
  cell.column = column;
  const left = picture.offsets[column]!;
  element.style.left = `${left}px`;
  element.style.width = `${picture.offsets[column + 1]! - left}px`;
  const content = picture.toCell(row, column);
  const kind = `${content?.kind ?? 'pending'}${picture.isRight(column) ? ' is-right' : ''}${
    picture.isChanged(row, column) ? ' is-changed' : ''
  }`;
  if (cell.kind !== kind) {
    cell.kind = kind;
    cell.isSelected = false;
    element.className = `grid-cell is-${kind}`;
    element.ariaSelected = 'false';
  }
  writeText(cell, content?.text ?? '');
}

function writeText(cell: CellSlot, text: string): void {
  if (hasUnseen(text)) {
    cell.hasParts = true;
    cell.element.replaceChildren(...toParts(text).map(toNode));
    return;
  }
  if (cell.hasParts) cell.element.replaceChildren(cell.text);
  cell.hasParts = false;
  if (cell.text.data !== text) cell.text.data = text;
}

function toNode({ text, isMark }: { text: string; isMark: boolean }): Node {
  if (!isMark) return document.createTextNode(text);
  const mark = document.createElement('span');
  mark.className = 'grid-mark';
  mark.textContent = text;
  return mark;
}

function hideCell(cell: CellSlot): void {
  if (cell.column < 0) return;
  cell.column = -1;
  cell.element.hidden = true;
}

function selectCell(cell: CellSlot, isSelected: boolean): void {
  if (cell.isSelected === isSelected) return;
  cell.isSelected = isSelected;
  cell.element.classList.toggle('is-selected', isSelected);
  cell.element.ariaSelected = String(isSelected);
}

function selectRow(slot: RowSlot, isSelected: boolean): void {
  if (slot.isSelected === isSelected) return;
  slot.isSelected = isSelected;
  slot.head.classList.toggle('is-selected', isSelected);
}

function isWithin(index: number, from = 0, to = 0): boolean {
  return index >= from && index < to;
}

function createRow(body: HTMLElement): RowSlot {
  const element = createElement('grid-row', 'row');
  const head = createElement('grid-number', 'rowheader');
  const lane = createElement('grid-lane', 'presentation');
  const label = document.createTextNode('');
  element.hidden = true;
  head.ariaColIndex = '1';
  head.append(label);
  element.append(head, lane);
  body.append(element);
  return { element, head, label, lane, cells: [], row: -1, version: -1, isSelected: false };
}

function createCell(lane: HTMLElement): CellSlot {
  const element = createElement('grid-cell', 'gridcell');
  const text = document.createTextNode('');
  element.hidden = true;
  element.append(text);
  lane.append(element);
  return { element, text, column: -1, kind: '', hasParts: false, isSelected: false };
}

function createElement(className: string, role: string): HTMLElement {
  const element = document.createElement('div');
  element.className = className;
  element.setAttribute('role', role);
  return element;
}
