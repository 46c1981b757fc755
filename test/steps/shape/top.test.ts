import { beforeAll, describe, expect, it } from 'vitest';
import { createKitchen } from '../kitchen';

describe('top', () => {
  let kitchen: Awaited<ReturnType<typeof createKitchen>>;
  beforeAll(async () => {
    kitchen = await createKitchen();
    kitchen.table(
      't(id, city, age)',
      `(1, 'b', 30.0::DOUBLE), (2, NULL, 50), (3, 'a', NULL), (4, 'b', 50), (5, 'a', 'nan'), (6, NULL, 10), (7, 'b', 50)`,
    );
    kitchen.create('many', 'SELECT i AS id, i % 7 AS k, -i AS v FROM range(100000) r(i)');
  }, 60_000);

  const ids = async (settings: object, from = 't') =>
    (await kitchen.run(from, [{ step: 'top', ...settings }])).rows.map(([id]) => id);

  it('keeps the first or the last rows', async () => {
    expect(await ids({ rows: 2 })).toEqual([1, 2]);
    expect(await ids({ rows: 2, of: 'last' })).toEqual([6, 7]);
    expect(await ids({ rows: 99, of: 'last' })).toHaveLength(7);
  });

  it('keeps the rows with the greatest values in their order, and what ties with the last of them', async () => {
    expect(await ids({ rows: 1, of: 'greatest', column: 'age' })).toEqual([2, 4, 7]);
    expect(await ids({ rows: 2, of: 'greatest', column: 'age', ties: 'cut' })).toEqual([2, 4]);
    expect(await ids({ rows: 2, of: 'least', column: 'age' })).toEqual([1, 6]);
  });

  it('counts neither missing values nor what is not a number', async () => {
    expect(await ids({ rows: 9, of: 'greatest', column: 'age' })).toEqual([1, 2, 4, 6, 7]);
    expect(await ids({ rows: 9, of: 'least', column: 'age', ties: 'cut' })).toEqual([1, 2, 4, 6, 7]);
    expect(await ids({ rows: 2, of: 'greatest', column: 'city' })).toEqual([1, 4, 7]);
  });

  it('keeps as many of each group, of which missing values are one', async () => {
    expect(await ids({ rows: 1, by: ['city'] })).toEqual([1, 2, 3]);
    expect(await ids({ rows: 1, of: 'last', by: ['city'] })).toEqual([5, 6, 7]);
    expect(await ids({ rows: 1, of: 'greatest', column: 'age', by: ['city'] })).toEqual([2, 4, 7]);
    expect(await ids({ rows: 1, of: 'greatest', column: 'age', by: ['city'], ties: 'cut' })).toEqual([2, 4]);
  });

  it('keeps the order of many rows', async () => {
    expect(await ids({ rows: 3, of: 'least', column: 'v', ties: 'cut' }, 'many')).toEqual([
      99997, 99998, 99999,
    ]);
    const kept = await ids({ rows: 500, of: 'least', column: 'v', by: ['k'] }, 'many');
    expect(kept).toHaveLength(3500);
    expect(kept).toEqual([...kept].sort((one, other) => Number(one) - Number(other)));
  });

  it('refuses less than one row', async () => {
    const { problem } = await kitchen.compile('t', [{ step: 'top', rows: 0 }]);
    expect(problem).toMatchObject({ code: 'step-number' });
  });
});
