import { beforeAll, describe, expect, it } from 'vitest';
import { createKitchen } from '../kitchen';

describe('group', () => {
  let kitchen: Awaited<ReturnType<typeof createKitchen>>;
  beforeAll(async () => {
    kitchen = await createKitchen();
    kitchen.table(
      't(id, city, x, ok, day)',
      `(1, 'b', 1.10, true, DATE '2024-01-31'), (2, NULL, 9.00, NULL, NULL), (3, 'a', NULL, false, DATE '2024-02-29'),
       (4, 'b', 1.20, false, DATE '2023-12-31'), (5, 'b', NULL, true, DATE '2024-01-01'), (6, 'a', NULL, NULL, DATE '2024-02-26')`,
    );
    kitchen.create('none', 'SELECT * FROM t WHERE false');
  }, 60_000);

  const run = (settings: object, from = 't') => kitchen.run(from, [{ step: 'group', ...settings }]);
  const values = async (...asked: object[]) => (await run({ by: ['city'], values: asked })).rows;

  it('counts rows, in the order of the groups, of which missing values are the last', async () => {
    const { columns, rows } = await run({ by: ['city'] });
    expect(columns.map(({ name }) => name)).toEqual(['city', 'count']);
    expect(rows).toEqual([
      ['a', 2],
      ['b', 3],
      [null, 1],
    ]);
  });

  it('takes all rows as one where there is nothing to group by, also no rows', async () => {
    expect((await run({})).rows).toEqual([[6]]);
    expect((await run({}, 'none')).rows).toEqual([[0]]);
    expect((await run({ by: ['city'] }, 'none')).rows).toEqual([]);
  });

  it('tells missing values from what is there', async () => {
    const rows = await values(
      { function: 'count', column: 'x' },
      { function: 'present', column: 'x' },
      { function: 'sum', column: 'x' },
      { function: 'mean', column: 'x' },
      { function: 'least', column: 'x' },
    );
    expect(rows).toEqual([
      ['a', 2, 0, null, null, null],
      ['b', 3, 2, '2.30', 1.15, '1.10'],
      [null, 1, 1, '9.00', 9, '9.00'],
    ]);
  });

  it('does not round the median of decimals, and counts truths', async () => {
    const rows = await values(
      { function: 'median', column: 'x' },
      { function: 'quantile', column: 'x', quantile: 1 },
      { function: 'sum', column: 'ok' },
      { function: 'mean', column: 'ok' },
    );
    expect(rows[1]).toEqual(['b', expect.closeTo(1.15, 12), 1.2, 2, expect.closeTo(2 / 3, 12)]);
  });

  it('gives the first and last rows’ values, in an order or in that of the rows', async () => {
    const asked = [
      { function: 'first', column: 'x' },
      { function: 'last', column: 'x' },
      { function: 'list', column: 'id' },
    ];
    expect((await values(...asked))[1]).toEqual(['b', '1.10', null, '[1, 4, 5]']);
    const ordered = await run({ by: ['city'], values: asked, order: ['day'] });
    expect(ordered.rows[1]).toEqual(['b', '1.20', '1.10', '[4, 5, 1]']);
  });

  it('shares out a total, or the rows', async () => {
    const rows = await values({ function: 'share', column: 'x' }, { function: 'share' });
    expect(rows).toEqual([
      ['a', null, expect.closeTo(1 / 3, 12)],
      ['b', expect.closeTo(2.3 / 11.3, 12), 0.5],
      [null, expect.closeTo(9 / 11.3, 12), expect.closeTo(1 / 6, 12)],
    ]);
  });

  it('takes the first of the most frequent values, and joins the different ones', async () => {
    const { rows } = await run({
      values: [
        { function: 'mode', column: 'ok' },
        { function: 'joined', column: 'city' },
        { function: 'distinct', column: 'city' },
      ],
    });
    expect(rows).toEqual([[true, 'a, b', 2]]);
  });

  it('groups dates by parts of the calendar', async () => {
    const by = async (unit: string) => (await run({ by: [{ column: 'day', unit }] })).rows;
    expect(await by('month')).toEqual([
      ['2023-12-01', 1],
      ['2024-01-01', 2],
      ['2024-02-01', 2],
      [null, 1],
    ]);
    expect(await by('week')).toEqual([
      ['2023-12-25', 1],
      ['2024-01-01', 1],
      ['2024-01-29', 1],
      ['2024-02-26', 2],
      [null, 1],
    ]);
    expect((await by('year')).map(([year]) => year)).toEqual([2023, 2024, null]);
    expect((await run({ by: [{ column: 'day', unit: 'year' }] })).columns[0]!.name).toBe('day_year');
  });

  it('names columns apart, and refuses a name twice', async () => {
    const { columns } = await run({
      by: ['city'],
      values: [
        { function: 'mean', column: 'x' },
        { function: 'mean', column: 'x' },
        { function: 'count', name: 'mean_x_2' },
      ],
    });
    expect(columns.map(({ name }) => name)).toEqual(['city', 'mean_x', 'mean_x_3', 'mean_x_2']);
    const problem = async (settings: object) =>
      (await kitchen.compile('t', [{ step: 'group', ...settings }])).problem;
    expect(await problem({ by: ['city'], values: [{ function: 'count', name: 'City' }] })).toMatchObject({
      code: 'step-name',
    });
  });

  it('says which column it cannot use', async () => {
    const problem = async (settings: object) =>
      (await kitchen.compile('t', [{ step: 'group', ...settings }])).problem;
    expect(await problem({ values: [{ function: 'sum', column: 'city' }] })).toMatchObject({
      code: 'step-family',
    });
    expect(await problem({ values: [{ function: 'sum' }] })).toMatchObject({ code: 'step-required' });
    expect(await problem({ by: [{ column: 'id', unit: 'month' }] })).toMatchObject({ code: 'step-family' });
  });
});
