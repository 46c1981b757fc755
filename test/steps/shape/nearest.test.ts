import { beforeAll, describe, expect, it } from 'vitest';
import { createKitchen } from '../kitchen';

describe('nearest', () => {
  let kitchen: Awaited<ReturnType<typeof createKitchen>>;
  beforeAll(async () => {
    kitchen = await createKitchen();
    kitchen.table(
      'sales(id, item, day)',
      `(1, 'tea', DATE '2024-03-10'), (2, 'tea', DATE '2024-01-01'), (3, NULL, DATE '2024-03-10'), (4, 'jam', NULL), (5, 'TEA ', DATE '2024-02-14'), (6, 'jam', DATE '2024-02-01')`,
    );
    kitchen.table(
      'prices(item, since, price)',
      `('tea', TIMESTAMP '2024-03-01 00:00:00', 3), ('tea', TIMESTAMP '2024-02-01 12:00:00', 1), ('tea', TIMESTAMP '2024-02-01 12:00:00', 2),
       ('jam', TIMESTAMP '2024-02-01 00:00:00', 7), (NULL, TIMESTAMP '2024-03-01 00:00:00', 9), ('tea', NULL, 8)`,
    );
    kitchen.table('marks(place, grade)', `(10, 'low'), (20, 'high')`);
    kitchen.table('points(place)', `(15), (9), (20.4), (16), (NULL), (99)`);
  }, 60_000);

  const run = (settings: object, from = 'sales') => kitchen.run(from, [{ step: 'nearest', ...settings }]);
  const price = async (settings: object) => {
    const { rows } = await run({
      table: 'prices',
      column: 'day',
      other: 'since',
      keys: ['item'],
      take: ['price'],
      ...settings,
    });
    expect(rows.map(([id]) => id)).toEqual([1, 2, 3, 4, 5, 6]);
    return rows.map((row) => row[3]);
  };

  it('takes the last one before, or at the same time; of several there the last row', async () => {
    expect(await price({})).toEqual([3, null, null, null, null, 7]);
    expect(await price({ match: 'tidy' })).toEqual([3, null, null, null, 2, 7]);
  });

  it('takes the first one after, or the nearest', async () => {
    expect(await price({ which: 'next', match: 'tidy' })).toEqual([null, 2, null, null, 3, 7]);
    expect(await price({ which: 'nearest', match: 'tidy' })).toEqual([3, 2, null, null, 2, 7]);
  });

  it('takes nothing from further away than told', async () => {
    expect(await price({ limit: 9, unit: 'days' })).toEqual([3, null, null, null, null, 7]);
    expect(await price({ limit: 8.9, unit: 'days' })).toEqual([null, null, null, null, null, 7]);
    const near = (limit: number) => price({ which: 'nearest', match: 'tidy', limit, unit: 'hours' });
    expect(await near(300)).toEqual([3, null, null, null, 2, 7]);
    expect(await near(299)).toEqual([3, null, null, null, null, 7]);
  });

  it('goes by numbers too, without keys; of two as near it takes the one before', async () => {
    const grades = async (more: object) =>
      (await run({ table: 'marks', column: 'place', take: ['grade'], ...more }, 'points')).rows.map(
        (row) => row[1],
      );
    expect(await grades({ which: 'nearest' })).toEqual(['low', 'low', 'high', 'high', null, 'high']);
    expect(await grades({ which: 'nearest', limit: 1 })).toEqual([null, 'low', 'high', null, null, null]);
    expect(await grades({ which: 'previous' })).toEqual(['low', null, 'high', 'low', null, 'high']);
  });

  it('takes every column but the keys unless told, and gives clashing names a suffix', async () => {
    const { columns } = await run({ table: 'sales', column: 'day', keys: ['item'], suffix: '_before' });
    expect(columns.map(({ name }) => name)).toEqual(['id', 'item', 'day', 'id_before', 'day_before']);
  });

  it('says what cannot be put beside one another', async () => {
    await expect(run({ table: 'marks', column: 'day', other: 'place' })).rejects.toMatchObject({
      code: 'step-family',
    });
    await expect(run({ table: 'marks', column: 'day' })).rejects.toMatchObject({ code: 'step-column' });
  });
});
