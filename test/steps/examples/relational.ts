import type { Examples } from './example';

/** Settings of each kind of step, for the table `people`. */
export const examples: Examples = {
  choose: [
    { columns: ['id', 'name'] },
    { columns: ['tags', 'info'], keep: 'others' },
    { columns: ['phone', 'id'], keep: 'all' },
  ],
  rename: [{ names: [{ from: 'name', to: '客户 "A"' }] }],
  sort: [
    { order: ['city'] },
    {
      order: [
        { column: 'age', direction: 'down', missing: 'first' },
        { column: 'name', direction: 'up' },
      ],
    },
  ],
  top: [
    { rows: 2 },
    { rows: 2, of: 'last', by: ['city'] },
    { rows: 3, of: 'greatest', column: 'spend' },
    { rows: 1, of: 'least', column: 'day', by: ['city', 'ok'], ties: 'cut' },
  ],
  sample: [
    { rows: 3 },
    { size: 'percent', percent: 50 },
    { size: 'percent', percent: 50, by: ['city'], seed: 7 },
    { rows: 1, by: ['city'] },
  ],
  join: [
    { table: 'people', keys: ['id'], take: ['name', 'age'] },
    {
      table: 'people',
      keys: ['city', { left: 'age', right: 'age' }],
      how: 'inner',
      match: 'tidy',
      several: 'first',
    },
    { table: 'people', keys: [{ left: 'id', right: 'written' }], how: 'full' },
    { table: 'people', keys: ['phone'], how: 'semi' },
    { table: 'people', keys: ['phone'], how: 'anti', match: 'tidy' },
  ],
  group: [
    { by: ['city'] },
    {
      by: [{ column: 'day', unit: 'month' }, 'ok'],
      values: [
        { function: 'sum', column: 'spend', name: 'total' },
        { function: 'mean', column: 'age' },
        { function: 'joined', column: 'name' },
        { function: 'share', column: 'spend' },
      ],
    },
    {
      values: [
        { function: 'first', column: 'name' },
        { function: 'list', column: 'id' },
        { function: 'mode', column: 'city' },
        { function: 'quantile', column: 'age', quantile: 0.25 },
      ],
      order: ['age'],
    },
  ],
  each: [
    { values: [{ function: 'count' }, { function: 'mean', column: 'spend' }], by: ['city'] },
    {
      values: [
        { function: 'share', column: 'spend' },
        { function: 'difference', column: 'age', name: 'off' },
      ],
    },
    {
      values: [
        { function: 'rank' },
        { function: 'running-total', column: 'spend' },
        { function: 'median', column: 'age' },
        { function: 'previous', column: 'day', away: 2 },
      ],
      by: ['city', 'ok'],
      order: [{ column: 'spend', direction: 'down' }],
    },
    {
      values: [
        { function: 'row' },
        { function: 'moving-mean', column: 'age', rows: 3 },
        { function: 'last', column: 'tags' },
      ],
    },
  ],
  compare: [
    { table: 'people', keys: ['id'], show: 'all' },
    { table: 'people', keys: ['city', 'name'], columns: ['age', 'spend'], older: 'here', tolerance: 0.5 },
    { table: 'people', keys: [{ left: 'id', right: 'age' }] },
  ],
  nearest: [
    { table: 'people', column: 'day', take: ['name'] },
    {
      table: 'people',
      column: 'day',
      other: 'at',
      which: 'next',
      keys: ['city'],
      match: 'tidy',
      limit: 40,
      unit: 'days',
    },
    { table: 'people', column: 'age', other: 'spend', which: 'nearest', limit: 30 },
  ],
  union: [{ table: 'people' }, { table: 'people', extra: 'leave', origin: 'from' }],
};
