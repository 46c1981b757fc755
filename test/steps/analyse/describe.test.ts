import { beforeAll, describe, expect, it } from 'vitest';
import { createKitchen } from '../kitchen';

describe('describing numbers', () => {
  let kitchen: Awaited<ReturnType<typeof createKitchen>>;
  beforeAll(async () => {
    kitchen = await createKitchen();
    // the sleep data of Student (Biometrika 6, 1908), as R has it: extra hours by drug
    const extra = [
      0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2, 1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4,
    ];
    kitchen.table(
      'sleep(extra, drug)',
      extra.map((hours, at) => `(${hours}, ${at < 10 ? 1 : 2})`).join(', '),
    );
    kitchen.table(
      'rude(x, city)',
      `(1e0, 'a'), (NULL, 'a'), ('nan'::DOUBLE, NULL), ('inf'::DOUBLE, NULL), (3, NULL)`,
    );
  }, 60_000);

  // R 4.2: tapply(sleep$extra, sleep$group, mean); t.test(sleep$extra[1:10])$conf.int
  it('gives the mean of each group with its interval, as R does', async () => {
    const { rows, columns } = await kitchen.run('sleep', [
      { step: 'describe', columns: ['extra'], by: 'drug' },
    ]);
    expect(columns.map(({ name }) => name).slice(0, 8)).toEqual([
      'column',
      'drug',
      'count',
      'missing',
      'not_finite',
      'mean',
      'mean_low',
      'mean_high',
    ]);
    expect(rows.map((row) => row.slice(0, 6))).toEqual([
      ['extra', '1', 10, 0, 0, expect.closeTo(0.75, 12)],
      ['extra', '2', 10, 0, 0, expect.closeTo(2.33, 12)],
    ]);
    expect(rows[0]!.slice(6, 8)).toEqual([expect.closeTo(-0.5297804, 6), expect.closeTo(2.0297804, 6)]);
  });

  it('counts what is missing and what is infinite, and has those of no group together', async () => {
    const { rows, links } = await kitchen.run('rude', [{ step: 'describe', columns: ['x'], by: 'city' }]);
    expect(rows.map((row) => row.slice(0, 6))).toEqual([
      ['x', 'a', 1, 1, 0, 1],
      ['x', null, 1, 0, 2, 3],
    ]);
    expect(links[0]!.made!.notes).toEqual([
      { why: 'described-groups', params: { columns: 1, rows: 5, widest: 'x' } },
    ]);
  });

  it('goes on as any table does', async () => {
    const { rows } = await kitchen.run('sleep', [
      { step: 'filter', conditions: [{ column: 'extra', test: 'more', value: '0' }] },
      { step: 'describe', columns: ['extra'] },
      { step: 'choose', columns: ['column', 'count', 'min'] },
    ]);
    expect(rows).toEqual([['extra', 14, 0.1]]);
  });
});
