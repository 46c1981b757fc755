import type { Examples } from './example';

/** Settings of each kind of step, for the table `people`. */
export const examples: Examples = {
  filter: [
    { conditions: [{ column: 'city', test: 'is', value: '北京' }] },
    {
      keep: 'others',
      match: 'any',
      conditions: [
        { column: 'age', test: 'between', value: '20', to: '40' },
        { column: 'day', test: 'one-of', values: ['2024-01-31'] },
        { column: 'name', test: 'contains', value: "'" },
      ],
    },
  ],
  distinct: [{}, { columns: ['city', 'age'] }],
};
