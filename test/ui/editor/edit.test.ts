import { describe, expect, test } from 'vitest';
import { maybeEdit } from '../../../src/ui/editor/edit';
import { createRandom } from '../../random';

describe('the shortest edit', () => {
  test('touches only what is different', () => {
    expect(maybeEdit('select a from t', 'select ab from t')).toEqual({ from: 8, to: 8, text: 'b' });
    expect(maybeEdit('select a from t', 'select from t')).toEqual({ from: 7, to: 9, text: '' });
  });

  test('is none where nothing is', () => {
    expect(maybeEdit('a', 'a')).toBeUndefined();
  });

  test('makes the one text of the other, whatever they are', () => {
    const random = createRandom(7);
    const word = () => Array.from({ length: random.below(6) }, () => random.pick(['a', 'b'])).join('');
    for (let round = 0; round < 2000; round++) {
      const [before, after] = [word(), word()];
      const edit = maybeEdit(before, after) ?? { from: 0, to: 0, text: '' };
      expect(before.slice(0, edit.from) + edit.text + before.slice(edit.to)).toBe(after);
    }
  });
});
