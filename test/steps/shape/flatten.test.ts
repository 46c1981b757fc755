import { beforeAll, describe, expect, it } from 'vitest';
import { createKitchen } from '../kitchen';

describe('flatten', () => {
  let kitchen: Awaited<ReturnType<typeof createKitchen>>;
  beforeAll(async () => {
    kitchen = await createKitchen();
    kitchen.create(
      't',
      `SELECT * FROM (VALUES
        (1, {a: 1, "b ""c": 'x'}, [1, 2], MAP {'k': 1, 'l': 2}, [1.5, NULL]::DOUBLE[2]),
        (2, NULL, [], MAP {'l': 3}, NULL), (3, {a: NULL, "b ""c": ''}, NULL, NULL, [3, 4]::DOUBLE[2])
       ) AS t(id, info, list, map, pair)`,
    );
  }, 60_000);

  const run = async (column: string, settings: object = {}) => {
    const { columns, rows } = await kitchen.run('t', [
      { step: 'choose', columns: ['id', column] },
      { step: 'flatten', column, ...settings },
    ]);
    return [columns.map(({ name }) => name), ...rows];
  };

  it('makes columns of a record', async () => {
    expect(await run('info')).toEqual([
      ['id', 'info_a', 'info_b "c'],
      [1, 1, 'x'],
      [2, null, null],
      [3, null, ''],
    ]);
    expect((await run('info', { prefix: 'i', keep: true }))[0]).toEqual(['id', 'info', 'ia', 'ib "c']);
  });

  it('makes rows of a list, and leaves none out but where told', async () => {
    expect(await run('list', { into: 'rows' })).toEqual([
      ['id', 'list'],
      [1, 1],
      [1, 2],
      [2, null],
      [3, null],
    ]);
    expect(await run('list', { into: 'rows', empty: 'leave-out', keep: true })).toEqual([
      ['id', 'list', 'list_item'],
      [1, '[1, 2]', 1],
      [1, '[1, 2]', 2],
    ]);
    expect(await run('pair', { into: 'rows' })).toHaveLength(6);
  });

  it('makes columns or a text of a list', async () => {
    expect(await run('list')).toEqual([
      ['id', 'list_1', 'list_2'],
      [1, 1, 2],
      [2, null, null],
      [3, null, null],
    ]);
    expect(await run('list', { into: 'text', delimiter: ';' })).toEqual([
      ['id', 'list'],
      [1, '1;2'],
      [2, ''],
      [3, null],
    ]);
    expect((await run('pair'))[3]).toEqual([3, 3, 4]);
  });

  it('makes columns or rows of a map', async () => {
    expect(await run('map')).toEqual([
      ['id', 'map_k', 'map_l'],
      [1, 1, 2],
      [2, null, 3],
      [3, null, null],
    ]);
    expect(await run('map', { into: 'rows' })).toEqual([
      ['id', 'map_key', 'map_value'],
      [1, 'k', 1],
      [1, 'l', 2],
      [2, 'l', 3],
      [3, null, null],
    ]);
  });

  it('tells that a record has no rows', async () => {
    const { problem } = await kitchen.compile('t', [{ step: 'flatten', column: 'info', into: 'rows' }]);
    expect(problem).toMatchObject({ params: { why: 'flatten-rows' } });
    expect((await kitchen.compile('t', [{ step: 'flatten', column: 'id' }])).problem).toMatchObject({
      code: 'step-family',
    });
  });
});
