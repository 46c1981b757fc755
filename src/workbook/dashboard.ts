import type { Cell } from './cell';
import type { Workbook } from './document';
import { createId } from './document';
import { isFilter, toFirstTiles, toSize } from './firstTiles';
import type { Tile } from './tiles';
import { checkTiles, findPlace, settle, toReadingOrder } from './tiles';

/** The workbook as its readers see it. */
export interface Dashboard {
  /** One at least. */
  readonly pages: readonly DashboardPage[];
}

export interface DashboardPage {
  readonly id: string;
  readonly title: string;
  /** Inputs above the tiles. */
  readonly filters: readonly string[];
  readonly tiles: readonly Tile[];
}

type Book = Pick<Workbook, 'cells' | 'dashboard'>;

const FIRST = 'first';
const LONGEST_TITLE = 200;
const MOST_PAGES = 50;
const MOST_TILES = 500;

/** The dashboard as it was arranged; as it comes by itself where nobody has. Cells that are gone are not in it. */
export function toDashboard({ cells, dashboard }: Book): Dashboard {
  if (!dashboard) return toFirstDashboard(cells);
  const known = new Map(cells.map((cell) => [cell.id, cell]));
  const pages = dashboard.pages.map((page) => {
    const tiles = page.tiles.filter(({ cell }) => known.has(cell));
    return {
      ...page,
      filters: page.filters.filter((id) => known.has(id)),
      tiles: tiles.length === page.tiles.length ? page.tiles : settle(toReadingOrder(tiles)),
    };
  });
  return { pages };
}

export function toFirstDashboard(cells: readonly Cell[]): Dashboard {
  const filters = cells.filter(isFilter).map(({ id }) => id);
  return { pages: [{ id: FIRST, title: '', filters, tiles: toFirstTiles(cells) }] };
}

/** The cells that a page could show and does not. */
export function listMissing(workbook: Book, page: DashboardPage): Cell[] {
  const there = new Set([...page.filters, ...page.tiles.map(({ cell }) => cell)]);
  return workbook.cells.filter(({ id }) => !there.has(id));
}

/** Puts the tiles of a page otherwise. */
export function setTiles(workbook: Workbook, page: string, tiles: readonly Tile[]): Workbook {
  return changePage(workbook, page, (before) => (before.tiles === tiles ? before : { ...before, tiles }));
}

export function addTile(workbook: Workbook, page: string, id: string): Workbook {
  const cell = workbook.cells.find((other) => other.id === id);
  return changePage(workbook, page, (before) => {
    const { filters, tiles } = before;
    if (!cell || filters.includes(id) || tiles.some((tile) => tile.cell === id)) return before;
    if (isFilter(cell)) return { ...before, filters: [...filters, id] };
    return { ...before, tiles: [...tiles, { cell: id, ...findPlace(tiles, toSize(cell)) }] };
  });
}

/** Takes a cell off a page; it stays in the workbook. */
export function removeTile(workbook: Workbook, page: string, id: string): Workbook {
  return changePage(workbook, page, (before) => {
    const tiles = before.tiles.filter(({ cell }) => cell !== id);
    const filters = before.filters.filter((other) => other !== id);
    if (tiles.length === before.tiles.length && filters.length === before.filters.length) return before;
    return { ...before, filters, tiles: settle(toReadingOrder(tiles)) };
  });
}

/** Without a title, what is shown stands for itself. */
export function setTileTitle(workbook: Workbook, page: string, id: string, title: string): Workbook {
  const said = toTitle(title);
  return changePage(workbook, page, (before) => {
    const at = before.tiles.findIndex(({ cell }) => cell === id);
    const tile = before.tiles[at];
    if (!tile || (tile.title ?? '') === said) return before;
    const { title: _, ...rest } = tile;
    return { ...before, tiles: before.tiles.with(at, said ? { ...rest, title: said } : rest) };
  });
}

/** Moves an input before or behind the one beside it. */
export function moveFilter(workbook: Workbook, page: string, id: string, by: -1 | 1): Workbook {
  return changePage(workbook, page, (before) => {
    const filters = swap(before.filters, before.filters.indexOf(id), by);
    return filters === before.filters ? before : { ...before, filters };
  });
}

