import { beforeAll, describe, expect, it } from 'vitest';
import { createKitchen } from '../kitchen';

describe('rename', () => {
  let kitchen: Awaited<ReturnType<typeof createKitchen>>;
  beforeAll(async () => {
    kitchen = await createKitchen();
    kitchen.table('t(a, b, c)', `(1, 'x', true)`);
  }, 60_000);

  const names = async (...pairs: [string, string][]) => {
    const step = { step: 'rename', names: pairs.map(([from, to]) => ({ from, to })) };
    const { columns, rows } = await kitchen.run('t', [step]);
    expect(rows).toEqual([[1, 'x', true]]);
    return columns.map(({ name }) => name);
  };
  const problem = async (...pairs: [string, string][]) =>
    (await kitchen.compile('t', [{ step: 'rename', names: pairs.map(([from, to]) => ({ from, to })) }]))
      .problem;

  it('changes names and nothing else', async () => {
    expect(await names(['B', '名 "1"'])).toEqual(['a', '名 "1"', 'c']);
    expect(await names(['a', 'a'])).toEqual(['a', 'b', 'c']);
  });

  it('lets two columns change places, and a name change its case', async () => {
    expect(await names(['a', 'b'], ['b', 'a'])).toEqual(['b', 'a', 'c']);
    expect(await names(['a', 'A'])).toEqual(['A', 'b', 'c']);
  });

  it('refuses a name that another column has', async () => {
    expect(await problem(['a', 'B'])).toMatchObject({ code: 'step-name', params: { name: 'b' } });
    expect(await problem(['a', 'x'], ['b', 'X'])).toMatchObject({ code: 'step-name' });
  });

  it('refuses two names for one column, and none', async () => {
    expect(await problem(['a', 'x'], ['A', 'y'])).toMatchObject({ params: { why: 'renamed-twice' } });
    expect(await problem(['a', ''])).toMatchObject({ code: 'step-required' });
  });
});
