import { beforeAll, describe, expect, it } from 'vitest';
import { findStep } from '../../../src/steps/catalog';
import { createKitchen } from '../kitchen';

describe('rules of baskets', () => {
  let kitchen: Awaited<ReturnType<typeof createKitchen>>;
  beforeAll(async () => {
    kitchen = await createKitchen();
    // the nine baskets of Han, Kamber and Pei, Data Mining, 3rd ed. 2011, table 6.1
    const nine = ['abe', 'bd', 'bc', 'abd', 'ac', 'bc', 'ac', 'abce', 'abc'];
    const rows = nine.flatMap((items, at) => [...items].map((item) => `(${at}, '${item}')`));
    kitchen.table('t(order_no, item)', [...rows, `(0, 'a')`, `(8, NULL)`].join(', '));
  }, 60_000);

  it('take the place of the rows, the highest lift first, with the sets beside them', async () => {
    const { rows, columns, links } = await kitchen.run('t', [
      { step: 'rules', basket: 'order_no', item: 'item', confidence: 90 },
    ]);
    expect(columns.map(({ name }) => name)).toEqual([
      'if_items',
      'then_items',
      'support',
      'confidence',
      'lift',
      'leverage',
      'conviction',
      'zhang',
      'count',
    ]);
    expect(rows.map((row) => row.slice(0, 2).join(' > '))).toEqual(['e > a', 'e > b', 'd > b']);
    expect(rows[0]!.slice(2)).toEqual([
      expect.closeTo(2 / 9, 14),
      1,
      1.5,
      expect.closeTo(2 / 27, 14),
      null,
      expect.closeTo(3 / 7, 14),
      2,
    ]);
    expect(links[0]!.made!.notes).toEqual([
      { why: 'rules-found', params: { count: 3, baskets: 9, one: 'e', other: 'a', percent: 100, lift: 1.5 } },
      { why: 'rules-redundant', params: { count: 2 } },
      { why: 'items-repeated', params: { count: 1 } },
      { why: 'left-out-missing', params: { count: 1, of: 25 } },
    ]);
    expect(kitchen.rows(`SELECT * FROM ${links[0]!.tables!.itemsets!.table} LIMIT 1`)).toEqual([
      ['b', 1, expect.closeTo(7 / 9, 14), 7],
    ]);
  });

  it('say where there are none, and can be filtered as any table', async () => {
    const none = await kitchen.run('t', [{ step: 'rules', basket: 'order_no', item: 'item', lift: 9 }]);
    expect(none.rows).toEqual([]);
    expect(none.links[0]!.made!.notes![0]).toEqual({
      why: 'rules-none',
      params: { baskets: 9, item: 'b', count: 7 },
    });
    const { rows } = await kitchen.run('t', [
      { step: 'rules', basket: 'order_no', item: 'item', support: 20, confidence: 0, shortest: false },
      { step: 'filter', conditions: [{ column: 'if_items', test: 'is', value: 'a, b' }] },
    ]);
    expect(rows.map(([, then]) => then)).toEqual(['e']);
  });

  it('are suggested for the columns that hold orders and items', () => {
    const columns = [
      { name: 'price', type: 'DOUBLE' },
      { name: 'product', type: 'VARCHAR' },
      { name: 'order_no', type: 'BIGINT' },
    ];
    expect(findStep('rules')!.suggest!({ columns })).toMatchObject({
      layout: 'long',
      basket: 'order_no',
      item: 'product',
    });
  });

  it('are the same from rows of lists, of texts with parts, and of a column for each item', async () => {
    const wanted = { step: 'rules', support: 20, confidence: 0, lift: 0, shortest: false };
    const long = await kitchen.run('t', [
      { step: 'filter', conditions: [{ column: 'item', test: 'present' }] },
      { ...wanted, basket: 'order_no', item: 'item' },
    ]);
    const held = (item: string) =>
      `CASE WHEN '${item}' IN (SELECT unnest(items)) THEN 1 ELSE 0 END AS ${item}`;
    kitchen.create(
      'wide',
      `SELECT *, ${[...'abcde'].map(held).join(', ')}
       FROM (SELECT list(item) FILTER (item IS NOT NULL) AS items, string_agg(item, ' 、 ') AS contents
             FROM t GROUP BY order_no)`,
    );
    for (const layout of [
      { layout: 'list', list: 'items' },
      { layout: 'list', list: 'contents' },
      { layout: 'list', list: 'contents', separator: '、' },
      { layout: 'one-hot', columns: [...'abcde'] },
    ]) {
      const { rows } = await kitchen.run('wide', [{ ...wanted, ...layout }]);
      expect(rows).toHaveLength(long.rows.length);
      expect(rows).toEqual(expect.arrayContaining(long.rows));
    }
  });

  it('count baskets of nothing, and leave out those that are not known', async () => {
    kitchen.table('lists(items)', `('tea, milk'), ('tea;milk'), ('tea'), (''), (NULL), (' , ')`);
    const { rows, links } = await kitchen.run('lists', [
      { step: 'rules', layout: 'list', list: 'items', confidence: 60 },
    ]);
    expect(rows.map((row) => row.slice(0, 4))).toEqual([
      ['tea', 'milk', 0.4, expect.closeTo(2 / 3, 14)],
      ['milk', 'tea', 0.4, 1],
    ]);
    expect(links[0]!.made!.notes!.slice(1)).toEqual([
      { why: 'baskets-empty', params: { count: 2, of: 5 } },
      { why: 'left-out-missing', params: { count: 1, of: 6 } },
    ]);
    kitchen.table('nothing(items)', `(''), (NULL)`);
    const { problem } = await kitchen.compile('nothing', [{ step: 'rules', layout: 'list', list: 'items' }]);
    expect(problem).toMatchObject({ code: 'analysis-misfit', params: { why: 'no-items' } });
  });

  it.each([
    ['list', ['id BIGINT', 'tags VARCHAR[]'], { list: 'tags' }],
    ['list', ['id BIGINT', 'products VARCHAR', 'price DOUBLE'], { list: 'products' }],
    [
      'one-hot',
      ['id BIGINT', 'tea BOOLEAN', 'milk BOOLEAN', 'jam BOOLEAN'],
      { columns: ['tea', 'milk', 'jam'] },
    ],
    [
      'one-hot',
      ['who VARCHAR', ...[...'abcdef'].map((name) => `${name} BIGINT`)],
      { columns: [...'abcdef'] },
    ],
    ['long', ['order_id BIGINT', 'product VARCHAR', 'paid BOOLEAN', 'price DOUBLE'], { item: 'product' }],
  ])('see how a table is laid out: %s %#', (layout, written, more) => {
    const columns = written.map((one) => ({ name: one.split(' ')[0]!, type: one.split(' ')[1]! }));
    expect(findStep('rules')!.suggest!({ columns })).toMatchObject({ layout, ...more });
  });

  it('want two columns', async () => {
    const { problem } = await kitchen.compile('t', [{ step: 'rules', basket: 'item', item: 'item' }]);
    expect(problem).toMatchObject({ code: 'step-misfit', params: { why: 'basket-is-item' } });
    const one = await kitchen.compile('t', [{ step: 'rules', layout: 'one-hot', columns: ['order_no'] }]);
    expect(one.problem).toMatchObject({ code: 'step-misfit', params: { why: 'two-columns' } });
  });
});
