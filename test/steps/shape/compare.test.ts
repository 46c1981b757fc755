import { beforeAll, describe, expect, it } from 'vitest';
import { createKitchen } from '../kitchen';

describe('compare', () => {
  let kitchen: Awaited<ReturnType<typeof createKitchen>>;
  beforeAll(async () => {
    kitchen = await createKitchen();
    kitchen.table(
      'june(id, city, x, row_no)',
      `(3, 'c', 30.0::DOUBLE, 1), (1, 'a', 10, 1), (5, NULL, 50, 1), (6, 'f', 60, 1), (6, 'g', 61, 1), (NULL, 'n', 0, 1)`,
    );
    kitchen.table(
      'may(id, city, x, gone)',
      `(1, 'a', 10.0::DOUBLE, 2), (2, 'b', 20, 2), (3, 'C', 30.001, 2), (5, 'e', NULL, 2), (6, 'f', 60, 2), (NULL, 'n', 0, 2)`,
    );
    kitchen.table('coded(id, status, changes)', `('1', 'open', 'a'), ('9', 'shut', 'b')`);
    kitchen.table('recoded(id, status, changes)', `(1, 'shut', 'a'), (9, 'shut', 'b')`);
  }, 60_000);

  const run = (settings: object, from = 'june') => kitchen.run(from, [{ step: 'compare', ...settings }]);

  it('gives a row for each key, with what changed and what stood there before', async () => {
    const { columns, rows, links } = await run({ table: 'may', keys: ['id'], show: 'all' });
    expect(columns.map(({ name }) => name)).toEqual([
      'status',
      'changes',
      'id',
      'city',
      'city_before',
      'x',
      'x_before',
    ]);
    expect(rows).toEqual([
      ['changed', 'city, x', 3, 'c', 'C', 30, 30.001],
      ['same', '', 1, 'a', 'a', 10, 10],
      ['changed', 'city, x', 5, null, 'e', 50, null],
      ['repeated', '×1 → ×2', 6, 'f', 'f', 60, 60],
      ['same', '', null, 'n', 'n', 0, 0],
      ['removed', '', 2, null, 'b', null, 20],
    ]);
    expect(links[0]!.made!.notes).toEqual([{ why: 'compare-alone', params: { columns: 'row_no, gone' } }]);
  });

  it('shows the differences only, and turns around where this table is the older', async () => {
    const rows = (await run({ table: 'may', keys: ['id'], older: 'here', columns: ['city'] })).rows;
    expect(rows).toEqual([
      ['changed', 'city', 3, 'C', 'c'],
      ['changed', 'city', 5, 'e', null],
      ['repeated', '×2 → ×1', 6, 'f', 'f'],
      ['added', '', 2, 'b', null],
    ]);
  });

  it('lets numbers differ a little, but not from what is missing', async () => {
    const { rows } = await run({ table: 'may', keys: ['id'], columns: ['x'], tolerance: 0.01 });
    expect(rows.map(([status, , id]) => [status, id])).toEqual([
      ['changed', 5],
      ['repeated', 6],
      ['removed', 2],
    ]);
  });

  it('compares keys of other types as text, and says so; its own columns make way', async () => {
    const { columns, rows, links } = await run({ table: 'recoded', keys: ['id'], show: 'all' }, 'coded');
    expect(columns.map(({ name }) => name)).toEqual([
      'status_2',
      'changes_2',
      'id',
      'status',
      'status_before',
      'changes',
      'changes_before',
    ]);
    expect(rows).toEqual([
      ['changed', 'status', '1', 'open', 'shut', 'a', 'a'],
      ['same', '', '9', 'shut', 'shut', 'b', 'b'],
    ]);
    expect(links[0]!.made!.notes).toMatchObject([{ why: 'key-types' }]);
  });

  it('finds no difference between a table and itself', async () => {
    expect((await run({ table: 'june', keys: ['id', 'city'] })).rows).toEqual([]);
  });

  it('says which column the other table does not have', async () => {
    await expect(run({ table: 'may', keys: ['row_no'] })).rejects.toMatchObject({ code: 'step-column' });
    await expect(run({ table: 'may', keys: ['id'], columns: ['row_no'] })).rejects.toMatchObject({
      code: 'step-column',
    });
  });
});
