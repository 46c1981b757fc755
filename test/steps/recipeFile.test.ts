import { describe, expect, it } from 'vitest';
import { fromRecipeFile, toRecipeFile } from '../../src/steps/recipeFile';

describe('a recipe file', () => {
  const steps = [{ id: 'a', step: 'fill', columns: ['城市'], with: 'value', value: '?', note: 'as agreed' }];

  it('holds the steps, and comes back as they were but for their ids', () => {
    const { id: _id, ...step } = steps[0]!;
    expect(fromRecipeFile(toRecipeFile('clean', steps))).toEqual({ name: 'clean', steps: [step] });
  });

  it.each(['', '{', '[]', 'null', '{"quire":"recipe"}', '{"quire":"workbook","steps":[]}'])(
    'refuses %j',
    (text) => {
      expect(() => fromRecipeFile(text)).toThrow('recipe-unreadable');
    },
  );

  it('says that a newer version wrote it', () => {
    expect(() => fromRecipeFile('{"quire":"recipe","version":2,"steps":[]}')).toThrow('quire-newer');
  });
});
