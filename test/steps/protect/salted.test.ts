import { createHash } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createKitchen } from '../kitchen';

describe('steps with a salt', () => {
  let kitchen: Awaited<ReturnType<typeof createKitchen>>;
  beforeAll(async () => {
    kitchen = await createKitchen();
    kitchen.table(
      't(who, friend, n)',
      `('ann', 'bob', 5), ('bob', NULL, 5), (NULL, 'cy', 7), ('ann', 'ann', NULL)`,
    );
  }, 60_000);
  beforeEach(() => {
    kitchen.setSalt('pepper');
  });

  const rows = async (step: string, settings: object, table = 't') =>
    (await kitchen.run(table, [{ step, ...settings }])).rows;

  it('keep the salt out of their SQL', async () => {
    kitchen.setSalt('very secret');
    for (const step of ['hash', 'pseudonym'])
      expect((await kitchen.run('t', [{ step, columns: ['who'] }])).sql).not.toContain('very secret');
  });

  it('refuse a name that a parameter cannot have', async () => {
    const compiled = await kitchen.compile('t', [{ step: 'hash', columns: ['who'], salt: "x' || y" }]);
    expect(compiled.problem).toMatchObject({ code: 'step-misfit', params: { why: 'salt-name' } });
  });

  describe('hash', () => {
    it('is sha256 of the salt and the value, which the same values of any type share', async () => {
      const digest = (value: string) => createHash('sha256').update(`pepper${value}`).digest('hex');
      expect(await rows('hash', { columns: ['who', 'n'], length: 64 })).toEqual([
        [digest('ann'), 'bob', digest('5')],
        [digest('bob'), null, digest('5')],
        [null, 'cy', digest('7')],
        [digest('ann'), 'ann', null],
      ]);
      expect((await rows('hash', { columns: ['who'] }))[0]![0]).toBe(digest('ann').slice(0, 32));
    });

    it('comes out otherwise with another salt', async () => {
      const first = await rows('hash', { columns: ['who'] });
      kitchen.setSalt('salt');
      const second = await rows('hash', { columns: ['who'] });
      expect(second[0]![0]).not.toBe(first[0]![0]);
    });
  });

  describe('pseudonym', () => {
    it('gives a value one name in all of the columns, and a missing one none', async () => {
      const named = await rows('pseudonym', { columns: ['who', 'friend'], prefix: 'Customer' });
      const [ann, bob, cy] = [named[0]![0], named[1]![0], named[2]![1]];
      expect(named).toEqual([
        [ann, bob, 5],
        [bob, null, 5],
        [null, cy, 7],
        [ann, ann, null],
      ]);
      expect([ann, bob, cy].sort()).toEqual(['Customer 00001', 'Customer 00002', 'Customer 00003']);
    });

    it('leaves each row once', async () => {
      const named = await rows('pseudonym', { columns: ['who'] });
      expect(named.map(([, friend]) => friend)).toEqual(['bob', null, 'cy', 'ann']);
      expect(named[3]![0]).toBe(named[0]![0]);
    });

    it('numbers by the salt, not by the order of the values', async () => {
      kitchen.create('many', `SELECT 'v' || lpad(i::VARCHAR, 4, '0') AS v FROM range(2000) AS r(i)`);
      const named = await rows('pseudonym', { columns: ['v'] }, 'many');
      expect(new Set(named.map(([name]) => name)).size).toBe(2000);
      expect(named.slice(0, 5).map(([name]) => name)).not.toEqual(
        [1, 2, 3, 4, 5].map((n) => `Person 0000${n}`),
      );
      kitchen.setSalt('salt');
      expect(await rows('pseudonym', { columns: ['v'] }, 'many')).not.toEqual(named);
    });

    it('keeps the order of many rows, also of a table that is called names', async () => {
      kitchen.create('names', `SELECT i, 'v' || i * 7919 % 400009 AS v FROM range(400000) AS r(i)`);
      const { made } = (await kitchen.compile('names', [{ step: 'pseudonym', columns: ['v'] }])).links[0]!;
      kitchen.create('named', made!.sql.replaceAll('$quire_salt_main', "'s'"));
      expect(kitchen.rows('SELECT count(*) FROM named WHERE i <> rowid')).toEqual([[0]]);
    }, 60_000);
  });

  describe('shiftDates', () => {
    it('moves all dates of a person by the same days, never by none', async () => {
      kitchen.create(
        'days',
        `SELECT i % 500 AS person, DATE '2024-02-01' AS a, TIMESTAMP '2024-02-11 08:30:00' AS b FROM range(1000) AS r(i)`,
      );
      const { sql } = await kitchen.run('days', [
        { step: 'shiftDates', columns: ['a', 'b'], person: 'person', days: 3 },
      ]);
      const moved = kitchen.rows(
        `SELECT person, date_diff('day', DATE '2024-02-01', a)::INTEGER, date_diff('hour', a::TIMESTAMP, b)::INTEGER FROM (${sql})`,
      );
      expect(new Set(moved.map(([, , hours]) => hours))).toEqual(new Set([248]));
      expect([...new Set(moved.map(([, days]) => days))].sort()).toEqual([-1, -2, -3, 1, 2, 3]);
      const byPerson = new Map(moved.map(([person, days]) => [person, days]));
      expect(moved.every(([person, days]) => byPerson.get(person!) === days)).toBe(true);
    });

    it('leaves missing and endless dates', async () => {
      kitchen.table('ends(p, a)', `(1, DATE 'infinity'), (1, NULL)`);
      expect(await rows('shiftDates', { columns: ['a'], person: 'p' }, 'ends')).toEqual([
        [1, 'infinity'],
        [1, null],
      ]);
    });

    it('takes no time of day', async () => {
      kitchen.table('times(p, a)', `(1, TIME '10:00:00')`);
      const compiled = await kitchen.compile('times', [{ step: 'shiftDates', columns: ['a'], person: 'p' }]);
      expect(compiled.problem).toMatchObject({ code: 'step-family' });
    });
  });

  describe('noise', () => {
    beforeAll(() => {
      kitchen.create(
        'numbers',
        `SELECT 1000::INTEGER AS i, 1000::DOUBLE AS d, 99.99::DECIMAL(4,2) AS c FROM range(5000)`,
      );
    });

    it('moves each number by no more than the share, and the mean hardly', async () => {
      const moved = await rows('noise', { columns: ['i', 'd', 'c'], percent: 10 }, 'numbers');
      const doubles = moved.map(([, d]) => Number(d));
      expect(Math.min(...doubles)).toBeGreaterThanOrEqual(900);
      expect(Math.max(...doubles)).toBeLessThanOrEqual(1100);
      expect(new Set(doubles).size).toBe(5000);
      // the mean of 5,000 draws from 900 to 1,100 has a standard error of 0.82
      expect(Math.abs(doubles.reduce((sum, d) => sum + d, 0) / 5000 - 1000)).toBeLessThan(4);
    });

    it('leaves whole numbers whole, and decimals with their digits', async () => {
      const { columns, rows: moved } = await kitchen.run('numbers', [
        { step: 'noise', columns: ['i', 'c'], by: 'amount', amount: 20 },
      ]);
      expect(columns.map(({ type }) => type)).toEqual(['BIGINT', 'DOUBLE', 'DECIMAL(7,2)']);
      expect(moved.every(([i]) => Number.isInteger(i) && Math.abs(Number(i) - 1000) <= 20)).toBe(true);
      expect(moved.some(([, , c]) => Number(c) > 100)).toBe(true);
    });

    it('cannot be drawn again from the seed alone', async () => {
      const first = await rows('noise', { columns: ['d'] }, 'numbers');
      expect(await rows('noise', { columns: ['d'] }, 'numbers')).toEqual(first);
      kitchen.setSalt('salt');
      expect(await rows('noise', { columns: ['d'] }, 'numbers')).not.toEqual(first);
    });
  });
});
