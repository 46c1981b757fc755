import { describe, expect, it } from 'vitest';
import type { Cell } from '../../src/workbook/cell';
import {
  addPage,
  addTile,
  checkDashboard,
  listMissing,
  moveFilter,
  movePage,
  removePage,
  removeTile,
  renamePage,
  resetDashboard,
  setTiles,
  setTileTitle,
  toDashboard,
} from '../../src/workbook/dashboard';
import type { Workbook } from '../../src/workbook/document';
import { createWorkbook } from '../../src/workbook/document';
import { removeCell } from '../../src/workbook/edits';
import { deserialize } from '../../src/workbook/deserialize';
import { serialize } from '../../src/workbook/serialize';
import { moveTile, toReadingOrder } from '../../src/workbook/tiles';

const text = (id: string, markdown: string): Cell => ({ id, kind: 'text', markdown }) as Cell;
const chart = (id: string, settings: object = {}): Cell =>
  ({ id, kind: 'chart', name: id, from: 'orders', mark: 'bar', ...settings }) as Cell;
const input = (id: string): Cell => ({ id, kind: 'input', name: id });
const sql = (id: string): Cell => ({ id, kind: 'sql', name: id });

const book = createWorkbook({
  id: 'w',
  cells: [
    text('head', '# Spring review\n\nWho buys, and who left.'),
    input('since'),
    sql('orders'),
    chart('k1', { mark: 'kpi' }),
    chart('k2', { mark: 'kpi', x: { column: 'day' } }),
    chart('k3', { mark: 'kpi' }),
    chart('a'),
    sql('between'),
    chart('b'),
    chart('c'),
    input('city'),
  ],
});
const page = (workbook: Workbook, at = 0) => toDashboard(workbook).pages[at]!;
const lay = (workbook: Workbook, at = 0) =>
  page(workbook, at)
    .tiles.map(({ cell, x, y, w, h }) => [cell, x, y, w, h].join(' '))
    .join(', ');

