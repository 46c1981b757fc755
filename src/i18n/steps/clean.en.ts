import type { StepWords } from './told';

export const clean = {
  fill: {
    name: 'Fill missing values',
    help: 'Puts something in the place of what is missing: a value, a neighbour, or the middle of the others.',
    also: 'impute null blank na fillna mean median',
    says: (told) => {
      const what = told.is('with', 'value') ? told.name('value') : told.choice('with');
      const by = told.count('by') > 0 ? ` by ${told.names('by')}` : '';
      return `Fill missing ${told.names('columns')} with ${what}${by}`;
    },
    fields: { with: 'With' },
    choices: {
      with: {
        value: 'a value',
        previous: 'the previous one',
        next: 'the next one',
        mean: 'the mean',
        median: 'the median',
        mode: 'the most frequent',
        least: 'the least',
        greatest: 'the greatest',
      },
    },
  },
} satisfies Record<string, StepWords>;
