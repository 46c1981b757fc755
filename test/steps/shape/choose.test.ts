import { beforeAll, describe, expect, it } from 'vitest';
import { createKitchen } from '../kitchen';

describe('choose', () => {
  let kitchen: Awaited<ReturnType<typeof createKitchen>>;
  beforeAll(async () => {
    kitchen = await createKitchen();
    kitchen.table('t(a, "B b", c)', `(1, 'x', true), (2, NULL, false)`);
  }, 60_000);

  const names = async (settings: object) =>
    (await kitchen.run('t', [{ step: 'choose', ...settings }])).columns.map(({ name }) => name);

  it('keeps columns in the order given, by the names that the table has for them', async () => {
    expect(await names({ columns: ['C', 'b B', 'A'].map((name) => name.replace('b B', 'b b')) })).toEqual([
      'c',
      'B b',
      'a',
    ]);
    expect((await kitchen.run('t', [{ step: 'choose', columns: ['c', 'a'] }])).rows).toEqual([
      [true, 1],
      [false, 2],
    ]);
  });

  it('takes a column once that is named twice', async () => {
    expect(await names({ columns: ['a', 'A'] })).toEqual(['a']);
  });

  it('leaves columns out', async () => {
    expect(await names({ columns: ['B b'], keep: 'others' })).toEqual(['a', 'c']);
  });

  it('puts columns first, the others after them as they were', async () => {
    expect(await names({ columns: ['c'], keep: 'all' })).toEqual(['c', 'a', 'B b']);
    expect(await names({ columns: ['c', 'B b', 'a'], keep: 'all' })).toEqual(['c', 'B b', 'a']);
  });

  it('refuses to leave no column at all', async () => {
    const { problem } = await kitchen.compile('t', [
      { step: 'choose', columns: ['a', 'B b', 'c'], keep: 'others' },
    ]);
    expect(problem).toMatchObject({ code: 'step-misfit', params: { why: 'no-columns' } });
  });
});
