import { checks } from './cleanChecks.en';
import { reading, readingWhy } from './cleanReading.en';
import { values, valuesNotes, valuesWhy } from './cleanValues.en';
import type { StepWords } from './told';

export const clean = {
  dedupe: {
    name: 'Remove duplicates',
    help: 'Keeps one row of those that are the same: in every column, or in the columns you choose.',
    also: 'unique distinct duplicate key drop_duplicates',
    says: (told) => {
      const key = told.count('columns') > 0 ? ` by ${told.names('columns')}` : '';
      const loose = told.is('loose', true) ? ', whatever the case and spaces' : '';
      return `Remove duplicates${key}${loose}, keep ${told.choice('keep')}`;
    },
    fields: { columns: 'The same in', loose: 'Case and spaces do not count', keep: 'Keep' },
    choices: {
      keep: {
        first: 'the first row',
        last: 'the last row',
        fullest: 'the most complete row',
        order: 'the first of an order',
      },
    },
  },
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
        line: 'a point on the line between its neighbours',
      },
    },
  },
  ...values,
  ...reading,
  ...checks,
} satisfies Record<string, StepWords>;

/** What keeps one of these steps from fitting; by `why`. */
export const cleanWhy = { ...readingWhy, ...valuesWhy };

/** What a person should know of one that works; by `why`. */
export const cleanNotes = { ...valuesNotes };
