import { beforeAll, describe, expect, test } from 'vitest';
import { renameParameter, renameTable } from '../../src/sql/rename';
import { createGrammar } from './duck';
import { rowStatements, statements } from './statements';

let duck: Awaited<ReturnType<typeof createGrammar>>;
beforeAll(async () => {
  duck = await createGrammar();
  duck.run('CREATE TABLE t AS SELECT 1 AS a, 2 AS b, {x: 9} AS s');
  duck.run('CREATE TABLE u AS SELECT * FROM (VALUES (1, 7), (3, 4)) v(a, c)');
  duck.run('CREATE TABLE "my t" AS SELECT 1 AS a');
  duck.run('CREATE TABLE 订单 AS SELECT 1 AS a, 2 AS 金额');
}, 60_000);

/** The rows of a statement in a database where the table has another name. */
const rowsUnder = (from: string, to: string, sql: string) => {
  const quote = (name: string) => `"${name}"`;
  duck.run(`ALTER TABLE ${quote(from)} RENAME TO ${quote(to)}`);
  try {
    return duck.rows(sql);
  } finally {
    duck.run(`ALTER TABLE ${quote(to)} RENAME TO ${quote(from)}`);
  }
};

const renamings = [
  ['t', 'new t'],
  ['u', 'x'],
  ['t', 'v'],
  ['t', 'z'],
  ['my t', 'select'],
  ['订单', '产品'],
] as const;

describe('renamed, a statement gives the same rows:', () => {
  test.each([...statements.map(([sql]) => sql), ...rowStatements])('%s', (sql) => {
    const before = duck.rows(sql);
    const renamed = renamings
      .map(([from, to]) => ({ from, to, text: renameTable(sql, from, to) }))
      .filter(({ text }) => text !== sql);
    const after = renamed.map(({ from, to, text }) => ({ text, rows: rowsUnder(from, to, text) }));
    expect(after).toEqual(renamed.map(({ text }) => ({ text, rows: before })));
  });
});

describe('renamed there and back, a statement is as before:', () => {
  // Here the CTE of the old name makes an alias necessary.
  const same = statements.filter(([sql]) => !sql.includes('from main.t, t'));
  test.each(same.map(([sql]) => [sql]))('%s', (sql) => {
    for (const name of ['t', 'u', 'my t', '订单'])
      expect(renameTable(renameTable(sql, name, 'else_where'), 'else_where', name)).toBe(
        toPlainQuotes(sql, name),
      );
  });

  /** Case and quotes that are not needed do not come back. */
  const toPlainQuotes = (sql: string, name: string) => renameTable(sql, name, name);
});

describe('a table gets another name', () => {
  test.each([
    ['select orders.total, "orders".id from orders', 'select sales.total, sales.id from sales'],
    [
      "select 'orders', a as orders from orders -- orders",
      "select 'orders', a as orders from sales -- orders",
    ],
    ['select o.total from orders o', 'select o.total from sales o'],
    ['from ORDERS select Orders.*', 'from sales select sales.*'],
    ['with orders as (select 1) from orders', 'with orders as (select 1) from orders'],
    ['select main.orders.a from main.orders', 'select main.sales.a from main.sales'],
    ['from information_schema.orders', 'from information_schema.orders'],
    ['select a from orders where', 'select a from sales where'],
    ['select orders. from orders', 'select sales. from sales'],
  ])('%s', (sql, renamed) => {
    expect(renameTable(sql, 'orders', 'sales')).toBe(renamed);
  });

  test('in quotes where the name needs them', () => {
    expect(renameTable('select a.x from a', 'a', 'order')).toBe('select "order".x from "order"');
    expect(renameTable('select a.x from a', 'a', 'q"q')).toBe('select "q""q".x from "q""q"');
    expect(renameTable('select a.x from a', 'a', '2024')).toBe('select "2024".x from "2024"');
    expect(renameTable('select a.x from a', 'a', '汉字')).toBe('select 汉字.x from 汉字');
    expect(renameTable('select a.x from a', 'a', 'MyTable')).toBe('select MyTable.x from MyTable');
  });
});

