import { describe, expect, test } from 'vitest';
import { type Catalog, complete } from '../../src/sql/complete';
import { catalog } from './catalog';
import { statements } from './statements';

/** What is proposed at the bar of a text. */
const propose = (text: string, known: Catalog = catalog) => {
  const offset = text.indexOf('|');
  return complete(text.replace('|', ''), offset, known);
};
const labels = (text: string) => propose(text).items.map(({ label }) => label);
const inserts = (text: string) => propose(text).items.map(({ insert }) => insert);

describe('after FROM', () => {
  test('tables are proposed, in quotes where they need them', () => {
    expect(inserts('select * from |').slice(0, 3)).toEqual(['orders', 'customers', '"订单 2024"']);
    expect(labels('from orders join cu|')[0]).toBe('customers');
    expect(labels('from orders, cu|')[0]).toBe('customers');
    expect(labels('select * from (|')[0]).toBe('orders');
    expect(labels('summarize o|')[0]).toBe('orders');
    expect(inserts('from 订|')).toEqual(['"订单 2024"']);
    expect(labels('from main.|')).toEqual(['orders', 'customers', '订单 2024']);
  });

  test('tables that stand behind a cell are proposed after its name, and their columns are known', () => {
    const inner = { name: 'centers', columns: [{ name: 'cluster', type: 'BIGINT' }] };
    const tables = [
      ...catalog.tables,
      { name: 'segments', kind: 'cell' as const, columns: [], beside: [inner] },
    ];
    const known = { ...catalog, tables };
    expect(propose('from segments.|', known).items.map(({ label }) => label)).toEqual(['centers']);
    expect(propose('select clu| from segments.centers', known).items[0]).toMatchObject({
      label: 'cluster',
      detail: expect.stringContaining('BIGINT') as string,
    });
    expect(propose('select c.| from segments.centers c', known).items[0]!.label).toBe('cluster');
  });

  test('a CTE comes first and hides the table of its name', () => {
    expect(labels('with big as (from orders), orders as (from big) select * from |').slice(0, 4)).toEqual([
      'orders',
      'big',
      'customers',
      '订单 2024',
    ]);
  });

  test('functions that give tables are, others not', () => {
    expect(labels('from |')).toContain('range');
    expect(labels('from |')).not.toContain('sum');
  });

  test('words that go on are proposed after a table', () => {
    expect(labels('from orders w|')[0]).toBe('where');
    expect(labels('from orders left |')).toEqual(['join', 'outer']);
    expect(labels('from orders o join customers c |')).toContain('on');
  });
});

describe('columns', () => {
  test('of the tables in scope come first', () => {
    expect(labels('select | from orders').slice(0, 5)).toEqual([
      'id',
      'customer_id',
      'total',
      'ship to',
      'orders',
    ]);
    expect(labels('select to| from orders')[0]).toBe('total');
    expect(labels('from orders where tot|')).toEqual(['total']);
    expect(inserts('select shi| from orders')).toEqual(['"ship to"']);
    expect(labels('select sum(tot|) from orders')).toEqual(['total']);
    expect(labels('select sum(tot| from orders')).toEqual(['total']);
    expect(labels('select * from orders order by id desc, tot|')).toEqual(['total']);
    expect(labels('(desc o|')[0]).toBe('orders');
  });

  test('after a dot are those of that table or alias', () => {
    expect(labels('select o.| from orders o')).toEqual(['id', 'customer_id', 'total', 'ship to']);
    expect(labels('select c.na| from orders o join customers as c on true')).toEqual(['name']);
    expect(labels('select "订单 2024".| from "订单 2024"')).toEqual(['金额']);
    expect(labels('select customers.|')).toEqual(['customer_id', 'name']);
    expect(labels('select o.\nfrom orders o where o.|')).toEqual(['id', 'customer_id', 'total', 'ship to']);
  });

  test('after the dot of a struct are its fields', () => {
    expect(labels('select "ship to".| from orders')).toEqual(['city', 'zip code', 'amount']);
  });

  test('that two tables have are qualified', () => {
    expect(inserts('select cust| from orders o join customers c using (customer_id)').slice(0, 2)).toEqual([
      'o.customer_id',
      'c.customer_id',
    ]);
  });

  test('of all tables are proposed while there is no FROM', () => {
    expect(propose('select na|').items[0]).toMatchObject({ label: 'name', detail: 'VARCHAR · customers' });
  });

  test('of CTEs and subqueries are derived', () => {
    expect(
      labels(
        'with a as (select id, total * 2 as double_total, customer_id other from orders) select a.| from a',
      ),
    ).toEqual(['id', 'double_total', 'other']);
    expect(labels('with a(x, y) as (from customers) select a.| from a')).toEqual(['x', 'y']);
    expect(
      labels('with a as (select c.*, 1 as one from customers c), b as (from a) select b.| from b'),
    ).toEqual(['customer_id', 'name', 'one']);
    expect(
      labels('select s.| from (select * exclude (total, id) rename (customer_id as cid) from orders) s'),
    ).toEqual(['cid', 'ship to']);
    expect(labels('select s.| from (from orders join customers using (customer_id)) s')).toEqual([
      'id',
      'customer_id',
      'total',
      'ship to',
      'name',
    ]);
    expect(labels('select s.| from (summarize orders) s')).toContain('q25');
    expect(
      labels('with recursive r as (select 1 as n union all select r.n + 1 from r) select r.| from r'),
    ).toEqual(['n']);
    expect(propose('select s.| from (select t.total from orders t) s').items[0]!.detail).toBe(
      'DECIMAL(18,2)',
    );
  });

  test('of the outer query are seen from inside, after its own', () => {
    const found = labels('select * from orders where exists (select | from customers)');
    expect(found.slice(0, 3)).toEqual(['customer_id', 'name', 'id']);
  });

  test('of an alias list have its names', () => {
    expect(labels('select c.| from customers c(a)')).toEqual(['a', 'name']);
  });
});

