import { expect, test } from 'vitest';
import { maybeKeptTable, maybePassThrough } from '../../src/sql/passThrough';

test.each([
  ['select * from t', 't', '*'],
  ['SELECT * FROM "my t";', 'my t', '*'],
  ['from t', 't', '*'],
  ['table t', 't', '*'],
  ['from t select *', 't', '*'],
  ['select x.* from t as x -- all', 't', '*'],
  ['select a, "b c" from t', 't', ['a', 'b c']],
  ['select t.a, b from t', 't', ['a', 'b']],
  ['select x.a from t x', 't', ['a']],
  ['from t select 金额', 't', ['金额']],
])('%s gives a table as it is', (sql, table, columns) => {
  expect(maybePassThrough(sql)).toEqual({ table, columns });
});

test.each([
  'select a as b from t',
  'select a b from t',
  'select a, a from t',
  'select a, A from t',
  'select a + 1 from t',
  'select f(a) from t',
  'select *, a from t',
  'select a, * from t',
  'select * exclude a from t',
  'select distinct a from t',
  'select * from t where a',
  'select * from t limit 1',
  'select * from t order by a',
  'select * from t, u',
  'select * from t x(a)',
  'select * from main.t',
  'select s.t.a from t',
  'select u.a from t',
  'select t.a from t x',
  'select t from t',
  "select 'a' from t",
  'select 1 from t',
  'select $a from t',
  'select null from t',
  'select current_date from t',
  'select rowid from t',
  "select * from 'a.csv'",
  'select * from f()',
  'select a, from t',
  'select from t',
  'from t select',
  'from',
  'table t limit 1',
  'select * from t union from t',
  'select * from t; select 1',
  'with t as (select 1) from t',
  'summarize t',
  '',
  'select t. from t',
])('%s does something else', (sql) => {
  expect(maybePassThrough(sql)).toBeUndefined();
});

test.each([
  ['select * from t', 't'],
  ['select a, b from "my t" where a > (select max(x) from s group by y) order by b limit 5;', 'my t'],
  ['from t where a', 't'],
  ['from t limit 3 offset 2', 't'],
  ['select * from t where "group" = 1', 't'],
])('%s leaves out rows of a table', (sql, table) => {
  expect(maybeKeptTable(sql)).toBe(table);
});

test.each([
  'select a as b from t where a',
  'from t where a select upper(b) as b',
  'select a from t where a group by a',
  'select a from t where a union all select b from s',
  'select a from t join s using (a) where a',
  'select * from t, s where a',
  'select distinct a from t where a',
])('%s does something else', (sql) => {
  expect(maybeKeptTable(sql)).toBeUndefined();
});
