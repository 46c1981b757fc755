import { beforeAll, describe, expect, it } from 'vitest';
import { createKitchen } from '../kitchen';

describe('values of the group on every row', () => {
  let kitchen: Awaited<ReturnType<typeof createKitchen>>;
  beforeAll(async () => {
    kitchen = await createKitchen();
    kitchen.table(
      't(id, city, x, ok, d)',
      `(1, 'b', 10, true, 1.10), (2, NULL, 5, NULL, 3.00), (3, 'a', NULL, false, 1.00), (4, 'b', 30, false, 1.20), (5, 'b', NULL, true, 9.00), (6, 'a', 7, NULL, NULL), (7, NULL, 5, true, 1.00)`,
    );
  }, 60_000);

  /** The columns that come to be, one array each. */
  const added = async (settings: object) => {
    const { rows, columns } = await kitchen.run('t', [{ step: 'each', ...settings }]);
    expect(rows.map(([id]) => id)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    return Object.fromEntries(columns.slice(5).map(({ name }, at) => [name, rows.map((row) => row[5 + at])]));
  };
  const one = async (value: object, more: object = { by: ['city'] }) =>
    Object.values(await added({ values: [value], ...more }))[0];
  const problem = async (settings: object) =>
    (await kitchen.compile('t', [{ step: 'each', ...settings }])).problem;

  it('counts and sums up, with missing values as a group', async () => {
    expect(await one({ function: 'count' })).toEqual([3, 2, 2, 3, 3, 2, 2]);
    expect(await one({ function: 'present', column: 'x' })).toEqual([2, 2, 1, 2, 2, 1, 2]);
    expect(await one({ function: 'sum', column: 'x' })).toEqual(
      [40, 10, 7, 40, 40, 7, 10].map(String).map(Number),
    );
    expect(await one({ function: 'mean', column: 'x' })).toEqual([20, 5, 7, 20, 20, 7, 5]);
    expect(await one({ function: 'sum', column: 'ok' })).toEqual([2, 1, 0, 2, 2, 0, 1]);
    expect(await one({ function: 'count' }, {})).toEqual([7, 7, 7, 7, 7, 7, 7]);
  });

  it('says what a row is beside its group', async () => {
    expect(await one({ function: 'share', column: 'x' })).toEqual([0.25, 0.5, null, 0.75, null, 1, 0.5]);
    expect(await one({ function: 'difference', column: 'x' })).toEqual([-10, 0, null, 10, null, 0, 0]);
    expect((await one({ function: 'median', column: 'd' }))![1]).toBe(2);
    expect((await one({ function: 'median', column: 'd' }, { by: ['city'] }))![0]).toBe(1.2);
  });

  it('gives the same of a group beside what needs an order', async () => {
    const values = ['count', 'sum', 'mean', 'median', 'least', 'greatest', 'share', 'difference'].map(
      (name) => ({
        function: name,
        column: 'd',
      }),
    );
    const alone = await added({ values, by: ['city'] });
    const { row, ...beside } = await added({ values: [...values, { function: 'row' }], by: ['city'] });
    expect(beside).toEqual(alone);
    expect(row).toEqual([1, 1, 1, 2, 3, 2, 2]);
  });

  it('ranks, with the same rank for rows that are alike', async () => {
    const order = [{ column: 'x', direction: 'down' }];
    expect(await one({ function: 'rank' }, { order })).toEqual([2, 4, 6, 1, 6, 3, 4]);
    expect(await one({ function: 'dense' }, { order })).toEqual([2, 4, 5, 1, 5, 3, 4]);
    expect(await one({ function: 'row' }, { order })).toEqual([2, 4, 6, 1, 7, 3, 5]);
    expect(await one({ function: 'rank' }, { order, by: ['city'] })).toEqual([2, 1, 2, 1, 3, 1, 1]);
    expect(await problem({ values: [{ function: 'rank' }] })).toMatchObject({
      params: { why: 'rank-order' },
    });
  });

  it('runs on over the rows of a group, in an order or in theirs', async () => {
    expect(await one({ function: 'running-total', column: 'x' })).toEqual([10, 5, null, 40, 40, 7, 10]);
    const order = [{ column: 'id', direction: 'down' }];
    expect(await one({ function: 'running-total', column: 'x' }, { by: ['city'], order })).toEqual([
      40,
      10,
      7,
      30,
      null,
      7,
      5,
    ]);
    expect(await one({ function: 'running-mean', column: 'x' }, {})).toEqual([
      10, 7.5, 7.5, 15, 15, 13, 11.4,
    ]);
    expect(await one({ function: 'moving-mean', column: 'x', rows: 2 }, {})).toEqual([
      10, 7.5, 5, 30, 30, 7, 6,
    ]);
    expect(await one({ function: 'cumulative-share', column: 'x' })).toEqual([0.25, 0.5, null, 1, 1, 1, 1]);
  });

  it('looks at other rows', async () => {
    expect(await one({ function: 'previous', column: 'x' })).toEqual([null, null, null, 10, 30, null, 5]);
    expect(await one({ function: 'next', column: 'id', away: 2 }, {})).toEqual([3, 4, 5, 6, 7, null, null]);
    expect(await one({ function: 'first', column: 'x' })).toEqual([10, 5, null, 10, 10, null, 5]);
    expect(await one({ function: 'last', column: 'x' })).toEqual([null, 5, 7, null, null, 7, 5]);
  });

  it('names columns apart from those that are there', async () => {
    const names = Object.keys(
      await added({
        values: [
          { function: 'count' },
          { function: 'count' },
          { function: 'running-mean', column: 'x' },
          { function: 'sum', column: 'x', name: '合计' },
        ],
      }),
    );
    expect(names).toEqual(['count', 'count_2', 'running_mean_x', '合计']);
    expect(await problem({ values: [{ function: 'count', name: 'City' }] })).toMatchObject({
      code: 'step-name',
    });
  });

  it('says which column it cannot use', async () => {
    expect(await problem({ values: [{ function: 'sum', column: 'city' }] })).toMatchObject({
      code: 'step-family',
    });
    expect(await problem({ values: [{ function: 'sum' }] })).toMatchObject({ code: 'step-required' });
  });
});