/** A page behind another, under the same inputs. */
export function addPage(workbook: Workbook, after: string, id = createId()): Workbook {
  const { pages } = toDashboard(workbook);
  if (pages.length >= MOST_PAGES) return workbook;
  const at = pages.findIndex((page) => page.id === after);
  const page = { id, title: '', filters: pages[at]?.filters ?? [], tiles: [] };
  return putPages(workbook, pages.toSpliced(at + 1, 0, page));
}

export function removePage(workbook: Workbook, id: string): Workbook {
  const { pages } = toDashboard(workbook);
  const rest = pages.filter((page) => page.id !== id);
  return rest.length === 0 || rest.length === pages.length ? workbook : putPages(workbook, rest);
}

export function renamePage(workbook: Workbook, id: string, title: string): Workbook {
  return changePage(workbook, id, (before) =>
    before.title === toTitle(title) ? before : { ...before, title: toTitle(title) },
  );
}

export function movePage(workbook: Workbook, id: string, by: -1 | 1): Workbook {
  const { pages } = toDashboard(workbook);
  const next = swap(
    pages,
    pages.findIndex((page) => page.id === id),
    by,
  );
  return next === pages ? workbook : putPages(workbook, next);
}

/** Forgets what was arranged: it comes by itself again. */
export function resetDashboard(workbook: Workbook): Workbook {
  if (!workbook.dashboard) return workbook;
  const { dashboard: _, ...rest } = workbook;
  return rest;
}

/** A dashboard as it comes from elsewhere: what is none of ours is as if it had not been said. */
export function checkDashboard(given: unknown): Dashboard | undefined {
  const pages = toList(toObject(given)['pages']).slice(0, MOST_PAGES).map(toObject);
  if (pages.length === 0) return undefined;
  const ids = new Set<string>();
  return {
    pages: pages.map((page) => {
      const id = isId(page['id']) && !ids.has(page['id']) ? page['id'] : createId();
      ids.add(id);
      const filters = [...new Set(toList(page['filters']).filter(isId))].slice(0, MOST_TILES);
      const seen = new Set<string>(filters);
      return { id, title: toTitle(page['title']), filters, tiles: toTiles(page['tiles'], seen) };
    }),
  };
}

function toTiles(given: unknown, seen: Set<string>): Tile[] {
  const tiles = toList(given)
    .slice(0, MOST_TILES)
    .map(toObject)
    .flatMap((tile): Tile[] => {
      const { cell, x, y, w, h } = tile;
      if (!isId(cell) || seen.has(cell)) return [];
      if (!isNumber(x) || !isNumber(y) || !isNumber(w) || !isNumber(h)) return [];
      seen.add(cell);
      const title = toTitle(tile['title']);
      return [{ cell, x, y, w, h, ...(title && { title }) }];
    });
  return checkTiles(tiles);
}

function changePage(
  workbook: Workbook,
  id: string,
  change: (page: DashboardPage) => DashboardPage,
): Workbook {
  const { pages } = toDashboard(workbook);
  const next = pages.map((page) => (page.id === id ? change(page) : page));
  return next.every((page, at) => page === pages[at]) ? workbook : putPages(workbook, next);
}

function putPages(workbook: Workbook, pages: readonly DashboardPage[]): Workbook {
  return { ...workbook, dashboard: { pages } };
}

/** The same list where there is nothing to change places with. */
function swap<T>(list: readonly T[], at: number, by: -1 | 1): readonly T[] {
  const to = at + by;
  if (at < 0 || to < 0 || to >= list.length) return list;
  return list.with(at, list[to]!).with(to, list[at]!);
}

function toTitle(value: unknown): string {
  if (typeof value !== 'string') return '';
  return [...value.replace(/\p{Cc}+/gu, ' ').trim()].slice(0, LONGEST_TITLE).join('');
}

const isId = (value: unknown): value is string => typeof value === 'string' && /^[\w-]{1,64}$/.test(value);

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

function toList(value: unknown): unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : [];
}

function toObject(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
}
