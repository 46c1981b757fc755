import { expect, test } from 'vitest';
import type { Arrival } from '../../../src/app/sharing/arrival';
import { findWanted } from '../../../src/app/sharing/arrival';
import { toFileName } from '../../../src/app/sharing/fileName';
import type { QuireTable } from '../../../src/export/readQuire';
import { createWorkbook } from '../../../src/workbook/document';

const columns = [
  { name: 'city', type: 'VARCHAR' },
  { name: 'price', type: 'BIGINT' },
];
const here = [{ id: 'a', name: 'orders', columns }];
const needs = [{ name: 'orders', columns }];
const table = { source: { name: 'orders', columns } } as unknown as QuireTable;

function toArrival(change: Partial<Arrival>): Arrival {
  return { from: 'file', name: 'x.quire', workbook: createWorkbook(), needs: [], tables: [], ...change };
}

const firsts = (arrival: Arrival, same = new Map<string, string>(), sources = here) =>
  findWanted(arrival, sources, same).map(({ name, first }) => [name, first]);

test('rows that came along are taken, though a source here has the same columns and name', () => {
  expect(firsts(toArrival({ tables: [table], needs }))).toEqual([['orders', { take: 'along' }]]);
});

test('a source here with the very same rows is used in place of what came along', () => {
  expect(firsts(toArrival({ tables: [table], needs }), new Map([['orders', 'a']]))).toEqual([
    ['orders', { take: 'here', id: 'a' }],
  ]);
});

test('without rows, a source here with all the columns is proposed, else nothing', () => {
  expect(firsts(toArrival({ needs }))).toEqual([['orders', { take: 'here', id: 'a' }]]);
  expect(firsts(toArrival({ needs }), new Map(), [])).toEqual([['orders', { take: 'nothing' }]]);
});

test('a source that two lists name is one', () => {
  const other = { name: 'people', columns: [] };
  expect(firsts(toArrival({ tables: [table], needs: [{ ...needs[0]!, name: 'ORDERS' }, other] }))).toEqual([
    ['orders', { take: 'along' }],
    ['people', { take: 'nothing' }],
  ]);
});

test('a title becomes a file name that every system takes', () => {
  expect(toFileName('Tea/sales: "2024"?', 'quire')).toBe('Tea_sales_ _2024__.quire');
  expect(toFileName('销售 😀', 'sql')).toBe('销售 😀.sql');
  expect(toFileName('..\u202e ', 'quire')).toBe('_.quire');
  expect(toFileName('', 'quire')).toBe('workbook.quire');
  expect(toFileName('x'.repeat(500), 'quire')).toHaveLength(106);
});
