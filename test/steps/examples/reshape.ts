import type { Examples } from './example';

/** Settings of the steps that make columns of columns, for the table `people`. */
export const examples: Examples = {
  formula: [
    { name: 'twice', expression: '"spend" * 2', after: 'spend' },
    { as: 'replace', column: 'name', expression: `upper("name") || ' – ' -- loud` },
    { name: 'place', expression: 'rank() OVER (PARTITION BY "city" ORDER BY "age")' },
    { name: 'share', expression: '"age" / (SELECT sum("age") FROM this)', after: 'id' },
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
};
