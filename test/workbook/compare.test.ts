import { expect, test } from 'vitest';
import type { Cell } from '../../src/workbook/cell';
import { compareWorkbooks, listSettings } from '../../src/workbook/compare';
import { createWorkbook } from '../../src/workbook/document';

const toSql = (id: string, sql: string, name = id) => ({ id, kind: 'sql', name, sql }) as Cell;
const [a, b, c] = [toSql('a', 'select 1'), toSql('b', 'select 2'), toSql('c', 'select 3')];
const toBook = (...cells: Cell[]) => createWorkbook({ id: 'w', cells });

function show(before: Cell[], after: Cell[]): string[] {
  return compareWorkbooks(toBook(...before), toBook(...after)).cells.map(
    ({ id, change, moved }) => `${id} ${change}${moved ? ' moved' : ''}`,
  );
}

test('cells that came and went are told, in the order in which they stand', () => {
  expect(show([a, b], [a, c])).toEqual(['a same', 'b removed', 'c added']);
});

test('a cell that was moved is shown once, where it is now', () => {
  expect(show([a, b, c], [b, c, a])).toEqual(['b same', 'c same', 'a same moved']);
});

test('a changed cell shows its lines, and its name where that is another', () => {
  const next = toSql('a', 'select 1\nlimit 5', 'first');
  const [change] = compareWorkbooks(toBook(a), toBook(next)).cells;
  expect(change).toMatchObject({ change: 'changed', moved: false, cell: next });
  expect(change!.settings).toEqual([
    {
      setting: 'name',
      lines: [
        { in: 'before', item: 'a' },
        { in: 'after', item: 'first' },
      ],
    },
    {
      setting: 'sql',
      lines: [
        { in: 'both', item: 'select 1' },
        { in: 'after', item: 'limit 5' },
      ],
    },
  ]);
});

test('a setting that is no text is compared by what is in it', () => {
  const toInput = (options: string[]) => ({ id: 'i', kind: 'input', name: 'i', options }) as Cell;
  expect(show([toInput(['x'])], [toInput(['x'])])).toEqual(['i same']);
  expect(show([toInput(['x'])], [toInput(['x', 'y'])])).toEqual(['i changed']);
});

test('the title and the way of running are compared too', () => {
  const { settings } = compareWorkbooks(
    createWorkbook({ title: 'May', run: 'auto' }),
    createWorkbook({ title: 'June', run: 'asked' }),
  );
  expect(settings.map(({ setting }) => setting)).toEqual(['title', 'run']);
});

test('the settings of a cell are its own, as texts', () => {
  expect(
    listSettings({ id: 'i', kind: 'input', name: 'since', control: 'list', options: ['x'] } as Cell),
  ).toEqual([
    { setting: 'control', text: 'list' },
    { setting: 'options', text: '[\n  "x"\n]' },
  ]);
});

test('a dashboard that was arranged is told by its tiles', () => {
  const tile = { cell: 'a', x: 0, y: 0, w: 6, h: 9 };
  const page = { id: 'p', title: 'Sales', filters: ['b'], tiles: [tile] };
  const before = { ...toBook(a, b), dashboard: { pages: [page] } };
  const after = { ...before, dashboard: { pages: [{ ...page, tiles: [{ ...tile, x: 6, title: 'All' }] }] } };
  expect(compareWorkbooks(before, before).settings).toEqual([]);
  expect(compareWorkbooks(before, after).settings).toEqual([
    {
      setting: 'dashboard',
      lines: [
        { in: 'both', item: '1. Sales' },
        { in: 'both', item: '$b' },
        { in: 'before', item: 'a 1, 1: 6 × 9' },
        { in: 'after', item: 'a 7, 1: 6 × 9 “All”' },
      ],
    },
  ]);
});