describe('the dashboard of a workbook', () => {
  it('comes by itself: inputs above, figures in a row, charts in pairs, and one that is alone as wide as the page', () => {
    expect(book.dashboard).toBeUndefined();
    expect(page(book).filters).toEqual(['since', 'city']);
    expect(lay(book)).toBe(
      'head 0 0 12 3, k1 0 3 4 4, k2 4 3 4 4, k3 8 3 4 4, a 0 7 6 9, b 6 7 6 9, c 0 16 12 9',
    );
  });

  it('has no table that nobody asked for, no empty text, and no chart of nothing', () => {
    const cells = [sql('q'), text('t', '  '), chart('c', { from: '' })];
    expect(page(createWorkbook({ cells })).tiles).toEqual([]);
    expect(toDashboard(createWorkbook()).pages).toHaveLength(1);
  });

  it('a text has room for its lines, Chinese letters being wider', () => {
    const rows = (markdown: string) => page(createWorkbook({ cells: [text('t', markdown)] })).tiles[0]!.h;
    expect(rows('# 春季回顾')).toBe(2);
    expect(rows('字'.repeat(200))).toBeGreaterThan(rows('a'.repeat(200)));
    expect(rows('line\n\n'.repeat(1000))).toBe(20);
  });

  it('follows the cells until somebody arranges it, and then stays as it was put', () => {
    const more = { ...book, cells: [...book.cells, chart('d')] };
    expect(lay(more)).toContain('d 6 16 6 9');
    const arranged = setTiles(book, 'first', moveTile(page(book).tiles, 'b', { x: 0, y: 7 }));
    expect(lay(arranged)).toContain('a 6 7 6 9, b 0 7 6 9');
    const later = { ...arranged, cells: [...arranged.cells, chart('d')] };
    expect(lay(later)).toBe(lay(arranged));
    expect(listMissing(later, page(later)).map(({ id }) => id)).toEqual(['orders', 'between', 'd']);
    expect(resetDashboard(later)).not.toHaveProperty('dashboard');
    expect(resetDashboard(book)).toBe(book);
  });

  it('cells are put on a page and taken off it; the workbook keeps them', () => {
    const added = addTile(book, 'first', 'orders');
    expect(lay(added)).toMatch(/orders 0 25 6 9$/);
    expect(addTile(added, 'first', 'orders')).toBe(added);
    expect(addTile(book, 'first', 'nobody')).toBe(book);
    const removed = removeTile(added, 'first', 'head');
    expect(toReadingOrder(page(removed).tiles)[0]).toMatchObject({ cell: 'k1', y: 0 });
    expect(removed.cells).toBe(book.cells);
    expect(page(removeTile(book, 'first', 'since')).filters).toEqual(['city']);
    expect(page(addTile(removeTile(book, 'first', 'since'), 'first', 'since')).filters).toEqual([
      'city',
      'since',
    ]);
    expect(removeTile(book, 'first', 'orders')).toBe(book);
  });

  it('a cell that is deleted leaves its place, and has it again when that is undone', () => {
    const arranged = setTiles(book, 'first', moveTile(page(book).tiles, 'c', { x: 0, y: 0 }));
    const without = removeCell(arranged, 'head');
    expect(lay(without)).not.toContain('head');
    expect(
      toReadingOrder(page(without).tiles)
        .map(({ cell }) => cell)
        .join(' '),
    ).toBe('c k1 k2 k3 a b');
    expect(page(without).tiles.every(({ y }) => Number.isInteger(y))).toBe(true);
    expect(lay({ ...without, cells: arranged.cells })).toBe(lay(arranged));
  });

  it('tiles have titles of their own', () => {
    const titled = setTileTitle(book, 'first', 'a', ' By\ncity ');
    expect(page(titled).tiles.find(({ cell }) => cell === 'a')!.title).toBe('By city');
    expect(setTileTitle(titled, 'first', 'a', 'By city')).toBe(titled);
    const taken = setTileTitle(titled, 'first', 'a', '');
    expect(page(taken).tiles.find(({ cell }) => cell === 'a')).not.toHaveProperty('title');
  });

  it('pages are added with the inputs of the one before, named, moved and removed, but for the last', () => {
    const two = renamePage(addPage(book, 'first', 'two'), 'two', ' 第二页 ');
    expect(toDashboard(two).pages.map(({ id, title }) => [id, title])).toEqual([
      ['first', ''],
      ['two', '第二页'],
    ]);
    expect(page(two, 1).filters).toEqual(['since', 'city']);
    expect(toDashboard(movePage(two, 'two', -1)).pages[0]!.id).toBe('two');
    expect(movePage(two, 'two', 1)).toBe(two);
    expect(toDashboard(removePage(two, 'first')).pages.map(({ id }) => id)).toEqual(['two']);
    expect(removePage(book, 'first')).toBe(book);
    expect(renamePage(two, 'two', '第二页')).toBe(two);
  });

  it('inputs are moved among themselves', () => {
    expect(page(moveFilter(book, 'first', 'city', -1)).filters).toEqual(['city', 'since']);
    expect(moveFilter(book, 'first', 'city', 1)).toBe(book);
  });

  it('is saved and read again as it was, and only once it was arranged', () => {
    const arranged = setTileTitle(
      addPage(addTile(book, 'first', 'orders'), 'first', 'two'),
      'first',
      'a',
      'A',
    );
    const json = JSON.parse(JSON.stringify(serialize(arranged))) as unknown;
    expect(deserialize(json).workbook.dashboard).toEqual(arranged.dashboard);
    expect(serialize(book)).not.toHaveProperty('dashboard');
    expect(deserialize(serialize(book)).workbook).not.toHaveProperty('dashboard');
  });

  it('what comes from elsewhere and is none of ours is as if it had not been said', () => {
    for (const given of [undefined, null, 'x', 7, [], {}, { pages: 'x' }, { pages: [] }])
      expect(checkDashboard(given)).toBeUndefined();
    const checked = checkDashboard({
      pages: [
        {
          id: 'one',
          title: 5,
          filters: ['since', 'since', 3, '"><script>'],
          tiles: [
            { cell: 'a', x: 20, y: -4, w: 99, h: 2.4, title: `x\n${'y'.repeat(500)}` },
            { cell: 'a', x: 0, y: 0, w: 6, h: 6 },
            { cell: 'b', x: 0, y: 0, w: 6, h: Number.NaN },
            { cell: 'since', x: 0, y: 0, w: 6, h: 6 },
            null,
            'tile',
          ],
        },
        { id: 'one', title: 'Two' },
        7,
      ],
    })!;
    expect(checked.pages[0]).toEqual({
      id: 'one',
      title: '',
      filters: ['since'],
      tiles: [{ cell: 'a', x: 0, y: 0, w: 12, h: 2, title: `x ${'y'.repeat(198)}` }],
    });
    expect(checked.pages[1]).toMatchObject({ title: 'Two', filters: [], tiles: [] });
    expect(new Set(checked.pages.map(({ id }) => id)).size).toBe(3);
  });
});
