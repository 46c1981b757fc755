import { expect, test } from 'vitest';
import { hasUnseen, toParts } from '../../src/grid/marks';

const show = (text: string) =>
  toParts(text)
    .map((part) => (part.isMark ? `[${part.text}]` : part.text))
    .join('');

test('spaces at the ends are marked and those within are not', () => {
  expect(show('  a b ')).toBe('[··]a b[·]');
  expect(show('\u00a0a\u3000')).toBe('[·]a[·]');
});

test('line breaks and tabs are marked wherever they are, and one break once', () => {
  expect(show('a\nb\r\nc\td')).toBe('a[↵]b[↵]c[→]d');
});

test('a text of spaces alone is all marks', () => {
  expect(show('   ')).toBe('[···]');
});

test('only a text with something unseen is cut into parts', () => {
  expect(['a b', '', 'é', '王 小明'].map(hasUnseen)).toEqual([false, false, false, false]);
  expect([' a', 'a ', 'a\nb', '\t'].map(hasUnseen)).toEqual([true, true, true, true]);
});
