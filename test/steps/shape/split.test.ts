import { beforeAll, describe, expect, it } from 'vitest';
import { createKitchen } from '../kitchen';

describe('split', () => {
  let kitchen: Awaited<ReturnType<typeof createKitchen>>;
  beforeAll(async () => {
    kitchen = await createKitchen();
    kitchen.table('t(id, s, s_1)', `(1, 'a, b,c', 0), (2, NULL, 0), (3, '', 0), (4, 'd', 0)`);
    kitchen.table('codes(code)', `('110101199003'), ('1101'), (NULL)`);
  }, 60_000);

  const run = (settings: object, from = 't') =>
    kitchen.run(from, [{ step: 'split', column: 's', ...settings }]);

  it('makes as many columns as there are parts, after the column, under names that are free', async () => {
    const { columns, rows } = await run({});
    expect(columns.map(({ name }) => name)).toEqual(['id', 's', 's_1_2', 's_2', 's_3', 's_1']);
    expect(rows.map((row) => row.slice(2, 5))).toEqual([
      ['a', ' b', 'c'],
      [null, null, null],
      ['', null, null],
      ['d', null, null],
    ]);
  });

  it('leaves what is more than the columns asked for in the last of them', async () => {
    const { rows } = await run({ count: 2, keep: false, trim: true });
    expect(rows[0]).toEqual([1, 'a', 'b,c', 0]);
    const byPattern = await run({ by: 'pattern', pattern: '(,) ?', count: 2 });
    expect(byPattern.rows[0]).toEqual([1, 'a, b,c', 'a', 'b,c', 0]);
    expect(byPattern.rows[3]).toEqual([4, 'd', 'd', null, 0]);
    kitchen.create('ended', `SELECT 'a,' AS s`);
    expect((await run({ count: 2, keep: false }, 'ended')).rows).toEqual([['a', '']]);
    expect((await run({ by: 'pattern', pattern: ',', count: 1 })).rows[0]![2]).toBe('a, b,c');
  });

  it('makes rows, and loses none', async () => {
    const { rows } = await run({ into: 'rows', trim: true });
    expect(rows).toEqual([
      [1, 'a', 0],
      [1, 'b', 0],
      [1, 'c', 0],
      [2, null, 0],
      [3, '', 0],
      [4, 'd', 0],
    ]);
  });

  it('cuts at places', async () => {
    const { rows } = await run(
      { column: 'code', by: 'position', positions: ['2', '6'], keep: false },
      'codes',
    );
    expect(rows).toEqual([
      ['11', '0101', '199003'],
      ['11', '01', null],
      [null, null, null],
    ]);
  });

  it('takes a line break and a tab as they are typed', async () => {
    kitchen.create('lines', `SELECT 'a' || chr(10) || 'b' || chr(9) || 'c' AS s`);
    expect((await run({ delimiter: '\\n', into: 'rows' }, 'lines')).rows).toEqual([['a'], ['b\tc']]);
    expect((await run({ delimiter: '\\t', keep: false }, 'lines')).rows).toEqual([['a\nb', 'c']]);
  });

  it('tells of places that do not rise, and of too many parts', async () => {
    const problem = async (settings: object, from = 't') =>
      (await kitchen.compile(from, [{ step: 'split', column: 's', ...settings }])).problem;
    expect(await problem({ by: 'position', positions: ['3', '2'] })).toMatchObject({
      params: { why: 'split-positions' },
    });
    kitchen.create('long', `SELECT repeat('a,', 200) AS s`);
    expect(await problem({}, 'long')).toMatchObject({ params: { why: 'split-many', count: 201 } });
    expect(await problem({ count: 3 }, 'long')).toBeUndefined();
  });
});
