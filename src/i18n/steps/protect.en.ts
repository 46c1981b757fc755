import type { StepWords } from './told';

const generalised: Record<string, string> = {
  band: 'bands',
  month: 'months',
  quarter: 'quarters',
  year: 'years',
  city: 'cities',
  province: 'provinces',
  start: 'their first characters',
};

export const protect = {
  mask: {
    name: 'Mask values',
    help: 'Leaves a part of each value to be read, such as 138****5678, and puts stars for the rest. What is too short or of another form is masked wholly.',
    also: 'hide partial redact anonymise privacy stars phone e-mail',
    says: (told) => `Mask ${told.names('columns')} as ${told.choice('as')}`,
    fields: { as: 'What stays', first: 'First characters', last: 'Last characters' },
    choices: {
      as: {
        ends: 'the first and the last characters',
        phone: 'a phone number: 138****5678',
        email: 'an e-mail address: a***@x.com',
        name: 'a name: 张*, A*** M***',
        card: 'an ID or bank card: 110***********1234',
        all: 'nothing',
      },
    },
  },
  hash: {
    name: 'Hash values',
    help: 'Puts digits in the place of each value: the same for the same value, so that tables still join, and without the salt nobody finds the value again. The salt stays on this device and is in no file that you share; on another device the digits come out otherwise.',
    also: 'sha256 hmac anonymise salt privacy',
    says: (told) => `Hash ${told.names('columns')}`,
    fields: { salt: 'Name of the salt', length: 'Digits' },
  },
  pseudonym: {
    name: 'Pseudonyms',
    help: 'Gives each different value a name such as “Customer 00017”, the same in all of the columns. The numbers follow from a secret salt of this device, and are given anew when other values come in; hash values to keep them from month to month.',
    also: 'anonymise alias privacy number',
    says: (told) => `Call ${told.names('columns')} ${told.name('prefix')} 00001, 00002 …`,
    fields: { prefix: 'Name before the number', salt: 'Name of the salt' },
  },
  generalise: {
    name: 'Make coarser',
    help: 'Puts a coarser value in the place of an exact one: an age becomes a band, a date its month, an address in China its city. What cannot be read becomes missing.',
    also: 'generalise generalize band bin anonymise privacy age address postcode',
    says: (told) => `Make ${told.names('columns')} coarser: ${generalised[told.text('to')]}`,
    fields: { to: 'To', width: 'Width of a band', begin: 'A band begins at', keep: 'First characters kept' },
    choices: {
      to: {
        band: 'a band of numbers: [30, 40)',
        month: 'the month: 2024-03',
        quarter: 'the quarter: 2024-Q1',
        year: 'the year',
        city: 'the city of an address',
        province: 'the province of an address',
        start: 'the first characters: 518***',
      },
    },
  },
  shiftDates: {
    name: 'Shift dates by person',
    help: 'Moves all dates of a person by the same number of days, which a secret salt of this device draws. The time between two dates of a person stays as it is.',
    also: 'anonymise privacy jitter days',
    says: (told) =>
      `Shift ${told.names('columns')} by up to ${told.name('days')} days for each ${told.name('person')}`,
    fields: { person: 'Whose dates they are', days: 'Days at most', salt: 'Name of the salt' },
  },
  noise: {
    name: 'Add noise',
    help: 'Moves each number up or down by chance, so that sums and means stay near while no single number is told. Without the salt of this device the noise cannot be taken away again.',
    also: 'random jitter perturb privacy anonymise',
    says: (told) =>
      told.is('by', 'share')
        ? `Move ${told.names('columns')} by up to ${told.name('percent')} %`
        : `Move ${told.names('columns')} by up to ${told.name('amount')}`,
    fields: {
      by: 'Move by',
      percent: 'Per cent at most',
      amount: 'Amount at most',
      salt: 'Name of the salt',
    },
    choices: { by: { share: 'a share of the number', amount: 'an amount' } },
  },
  dropColumns: {
    name: 'Drop columns',
    help: 'Leaves columns out.',
    also: 'remove delete exclude privacy',
    says: (told) => `Drop ${told.names('columns')}`,
  },
} satisfies Record<string, StepWords>;

/** What keeps one of these steps from fitting; by `why`. */
export const protectWhy = {
  'salt-name':
    '“{name}” cannot be the name of a salt. Use up to 30 small letters, digits and underscores; the salt itself is made by Quire.',
  'drop-all': 'These are all of the columns. Leave one of them.',
};
