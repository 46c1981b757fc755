import { beforeAll, describe, expect, it } from 'vitest';
import type { Relation } from '../../../src/steps/model/relations';
import { toChained } from '../../../src/steps/shape/related';
import { createKitchen } from '../kitchen';

const relation: Relation = {
  from: { table: 'orders', column: 'customer' },
  to: { table: 'customers', column: 'id' },
  kind: '1:n',
  by: 'both',
  found: 1,
  used: 1,
  broken: 0,
  brokenValues: 0,
  twice: 0,
};

describe('a column of a table that rows name', () => {
  let kitchen: Awaited<ReturnType<typeof createKitchen>>;
  beforeAll(async () => {
    kitchen = await createKitchen();
    kitchen.create(
      'customers',
      `FROM (VALUES (1, 'Rome', 'a'), (2, 'Oslo', 'b'), (2, 'Paris', 'c')) AS t(id, city, segment)`,
    );
    kitchen.create('orders', `FROM (VALUES (1, 10), (2, 20), (2, 30), (3, 40)) AS t(customer, amount)`);
  }, 60_000);

  it('comes by a join, and the next one with it', () => {
    const first = toChained(relation, 'city', undefined);
    expect(first).toEqual({
      spec: { step: 'join', table: 'customers', keys: [{ left: 'customer', right: 'id' }], take: ['city'] },
      instead: false,
    });
    const second = toChained(relation, 'segment', { ...first.spec, id: 'x' });
    expect(second.instead).toBe(true);
    expect(second.spec.take).toEqual(['city', 'segment']);
    expect(toChained(relation, 'city', second.spec).spec.take).toEqual(['city', 'segment']);
  });

  it('counts no row twice where a key is there twice', async () => {
    const { spec } = toChained({ ...relation, twice: 1 }, 'city', undefined);
    const { rows } = await kitchen.run('orders', [spec]);
    expect(rows).toEqual([
      [1, 10, 'Rome'],
      [2, 20, 'Oslo'],
      [2, 30, 'Oslo'],
      [3, 40, null],
    ]);
  });

  it.each([
    ['of another table', { step: 'join', table: 'others' }],
    ['of other keys', { keys: [{ left: 'amount', right: 'id' }] }],
    ['that keeps matches only', { how: 'inner' }],
    ['that takes all', { take: [] }],
    ['that is off', { off: true }],
    ['that is none', { step: 'sort' }],
  ])('stands beside a step %s', (_, other) => {
    const { spec } = toChained(relation, 'city', undefined);
    expect(toChained(relation, 'segment', { ...spec, ...other }).instead).toBe(false);
  });
});
