import type { StepWords } from './told';

export const reshape = {
  formula: {
    name: 'Formula column',
    help: 'Computes a column from the others, row by row: a new one, or in the place of one that is there.',
    also: 'expression calculate compute derive mutate assign new column',
    says: (told) =>
      told.is('as', 'replace')
        ? `${told.name('column')} becomes ${told.name('expression')}`
        : `Add ${told.name('name')} = ${told.name('expression')}`,
    fields: { as: 'Gives', expression: 'Formula', after: 'Put after' },
    choices: { as: { new: 'a new column', replace: 'new values for a column' } },
  },
  sql: {
    name: 'SQL',
    help: 'A query of your own. It reads the table so far as “this”, and other tables by their names.',
    also: 'query select custom code',
    says: () => 'Run a query of your own',
    fields: { query: 'Query' },
  },
} satisfies Record<string, StepWords>;

/** What keeps these steps from fitting. */
export const why = {
  'formula-several':
    'A formula gives one value, but “{name}” makes it several. Write one formula a step, with commas only inside brackets.',
  'formula-aggregate':
    '“{name}” gives one value for many rows. Add “OVER ()” after its brackets, or use the step “Group” or “Values per group”.',
  'formula-rows': '“{name}” turns a row into several. Use the step “Flatten” for that.',
};

/** What is worth knowing though they work. */
export const notes = {
  'sql-not-this': 'The query does not read the table before it. Write “FROM this” where it should.',
};
