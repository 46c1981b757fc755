import { beforeAll, describe, expect, it } from 'vitest';
import { findStep } from '../../../src/steps/catalog';
import { createKitchen } from '../kitchen';

describe('recommendations', () => {
  let kitchen: Awaited<ReturnType<typeof createKitchen>>;
  beforeAll(async () => {
    kitchen = await createKitchen();
    // who has tea comes to milk, who has ink comes to paper; pens are what most have
    const rows = Array.from({ length: 12 }, (_, at) => {
      const [first, second] = at % 2 === 0 ? ['tea', 'milk'] : ['ink', 'paper'];
      return [`(${at}, '${first}', DATE '2024-01-05')`, `(${at}, '${second}', DATE '2024-01-09')`];
    }).flat();
    const more = [`(0, 'pen', DATE '2024-01-01')`, `(1, 'pen', DATE '2024-01-01')`];
    const fresh = [`(90, 'tea', DATE '2024-02-01')`, `(91, 'yak', DATE '2024-02-01')`, `(NULL, 'tea', NULL)`];
    kitchen.table('t(customer, item, day)', [...rows, ...more, ...fresh].join(', '));
  }, 60_000);

  it('are items like those that a customer has, with the reason, and never one that it has', async () => {
    const { rows, columns } = await kitchen.run('t', [
      { step: 'recommend', customer: 'customer', item: 'item', date: 'day', top: 2 },
    ]);
    expect(columns).toEqual([
      { name: 'customer', type: 'INTEGER' },
      { name: 'rank', type: 'BIGINT' },
      { name: 'item', type: 'VARCHAR' },
      { name: 'score', type: 'DOUBLE' },
      { name: 'because', type: 'VARCHAR' },
      { name: 'both', type: 'BIGINT' },
    ]);
    const ofTea = rows.filter(([customer]) => customer === 90);
    // 6 have both tea and milk, 7 tea; 1 both tea and a pen, which 2 have
    expect(ofTea).toEqual([
      [90, 1, 'milk', expect.closeTo(6 / Math.sqrt(42), 14), 'tea', 6],
      [90, 2, 'pen', expect.closeTo(1 / Math.sqrt(14), 14), 'tea', 1],
    ]);
    expect(rows.filter(([customer]) => customer === 91)).toEqual([
      [91, 1, 'tea', null, null, null],
      [91, 2, 'ink', null, null, null],
    ]);
    const pairs = new Set(kitchen.rows('SELECT customer, item FROM t').map(String));
    expect(rows.filter(([customer, , item]) => pairs.has(`${String(customer)},${String(item)}`))).toEqual([]);
  });

  it('are tried on the last item of each, beside what most have', async () => {
    const { links } = await kitchen.run('t', [
      { step: 'recommend', customer: 'customer', item: 'item', date: 'day', top: 1 },
    ]);
    const { made, tables } = links[0]!;
    // without the last items nobody is known to have come to milk or paper
    expect(made!.notes!.map(({ why }) => why)).toEqual([
      'offers-no-better',
      'offers-popular',
      'left-out-missing',
    ]);
    expect(kitchen.rows(`SELECT method, customers FROM ${tables!.check!.table}`)).toEqual([
      ['similar items', 12],
      ['most popular', 12],
    ]);
    expect(kitchen.rows(`SELECT * FROM ${tables!.similar!.table} WHERE item = 'ink' LIMIT 1`)).toEqual([
      ['ink', 'paper', 1, 6],
    ]);
  });

  it('say that rows are taken in their order where nothing says when, and cannot be tried on single items', async () => {
    const ordered = await kitchen.run('t', [{ step: 'recommend', customer: 'customer', item: 'item' }]);
    expect(ordered.links[0]!.made!.notes!.map(({ why }) => why)).toContain('offers-no-time');
    kitchen.table('single(customer, item)', `(1, 'tea'), (2, 'milk'), (2, 'milk')`);
    const { rows, links } = await kitchen.run('single', [
      { step: 'recommend', customer: 'customer', item: 'item' },
    ]);
    expect(rows).toEqual([
      [1, 1, 'milk', null, null, null],
      [2, 1, 'tea', null, null, null],
    ]);
    expect(links[0]!.made!.notes!.map(({ why }) => why)).toEqual(['offers-untried', 'offers-popular']);
  });

  it('are none where everybody has everything', async () => {
    kitchen.table('filled(customer, item)', `(1, 'tea'), (1, 'milk'), (2, 'milk'), (2, 'tea')`);
    const { rows, links } = await kitchen.run('filled', [
      { step: 'recommend', customer: 'customer', item: 'item' },
    ]);
    expect(rows).toEqual([]);
    expect(links[0]!.made!.notes![0]).toEqual({ why: 'offers-none', params: { customers: 2 } });
  });

  it('want two columns and two items, and are suggested for the columns that hold them', async () => {
    const same = await kitchen.compile('t', [{ step: 'recommend', customer: 'item', item: 'item' }]);
    expect(same.problem).toMatchObject({ code: 'step-misfit', params: { why: 'customer-is-item' } });
    const one = await kitchen.compile('t', [
      { step: 'filter', conditions: [{ column: 'item', test: 'is', value: 'tea' }] },
      { step: 'recommend', customer: 'customer', item: 'item' },
    ]);
    expect(one.problem).toMatchObject({ code: 'analysis-misfit', params: { why: 'one-item' } });
    const columns = [
      { name: 'sold_on', type: 'DATE' },
      { name: 'buyer', type: 'BIGINT' },
      { name: 'product', type: 'VARCHAR' },
    ];
    expect(findStep('recommend')!.suggest!({ columns })).toEqual({
      customer: 'buyer',
      item: 'product',
      date: 'sold_on',
    });
  });
});
