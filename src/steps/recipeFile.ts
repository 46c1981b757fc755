import { Problem } from '../lib/problem';
import type { Step } from './step';

/** Steps as a file, without the table that they were made on. */
interface RecipeFile {
  quire: 'recipe';
  version: 1;
  name: string;
  steps: readonly Omit<Step, 'id'>[];
}

export const recipeExtension = '.recipe.json';

export function toRecipeFile(name: string, steps: readonly Step[]): string {
  const file: RecipeFile = {
    quire: 'recipe',
    version: 1,
    name,
    steps: steps.map(({ id: _id, ...step }) => step as Omit<Step, 'id'>),
  };
  return `${JSON.stringify(file, undefined, 2)}\n`;
}

/** The steps of a recipe's file; what is in them is checked where they come into a cell. */
export function fromRecipeFile(text: string): { name: string; steps: readonly unknown[] } {
  let found: Partial<Record<keyof RecipeFile, unknown>>;
  try {
    found = JSON.parse(text) as typeof found;
  } catch (cause) {
    throw new Problem('recipe-unreadable', { cause });
  }
  if (typeof found !== 'object' || found === null || found.quire !== 'recipe' || !Array.isArray(found.steps))
    throw new Problem('recipe-unreadable');
  if (found.version !== 1) throw new Problem('quire-newer');
  return { name: typeof found.name === 'string' ? found.name : '', steps: found.steps };
}