describe('a join', () => {
  test('by ON is proposed by the columns of one name', () => {
    expect(inserts('from orders o join customers c on |')[0]).toBe('o.customer_id = c.customer_id');
  });

  test('by USING too', () => {
    expect(labels('from orders join customers using (|')).toEqual(['customer_id']);
  });
});

describe('words', () => {
  test('begin a statement', () => {
    expect(labels('|').slice(0, 2)).toEqual(['select', 'from']);
    expect(labels('sel|')).toEqual(['select']);
    expect(labels('with a as (|')[0]).toBe('select');
    expect(labels('with a as (from orders) |')[0]).toBe('select');
  });

  test('follow a value', () => {
    expect(labels('select total |')).toContain('from');
    expect(labels('select total | from orders')).not.toContain('id');
    expect(labels('from orders order |')).toEqual(['by']);
    expect(labels('select cast(total as |')).toContain('varchar');
  });

  test('are in capitals where the statement is', () => {
    expect(labels('SELECT total |')).toContain('FROM');
  });

  test('are left out when the engine has none of them', () => {
    expect(
      propose('from orders |', { ...catalog, keywords: ['WHERE'] }).items.map(({ label }) => label),
    ).not.toContain('having');
  });

  test('are not proposed for a new name', () => {
    expect(labels('select total as |')).toEqual([]);
  });
});

describe('what is typed', () => {
  test('is replaced to its end', () => {
    expect(propose('select tot|xyz from orders')).toMatchObject({ from: 7, to: 13 });
    expect(propose('from "or|ders"')).toMatchObject({ from: 5, to: 13 });
    expect(propose('from "or|\nwhere id = 1')).toMatchObject({ from: 5, to: 8 });
  });

  test('may have letters in between left out', () => {
    expect(labels('select ctid| from orders')).toEqual(['customer_id']);
    expect(labels('select SUBST| from orders')).toEqual(['substring']);
  });

  test('after $ is a parameter', () => {
    expect(labels('select * from orders where id = $|')).toEqual(['$city', '$since']);
    expect(propose('select $ci|')).toMatchObject({
      from: 7,
      items: [{ insert: '$city', detail: 'VARCHAR' }],
    });
  });

  test('in a text, a comment or a number gets no proposal', () => {
    expect(
      ["select 'a|b'", 'select 1 -- o|', 'select /* o| */ 1', 'select 12|', "select 'a|"].flatMap(labels),
    ).toEqual([]);
  });
});

test('the best of many functions are proposed, not the first', () => {
  const functions = Array.from({ length: 400 }, (_, index) => ({
    ...catalog.functions[0]!,
    name: `as_${index}`,
  }));
  const { items } = propose('select s| from orders', {
    ...catalog,
    functions: [...functions, ...catalog.functions],
  });
  expect(items.map(({ label }) => label)).toContain('sum');
});

test('functions come with their help', () => {
  expect(propose('select su| from orders').items[0]).toEqual({
    label: 'sum',
    insert: 'sum',
    kind: 'function',
    detail: '(arg) → HUGEINT',
    help: 'Adds up.',
  });
});

test('every place of a statement has an answer', () => {
  const odd = statements.flatMap(([sql], index) => {
    const places = Array.from({ length: sql.length + 1 }, (_, offset) => offset).filter(
      (offset) => (offset + index) % 9 === 0,
    );
    return places.filter((offset) => {
      const [whole, cut] = [complete(sql, offset, catalog), complete(sql.slice(0, offset), offset, catalog)];
      return whole.from > offset || whole.to < offset || cut.to !== offset;
    });
  });
  expect(odd).toEqual([]);
});

test('300 lines with 300 tables are completed too', () => {
  const columns = Array.from({ length: 50 }, (_, index) => ({ name: `column_${index}`, type: 'DOUBLE' }));
  const tables = Array.from({ length: 300 }, (_, index) => ({
    name: `table_${index}`,
    kind: 'source' as const,
    columns,
  }));
  const functions = Array.from({ length: 2400 }, (_, index) => ({
    ...catalog.functions[0]!,
    name: `function_${index}`,
  }));
  const parts = Array.from(
    { length: 100 },
    (_, index) =>
      `c${index} as (\n  select a.column_1, b.column_2, sum(a.column_3) as s from table_${index} a\n  join table_${index + 1} b on a.column_1 = b.column_1 group by all)`,
  );
  const sql = `with ${parts.join(',\n')}\nselect co from c99, table_3`;
  const large = { ...catalog, tables, functions };
  const { items } = complete(sql, sql.indexOf('co from'), large);
  expect(items.length).toBeGreaterThan(50);
});
