import { beforeAll, describe, expect, it } from 'vitest';
import { toSql, toStatement } from '../../../src/steps/chain';
import { findKeys, toMatchShares } from '../../../src/steps/shape/findKeys';
import { toForecast } from '../../../src/steps/shape/forecast';
import type { JoinSettings } from '../../../src/steps/shape/join';
import { join } from '../../../src/steps/shape/join';
import { toSettings } from '../../../src/steps/settings';
import { createKitchen } from '../kitchen';

describe('join', () => {
  let kitchen: Awaited<ReturnType<typeof createKitchen>>;
  beforeAll(async () => {
    kitchen = await createKitchen();
    kitchen.table(
      'orders(id, who, sum)',
      `(1, 'b', 10), (2, NULL, 20), (3, 'A ', 30), (4, 'z', 40), (5, 'b', 50)`,
    );
    kitchen.table(
      'people(who, name, sum)',
      `('b', 'Bo', 1), ('a', 'Al', 2), ('b', 'Bea', 3), (NULL, 'No', 4)`,
    );
    kitchen.table('codes(id, name)', `('1', 'one'), ('3.0', 'three'), ('04', 'four')`);
    kitchen.table('floats(id, v)', `(1.0::DOUBLE, 'x'), (3, 'y'), (2.5, 'z')`);
    kitchen.create('some', 'SELECT i AS id, i % 1000 AS k FROM range(1000) r(i)');
    kitchen.create('many', 'SELECT (i * 7919) % 1000 AS k FROM range(60000) r(i)');
  }, 60_000);

  const run = (settings: object, from = 'orders') => kitchen.run(from, [{ step: 'join', ...settings }]);

  it('puts what belongs to a row beside it, in the order of both tables', async () => {
    const { columns, rows } = await run({ table: 'people', keys: ['who'] });
    expect(columns.map(({ name }) => name)).toEqual(['id', 'who', 'sum', 'name', 'sum_2']);
    expect(rows).toEqual([
      [1, 'b', 10, 'Bo', 1],
      [1, 'b', 10, 'Bea', 3],
      [2, null, 20, null, null],
      [3, 'A ', 30, null, null],
      [4, 'z', 40, null, null],
      [5, 'b', 50, 'Bo', 1],
      [5, 'b', 50, 'Bea', 3],
    ]);
  });

  it('keeps rows as many as they are where only the first is taken', async () => {
    const { rows, links } = await run({ table: 'people', keys: ['who'], several: 'first', take: ['name'] });
    expect(rows.map(([id, , , name]) => [id, name])).toEqual([
      [1, 'Bo'],
      [2, null],
      [3, null],
      [4, null],
      [5, 'Bo'],
    ]);
    expect(links[0]!.made!.sameRows).toBe(true);
  });

  it('compares texts without their case and spaces where told', async () => {
    const { rows } = await run({
      table: 'people',
      keys: ['who'],
      match: 'tidy',
      how: 'inner',
      take: ['name'],
    });
    expect(rows.map(([id, , , name]) => [id, name])).toEqual([
      [1, 'Bo'],
      [1, 'Bea'],
      [3, 'Al'],
      [5, 'Bo'],
      [5, 'Bea'],
    ]);
  });

  it('keeps all rows of both, with the keys in one column', async () => {
    const { rows } = await run({
      table: 'people',
      keys: ['who'],
      how: 'full',
      take: ['name'],
      match: 'tidy',
    });
    expect(rows.map(([id, who, , name]) => [id, who, name])).toEqual([
      [1, 'b', 'Bo'],
      [1, 'b', 'Bea'],
      [2, null, null],
      [3, 'A ', 'Al'],
      [4, 'z', null],
      [5, 'b', 'Bo'],
      [5, 'b', 'Bea'],
      [null, null, 'No'],
    ]);
  });

  it('keeps rows that have a match, or have none, once each', async () => {
    const ids = async (how: string) =>
      (await run({ table: 'people', keys: ['who'], how })).rows.map(([id]) => id);
    expect(await ids('semi')).toEqual([1, 5]);
    expect(await ids('anti')).toEqual([2, 3, 4]);
  });

  it('compares keys of other types as text, and says so', async () => {
    const { rows, links } = await run({ table: 'codes', keys: ['id'], how: 'full' });
    expect(rows.map(([id, , , name]) => [id, name])).toEqual([
      ['1', 'one'],
      ['2', null],
      ['3', null],
      ['4', null],
      ['5', null],
      ['3.0', 'three'],
      ['04', 'four'],
    ]);
    expect(links[0]!.made!.notes).toEqual([
      { why: 'key-types', params: { left: 'id', one: 'INTEGER', right: 'id', other: 'VARCHAR' } },
    ]);
    expect(
      (await run({ table: 'floats', keys: ['id'], how: 'inner' })).rows.map((row) => row.at(-1)),
    ).toEqual(['x', 'y']);
    const whole = await run({ table: 'codes', keys: ['id'], how: 'inner' }, 'floats');
    expect(whole.rows).toEqual([[1, 'x', 'one']]);
  });

  it('keeps the order where the other table is much longer', async () => {
    const step = { step: 'join', table: 'many', keys: ['k'] };
    const sql = toSql(await kitchen.compile('some', [step]));
    const [[rows, mixed]] = kitchen.rows(`
      SELECT count(*), count(*) FILTER (WHERE is_mixed)
      FROM (SELECT id < lag(id) OVER () AS is_mixed FROM (${sql}))`) as [[number, number]];
    expect([rows, mixed]).toEqual([60000, 0]);
  });

  describe('with a table that has each key once', () => {
    beforeAll(() => {
      kitchen.table(
        'cities(who, name, key_1)',
        `('b', 'Berlin', 7), ('a', NULL, NULL), (NULL, 'nowhere', 9), (NULL, 'elsewhere', 8)`,
      );
      kitchen.create('keyed', 'SELECT (i * 7919) % 60000 AS k, i AS found FROM range(60000) r(i)');
      kitchen.create('others', `SELECT k, found AS "others" FROM keyed`);
      kitchen.create('mixed', 'SELECT CAST(i AS SMALLINT) AS id, i % 700 AS k FROM range(5000) r(i)');
    });

    it('sorts nothing, and gives the same', async () => {
      const { sql, rows, links } = await run({ table: 'cities', keys: ['who'], match: 'tidy' });
      expect(sql).not.toContain('ORDER BY');
      expect(links[0]!.made!.sameRows).toBe(true);
      expect(rows.map(([id, , , ...given]) => [id, ...given])).toEqual([
        [1, 'Berlin', 7],
        [2, null, null],
        [3, null, null],
        [4, null, null],
        [5, 'Berlin', 7],
      ]);
    });

    it('leaves out rows that have none, but no row that has one without values', async () => {
      const ids = async (how: string) =>
        (await run({ table: 'cities', keys: ['who'], match: 'tidy', how })).rows.map(([id]) => id);
      expect(await ids('inner')).toEqual([1, 3, 5]);
      expect(await ids('semi')).toEqual([1, 3, 5]);
      expect(await ids('anti')).toEqual([2, 4]);
    });

    it.each(['left', 'inner', 'semi', 'anti'])('keeps the order: %s', async (how) => {
      const { sql, rows } = await run({ table: 'keyed', keys: ['k'], how }, 'mixed');
      expect(sql).not.toContain('ORDER BY');
      const ids = rows.map(([id]) => id);
      expect(ids).toEqual([...ids].sort((a, b) => Number(a) - Number(b)));
      expect(ids).toHaveLength(how === 'anti' ? 0 : 5000);
      expect(rows.every(([, k, found]) => found === undefined || (Number(found) * 7919) % 60000 === k)).toBe(
        true,
      );
    });

    it('takes names that it would give itself', async () => {
      const { rows, columns } = await run(
        { table: 'others', keys: [{ left: 'found', right: 'k' }] },
        'keyed',
      );
      expect(columns.map(({ name }) => name)).toEqual(['k', 'found', 'others']);
      expect(rows).toHaveLength(60000);
    });

    it('compares whole numbers of any size', async () => {
      const { sql, rows } = await run({ table: 'keyed', keys: [{ left: 'id', right: 'k' }] }, 'mixed');
      expect(sql).not.toContain('ORDER BY');
      expect(rows[3]![2]).toBe(kitchen.rows('SELECT found FROM keyed WHERE k = 3')[0]![0]);
    });
  });

  it('gives all rows that are equal to a number that is not exact', async () => {
    kitchen.create('exact', 'SELECT 9007199254740992 + i AS id, i AS n FROM range(2) r(i)');
    kitchen.create('rough', 'SELECT CAST(9007199254740992 AS DOUBLE) AS id');
    const { rows } = await run({ table: 'exact', keys: ['id'] }, 'rough');
    expect(rows.map(([, n]) => n)).toEqual([0, 1]);
  });

  it('says which column the other table does not have', async () => {
    await expect(run({ table: 'people', keys: ['id'] })).rejects.toMatchObject({
      code: 'step-column',
      params: { column: 'id' },
    });
    await expect(run({ table: 'people', keys: [{ left: 'who', right: 'id' }] })).rejects.toMatchObject({
      code: 'step-column',
    });
  });

  const forecast = async (settings: object) => {
    const { links } = await kitchen.compile('orders', [{ step: 'sort', order: ['id'] }]);
    const { columns } = await kitchen.ask('SELECT * FROM orders');
    const others = (await kitchen.ask('SELECT * FROM people')).columns;
    const whole = toSettings(join.fields, {
      table: 'people',
      keys: ['who'],
      ...settings,
    }) as never as JoinSettings;
    const tables = new Map([['people', others]]);
    const context = { from: '"step_1"', source: 'orders', columns, tables, seed: 1, found: [] };
    const answer = await kitchen.ask(toStatement('orders', links, toForecast(whole, context)));
    return Object.fromEntries(answer.columns.map(({ name }, at) => [name, answer.values[at]![0]]));
  };

  it('is foretold', async () => {
    expect(await forecast({})).toEqual({
      matched: 2,
      unmatched: 3,
      unmatchedOther: 2,
      multiplied: 2,
      most: 2,
      after: 7,
    });
  });

  it.each([
    ['left', 'all', 'tidy'],
    ['left', 'first', 'exact'],
    ['inner', 'all', 'exact'],
    ['inner', 'first', 'tidy'],
    ['full', 'first', 'tidy'],
    ['semi', 'all', 'exact'],
    ['anti', 'all', 'tidy'],
  ])('gives as many rows as foretold: %s, %s, %s', async (how, several, match) => {
    const settings = { table: 'people', keys: ['who'], how, several, match };
    expect((await forecast(settings)).after).toBe((await run(settings)).rows.length);
  });
});

