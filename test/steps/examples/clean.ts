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
    { columns: ['age', 'spend'], with: 'line' },
    { columns: ['spend'], with: 'line', by: ['ok'], order: [{ column: 'day' }] },
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
  near: [
    { name: 'name', phone: 'phone' },
    { name: 'name', phone: 'phone', address: 'city', then: 'merge', sure: 'loose' },
    { phone: 'phone', then: 'first', key: 'id', apart: [{ one: '1', other: '2' }] },
  ],
  dropMissing: [
    {},
    { columns: ['city', 'phone'], where: 'all' },
    { what: 'columns', share: 99 },
    { what: 'columns', columns: ['tags', 'age'], share: 10 },
  ],
  tidy: [
    { columns: ['city', 'name'] },
    { columns: ['name', 'phone'], case: 'title', width: 'half', accents: true, empty: true },
    { columns: ['name'], lines: false, case: 'sentence', width: 'full' },
    { columns: ['name', 'city'], script: 'traditional' },
    { columns: ['name'], trim: false, inner: false, lines: false, invisible: false, script: 'simplified' },
  ],
  replace: [
    { columns: ['city', 'name'], find: '北', with: "o'\\1" },
    { columns: ['name'], find: "O'B", with: 'x', anyCase: true },
    { columns: ['age'], how: 'whole', find: '34', clear: true },
    { columns: ['phone'], how: 'pattern', find: '[^0-9]', with: '' },
  ],
  map: [
    {
      column: 'city',
      pairs: [
        { from: '上海', to: "Shang'hai" },
        { from: 'beijing', to: '' },
      ],
      loose: true,
    },
    { column: 'age', pairs: [{ from: '34', to: '35' }], others: 'value', other: '0', name: 'older' },
    { column: 'ok', pairs: [{ from: 'yes', to: '是' }], others: 'clear' },
    { column: 'id', by: 'table', table: 'people', key: 'id', into: 'name', others: 'clear', name: 'who' },
  ],
  units: [
    { columns: ['spend', 'age'], factor: 2, offset: -1 },
    {
      columns: ['spend'],
      by: 'unit',
      unit: 'city',
      rates: [{ unit: '上海', factor: 7.1 }],
      others: 'clear',
      name: 'cny',
    },
  ],
  outliers: [
    { columns: ['age', 'spend'] },
    { columns: ['spend'], find: 'z', by: ['city'], do: 'cap' },
    { columns: ['age'], find: 'mad', do: 'clear' },
    { columns: ['age'], find: 'percent', percent: 10, do: 'drop' },
    { columns: ['age', 'spend'], find: 'hand', least: 0, most: 100, do: 'cap' },
  ],
  phone: [
    { columns: ['phone'] },
    { columns: ['phone', 'id'], invalid: 'flag', form: 'e164' },
    { columns: ['phone'], invalid: 'clear', form: 'spaced', home: 'none' },
  ],
  email: [
    { columns: ['name', 'city'], invalid: 'flag' },
    { columns: ['name'], lower: false },
  ],
  postcode: [{ columns: ['id', 'phone'], invalid: 'flag' }],
  idCard: [{ columns: ['phone'], invalid: 'clear', parts: true }, { columns: ['spend'] }],
  bankCard: [{ columns: ['phone', 'age'], form: 'groups', invalid: 'flag' }],
  merge: [
    { column: 'city', groups: [{ to: '北京', from: ['北京', ' 北京市', 'Beijing'] }] },
    { column: 'name', groups: [{ to: '张伟', from: ['张伟'] }] },
  ],
  validate: [
    {
      rules: [
        { rule: 'present', column: 'city' },
        { rule: 'type', column: 'written', type: 'date' },
        { rule: 'range', column: 'age', least: '0', most: '110' },
        { rule: 'pattern', column: 'phone', pattern: '1\\d{10}' },
        { rule: 'one-of', column: 'city', values: ['上海', "o'北京"] },
        { rule: 'unique', column: 'name', with: ['day'] },
        { rule: 'known', column: 'id', table: 'people', key: 'age' },
        { rule: 'formula', formula: '"spend" >= 0', label: 'spend is not negative' },
      ],
    },
    { rules: [{ rule: 'unique', column: 'phone' }], show: 'broken' },
  ],
};
