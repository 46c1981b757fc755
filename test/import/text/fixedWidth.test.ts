import { expect, test } from 'vitest';
import { isFixedWidth } from '../../../src/import/text/fixedWidth';

const people = [
  'Name      City      Amount',
  'Anna      Rome        12.5',
  'Ben Smith New York     7.0',
  'Carl      Oslo       100.1',
];

test('columns of fixed width are told', () => {
  expect(isFixedWidth(people.join('\r\n'))).toBe(true);
  expect(isFixedWidth(people.slice(0, 3).join('\n'))).toBe(false);
});

test('a text of words, a list and an indented text are no columns', () => {
  const words = 'The quick brown fox\njumps over the lazy\ndog and goes home.\nNobody saw it go.\n';
  expect(isFixedWidth(words)).toBe(false);
  expect(isFixedWidth('tea\ncup\npot\nspoon\nplate\n')).toBe(false);
  expect(isFixedWidth('  tea\n  cup\n    pot\n  spoon\n')).toBe(false);
});
