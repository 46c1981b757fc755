import { expect, test } from 'vitest';
import { hasWords } from '../../src/lib/hasWords';

test('every word that is searched must be in the text, in any order and case', () => {
  expect(hasWords('Fill missing values', 'VALUES fill')).toBe(true);
  expect(hasWords('Fill missing values', 'fill gaps')).toBe(false);
  expect(hasWords('填补缺失值', '缺失')).toBe(true);
  expect(hasWords('anything', '  ')).toBe(true);
});
