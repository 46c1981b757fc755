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
};
