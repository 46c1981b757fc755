import type { Accessor } from 'solid-js';
import { createMemo, createSignal } from 'solid-js';
import { formatCount } from '../../i18n/format';
import { dashboardWords } from '../../i18n/dashboard';
import type { Cell } from '../../workbook/cell';
import type { DashboardPage } from '../../workbook/dashboard';
import * as edits from '../../workbook/dashboard';
import type { Workbook } from '../../workbook/document';
import type { Tile, Way } from '../../workbook/tiles';
import { sizeTile, stepTile, toReadingOrder } from '../../workbook/tiles';
import type { Workbooks } from '../workbook/workbooks';
import { toCellTitle } from './cellTitle';

export type Arranging = ReturnType<typeof createArranging>;

/** The page that is shown, and everything that can be done to it; what was done is said aloud. */
export function createArranging(workbooks: Workbooks) {
  const dashboard = createMemo(() => {
    const book = workbooks.workbook();
    return edits.toDashboard(book ?? { cells: [] });
  });
  const pages = () => dashboard().pages;
  const [chosen, setChosen] = createSignal<string>();
  const page = createMemo(() => pages().find(({ id }) => id === chosen()) ?? pages()[0]!);
  /** Tiles as they are while one is drawn by a pointer. */
  const [draft, setDraft] = createSignal<readonly Tile[]>();
  const [said, setSaid] = createSignal('');
  const words = dashboardWords;

  function edit(change: (book: Workbook, page: string) => Workbook, merge?: string): boolean {
    const before = workbooks.workbook();
    const { id } = page();
    workbooks.edit('dashboard', (book) => change(book, id), {
      sameResults: true,
      ...(merge !== undefined && { merge: `dashboard ${merge}` }),
    });
    return workbooks.workbook() !== before;
  }

  const nameOf = (id: string) => {
    const cell = workbooks.cell(id);
    return cell ? toCellTitle(cell) : '';
  };
  /** What is said of a tile: the title that it was given, or the cell's. */
  const titleOf = (tile: Tile) => tile.title ?? nameOf(tile.cell);
  const tileOf = (id: string) => page().tiles.find(({ cell }) => cell === id);

  function sayPlace(id: string): void {
    const tile = tileOf(id);
    if (!tile) return;
    const [x, y, w, h] = [tile.x + 1, tile.y + 1, tile.w, tile.h].map(formatCount);
    setSaid(words().placed(titleOf(tile), x!, y!, w!, h!));
  }

  function put(id: string, tiles: readonly Tile[], merge?: string): void {
    if (edit((book, at) => edits.setTiles(book, at, tiles), merge)) sayPlace(id);
    else setSaid(words().stays(nameOf(id)));
  }

  return {
    pages,
    page: page as Accessor<DashboardPage>,
    show: (id: string) => setChosen(id),
    tiles: () => draft() ?? page().tiles,
    /** As they stand in the document, so that what the keyboard goes through does not move while one is drawn. */
    ordered: createMemo(() => toReadingOrder(page().tiles).map(({ cell }) => cell)),
    missing: (): Cell[] => {
      const book = workbooks.workbook();
      return book ? edits.listMissing(book, page()) : [];
    },
    isArranged: () => workbooks.workbook()?.dashboard !== undefined,
    draft: setDraft,
    said,
    nameOf,
    titleOf,

    put,
    step: (id: string, way: Way) => put(id, stepTile(page().tiles, id, way), `step ${id}`),
    size: (id: string, by: { w?: number; h?: number }) => {
      const tile = tileOf(id);
      if (!tile) return;
      const { w = 0, h = 0 } = by;
      put(id, sizeTile(page().tiles, id, { w: tile.w + w, h: tile.h + h }), `size ${id}`);
    },
    /** In one column: past the tile before or behind. */
    shift(id: string, by: -1 | 1): void {
      const list = toReadingOrder(page().tiles);
      const at = list.findIndex(({ cell }) => cell === id);
      const [tile, other] = [list[at], list[at + by]];
      if (!tile || !other) return void setSaid(words().stays(nameOf(id)));
      const isBeside = other.y < tile.y + tile.h && tile.y < other.y + other.h;
      const way: Way = isBeside ? (by < 0 ? 'left' : 'right') : by < 0 ? 'up' : 'down';
      edit((book, where) => edits.setTiles(book, where, stepTile(page().tiles, id, way)));
      const now = toReadingOrder(page().tiles).findIndex(({ cell }) => cell === id);
      setSaid(words().moved(nameOf(id), formatCount(now + 1), formatCount(list.length)));
    },
    add(id: string): void {
      if (edit((book, at) => edits.addTile(book, at, id))) setSaid(words().added(nameOf(id)));
    },
    remove(id: string): void {
      const name = nameOf(id);
      if (edit((book, at) => edits.removeTile(book, at, id))) setSaid(words().removed(name));
    },
    setTitle: (id: string, title: string) => edit((book, at) => edits.setTileTitle(book, at, id, title)),
    moveFilter: (id: string, by: -1 | 1) => edit((book, at) => edits.moveFilter(book, at, id, by)),
    addPage(): void {
      const before = new Set(pages().map(({ id }) => id));
      edit((book, at) => edits.addPage(book, at));
      const added = pages().find(({ id }) => !before.has(id));
      if (added) setChosen(added.id);
    },
    removePage(): void {
      const at = pages().findIndex(({ id }) => id === page().id);
      edit(edits.removePage);
      setChosen(pages()[Math.max(0, at - 1)]!.id);
    },
    renamePage: (title: string) => edit((book, at) => edits.renamePage(book, at, title)),
    movePage: (by: -1 | 1) => edit((book, at) => edits.movePage(book, at, by)),
    reset(): void {
      edit((book) => edits.resetDashboard(book));
      setChosen(undefined);
    },
  };
}
