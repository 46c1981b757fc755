import type { StepWords, Told } from './told';

const tests: Record<string, (it: Told) => string> = {
  is: (it) => `is ${it.name('value')}`,
  'is-not': (it) => `is not ${it.name('value')}`,
  less: (it) => `is less than ${it.name('value')}`,
  'at-most': (it) => `is at most ${it.name('value')}`,
  more: (it) => `is more than ${it.name('value')}`,
  'at-least': (it) => `is at least ${it.name('value')}`,
  between: (it) => `is from ${it.name('value')} to ${it.name('to')}`,
  'one-of': (it) => `is one of ${it.names('values')}`,
  'none-of': (it) => `is none of ${it.names('values')}`,
  contains: (it) => `contains ${it.name('value')}`,
  lacks: (it) => `does not contain ${it.name('value')}`,
  starts: (it) => `starts with ${it.name('value')}`,
  ends: (it) => `ends with ${it.name('value')}`,
  matches: (it) => `matches ${it.name('value')}`,
  missing: () => 'is missing',
  present: () => 'is not missing',
};

export const shape = {
  filter: {
    name: 'Filter rows',
    help: 'Keeps the rows that fit your conditions, or leaves them out.',
    also: 'where condition keep remove rows',
    says: (told) => {
      const conditions = told
        .each('conditions')
        .map((it) => `${it.name('column')} ${tests[it.text('test')]!(it)}`);
      const joined =
        told.is('match', 'any') && conditions.length > 1 ? conditions.join(' or ') : told.join(conditions);
      return `${told.is('keep', 'fitting') ? 'Keep' : 'Leave out'} rows where ${joined}`;
    },
    fields: {
      keep: 'Rows that fit',
      match: 'Fitting means',
      conditions: 'Conditions',
      test: 'Test',
      to: 'up to',
    },
    choices: {
      keep: { fitting: 'Keep', others: 'Leave out' },
      match: { all: 'all conditions', any: 'any condition' },
      test: {
        is: 'is',
        'is-not': 'is not',
        less: 'is less than',
        'at-most': 'is at most',
        more: 'is more than',
        'at-least': 'is at least',
        between: 'is between',
        'one-of': 'is one of',
        'none-of': 'is none of',
        contains: 'contains',
        lacks: 'does not contain',
        starts: 'starts with',
        ends: 'ends with',
        matches: 'matches the pattern',
        missing: 'is missing',
        present: 'is not missing',
      },
    },
  },
  distinct: {
    name: 'Distinct rows',
    help: 'Gives each row, or each combination of the chosen columns, once.',
    also: 'unique values',
    says: (told) =>
      told.count('columns') === 0 ? 'Each row once' : `Each combination of ${told.names('columns')} once`,
  },
} satisfies Record<string, StepWords>;
