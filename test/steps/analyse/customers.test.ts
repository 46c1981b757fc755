import { beforeAll, describe, expect, it } from 'vitest';
import { createKitchen } from '../kitchen';

describe('steps on customers and items', () => {
  let kitchen: Awaited<ReturnType<typeof createKitchen>>;
  beforeAll(async () => {
    kitchen = await createKitchen();
    kitchen.table(
      'sales(item, value)',
      "('a', 50), ('b', 15), ('b', 15), ('c', 12), ('d', 5), ('e', 3), ('f', -1), (NULL, 9), ('c', NULL)",
    );
    kitchen.table(
      'Visits(customer, day, amount)',
      `('ann', DATE '2024-01-05', 10), ('ann', DATE '2024-02-20', 20), ('ann', DATE '2024-03-31', 70),
       ('bob', DATE '2024-01-31', 15), ('bob', DATE '2024-03-01', 15), ('cat', DATE '2024-02-10', 5),
       ('dan', DATE '2024-01-02', 1), ('eve', DATE '2024-03-30', 500), (NULL, DATE '2024-03-30', 9), ('bob', NULL, 1)`,
    );
    kitchen.table(
      'events(who, stage, nth)',
      `(1, 'see', 1), (1, 'cart', 2), (1, 'pay', 3), (2, 'see', 1), (2, 'pay', 2), (3, 'cart', 1), (3, 'see', 2), (4, 'see', 1), (4, 'see', 5), (4, 'cart', 3)`,
    );
    kitchen.create(
      'moves',
      `SELECT who, stage, TIMESTAMP '2024-01-01' + nth * INTERVAL 1 DAY AS moved FROM events`,
    );
  }, 60_000);

  it('pareto: classes items by the share that all larger ones have', async () => {
    const { rows, links } = await kitchen.run('sales', [{ step: 'pareto', item: 'item', value: 'value' }]);
    expect(rows.map(([item, , , , grade]) => [item, grade])).toEqual([
      ['a', 'A'],
      ['b', 'A'],
      ['c', 'B'],
      ['d', 'B'],
      ['e', 'C'],
      ['f', 'C'],
    ]);
    expect(rows[1]!.slice(1, 4)).toEqual([30, expect.closeTo(0.3, 14), expect.closeTo(0.8, 14)]);
    expect(links[0]!.made!.notes).toEqual([
      { why: 'pareto-found', params: { few: 2, items: 6, share: expect.closeTo(80, 12), value: 'value' } },
      { why: 'pareto-negative', params: { count: 1 } },
      { why: 'left-out-missing', params: { count: 2, of: 9 } },
    ]);
  });

  it('pareto: wants the second share above the first', async () => {
    const { problem } = await kitchen.compile('sales', [
      { step: 'pareto', item: 'item', value: 'value', first: 90, second: 90 },
    ]);
    expect(problem!.params).toMatchObject({ why: 'pareto-shares' });
  });

  it('rfm: an amount that is no finite number does not spoil the money of its customer', async () => {
    kitchen.create(
      'odd',
      `SELECT * REPLACE (CAST(amount AS DOUBLE) AS amount) FROM Visits
      UNION ALL VALUES ('ann', DATE '2024-03-31', 'nan'::DOUBLE), ('bob', DATE '2024-03-01', 'inf'::DOUBLE)`,
    );
    const { rows } = await kitchen.run('odd', [
      { step: 'rfm', customer: 'customer', date: 'day', amount: 'amount' },
    ]);
    const money = rows.map(([customer, , , , monetary]) => [customer, monetary]);
    expect(money.slice(0, 3)).toEqual([
      ['eve', 500],
      ['ann', 100],
      ['bob', 30],
    ]);
  });

  it('rfm: scores customers by fifths, equal ones alike, and names them', async () => {
    const settings = { customer: 'customer', date: 'day', amount: 'amount' };
    const { rows, links } = await kitchen.run('Visits', [{ step: 'rfm', ...settings }]);
    expect(rows).toEqual([
      ['eve', '2024-03-30', 1, 1, 500, 4, 1, 5, 'New'],
      ['ann', '2024-03-31', 0, 3, 100, 5, 5, 4, 'Champions'],
      ['bob', '2024-03-01', 30, 2, 30, 3, 4, 3, 'Loyal'],
      ['cat', '2024-02-10', 50, 1, 5, 2, 1, 2, 'Lost'],
      ['dan', '2024-01-02', 89, 1, 1, 1, 1, 1, 'Lost'],
    ]);
    expect(links[0]!.made!.notes).toEqual([
      { why: 'rfm-found', params: { customers: 5, segment: 'Lost', size: 2 } },
      { why: 'rfm-ties', params: { scores: 3 } },
      { why: 'left-out-missing', params: { count: 2, of: 10 } },
    ]);
    const zh = await kitchen.run('Visits', [{ step: 'rfm', ...settings, names: 'zh' }]);
    expect(zh.rows.map((row) => row.at(-1))).toEqual(['新客户', '核心客户', '忠诚客户', '已流失', '已流失']);
  });

  it('cohort: counts who comes again in each month, also in those in which nobody does', async () => {
    const { rows, links } = await kitchen.run('Visits', [
      { step: 'cohort', customer: 'customer', date: 'day' },
    ]);
    expect(rows).toEqual([
      ['2024-01-01', 0, 3, 3, 1],
      ['2024-01-01', 1, 3, 1, expect.closeTo(1 / 3, 14)],
      ['2024-01-01', 2, 3, 2, expect.closeTo(2 / 3, 14)],
      ['2024-02-01', 0, 1, 1, 1],
      ['2024-02-01', 1, 1, 0, 0],
      ['2024-03-01', 0, 1, 1, 1],
    ]);
    expect(links[0]!.made!.notes).toEqual([
      { why: 'cohort-found', params: { cohorts: 3, customers: 5, share: 25 } },
      { why: 'left-out-missing', params: { count: 2, of: 10 } },
    ]);
  });

  it('funnel: counts who has been through all stages before, in the order of time where there is one', async () => {
    const stages = ['see', 'cart', 'pay'];
    const plain = await kitchen.run('events', [{ step: 'funnel', customer: 'who', event: 'stage', stages }]);
    expect(plain.rows).toEqual([
      [1, 'see', 4, 1, null],
      [2, 'cart', 3, 0.75, 0.75],
      [3, 'pay', 1, 0.25, expect.closeTo(1 / 3, 14)],
    ]);
    const timed = await kitchen.run('moves', [
      { step: 'funnel', customer: 'who', event: 'stage', stages, date: 'moved' },
    ]);
    expect(timed.rows.map((row) => row[2])).toEqual([4, 2, 1]);
    const untold = await kitchen.run('Visits', [
      { step: 'funnel', customer: 'customer', event: 'amount', stages: ['9', '1'] },
    ]);
    expect(untold.links[0]!.made!.notes).toEqual([{ why: 'left-out-missing', params: { count: 1, of: 10 } }]);
    const byItself = await kitchen.run('events', [{ step: 'funnel', customer: 'who', event: 'stage' }]);
    expect(byItself.rows.map((row) => row[1])).toEqual(['see', 'cart', 'pay']);
  });
});
