import { toFreeName } from '../lib/freeName';
import { Problem } from '../lib/problem';
import { isSameName } from '../sql/name';
import { isMentioned } from '../sql/rename';
import type { Cell, CellSpec, Kind, Kinds, NameChange } from './cell';
import { findGiver, findReads, toGift } from './cell';
import type { RunMode, Workbook } from './document';
import { createId, findCell } from './document';
import { toPlainName } from './settings';

/** Every change of a workbook: the old one in, the new one out. */

/** What can follow a `$`. */
const VALUE_NAME = /^[\p{L}_][\p{L}\p{N}_]*$/u;

export interface Place {
  /** The cell after which the new one stands; null puts it first, undefined last. */
  after?: string | null;
}

export function addCell(workbook: Workbook, cell: Cell, { after }: Place = {}): Workbook {
  const at = toIndex(workbook, after);
  return { ...workbook, cells: [...workbook.cells.slice(0, at), cell, ...workbook.cells.slice(at)] };
}

export function removeCell(workbook: Workbook, id: string): Workbook {
  findCell(workbook, id);
  return { ...workbook, cells: workbook.cells.filter((cell) => cell.id !== id) };
}

/** Puts a cell after another one. */
export function moveCell(workbook: Workbook, id: string, place: Place): Workbook {
  if (place.after === id) return workbook;
  return addCell(removeCell(workbook, id), findCell(workbook, id), place);
}

/** Puts a cell before the one above it, or after the one below it. */
export function nudgeCell(workbook: Workbook, id: string, by: -1 | 1): Workbook {
  const at = workbook.cells.findIndex((cell) => cell.id === id);
  const to = at + by;
  if (at < 0 || to < 0 || to >= workbook.cells.length) return workbook;
  return { ...workbook, cells: workbook.cells.with(at, workbook.cells[to]!).with(to, workbook.cells[at]!) };
}

/** A copy below the cell, under a name of its own. */
export function duplicateCell(
  workbook: Workbook,
  id: string,
  { taken = [], newId = createId() }: { taken?: readonly string[]; newId?: string } = {},
): Workbook {
  const cell = findCell(workbook, id);
  const name = cell.name && toFreeName(cell.name, [...taken, ...listNames(workbook)]);
  return addCell(workbook, { ...cell, id: newId, ...(name && { name }) }, { after: id });
}

/** Settings of one cell; its name is changed by `renameCell`, which changes what reads it too. */
export function patchCell(
  workbook: Workbook,
  id: string,
  patch: Readonly<Record<string, unknown>>,
  kinds: Kinds,
): Workbook {
  const cell = findCell(workbook, id);
  const kind = findKind(cell.kind, kinds);
  const next: Cell = kind.toCell({ ...cell, ...patch, kind: cell.kind } as CellSpec, id);
  const collapsed = 'collapsed' in patch ? Boolean(patch['collapsed']) : cell.collapsed;
  return putCell(workbook, collapsed ? { ...next, collapsed } : next);
}

/** Gives a cell another name, and every cell that reads it follows. */
export function renameCell(workbook: Workbook, id: string, wanted: string, kinds: Kinds): Workbook {
  const to = toPlainName(wanted);
  const cell = findCell(workbook, id);
  const from = cell.name ?? '';
  if (to === from) return workbook;
  if (!to) throw new Problem('name-empty');
  const gift = toGift(cell, kinds);
  if (gift === 'value' && !VALUE_NAME.test(to)) throw new Problem('value-name', { params: { name: to } });
  const others = workbook.cells.filter((other) => other.id !== id);
  if (gift !== 'nothing' && findGiver(others, to, gift, kinds))
    throw new Problem('name-taken', { params: { name: to } });
  const renamed = putCell(workbook, { ...cell, name: to });
  // what reads a name that two cells have reads the first of them
  const isRead = gift !== 'nothing' && findGiver(workbook.cells, from, gift, kinds) === cell;
  return isRead ? followName(renamed, { of: gift, from, to }, kinds) : renamed;
}

/** Every cell that reads a name reads another from here on: after a source was renamed, for one. */
export function followName(workbook: Workbook, change: NameChange, kinds: Kinds): Workbook {
  const { from } = change;
  const twin =
    findGiver(workbook.cells, from, change.of === 'table' ? 'value' : 'table', kinds) !== undefined;
  const cells = workbook.cells.map((cell) => {
    const { tables, values, maybeValues = [] } = findReads(cell, kinds);
    const names = change.of === 'table' ? tables : [...values, ...maybeValues];
    if (!names.some((name) => isSameName(name, from))) return cell;
    const keepColumns = change.of === 'table' && isMentionedAfter(workbook, cell, from, kinds);
    return findKind(cell.kind, kinds).rename(cell, {
      ...change,
      ...(twin && { twin }),
      ...(keepColumns && { keepColumns }),
    });
  });
  return { ...workbook, cells };
}

export function setTitle(workbook: Workbook, title: string): Workbook {
  return { ...workbook, title: title.trim() };
}

export function setRunMode(workbook: Workbook, run: RunMode): Workbook {
  return { ...workbook, run };
}

export function toCell(spec: CellSpec, kinds: Kinds, id = createId()): Cell {
  return findKind(spec.kind, kinds).toCell(spec, id);
}

/** A workbook from elsewhere, each of its cells completed and checked by its kind. */
export function checkCells(workbook: Workbook, kinds: Kinds): Workbook {
  const cells = workbook.cells.map((cell) => {
    if (!kinds.find(cell.kind)) return cell;
    const checked = toCell({ ...cell, kind: cell.kind }, kinds, cell.id);
    return cell.collapsed ? { ...checked, collapsed: true } : checked;
  });
  return { ...workbook, cells };
}

export function listNames({ cells }: Workbook): string[] {
  return cells.flatMap(({ name }) => name ?? []);
}

function putCell(workbook: Workbook, cell: Cell): Workbook {
  return { ...workbook, cells: workbook.cells.map((other) => (other.id === cell.id ? cell : other)) };
}

/** Whether what follows from a cell says a table's name before a dot, as it would to read a column that is called so. */
function isMentionedAfter(workbook: Workbook, cell: Cell, table: string, kinds: Kinds): boolean {
  const found = new Set([cell]);
  for (const { name } of found) {
    for (const other of workbook.cells) {
      if (name && findReads(other, kinds).tables.some((read) => isSameName(read, name))) found.add(other);
    }
  }
  found.delete(cell);
  return [...found].some((other) => isMentioned(table, JSON.stringify(other)));
}

function findKind(name: string, kinds: Kinds): Kind {
  const kind = kinds.find(name);
  if (!kind) throw new Problem('cell-kind', { params: { kind: name } });
  return kind;
}

function toIndex({ cells }: Workbook, after: string | null | undefined): number {
  if (after === null) return 0;
  const at = cells.findIndex(({ id }) => id === after);
  return at < 0 ? cells.length : at + 1;
}
