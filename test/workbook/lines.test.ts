import { expect, test } from 'vitest';
import { compareLines, compareLists } from '../../src/workbook/lines';
import { createRandom } from '../random';

const signs = { both: ' ', before: '-', after: '+' };

function show(before: string, after: string): string[] {
  return compareLines(before, after).map(({ in: where, item }) => signs[where] + item);
}

test('a changed line is taken out and put in between those that stay', () => {
  expect(show('select a\nfrom t\nlimit 1', 'select a\nfrom u\nlimit 1')).toEqual([
    ' select a',
    '-from t',
    '+from u',
    ' limit 1',
  ]);
});

test('an empty text has no line, and line ends are no change', () => {
  expect(show('', 'a')).toEqual(['+a']);
  expect(show('a', '')).toEqual(['-a']);
  expect(show('a\r\nb', 'a\nb')).toEqual([' a', ' b']);
});

test('either text comes back out of any comparison, and it keeps as much as can be kept', () => {
  const random = createRandom(7);
  for (let round = 0; round < 300; round++) {
    const make = () => Array.from({ length: random.below(9) }, () => random.below(4));
    const [before, after] = [make(), make()];
    const found = compareLists(before, after);
    expect(found.filter((line) => line.in !== 'after').map(({ item }) => item)).toEqual(before);
    expect(found.filter((line) => line.in !== 'before').map(({ item }) => item)).toEqual(after);
    expect(found.filter((line) => line.in === 'both')).toHaveLength(countCommon(before, after));
  }
});

test('texts too long to compare are shown as taken out and put in, but for their common ends', () => {
  const many = (word: string) => Array.from({ length: 3000 }, (_, line) => `${word} ${line}`);
  const found = compareLists(['first', ...many('a'), 'last'], ['first', ...many('b'), 'last']);
  expect(found.map((line) => line.in).filter((where) => where === 'both')).toHaveLength(2);
  expect(found).toHaveLength(6002);
});

function countCommon(a: number[], b: number[]): number {
  if (a.length === 0 || b.length === 0) return 0;
  if (a[0] === b[0]) return 1 + countCommon(a.slice(1), b.slice(1));
  return Math.max(countCommon(a.slice(1), b), countCommon(a, b.slice(1)));
}
