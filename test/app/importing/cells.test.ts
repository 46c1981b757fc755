import { expect, test } from 'vitest';
import { toRawCells } from '../../../src/app/importing/cells';
import type { LineRole, TableInspection } from '../../../src/import/inspection';
import type { ImportOptions } from '../../../src/import/options';

const csv: ImportOptions = { delimiter: ',', quote: '"', escape: '"' };

function cut(lines: [LineRole, string][], rows: number, { width = 2, settings = csv } = {}) {
  const column = {
    source: 'a',
    name: 'a',
    type: 'VARCHAR',
    why: 'words' as const,
    alternatives: [],
    misfits: { count: 0, examples: [] },
    leftOut: false,
  };
  const table: TableInspection = {
    key: '',
    settings,
    sure: true,
    questions: [],
    lines: lines.map(([role, text], index) => ({ number: index + 1, text, role })),
    columns: Array.from({ length: width }, () => column),
    rows: Array.from({ length: rows }, () => Array<null>(width).fill(null)),
  };
  return toRawCells(table);
}

test('cells stand beside their rows, whatever lies between the records', () => {
  const lines: [LineRole, string][] = [
    ['header', 'x,y'],
    ['record', '1,"￥1,234"'],
    ['blank', ''],
    ['comment', '# no'],
    ['record', '3,'],
  ];
  expect(cut(lines, 2)).toEqual([
    ['1', '￥1,234'],
    ['3', null],
  ]);
});

test('a value over several lines is one cell, and the rows after it stay in step', () => {
  const lines: [LineRole, string][] = [
    ['record', '1,"two'],
    ['record', 'lines"'],
    ['record', '2,b'],
  ];
  expect(cut(lines, 2)).toEqual([
    ['1', 'two\nlines'],
    ['2', 'b'],
  ]);
});

test('a record of another width is not shown beside its row, as it was mended', () => {
  const lines: [LineRole, string][] = [
    ['record', '1'],
    ['record', '2,b'],
  ];
  expect(cut(lines, 2)).toEqual([undefined, ['2', 'b']]);
});

test('rows below the last line at hand, and tables that are no text, have no cells', () => {
  expect(cut([['record', '1,a']], 3)).toEqual([['1', 'a'], undefined, undefined]);
  expect(cut([['record', '1,a']], 1, { settings: { sheets: [0] } })).toEqual([undefined]);
});

test('a quote that is never closed ends with the lines', () => {
  expect(
    cut(
      [
        ['record', '1,"open'],
        ['record', '2,b'],
      ],
      2,
    ),
  ).toEqual([['1', 'open\n2,b'], undefined]);
});
