import { beforeAll, describe, expect, it } from 'vitest';
import { createKitchen } from '../kitchen';

describe('correlations', () => {
  let kitchen: Awaited<ReturnType<typeof createKitchen>>;
  beforeAll(async () => {
    kitchen = await createKitchen();
    // the first quartet of Anscombe (The American Statistician 27, 1973), and a column that does not vary
    const x = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5];
    const y = [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68];
    const rows = x.map((value, at) => `(${value}, ${y[at]}, ${-value}, 1)`);
    kitchen.table('t(x, y, down, same)', [...rows, '(NULL, 1, 1, 1)'].join(', '));
  }, 60_000);

  it('gives every two columns, the strongest first, over rows that have all values', async () => {
    const { rows, links } = await kitchen.run('t', [
      { step: 'correlate', columns: ['x', 'y', 'down', 'same'], adjustment: 'none' },
    ]);
    // R 4.2: cor.test(anscombe$x1, anscombe$y1)
    expect(rows[0]).toEqual(['x', 'down', expect.closeTo(-1, 14), expect.closeTo(0, 12), 11]);
    expect(rows[1]).toEqual([
      'x',
      'y',
      expect.closeTo(0.81642051634484, 13),
      expect.closeTo(0.00216962887307876, 13),
      11,
    ]);
    expect(rows).toHaveLength(6);
    expect(rows.at(-1)!.slice(2, 4)).toEqual([null, null]);
    expect(links[0]!.made!.notes).toEqual([
      {
        why: 'correlated-against',
        params: { one: 'x', other: 'down', value: expect.closeTo(-1, 14), p: expect.closeTo(0, 12) },
      },
      { why: 'constant-column', params: { column: 'same' } },
      { why: 'left-out-missing', params: { count: 1, of: 12 } },
    ]);
  });

  it('wants two columns and three rows', async () => {
    const one = await kitchen.compile('t', [{ step: 'correlate', columns: ['x'] }]);
    expect(one.problem).toMatchObject({ code: 'step-misfit', params: { why: 'two-columns' } });
    const few = await kitchen.compile('t', [
      { step: 'top', rows: 2 },
      { step: 'correlate', columns: ['x', 'y'] },
    ]);
    expect(few.problem).toMatchObject({ code: 'analysis-misfit', params: { why: 'too-few-rows', rows: 2 } });
  });
});
