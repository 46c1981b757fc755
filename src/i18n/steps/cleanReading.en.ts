import type { StepWords } from './told';

const order = {
  found: 'as the values tell',
  dmy: 'day, month, year',
  mdy: 'month, day, year',
  ymd: 'year, month, day',
};

const failing = {
  clear: 'become missing',
  stop: 'stop the steps here',
  beside: 'become missing, and stand in a column beside',
};

/** Steps that read values anew. */
export const reading = {
  convert: {
    name: 'Convert type',
    help: 'Makes numbers, dates or yes and no of texts, or texts of anything. Nothing is rounded: what cannot be read whole is listed, and you decide what becomes of it.',
    also: 'cast type number integer float date datetime string boolean to_numeric astype parse',
    says: (told) => `Convert ${told.names('columns')} to ${told.choice('to')}`,
    fields: {
      to: 'To',
      decimal: 'Decimal mark',
      percent: '12% is',
      order: '05/03/24 is',
      failing: 'Values that cannot be read',
    },
    choices: {
      to: {
        number: 'number',
        whole: 'whole number',
        date: 'date',
        moment: 'date and time',
        text: 'text',
        flag: 'yes or no',
      },
      decimal: { point: 'point: 1,234.5', comma: 'comma: 1.234,5' },
      percent: { share: '0.12', number: '12' },
      order,
      failing,
    },
  },
  dates: {
    name: 'Unify dates',
    help: 'Makes dates of days that are written in several ways: 2024-03-05, 05/03/2024, 5-Mar-24, 2024年3月5日, 20240305, or counts of days from Excel.',
    also: 'parse date format datetime to_datetime excel serial',
    says: (told) => `Read ${told.names('columns')} as ${told.choice('to')}`,
    fields: {
      to: 'As',
      order: '05/03/24 is',
      serials: '45356 is',
      year: 'Year of days without one',
      failing: 'Values that cannot be read',
    },
    choices: {
      to: { day: 'dates', moment: 'dates with times' },
      order,
      serials: {
        '1900': 'a day as Excel counts',
        '1904': 'a day as old Excel for Mac counts, from 1904',
        none: 'not a day',
      },
      failing,
    },
  },
} satisfies Record<string, StepWords>;

export const readingWhy = {
  unread:
    '{count} values cannot be read, such as “{value}”. Clean them first, or choose what becomes of them.',
  'day-or-month': 'In “{value}” the day may come first, or the month. Choose which.',
};
