import { beforeAll, describe, expect, it } from 'vitest';
import { createKitchen } from '../kitchen';

describe('joinColumns', () => {
  let kitchen: Awaited<ReturnType<typeof createKitchen>>;
  beforeAll(async () => {
    kitchen = await createKitchen();
    kitchen.table('t(id, a, b)', `(1, 'x', 'y'), (2, NULL, 'y'), (3, '', NULL), (4, 'z', '')`);
  }, 60_000);

  const run = async (settings: object) =>
    kitchen.run('t', [{ step: 'joinColumns', columns: ['a', 'b'], delimiter: '-', ...settings }]);
  const joined = async (missing: string) => (await run({ missing })).rows.map((row) => row[3]);

  it('leaves out what is missing or empty, or keeps its place, or makes all of it missing', async () => {
    expect(await joined('skip')).toEqual(['x-y', 'y', null, 'z']);
    expect(await joined('blank')).toEqual(['x-y', '-y', '-', 'z-']);
    expect(await joined('missing')).toEqual(['x-y', null, null, 'z-']);
  });

  it('stands in the place of the first column where those are not kept', async () => {
    const { columns, rows } = await run({ columns: ['b', 'id'], keep: false, name: 'b' });
    expect(columns.map(({ name }) => name)).toEqual(['b', 'a']);
    expect(rows[0]).toEqual(['y-1', 'x']);
  });

  it('takes no name that another column has', async () => {
    const problem = async (name: string) =>
      (await kitchen.compile('t', [{ step: 'joinColumns', columns: ['a', 'b'], name, keep: false }])).problem;
    expect(await problem('ID')).toMatchObject({ code: 'step-name' });
    expect(await problem('a')).toBeUndefined();
  });
});
