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
