import { expect, test } from 'vitest';
import { createAgenda } from '../../src/run/agenda';
import { createWorkbook } from '../../src/workbook/document';
import { toGraph } from '../../src/workbook/graph';
import { kinds, word } from '../workbook/kinds';

const toAgenda = (...cells: ReturnType<typeof word>[]) =>
  createAgenda(toGraph(createWorkbook({ id: 'w', cells }), { kinds, sources: [] }));

function takeAll(agenda: ReturnType<typeof toAgenda>): string[] {
  const taken = [];
  for (let node = agenda.take(); node; node = agenda.take()) taken.push(node.cell.id);
  return taken;
}

test('cells are taken after those that they read, each once, however often and in whatever order they are added', () => {
  const agenda = toAgenda(word('c', '@b'), word('b', '@a'), word('a'));
  for (const id of ['c', 'a', 'c', 'b', 'a', 'nobody']) agenda.add(id);
  expect(takeAll(agenda)).toEqual(['a', 'b', 'c']);
  expect(takeAll(agenda)).toEqual([]);
});

test('those that read a cell are added without those that read them', () => {
  const agenda = toAgenda(word('a'), word('b', '@a'), word('c', '@b'), word('d', '@a'));
  agenda.addReaders('a');
  expect(takeAll(agenda)).toEqual(['b', 'd']);
});

test('cells whose names are at fault are taken first', () => {
  const agenda = toAgenda(word('a', '@b'), word('b', '@a'), word('c', '@b'), word('d'));
  agenda.addAll();
  expect(takeAll(agenda).slice(0, 2).toSorted()).toEqual(['a', 'b']);
});

test('of those that wait for room, as many come as there is, the first in order, unless they were taken meanwhile', () => {
  const agenda = toAgenda(word('a'), word('b'), word('c'), word('d'));
  for (const id of ['d', 'b', 'c', 'a']) agenda.postpone(id);
  agenda.add('a');
  expect(takeAll(agenda)).toEqual(['a']);
  expect(agenda.admit(2)).toBe(true);
  expect(takeAll(agenda)).toEqual(['b', 'c']);
  expect([agenda.admit(0), agenda.admit(2), takeAll(agenda), agenda.admit(2)]).toEqual([
    false,
    true,
    ['d'],
    false,
  ]);
});
