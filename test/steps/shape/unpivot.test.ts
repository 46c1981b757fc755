import { beforeAll, describe, expect, it } from 'vitest';
import { createKitchen } from '../kitchen';

describe('unpivot', () => {
  let kitchen: Awaited<ReturnType<typeof createKitchen>>;
  beforeAll(async () => {
    kitchen = await createKitchen();
    kitchen.create(
      't',
      `SELECT * FROM (VALUES ('a', 1, 2.50, 10::BIGINT, DATE '2024-01-01'), ('b', NULL, 4.00, 20, NULL)) AS t(id, jan, feb, mar, day)`,
    );
  }, 60_000);

  const run = (settings: object) => kitchen.run('t', [{ step: 'unpivot', ...settings }]);

  it('gives a row for each value, also a missing one, in the order of rows and columns', async () => {
    const { rows, columns } = await run({ columns: ['mar', 'jan'], names: 'month', values: 'sold' });
    expect(columns.map(({ name }) => name)).toEqual(['id', 'feb', 'day', 'month', 'sold']);
    expect(rows.map(([id, , , ...rest]) => [id, ...rest])).toEqual([
      ['a', 'mar', 10],
      ['a', 'jan', 1],
      ['b', 'mar', 20],
      ['b', 'jan', null],
    ]);
  });

  it('leaves missing values out where told', async () => {
    expect((await run({ columns: ['jan'], missing: 'leave-out' })).rows).toHaveLength(1);
  });

  it('turns all columns but those that are named', async () => {
    const { rows } = await run({ which: 'others', columns: ['id', 'day'] });
    expect(rows).toHaveLength(6);
    expect(rows[1]).toEqual(['a', '2024-01-01', 'feb', '2.50']);
  });

  it('makes text of types that disagree, and says so', async () => {
    const { rows, links } = await run({ columns: ['feb', 'day'] });
    expect(rows.map((row) => row.at(-1))).toEqual(['2.50', '2024-01-01', '4.00', null]);
    expect(links[0]!.made!.notes).toEqual([{ why: 'unified-text', params: { column: 'value' } }]);
  });

  it('takes no name that a column has', async () => {
    const problem = async (settings: object) =>
      (await kitchen.compile('t', [{ step: 'unpivot', columns: ['jan', 'mar'], ...settings }])).problem;
    expect(await problem({ names: 'ID' })).toMatchObject({ code: 'step-name' });
    expect(await problem({ names: 'x', values: 'X' })).toMatchObject({ code: 'step-name' });
    expect(await problem({ names: 'jan' })).toBeUndefined();
  });
});
