import type { Examples } from './example';

/** Settings of each kind of step, for the table `people`. */
export const examples: Examples = {
  fill: [
    { columns: ['age', 'spend'], with: 'median', by: ['city'] },
    { columns: ['city'], with: 'value', value: '?' },
    { columns: ['day'], with: 'previous', order: [{ column: 'id' }] },
  ],
};
