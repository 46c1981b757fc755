import { beforeAll, describe, expect, it } from 'vitest';
import { createKitchen } from '../kitchen';

describe('sample', () => {
  let kitchen: Awaited<ReturnType<typeof createKitchen>>;
  beforeAll(async () => {
    kitchen = await createKitchen();
    kitchen.create('t', 'SELECT i AS id, i % 4 AS k FROM range(10000) r(i)');
  }, 60_000);

  const draw = async (settings: object, seed = 1) =>
    (await kitchen.run('t', [{ step: 'sample', ...settings }], { seed })).rows as [number, number][];

  it('draws as many rows as it is told, in their order', async () => {
    const rows = await draw({ rows: 100 });
    expect(rows).toHaveLength(100);
    expect(rows).toEqual([...rows].sort(([one], [other]) => one - other));
    expect(await draw({ rows: 20000 })).toHaveLength(10000);
  });

  it('draws a share exactly, rounded up', async () => {
    expect(await draw({ size: 'percent', percent: 12.5 })).toHaveLength(1250);
    expect(await draw({ size: 'percent', percent: 0.001 })).toHaveLength(1);
    expect(await draw({ size: 'percent', percent: 100 })).toHaveLength(10000);
  });

  it('draws the same rows again, and others by another number', async () => {
    const first = await draw({ rows: 50 });
    expect(await draw({ rows: 50 })).toEqual(first);
    expect(await draw({ rows: 50 }, 2)).not.toEqual(first);
    expect(await draw({ rows: 50, seed: 9 })).not.toEqual(first);
    expect(await draw({ rows: 50, seed: 9 }, 2)).toEqual(await draw({ rows: 50, seed: 9 }));
  });

  it('draws as many of each group', async () => {
    const count = (rows: [number, number][]) =>
      [0, 1, 2, 3].map((k) => rows.filter(([, it]) => it === k).length);
    expect(count(await draw({ rows: 7, by: ['k'] }))).toEqual([7, 7, 7, 7]);
    expect(count(await draw({ size: 'percent', percent: 10, by: ['k'] }))).toEqual([250, 250, 250, 250]);
  });

  it('draws from everywhere alike', async () => {
    const rows = await draw({ rows: 2000 });
    const halves = rows.filter(([id]) => id < 5000).length;
    expect(Math.abs(halves - 1000)).toBeLessThan(100);
  });
});
