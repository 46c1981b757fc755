import { beforeAll, describe, expect, it } from 'vitest';
import { createKitchen } from '../kitchen';

describe('bins', () => {
  let kitchen: Awaited<ReturnType<typeof createKitchen>>;
  beforeAll(async () => {
    kitchen = await createKitchen();
    kitchen.create('t', `SELECT unnest([0, 5, 10, 19, NULL, 30, 100]) AS n`);
    kitchen.create('f', `SELECT unnest(['1.5', 'nan', 'inf', '-inf', NULL, '4.5'])::DOUBLE AS n`);
  }, 60_000);

  const run = async (settings: object, from = 't') =>
    (await kitchen.run(from, [{ step: 'bins', column: 'n', ...settings }])).rows.map((row) => row[1]);

  it('are of equal width, the last one with its end', async () => {
    expect(await run({ count: 4 })).toEqual([
      '[0, 25)',
      '[0, 25)',
      '[0, 25)',
      '[0, 25)',
      null,
      '[25, 50)',
      '[75, 100]',
    ]);
  });

  it('are of a width of one’s own', async () => {
    expect(await run({ how: 'width', width: 10 })).toEqual([
      '[0, 10)',
      '[0, 10)',
      '[10, 20)',
      '[10, 20)',
      null,
      '[30, 40)',
      '[100, 110)',
    ]);
  });

  it('have as many rows each, as near as values that are the same allow', async () => {
    expect(await run({ how: 'quantile', count: 2, as: 'number' })).toEqual([1, 1, 1, 2, null, 2, 2]);
    kitchen.create('same', 'SELECT unnest([1, 1, 1, 1, 9]) AS n');
    const { links, rows } = await kitchen.run('same', [
      { step: 'bins', column: 'n', how: 'quantile', count: 4 },
    ]);
    expect(rows.map((row) => row[1])).toEqual(['[1, 9]', '[1, 9]', '[1, 9]', '[1, 9]', '[1, 9]']);
    expect(links[0]!.made!.notes).toEqual([{ why: 'bins-fewer', params: { column: 'n', count: 1 } }]);
  });

  it('have the edges and names that are given, and what lies outside has bins of its own or none', async () => {
    const edges = ['5', '10', '30'];
    expect(await run({ how: 'edges', edges })).toEqual([
      '< 5',
      '[5, 10)',
      '[10, 30]',
      '[10, 30]',
      null,
      '[10, 30]',
      '> 30',
    ]);
    const named = { how: 'edges', edges, labels: ['低', '高'], outside: 'missing' };
    expect(await run(named)).toEqual([null, '低', '高', '高', null, '高', null]);
    expect(await run({ how: 'edges', edges, as: 'number' })).toEqual([0, 1, 2, 2, null, 2, 3]);
  });

  it('hold no number that is none, and the infinite ones apart', async () => {
    expect(await run({ count: 2 }, 'f')).toEqual(['[1.5, 3)', null, '> 4.5', '< 1.5', null, '[3, 4.5]']);
  });

  it('hold whole numbers of any size at their ends', async () => {
    kitchen.create('big', 'SELECT unnest([9007199254740993, 9223372036854775807]) AS n');
    expect(await run({ count: 1 }, 'big')).toEqual(
      Array.from({ length: 2 }, () => '[9007199254740993, 9223372036854775807]'),
    );
  });

  it('are none where there is no value', async () => {
    kitchen.create('none', 'SELECT NULL::INTEGER AS n');
    for (const how of ['equal', 'quantile', 'width']) expect(await run({ how }, 'none')).toEqual([null]);
  });

  it('tell of edges that do not rise, names that do not fit and bins without end', async () => {
    const why = async (settings: object) =>
      (await kitchen.compile('t', [{ step: 'bins', column: 'n', ...settings }])).problem?.params.why;
    expect(await why({ how: 'edges', edges: ['5', '4'] })).toBe('bins-edges');
    expect(await why({ how: 'edges', edges: ['5', 'x'] })).toBe('bins-edges');
    expect(await why({ how: 'edges', edges: ['4', '5'], labels: ['a', 'b'] })).toBe('bins-labels');
    expect(await why({ how: 'width', width: 0.001 })).toBe('bins-many');
    expect(await why({ how: 'width', width: -1 })).toBe('bins-width');
  });
});
