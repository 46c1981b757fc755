import { beforeEach, expect, test } from 'vitest';
import { compareReports } from '../../../src/app/keeping/reportLines';
import { speak } from '../../../src/i18n/i18n';
import type { Cell } from '../../../src/workbook/cell';
import { createWorkbook } from '../../../src/workbook/document';
import { movePart, setPart, setReport } from '../../../src/workbook/report';

const book = createWorkbook({
  id: 'w',
  cells: [
    { id: 'a', kind: 'sql', name: 'total', sql: 'select 1' },
    { id: 'b', kind: 'text', markdown: '# By city\n\nAll of them.' },
  ] as unknown as Cell[],
});

beforeEach(() => speak('en'));

function show(...given: Parameters<typeof compareReports>): string[] {
  const marks = { both: ' ', before: '-', after: '+' };
  return compareReports(...given).flatMap(({ label, lines }) => [
    label,
    ...lines.map(({ in: where, item }) => `${marks[where]} ${item}`),
  ]);
}

test('a report that was arranged otherwise says what is different in words', () => {
  const plain = setReport(book, { subtitle: 'October', paper: 'a4' });
  const after = setReport(plain, { subtitle: '', paper: 'letter', cover: true, logo: '' });
  expect(show(book, book)).toEqual([]);
  expect(show(plain, after)).toEqual([
    'Subtitle',
    '- October',
    'Paper',
    '- A4',
    '+ Letter',
    'Title on a page of its own',
    '- No',
    '+ Yes',
  ]);
});

test('what is in it is told by its parts, in their order', () => {
  const first = setPart(book, 'a', { rows: 5, sql: true });
  const moved = movePart(setPart(first, 'b', { left: true }), 'a', { after: 'b' });
  expect(show(first, moved)).toEqual([
    'What is in it, in its order',
    '+ By city · left out',
    '  total · SQL as a footnote · rows to show: 5',
    '- By city',
  ]);
  expect(show(book, first)[1]).toBe('- As it comes by itself');
});

test('it is told in Chinese as well', async () => {
  await speak('zh');
  expect(show(book, setPart(book, 'a', { left: true }))).toEqual([
    '报告内容及顺序',
    '- 默认编排',
    '+ total · 不在报告中',
    '+ By city',
  ]);
  await speak('en');
});
