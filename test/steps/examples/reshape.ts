import type { Examples } from './example';

/** Settings of the steps that make columns of columns, for the table `people`. */
export const examples: Examples = {
  formula: [
    { name: 'twice', formula: '"spend" * 2', after: 'spend' },
    { as: 'replace', column: 'name', formula: `upper("name") || ' – ' -- loud` },
    { name: 'place', formula: 'rank() OVER (PARTITION BY "city" ORDER BY "age")' },
    { name: 'share', formula: '"age" / (SELECT sum("age") FROM this)', after: 'id' },
  ],
  sql: [
    { query: 'SELECT "city", count(*) AS n FROM this GROUP BY ALL ORDER BY n DESC, "city"' },
    { query: 'WITH old AS (SELECT * FROM this WHERE "age" > 30) SELECT * FROM old' },
  ],
  pivot: [
    { by: ['city'], column: 'name', value: 'spend' },
    { by: ['ok', 'city'], column: 'age', function: 'count', total: true, sort: 'frequent' },
    { column: 'day', function: 'mean', value: 'age', missing: 'leave-out', by: ['ok'], sort: 'first' },
  ],
  unpivot: [
    { columns: ['age', 'spend'], names: 'what' },
    { which: 'others', columns: ['id', 'tags', 'info'], missing: 'leave-out' },
  ],
  split: [
    { column: 'phone', by: 'delimiter', delimiter: '-' },
    { column: 'phone', by: 'pattern', pattern: '[- ]', count: 2, keep: false, trim: true },
    { column: 'day', by: 'position', positions: ['4', '7'] },
    { column: 'name', delimiter: "'", into: 'rows' },
  ],
  joinColumns: [
    { columns: ['city', 'name'], name: 'who' },
    { columns: ['spend', 'id', 'day'], delimiter: '', missing: 'missing', keep: false, name: 'day' },
    { columns: ['ok', 'written'], delimiter: "'", missing: 'blank' },
  ],
  extract: [
    { column: 'phone', what: 'phone' },
    { column: 'written', what: 'date', take: 'list' },
    { column: 'name', what: 'pattern', pattern: "(\\w+)['\\s](?P<last>\\w+)" },
    { column: 'city', what: 'chinese', take: 'joined', name: 'han' },
    { column: 'spend', what: 'number' },
  ],
  dateParts: [
    {
      column: 'day',
      parts: [{ part: 'year-month', name: 'month' }, 'weekday-name', 'age-years'],
      language: 'zh',
      date: '2024-06-30',
    },
    { column: 'at', parts: ['start-of-quarter', 'hour', 'age-days'], until: 'column', end: 'day' },
  ],
  bins: [
    { column: 'age', how: 'width', width: 10 },
    { column: 'spend', how: 'quantile', count: 3, as: 'number' },
    { column: 'age', how: 'edges', edges: ['18', '30', '50'], labels: ['青年', '中年'], name: 'band' },
    { column: 'spend', count: 4, name: 'id' },
  ],
  oneHot: [
    { column: 'city' },
    { column: 'age', as: 'flag', missing: 'column', keep: false },
    { column: 'day', missing: 'missing', prefix: 'on ' },
  ],
  fillDates: [
    { column: 'day', every: 'month', by: ['city'] },
    { column: 'at', every: 'year', by: ['ok'], range: 'all', fill: 'previous', mark: 'added', place: 'last' },
    { column: 'day', every: 'week', fill: 'zero' },
  ],
  flatten: [
    { column: 'info', prefix: 'of ' },
    { column: 'tags', into: 'rows' },
    { column: 'tags', keep: true },
    { column: 'tags', into: 'text', delimiter: '; ' },
  ],
  transpose: [{ names: 'name' }, { name: 'what' }],
};
