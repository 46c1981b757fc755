import { expect, it } from 'vitest';
import { matchFiles } from '../../../src/app/repeat/matchFiles';

function match(files: string[], sources: string[], several: string[] = []) {
  const { matched, others } = matchFiles(
    files.map((name) => ({ name })),
    sources,
    (file) => ({ name: file.replace(/\.\w+$/, ''), file, isSeveral: several.includes(file) }),
  );
  return {
    matched: matched.map(({ source, files }) => `${source} < ${files.map(({ name }) => name).join(' ')}`),
    others: others.map(({ name }) => name),
  };
}

it('files take the place of those that are called the same, or the same but for numbers and months', () => {
  expect(match(['customers.csv', 'Orders 2026-11.csv'], ['orders_2026-10.csv', 'customers.csv'])).toEqual({
    matched: ['orders_2026-10.csv < Orders 2026-11.csv', 'customers.csv < customers.csv'],
    others: [],
  });
  expect(match(['sales-november.xlsx'], ['sales-oct.xlsx', 'costs-oct.xlsx']).matched).toEqual([
    'sales-oct.xlsx < sales-november.xlsx',
  ]);
  expect(match(['订单2026年11月.csv'], ['订单2026年10月.csv', '客户.csv']).matched).toEqual([
    '订单2026年10月.csv < 订单2026年11月.csv',
  ]);
});

it('the last file takes the last source of its form, and no other', () => {
  expect(match(['new.csv'], ['old.csv']).matched).toEqual(['old.csv < new.csv']);
  expect(match(['new.csv'], ['old.xlsx'])).toEqual({ matched: [], others: ['new.csv'] });
  expect(match(['new.csv'], ['a.csv', 'b.csv'])).toEqual({ matched: [], others: ['new.csv'] });
});

it('where two would do, none is taken', () => {
  expect(match(['orders-3.csv'], ['orders-1.csv', 'orders-2.csv'])).toEqual({
    matched: [],
    others: ['orders-3.csv'],
  });
  expect(match(['orders-3.csv', 'orders-4.csv'], ['orders-1.csv']).matched).toEqual([]);
  expect(match(['orders-2.csv'], ['orders-1.csv', 'orders-2.csv']).matched).toEqual([
    'orders-2.csv < orders-2.csv',
  ]);
});

it('a source of several files takes all that are called like it', () => {
  expect(match(['day-1.csv', 'day-2.csv', 'x.csv'], ['day-0.csv', 'y.csv'], ['day-0.csv'])).toEqual({
    matched: ['day-0.csv < day-1.csv day-2.csv', 'y.csv < x.csv'],
    others: [],
  });
});

it('what a person has chosen comes first, and the rest is matched without it', () => {
  const files = ['export (3).csv', 'notes.csv', 'b-2.csv'].map((name) => ({ name }));
  const [some, notes] = files as [{ name: string }, { name: string }];
  const chosen = new Map<{ name: string }, string | null>([
    [some, 'a-1.csv'],
    [notes, null],
  ]);
  const toKnown = (file: string) => ({ name: file, file, isSeveral: false });
  const { matched, others } = matchFiles(files, ['a-1.csv', 'b-1.csv'], toKnown, chosen);
  expect(matched.map(({ source, files }) => [source, ...files.map(({ name }) => name)])).toEqual([
    ['a-1.csv', 'export (3).csv'],
    ['b-1.csv', 'b-2.csv'],
  ]);
  expect(others).toEqual([notes]);
  // also of a source that the workbook does not read
  expect(matchFiles([some], [], toKnown, new Map([[some, 'c.csv']])).matched).toEqual([
    { source: 'c.csv', files: [some] },
  ]);
});
