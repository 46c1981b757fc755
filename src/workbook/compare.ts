import type { Cell } from './cell';
import type { Workbook } from './document';
import type { Difference } from './lines';
import { compareLines, compareLists } from './lines';

/** A setting that is not the same; texts line by line. */
export interface SettingChange {
  setting: string;
  lines: Difference<string>[];
}

export interface CellChange {
  id: string;
  /** As it is now; as it was, where it is gone. */
  cell: Cell;
  change: 'added' | 'removed' | 'changed' | 'same';
  /** It stands elsewhere among the cells that are in both. */
  moved: boolean;
  settings: SettingChange[];
}

export interface Comparison {
  /** Of the workbook itself: its title, whether it runs by itself, its seed, its dashboard. */
  settings: SettingChange[];
  /** In the order of now, with those that are gone where they stood. */
  cells: CellChange[];
}

/** What became of a workbook, cell by cell. */
export function compareWorkbooks(before: Workbook, after: Workbook): Comparison {
  const was = new Map(before.cells.map((cell) => [cell.id, cell]));
  const is = new Map(after.cells.map((cell) => [cell.id, cell]));
  const order = compareLists([...was.keys()], [...is.keys()]);
  const cells = order.flatMap(({ in: where, item: id }): CellChange[] => {
    const [old, cell] = [was.get(id), is.get(id)];
    if (!cell) return [{ id, cell: old!, change: 'removed', moved: false, settings: [] }];
    if (!old) return [{ id, cell, change: 'added', moved: false, settings: [] }];
    // a cell that stands elsewhere is met twice: it is shown where it is now
    if (where === 'before') return [];
    const settings = compareSettings({ ...old, collapsed: false }, { ...cell, collapsed: false });
    const change = settings.length > 0 ? 'changed' : 'same';
    return [{ id, cell, change, moved: where === 'after', settings }];
  });
  return { settings: compareSettings(toSettings(before), toSettings(after)), cells };
}

/** The settings of a cell as texts: a query or a text as it is, anything else as JSON. */
export function listSettings(cell: Cell): { setting: string; text: string }[] {
  return Object.entries(cell)
    .filter(
      ([setting, value]) => !['id', 'kind', 'name', 'collapsed'].includes(setting) && value !== undefined,
    )
    .map(([setting, value]) => ({ setting, text: toText(value) }));
}

function compareSettings(before: object, after: object): SettingChange[] {
  const [was, is] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((setting) => {
    const [old, value] = [toText(was.get(setting)), toText(is.get(setting))];
    return old === value ? [] : [{ setting, lines: compareLines(old, value) }];
  });
}

function toSettings(workbook: Workbook) {
  const { title, run, seed } = workbook;
  return { title, run, seed, dashboard: toPlaces(workbook) };
}

/** What was arranged of the dashboard: a line a tile, with its columns and rows. */
function toPlaces({ cells, dashboard }: Workbook): string | undefined {
  if (!dashboard) return undefined;
  const names = new Map(cells.map(({ id, name }) => [id, name]));
  const toName = (id: string) => names.get(id) ?? id;
  return dashboard.pages
    .flatMap(({ title, filters, tiles }, at) => [
      `${at + 1}. ${title}`.trim(),
      ...filters.map((id) => `$${toName(id)}`),
      ...tiles.map(
        (tile) =>
          `${toName(tile.cell)} ${tile.x + 1}, ${tile.y + 1}: ${tile.w} × ${tile.h}${tile.title ? ` “${tile.title}”` : ''}`,
      ),
    ])
    .join('\n');
}

function toText(value: unknown): string {
  if (value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value, undefined, 2);
}
