import { beforeAll, describe, expect, it } from 'vitest';
import { createKitchen } from '../kitchen';

describe('sql', () => {
  let kitchen: Awaited<ReturnType<typeof createKitchen>>;
  beforeAll(async () => {
    kitchen = await createKitchen();
    kitchen.table('t(id, age)', '(1, 30), (2, 40), (3, NULL)');
    kitchen.table('this(a)', '(7)');
  }, 60_000);

  const filter = { step: 'filter', conditions: [{ column: 'id', test: 'less', value: '3' }] };
  const run = async (query: string, from = 't') =>
    (await kitchen.run(from, [filter, { step: 'sql', query }, { step: 'distinct' }])).rows;

  it('reads the table so far as this', async () => {
    expect(await run('SELECT sum(age) AS age FROM this; -- all')).toEqual([[70]]);
    expect(await run('FROM this SELECT max(id) AS id')).toEqual([[2]]);
    expect(
      await run('WITH step_1 AS (SELECT 5 AS x) SELECT x + id AS y FROM step_1, this WHERE id = 1'),
    ).toEqual([[6]]);
  });

  it('reads a table that is called this by that name', async () => {
    expect((await kitchen.run('this', [{ step: 'sql', query: 'SELECT a + 1 AS b FROM this' }])).rows).toEqual(
      [[8]],
    );
  });

  it('has the rows before it held where it reads them twice', async () => {
    const query = 'SELECT one.id FROM this AS one JOIN this AS other ON one.id < other.id';
    const { sql } = await kitchen.run('t', [filter, { step: 'sql', query }]);
    expect(sql).toContain('"step_1" AS MATERIALIZED');
  });

  it('is one query that changes nothing', async () => {
    const problem = async (query: string) => (await kitchen.compile('t', [{ step: 'sql', query }])).problem;
    expect(await problem('DROP TABLE t')).toMatchObject({ code: 'sql-refused' });
    expect(await problem('SELECT 1; SELECT 2')).toMatchObject({ code: 'sql-several' });
    expect(await problem('SELECT 1) FROM (SELECT 2')).toMatchObject({ code: 'sql-syntax' });
    expect(await problem('SELECT nothing FROM this')).toBeDefined();
  });

  it('says that it does not read the table', async () => {
    const { links } = await kitchen.run('t', [{ step: 'sql', query: 'SELECT 1 AS one' }]);
    expect(links[0]!.made!.notes).toEqual([{ why: 'sql-not-this', params: {} }]);
  });
});
