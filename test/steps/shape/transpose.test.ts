import { beforeAll, describe, expect, it } from 'vitest';
import { createKitchen } from '../kitchen';

describe('transpose', () => {
  let kitchen: Awaited<ReturnType<typeof createKitchen>>;
  beforeAll(async () => {
    kitchen = await createKitchen();
    kitchen.table('t(city, jan, feb)', `('a', 1, 2), ('b', 3, NULL), ('a', 5, 6)`);
  }, 60_000);

  const run = async (settings: object, from = 't') => {
    const { columns, rows } = await kitchen.run(from, [{ step: 'transpose', ...settings }]);
    return [columns.map(({ name }) => name), ...rows];
  };

  it('turns rows into columns that are named by a column', async () => {
    expect(await run({ names: 'city', name: 'month' })).toEqual([
      ['month', 'a', 'b', 'a_2'],
      ['jan', 1, 3, 5],
      ['feb', 2, null, 6],
    ]);
  });

  it('numbers them without one, and writes types that disagree as text', async () => {
    expect(await run({})).toEqual([
      ['column', 'row_1', 'row_2', 'row_3'],
      ['city', 'a', 'b', 'a'],
      ['jan', '1', '3', '5'],
      ['feb', '2', null, '6'],
    ]);
  });

  it('gives the columns’ names where there is no row', async () => {
    kitchen.create('none', 'SELECT * FROM t WHERE false');
    expect(await run({}, 'none')).toEqual([['column'], ['city'], ['jan'], ['feb']]);
  });

  it('tells of too many rows', async () => {
    kitchen.create('long', 'SELECT i, i AS j FROM range(501) AS t(i)');
    const problem = async (settings: object) =>
      (await kitchen.compile('long', [{ step: 'transpose', ...settings }])).problem;
    expect(await problem({})).toMatchObject({ params: { why: 'transpose-many' } });
    kitchen.create('long', 'SELECT 1 AS i');
    expect(await problem({ names: 'i' })).toMatchObject({ params: { why: 'transpose-nothing' } });
  });
});
