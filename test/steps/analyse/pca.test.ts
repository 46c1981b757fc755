import { beforeAll, describe, expect, it } from 'vitest';
import { createKitchen } from '../kitchen';

describe('principal components', () => {
  let kitchen: Awaited<ReturnType<typeof createKitchen>>;
  beforeAll(async () => {
    kitchen = await createKitchen();
    const rows = [1, 2, 3, 4, 5, 6].map((at) => `(${at}, ${2 * at}, ${-at}, ${(at * 5) % 7}, 3)`);
    kitchen.table('t(a, b, c, d, same)', [...rows, '(NULL, 1, 1, 1, 3)'].join(', '));
  }, 60_000);

  it('stand beside the rows, and are told by the columns they go with', async () => {
    const { rows, columns, links } = await kitchen.run('t', [
      { step: 'pca', columns: ['a', 'b', 'c', 'd', 'same'] },
    ]);
    expect(columns.slice(5)).toEqual([
      { name: 'pc1', type: 'DOUBLE' },
      { name: 'pc2', type: 'DOUBLE' },
    ]);
    expect(rows.at(-1)!.slice(5)).toEqual([null, null]);
    const { made, tables } = links[0]!;
    expect(made!.notes![0]).toEqual({
      why: 'components',
      params: { kept: 2, of: 4, percent: 100, rows: 6 },
    });
    expect(made!.notes![1]).toMatchObject({ why: 'component-both', params: { name: 'pc1' } });
    expect(made!.notes!.slice(-2)).toEqual([
      { why: 'column-without-say', params: { column: 'same' } },
      { why: 'left-out-missing', params: { count: 1, of: 7 } },
    ]);
    const [first] = kitchen.rows(`SELECT * FROM ${tables!.explained!.table}`);
    expect(first).toEqual(['pc1', expect.any(Number), expect.any(Number), first![2]]);
    expect(kitchen.rows(`SELECT component, "column" FROM ${tables!.loadings!.table}`)).toHaveLength(10);
  });

  it('say how many it would take to hold most', async () => {
    const { links } = await kitchen.run('t', [
      { step: 'filter', conditions: [{ column: 'a', test: 'present' }] },
      { step: 'pca', columns: ['a', 'd'], components: 1 },
    ]);
    const { notes } = links[1]!.made!;
    expect(notes![1]).toEqual({ why: 'components-needed', params: { needed: 2, percent: 80 } });
  });
});
