import type { Examples } from './example';

/** Settings of each kind of step, for the table `people`. */
export const examples: Examples = {
  dedupe: [
    {},
    { columns: ['phone', 'name'], loose: true, keep: 'last' },
    { columns: ['city'], keep: 'fullest' },
    { columns: ['city'], keep: 'order', order: [{ column: 'day', direction: 'down' }] },
  ],
  fill: [
    { columns: ['age', 'spend'], with: 'median', by: ['city'] },
    { columns: ['city'], with: 'value', value: '?' },
    { columns: ['day'], with: 'previous', order: [{ column: 'id' }] },
  ],
  convert: [
    { columns: ['phone'], to: 'number', failing: 'beside' },
    { columns: ['age', 'spend'], to: 'whole' },
    { columns: ['written'], to: 'date', order: 'dmy' },
    { columns: ['written', 'day', 'at'], to: 'moment', order: 'mdy', failing: 'beside' },
    { columns: ['spend', 'day', 'tags'], to: 'text' },
    { columns: ['phone', 'ok'], to: 'flag' },
  ],
  dates: [{ columns: ['written'], order: 'dmy', year: 2024, failing: 'beside' }, { columns: ['id', 'at'] }],
};
