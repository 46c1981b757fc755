import { beforeAll, describe, expect, it, test } from 'vitest';
import { oneHot } from '../../../src/steps/shape/oneHot';
import { createKitchen } from '../kitchen';

describe('oneHot', () => {
  let kitchen: Awaited<ReturnType<typeof createKitchen>>;
  beforeAll(async () => {
    kitchen = await createKitchen();
    kitchen.table('t(id, kind, n)', `(1, 'b', 1.50), (2, NULL, 2.00), (3, 'a', 1.50)`);
  }, 60_000);

  const run = async (settings: object) => {
    const { columns, rows } = await kitchen.run('t', [{ step: 'oneHot', column: 'kind', ...settings }]);
    return [columns.map(({ name }) => name), ...rows];
  };

  it('makes a column of each value after the column itself', async () => {
    expect(await run({})).toEqual([
      ['id', 'kind', 'kind_a', 'kind_b', 'n'],
      [1, 'b', 0, 1, '1.50'],
      [2, null, 0, 0, '2.00'],
      [3, 'a', 1, 0, '1.50'],
    ]);
  });

  it('gives missing values a column, or leaves them missing, where told', async () => {
    expect(await run({ missing: 'column', keep: false, as: 'flag' })).toEqual([
      ['id', 'kind_a', 'kind_b', 'kind_missing', 'n'],
      [1, false, true, false, '1.50'],
      [2, false, false, true, '2.00'],
      [3, true, false, false, '1.50'],
    ]);
    expect((await run({ missing: 'missing' }))[2]).toEqual([2, null, null, null, '2.00']);
  });

  it('takes numbers as they are written', async () => {
    expect((await run({ column: 'n', prefix: 'n=' }))[0]).toEqual(['id', 'kind', 'n', 'n=1.50', 'n=2.00']);
  });

  it('tells of too many values', async () => {
    kitchen.create('many', 'SELECT i FROM range(501) AS t(i)');
    const { problem } = await kitchen.compile('many', [{ step: 'oneHot', column: 'i' }]);
    expect(problem).toMatchObject({ params: { why: 'labels-many' } });
  });
});

test('a column of codes, each of which would be a column, is not suggested where there is another', () => {
  const text = (name: string) => ({ name, type: 'VARCHAR' });
  expect(oneHot.suggest!({ columns: [text('order_id'), text('channel')] })).toEqual({ column: 'channel' });
  expect(oneHot.suggest!({ columns: [text('order_id')] })).toEqual({ column: 'order_id' });
});