describe('likely keys', () => {
  const id = { name: 'id', type: 'BIGINT' };
  const text = (name: string) => ({ name, type: 'VARCHAR' });

  it('are found by names, and by the names of tables before them', () => {
    const orders = { name: 'orders', columns: [id, { name: 'Customer_ID', type: 'BIGINT' }, text('city')] };
    const customers = { name: 'customers', columns: [id, text('name'), text('city')] };
    expect(findKeys(orders, customers)).toEqual([
      { left: 'Customer_ID', right: 'id', why: 'table' },
      { left: 'id', right: 'id', why: 'name' },
      { left: 'city', right: 'city', why: 'name' },
    ]);
    expect(
      findKeys({ name: '订单', columns: [text('客户编号')] }, { name: '客户表', columns: [text('编号')] }),
    ).toEqual([{ left: '客户编号', right: '编号', why: 'table' }]);
  });

  it('are neither amounts nor dates beside numbers', () => {
    const amount = { name: 'amount', type: 'DOUBLE' };
    expect(findKeys({ name: 'a', columns: [amount] }, { name: 'b', columns: [amount] })).toEqual([]);
    const day = { name: 'day_id', type: 'DATE' };
    expect(findKeys({ name: 'a', columns: [day] }, { name: 'b', columns: [text('day_id')] })).toEqual([]);
  });

  it('are measured by their values', async () => {
    const kitchen = await createKitchen();
    kitchen.table('a(k, v)', `(1, 'x'), (1, 'y'), (2, NULL), (NULL, 'z')`);
    kitchen.table('b(k, w)', `('1', 'x'), ('5', 'x'), ('7', NULL)`);
    const a = { from: 'a', columns: (await kitchen.ask('FROM a')).columns };
    const b = { name: 'b', columns: (await kitchen.ask('FROM b')).columns };
    const pairs = [
      { left: 'k', right: 'k' },
      { left: 'v', right: 'w' },
    ];
    expect(kitchen.rows(toMatchShares(a, b, pairs))).toEqual([
      [2, 1, true],
      [3, 1, false],
    ]);
  }, 60_000);
});
