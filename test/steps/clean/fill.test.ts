import { beforeAll, describe, expect, it } from 'vitest';
import { createKitchen } from '../kitchen';

describe('fill', () => {
  let kitchen: Awaited<ReturnType<typeof createKitchen>>;
  beforeAll(async () => {
    kitchen = await createKitchen();
    kitchen.table(
      't(id, shop, n, price)',
      `(1, 'a', NULL, 1.1), (2, 'a', 10, NULL), (3, 'b', 4, 1.2), (4, 'a', NULL, NULL),
       (5, NULL, NULL, NULL), (6, 'b', NULL, 3.5), (7, 'a', 30, 1.1), (8, NULL, 7, NULL)`,
    );
  }, 60_000);

  const fill = async (settings: object, column = 2) =>
    (await kitchen.run('t', [{ step: 'fill', columns: ['n'], ...settings }])).rows.map((row) => row[column]);

  it('puts a value where there is none', async () => {
    expect(await fill({ with: 'value', value: '0' })).toEqual([0, 10, 4, 0, 0, 0, 30, 7]);
  });

  it('takes the neighbour before or after, in the order of the rows or another, by group or not', async () => {
    expect(await fill({ with: 'previous' })).toEqual([null, 10, 4, 4, 4, 4, 30, 7]);
    expect(await fill({ with: 'next' })).toEqual([10, 10, 4, 30, 30, 30, 30, 7]);
    expect(await fill({ with: 'previous', by: ['shop'] })).toEqual([null, 10, 4, 10, null, 4, 30, 7]);
    expect(await fill({ with: 'previous', order: [{ column: 'id', direction: 'down' }] })).toEqual([
      10, 10, 4, 30, 30, 30, 30, 7,
    ]);
  });

  it('draws a line between the neighbours that are there', async () => {
    kitchen.table(
      'line(id, shop, place, a, b)',
      `(1, 'x', 0, NULL, 1.5), (2, 'x', 10, 10, NULL), (3, 'y', 5, 1, NULL), (4, 'x', 40, NULL, 4.5),
       (5, 'y', NULL, NULL, NULL), (6, 'x', 20, NULL, NULL), (7, 'x', 50, 50, NULL), (8, 'y', 5, NULL, 6)`,
    );
    const line = async (settings: object, ...columns: number[]) => {
      const step = { step: 'fill', columns: ['a'], with: 'line', ...settings };
      const { rows, links } = await kitchen.run('line', [step]);
      expect(links[0]!.made!.sameRows).toBe(true);
      return columns.map((column) => rows.map((row) => row[column]));
    };
    expect(await line({ columns: ['a', 'b'] }, 0, 3, 4)).toEqual([
      [1, 2, 3, 4, 5, 6, 7, 8],
      [null, 10, 1, 13.25, 25.5, 37.75, 50, null],
      [1.5, 2.5, 3.5, 4.5, 4.875, 5.25, 5.625, 6],
    ]);
    expect(await line({ by: ['shop'] }, 3)).toEqual([[null, 10, 1, 70 / 3, null, 110 / 3, 50, null]]);
    const order = [{ column: 'place' }];
    expect(await line({ by: ['shop'], order }, 0, 3)).toEqual([
      [1, 2, 3, 4, 5, 6, 7, 8],
      [null, 10, 1, 40, null, 20, 50, null],
    ]);
  });

  it('takes what stands for the others, and missing groups are a group', async () => {
    expect(await fill({ with: 'mean' })).toEqual([12.75, 10, 4, 12.75, 12.75, 12.75, 30, 7]);
    expect(await fill({ with: 'median' })).toEqual([8.5, 10, 4, 8.5, 8.5, 8.5, 30, 7]);
    expect(await fill({ with: 'median', by: ['shop'] })).toEqual([20, 10, 4, 20, 7, 4, 30, 7]);
    expect(await fill({ with: 'least' })).toEqual([4, 10, 4, 4, 4, 4, 30, 7]);
    expect(await fill({ with: 'greatest', by: ['shop'] })).toEqual([30, 10, 4, 30, 7, 4, 30, 7]);
    expect(await fill({ columns: ['shop'], with: 'mode' }, 1)).toEqual([
      'a',
      'a',
      'b',
      'a',
      'a',
      'b',
      'a',
      'a',
    ]);
  });

  it('does not round the median of decimals to their places', async () => {
    expect(await fill({ columns: ['price'], with: 'median' }, 3)).toEqual([
      1.1, 1.15, 1.2, 1.15, 1.15, 3.5, 1.1, 1.15,
    ]);
  });

  it('refuses a value of another type', async () => {
    const { problem } = await kitchen.compile('t', [
      { step: 'fill', columns: ['n'], with: 'value', value: 'x' },
    ]);
    expect(problem).toMatchObject({ code: 'step-value' });
  });
});
