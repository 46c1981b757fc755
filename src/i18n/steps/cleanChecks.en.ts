import type { StepWords, Told } from './told';

const invalid = {
  keep: 'stay as they are',
  flag: 'stay, and are marked in a column beside',
  clear: 'become missing',
};

const says = (what: string) => (told: Told) => `Check and unify ${what} in ${told.names('columns')}`;

/** Steps that check values of one sort, and write them in one form. */
export const checks = {
  phone: {
    name: 'Phone numbers',
    help: 'Writes phone numbers in one form, and finds those that are none: Chinese mobile and fixed lines, with +86 or without, and numbers of other countries that begin with + or 00.',
    also: 'telephone mobile tel e164 validate format',
    says: says('phone numbers'),
    fields: { invalid: 'Others', form: 'Form', home: 'Numbers without a country' },
    choices: {
      invalid,
      form: {
        national: '13812345678, 010-62345678',
        spaced: '138 1234 5678, 010 6234 5678',
        e164: '+8613812345678, +861062345678',
      },
      home: { cn: 'are Chinese', none: 'are none' },
    },
  },
  email: {
    name: 'E-mail addresses',
    help: 'Takes what stands around an e-mail address away, and finds those that are none.',
    also: 'mail address validate',
    says: says('e-mail addresses'),
    fields: { invalid: 'Others', lower: 'In lower case' },
    choices: { invalid },
  },
  postcode: {
    name: 'Chinese postcodes',
    help: 'Finds what is no Chinese postcode of six digits, and gives back the zero that a number has lost.',
    also: 'zip code postal validate',
    says: says('postcodes'),
    fields: { invalid: 'Others' },
    choices: { invalid },
  },
  idCard: {
    name: 'Chinese ID cards',
    help: 'Checks the last digit of ID card numbers, makes 18 digits of 15, and can tell the birth date, the sex and the region.',
    also: 'identity card gb11643 checksum validate birthday',
    says: says('ID cards'),
    fields: { invalid: 'Others', parts: 'Columns for birth date, sex and region' },
    choices: { invalid },
  },
  bankCard: {
    name: 'Bank cards',
    help: 'Checks bank card numbers by their last digit (Luhn).',
    also: 'credit card luhn checksum validate',
    says: says('bank cards'),
    fields: { invalid: 'Others', form: 'Form' },
    choices: { invalid, form: { digits: '6222021234567890123', groups: '6222 0212 3456 7890 123' } },
  },
  merge: {
    name: 'Merge spellings',
    help: 'Gives one name to each group of spellings of the same thing, once you have looked at the groups.',
    also: 'cluster fuzzy similar variants openrefine unify typo pinyin sound chinese',
    says: (told) => `Merge ${told.count('groups')} groups of spellings in ${told.name('column')}`,
    fields: { groups: 'Groups', to: 'Name', from: 'Spellings' },
  },
  validate: {
    name: 'Validate by rules',
    help: 'Says of each row which rules it breaks, or keeps the rows alone that break one. A missing value breaks no rule but the one that it must be there.',
    also: 'check constraint rule violation quality unique foreign key range',
    says(told) {
      const rules = told
        .each('rules')
        .map(
          (it) =>
            it.text('label') ||
            (it.is('rule', 'formula') ? it.name('formula') : `${it.name('column')} ${it.choice('rule')}`),
        );
      return `${told.is('show', 'broken') ? 'Keep the rows that break' : 'Check'}: ${told.join(rules)}`;
    },
    fields: {
      rules: 'Rules',
      rule: 'Rule',
      label: 'Name of the rule',
      type: 'Type',
      least: 'At least',
      most: 'At most',
      pattern: 'Pattern of the whole text',
      with: 'Together with',
      key: 'Its column',
      formula: 'Formula',
      show: 'Give',
      name: 'New column',
    },
    choices: {
      rule: {
        present: 'is there',
        type: 'is written as',
        range: 'is in a range',
        pattern: 'matches a pattern',
        'one-of': 'is one of',
        unique: 'is unique',
        known: 'is in another table',
        formula: 'a formula is true',
      },
      type: { number: 'a number', whole: 'a whole number', date: 'a date: 2024-03-05' },
      show: { column: 'all rows, with what they break', broken: 'rows that break a rule' },
    },
  },
} satisfies Record<string, StepWords>;
