import { beforeAll, describe, expect, it } from 'vitest';
import { createKitchen } from '../kitchen';

describe('dedupe', () => {
  let kitchen: Awaited<ReturnType<typeof createKitchen>>;
  beforeAll(async () => {
    kitchen = await createKitchen();
    kitchen.table(
      't(id, email, name, since)',
      `(1, 'a@x.com', NULL, DATE '2024-01-01'), (2, 'A@x.com ', 'Ann', NULL), (3, 'b@x.com', '', DATE '2023-01-01'),
       (4, 'a@x.com', 'Ann', DATE '2023-05-05'), (5, NULL, 'Cy', NULL), (6, NULL, 'Cy', DATE '2024-02-02'), (7, 'b@x.com', 'Bo', NULL)`,
    );
    kitchen.table('twins(a, b)', `(1, NULL), (2, 'x'), (1, NULL), (1, 'x'), (2, 'x')`);
  }, 60_000);

  const ids = async (settings: object) =>
    (await kitchen.run('t', [{ step: 'dedupe', ...settings }])).rows.map(([id]) => id);

  it('keeps one of the rows that are the same in every column, where missing is the same as missing', async () => {
    expect((await kitchen.run('twins', [{ step: 'dedupe' }])).rows).toEqual([
      [1, null],
      [2, 'x'],
      [1, 'x'],
    ]);
  });

  it('keeps the first or the last of those with one key, each at its own place', async () => {
    expect(await ids({ columns: ['email'] })).toEqual([1, 2, 3, 5]);
    expect(await ids({ columns: ['email'], keep: 'last' })).toEqual([2, 4, 6, 7]);
  });

  it('takes no notice of case and spaces where told so', async () => {
    expect(await ids({ columns: ['email'], loose: true })).toEqual([1, 3, 5]);
  });

  it('keeps the row that misses least, the first of equals', async () => {
    expect(await ids({ columns: ['email'], loose: true, keep: 'fullest' })).toEqual([3, 4, 6]);
  });

  it('keeps the first of an order, and the first row where nothing else tells', async () => {
    const order = [{ column: 'since', direction: 'down' }];
    expect(await ids({ columns: ['email'], keep: 'order', order })).toEqual([1, 2, 3, 6]);
    expect(await ids({ columns: ['name'], keep: 'order', order: [] })).toEqual([1, 2, 3, 5, 7]);
  });

  it('changes nothing the second time', async () => {
    const step = { step: 'dedupe', columns: ['email'], loose: true, keep: 'fullest' };
    expect((await kitchen.run('t', [step, step])).rows).toEqual((await kitchen.run('t', [step])).rows);
  });

  it('takes a table that goes by a name of its own', async () => {
    kitchen.table('numbered(a)', '(1), (1)');
    expect((await kitchen.run('numbered', [{ step: 'dedupe' }])).rows).toEqual([[1]]);
  });

  it('keeps the rows of a large table in order', async () => {
    kitchen.create('many', `SELECT range AS id, hash(range) % 100000 AS k FROM range(300000)`);
    const { sql } = await kitchen.run('many', [{ step: 'dedupe', columns: ['k'] }]);
    const [first] = kitchen.rows(`SELECT bool_and(up), count(*) FROM (
      SELECT id > coalesce(lag(id) OVER (), -1) AS up FROM (${sql}))`);
    expect(first).toEqual([true, kitchen.rows('SELECT count(DISTINCT k) FROM many')[0]![0]]);
  });
});
