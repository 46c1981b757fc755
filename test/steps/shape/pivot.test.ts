import { beforeAll, describe, expect, it, test } from 'vitest';
import { pivot } from '../../../src/steps/shape/pivot';
import { createKitchen } from '../kitchen';

describe('pivot', () => {
  let kitchen: Awaited<ReturnType<typeof createKitchen>>;
  beforeAll(async () => {
    kitchen = await createKitchen();
    kitchen.table(
      't(city, year, kind, n)',
      `('b', 2024, 'x', 3), ('a', 2023, 'y', 1), ('b', 2024, 'y', 4), ('a', 2024, NULL, 5), (NULL, 2024, 'x', NULL),
       ('a', 2023, 'y', 2), ('b', 2023, 'A', 7), ('b', 2023, 'a', 8), ('b', 2023, '', 9)`,
    );
  }, 60_000);

  const run = async (settings: object, from = 't') => {
    const { columns, rows } = await kitchen.run(from, [{ step: 'pivot', ...settings }]);
    return [columns.map(({ name }) => name), ...rows];
  };

  it('puts the sums of groups under the values of a column', async () => {
    expect(await run({ by: ['city'], column: 'year', value: 'n' })).toEqual([
      ['city', '2023', '2024'],
      ['a', 3, 5],
      ['b', 24, 7],
      [null, null, null],
    ]);
  });

  it('counts nothing as 0, and shows the missing value and its like as columns of their own', async () => {
    expect(await run({ by: ['city'], column: 'kind', function: 'count' })).toEqual([
      ['city', 'blank', 'A', 'a_2', 'x', 'y', 'missing'],
      ['a', 0, 0, 0, 0, 2, 1],
      ['b', 1, 1, 1, 1, 1, 0],
      [null, 0, 0, 0, 1, 0, 0],
    ]);
  });

  it('makes the total of the rows, not of the figures, and leaves rows out where told', async () => {
    const settings = { by: ['city'], column: 'kind', function: 'mean', value: 'n', total: true };
    const [head, a] = await run({ ...settings, missing: 'leave-out' });
    expect(head).toEqual(['city', 'blank', 'A', 'a_2', 'x', 'y', 'total']);
    expect(a).toEqual(['a', null, null, null, null, 1.5, 1.5]);
    const [, withMissing] = await run(settings);
    expect(withMissing).toEqual(['a', null, null, null, null, 1.5, 5, 8 / 3]);
  });

  it('orders new columns by value, by place or by how many rows they have', async () => {
    const heads = async (sort: string) =>
      (await run({ column: 'kind', function: 'count', missing: 'leave-out', sort }))[0];
    expect(await heads('value')).toEqual(['blank', 'A', 'a_2', 'x', 'y']);
    expect(await heads('first')).toEqual(['x', 'y', 'A', 'a_2', 'blank']);
    expect(await heads('frequent')).toEqual(['y', 'x', 'blank', 'A', 'a_2']);
  });

  it('keeps every group, also without a value under any column', async () => {
    expect(
      await run({ by: ['city', 'year'], column: 'kind', function: 'greatest', value: 'n' }),
    ).toHaveLength(6);
  });

  it('has one row for the whole table where no groups are told, and none for a group that is not there', async () => {
    expect(await run({ column: 'year', function: 'distinct', value: 'city' })).toEqual([
      ['2023', '2024'],
      [2, 2],
    ]);
    kitchen.create('none', 'SELECT * FROM t WHERE false');
    expect(await run({ by: ['city'], column: 'year', value: 'n' }, 'none')).toEqual([['city']]);
  });

  it('tells of too many values, of text to be summed, and of a column on both sides', async () => {
    kitchen.create('many', 'SELECT i, i % 2 AS half FROM range(501) AS t(i)');
    const problem = async (settings: object, from = 'many') =>
      (await kitchen.compile(from, [{ step: 'pivot', ...settings }])).problem;
    expect(await problem({ by: ['half'], column: 'i', function: 'count' })).toMatchObject({
      params: { why: 'labels-many', most: 500 },
    });
    expect(await problem({ by: ['city'], column: 'year', value: 'kind' }, 't')).toMatchObject({
      code: 'step-family',
    });
    expect(await problem({ by: ['i'], column: 'i', function: 'count' })).toMatchObject({
      params: { why: 'pivot-both' },
    });
  });
});

test('rows of words are suggested, not of codes, each of which would be a row', () => {
  const text = (name: string) => ({ name, type: 'VARCHAR' });
  const columns = [text('order_id'), text('channel'), { name: 'amount', type: 'DOUBLE' }, text('city')];
  expect(pivot.suggest!({ columns })).toEqual({ by: ['city'], column: 'channel', value: 'amount' });
  expect(pivot.suggest!({ columns: columns.slice(0, 3) })).toEqual({
    by: ['order_id'],
    column: 'channel',
    value: 'amount',
  });
});
