import { expect, it } from 'vitest';
import { fitColumns, hasLongWords } from '../../../src/export/report/fit';

const column = (name: string, texts: string[], isRight = false) => ({ name, texts, isRight, ranks: [] });

it('as many columns as the page has room for are shown, and one at least', () => {
  const columns = Array.from({ length: 40 }, (_, at) => column(`c${at}`, ['2026-01-01'], true));
  expect(fitColumns(columns, 672).length).toBe(7);
  expect(fitColumns(columns, 1001).length).toBe(10);
  expect(fitColumns([column('a', ['9'.repeat(500)], true)], 100).length).toBe(1);
  expect(fitColumns([], 100)).toEqual([]);
});

it('a sentence takes no more room than its longest word, Chinese next to none', () => {
  const columns = Array.from({ length: 8 }, () =>
    column('a', ['some short words in a long sentence', '这是一个很长的句子'.repeat(9)]),
  );
  expect(fitColumns(columns, 672).length).toBe(8);
});

it('words that have to be broken are known', () => {
  expect(hasLongWords(column('a', ['w'.repeat(25)]))).toBe(true);
  expect(hasLongWords(column('a', ['w '.repeat(25), '中'.repeat(99)]))).toBe(false);
});
