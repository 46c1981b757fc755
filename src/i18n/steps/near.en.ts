import type { StepWords } from './told';

export const near = {
  near: {
    name: 'Find near duplicates',
    help: 'Finds rows that mean the same person though they are written otherwise, by name, phone, e-mail and address together. A rare phone number says more than a common name.',
    also: 'fuzzy match same customer record linkage merge dedupe similar',
    says: (told) => {
      const by = told.join(
        ['name', 'phone', 'email', 'address']
          .filter((role) => told.count(role) > 0)
          .map((role) => told.name(role)),
      );
      const what = { mark: 'Mark rows', merge: 'Merge rows', first: 'Keep the first of rows' }[
        told.text('then')
      ];
      return `${what} that mean the same by ${by || told.name('name')}`;
    },
    fields: {
      name: 'Name',
      phone: 'Phone',
      email: 'E-mail',
      address: 'Address',
      sure: 'How sure',
      then: 'Then',
      key: 'What tells rows apart',
      apart: 'Not the same',
      same: 'The same',
      one: 'This row',
      other: 'and this one',
    },
    choices: {
      sure: {
        usual: 'usual',
        careful: 'only where it is very likely',
        loose: 'also where it is less likely',
      },
      then: {
        mark: 'mark them: a group and a score',
        merge: 'merge them: the fullest row, its blanks filled from the others',
        first: 'keep the first row of each',
      },
    },
  },
} satisfies Record<string, StepWords>;

export const nearWhy = {
  'near-nothing': 'Choose at least one column to compare: name, phone, e-mail or address.',
};
