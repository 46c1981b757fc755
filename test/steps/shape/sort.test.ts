import { beforeAll, describe, expect, it } from 'vitest';
import { createKitchen } from '../kitchen';

describe('sort', () => {
  let kitchen: Awaited<ReturnType<typeof createKitchen>>;
  beforeAll(async () => {
    kitchen = await createKitchen();
    kitchen.table(
      't(id, city, age)',
      `(1, 'b', 30), (2, NULL, 40), (3, 'a', NULL), (4, 'b', 50), (5, 'a', 9)`,
    );
    kitchen.create('many', 'SELECT i AS id, i % 3 AS k FROM range(200000) r(i)');
  }, 60_000);

  const ids = async (order: readonly unknown[]) =>
    (await kitchen.run('t', [{ step: 'sort', order }])).rows.map(([id]) => id);

  it('sorts by columns in turn, missing values last unless told', async () => {
    expect(await ids(['city', { column: 'age', direction: 'down' }])).toEqual([5, 3, 4, 1, 2]);
    expect(await ids([{ column: 'age', missing: 'first' }])).toEqual([3, 5, 1, 2, 4]);
    expect(await ids([{ column: 'age', direction: 'down' }])).toEqual([4, 2, 1, 5, 3]);
  });

  it('leaves rows that are alike as they stood to one another', async () => {
    expect(await ids(['city'])).toEqual([3, 5, 1, 4, 2]);
    const { sql } = await kitchen.run('many', [{ step: 'sort', order: ['k'] }]);
    const [[mixed]] = kitchen.rows(`
      SELECT count(*) FROM (SELECT k = lag(k) OVER () AND id < lag(id) OVER () AS is_mixed FROM (${sql}))
      WHERE is_mixed`) as [[number]];
    expect(mixed).toBe(0);
  });

  it('wants a column to sort by', async () => {
    expect((await kitchen.compile('t', [{ step: 'sort' }])).problem).toMatchObject({ code: 'step-required' });
  });
});
