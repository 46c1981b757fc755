import type { Examples } from './example';

/** Settings of each kind of step, for the table `people`. */
export const examples: Examples = {
  mask: [
    { columns: ['phone'], as: 'phone' },
    { columns: ['name'], as: 'name' },
    { columns: ['written'], as: 'email' },
    { columns: ['name', 'day', 'spend'], as: 'ends', first: 1, last: 2 },
    { columns: ['phone'], as: 'card' },
    { columns: ['city'], as: 'all' },
  ],
  hash: [{ columns: ['phone', 'age'] }, { columns: ['name'], length: 64 }],
  pseudonym: [{ columns: ['name'], prefix: 'Customer' }, { columns: ['name', 'city', 'age'] }],
  generalise: [
    { columns: ['age'], to: 'band', width: 10 },
    { columns: ['spend'], to: 'band', width: 0.5, begin: 0.25 },
    { columns: ['day', 'at'], to: 'month' },
    { columns: ['day'], to: 'quarter' },
    { columns: ['at'], to: 'year' },
    { columns: ['city'], to: 'city' },
    { columns: ['city'], to: 'province' },
    { columns: ['phone'], to: 'start', keep: 3 },
  ],
  shiftDates: [{ columns: ['day', 'at'], person: 'name', days: 14 }],
  noise: [
    { columns: ['spend', 'age'], by: 'share', percent: 5 },
    { columns: ['age'], by: 'amount', amount: 3 },
  ],
  dropColumns: [{ columns: ['phone', 'name'] }],
};
