import { beforeAll, describe, expect, it } from 'vitest';
import { createKitchen } from '../kitchen';

describe('formula', () => {
  let kitchen: Awaited<ReturnType<typeof createKitchen>>;
  beforeAll(async () => {
    kitchen = await createKitchen();
    kitchen.table('t(id, city, age)', `(1, 'b', 30), (2, NULL, 40), (3, 'a', NULL), (4, 'b', 50)`);
  }, 60_000);

  const run = async (settings: object) => kitchen.run('t', [{ step: 'formula', ...settings }]);
  const problem = async (formula: string) =>
    (await kitchen.compile('t', [{ step: 'formula', name: 'x', formula }])).problem;

  it('adds a column at the end, or after another', async () => {
    const end = await run({ name: 'double', formula: 'age * 2 -- twice' });
    expect(end.columns.map(({ name }) => name)).toEqual(['id', 'city', 'age', 'double']);
    expect(end.rows.map((row) => row[3])).toEqual([60, 80, null, 100]);
    const after = await run({ name: 'upper', formula: 'upper(this.city)', after: 'id' });
    expect(after.columns.map(({ name }) => name)).toEqual(['id', 'upper', 'city', 'age']);
    expect(after.rows.map((row) => row[1])).toEqual(['B', null, 'A', 'B']);
  });

  it('puts new values into a column, and says which', async () => {
    const { rows, links } = await run({ as: 'replace', column: 'age', formula: 'age + 1' });
    expect(rows.map((row) => row[2])).toEqual([31, 41, null, 51]);
    expect(links[0]!.made).toMatchObject({ changes: ['age'], sameRows: true });
  });

  it('leaves rows where they are after windows and queries in it', async () => {
    const ranked = await run({
      name: 'r',
      formula: 'row_number() OVER (PARTITION BY city ORDER BY age DESC)',
    });
    expect(ranked.rows.map((row) => [row[0], row[3]])).toEqual([
      [1, 2],
      [2, 1],
      [3, 1],
      [4, 1],
    ]);
    const asked = await run({
      name: 'n',
      formula: '(SELECT count(*) FROM this AS other WHERE other.city = this.city)',
      after: 'id',
    });
    expect(asked.columns.map(({ name }) => name)).toEqual(['id', 'n', 'city', 'age']);
    expect(asked.rows.map((row) => row[1])).toEqual([2, 0, 1, 2]);
    const replaced = await run({ as: 'replace', column: 'age', formula: 'age - avg(age) OVER ()' });
    expect(replaced.rows.map((row) => row[2])).toEqual([-10, 0, null, 10]);
  });

  it('reads the table so far where the table itself is called this', async () => {
    kitchen.table('this(a)', '(1), (2)');
    const { rows } = await kitchen.run('this', [
      { step: 'formula', name: 's', formula: 'a + (SELECT sum(a) FROM this)' },
      { step: 'formula', name: 'n', formula: '(SELECT count(s) FROM this)' },
    ]);
    expect(rows).toEqual([
      [1, 4, 2],
      [2, 5, 2],
    ]);
  });

  it('tells what gives one value for all rows, several, or rows more', async () => {
    const why = (name: string) => ({ code: 'step-misfit', params: { why: name } });
    expect(await problem('sum(age) / 2')).toMatchObject(why('formula-aggregate'));
    expect(await problem('count(*) FILTER (age > 1)')).toMatchObject(why('formula-aggregate'));
    expect(await problem('age, id')).toMatchObject(why('formula-several'));
    expect(await problem('age; DROP TABLE t')).toMatchObject(why('formula-several'));
    expect(await problem('COLUMNS(*)')).toMatchObject(why('formula-several'));
    expect(await problem('unnest([1, 2])')).toMatchObject(why('formula-rows'));
    expect(await problem('age) FROM t; --(')).toMatchObject({ code: 'sql-syntax' });
    expect(await problem(' -- nothing')).toMatchObject({ code: 'step-required' });
    expect(await problem('sum(age) FILTER (age > 1) OVER ()')).toBeUndefined();
    expect(await problem('(SELECT max(age) FROM t)')).toBeUndefined();
  });

  it('takes no name that a column has', async () => {
    expect(
      (await kitchen.compile('t', [{ step: 'formula', name: 'AGE', formula: '1' }])).problem,
    ).toMatchObject({ code: 'step-name' });
  });
});