describe('columns without an alias', () => {
  test('may be called otherwise where nobody reads them', () => {
    expect(renameTable('select sum(t.a) from t', 't', 'v')).toBe('select sum(v.a) from v');
  });

  test('are called as before where somebody does', () => {
    const rename = (sql: string) => renameTable(sql, 't', 'v', { keepColumns: true });
    expect(rename('select sum(t.a) from t')).toBe('select sum(t.a) from v AS t');
    expect(rename('select u.c + T.a from T, u')).toBe('select u.c + T.a from v AS T, u');
    // these names have no table in them
    expect(rename('select t.a, sum(t.b) as b, t.* from t where t.a > 1')).toBe(
      'select v.a, sum(v.b) as b, v.* from v where v.a > 1',
    );
  });

  test('are called as before where the statement reads them itself', () => {
    const sql = 'select "sum(t.a)" + 1 as n from (select sum(t.a) from t)';
    const renamed = renameTable(sql, 't', 'v');
    expect(renamed).toBe('select "sum(t.a)" + 1 as n from (select sum(t.a) from v AS t)');
    expect(rowsUnder('t', 'v', renamed)).toEqual(duck.rows(sql));
  });

  test('have the name in quotes where it needs them', () => {
    expect(renameTable('select "sum(""my t"".a)" from (select sum("my t".a) from "my t")', 'my t', 'v')).toBe(
      'select "sum(""my t"".a)" from (select sum("my t".a) from v AS "my t")',
    );
  });
});

describe('a new name that is taken', () => {
  test('by a CTE is said with its schema', () => {
    expect(renameTable('with v as (from t) select v.a from v, t x', 't', 'v')).toBe(
      'with v as (from main.v) select v.a from v, main.v x',
    );
    expect(renameTable('with v as (select 1 as a) select t.a, v.a from v, t', 't', 'v')).toBe(
      'with v as (select 1 as a) select t.a, v.a from v, main.v AS t',
    );
  });

  test('by an alias leaves the old name as an alias', () => {
    expect(renameTable('select t.a, x.a from t, u x', 't', 'x')).toBe('select t.a, x.a from x AS t, u x');
  });

  test('by an alias further in, too', () => {
    expect(renameTable('select (select t.a from u x) from t', 't', 'x')).toBe(
      'select (select t.a from u x) from x AS t',
    );
  });

  test('by a table further out, too', () => {
    expect(renameTable('select (select u.c + t.a from t) from u x, u', 't', 'u')).toBe(
      'select (select u.c + t.a from u AS t) from u x, u',
    );
  });

  test('leads to the tables behind it, also where a column says so', () => {
    expect(
      renameTable('select centers.x, segments.centers.y from segments.centers', 'Segments', 'my groups'),
    ).toBe('select centers.x, "my groups".centers.y from "my groups".centers');
    expect(renameTable('from centers.segments', 'segments', 'groups')).toBe('from centers.segments');
  });

  test('leaves a schema away where the alias has none', () => {
    expect(renameTable('select main.t.a from t, u x', 't', 'x')).toBe('select t.a from x AS t, u x');
  });
});

describe('a single word that is the name of the table', () => {
  test('keeps its meaning by an alias', () => {
    expect(renameTable('select sum(sales) from sales', 'sales', 'revenue')).toBe(
      'select sum(sales) from revenue AS sales',
    );
  });

  test('needs none where it is known to be a column', () => {
    const columns = ['Sales'];
    expect(renameTable('select sum(sales) from sales', 'sales', 'revenue', { columns })).toBe(
      'select sum(sales) from revenue',
    );
  });

  test('is a column in PIVOT', () => {
    expect(renameTable('pivot t on t using sum(b)', 't', 'n')).toBe('pivot n on t using sum(b)');
  });
});

test('a parameter gets another name', () => {
  expect(renameParameter("select $a, $ab, '$a', $$ $a $$, $A -- $a", 'a', 'b')).toBe(
    "select $b, $ab, '$a', $$ $a $$, $b -- $a",
  );
});
