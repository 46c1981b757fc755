import { beforeAll, describe, expect, it } from 'vitest';
import { createKitchen } from '../kitchen';

describe('fillDates', () => {
  let kitchen: Awaited<ReturnType<typeof createKitchen>>;
  beforeAll(async () => {
    kitchen = await createKitchen();
    kitchen.create(
      't',
      `SELECT day::DATE AS day, shop, n FROM (VALUES ('2024-01-04', 'b', 5), ('2024-01-01', 'a', 1), ('2024-01-03', 'a', NULL),
       ('2024-01-01', 'a', 2), (NULL, 'a', 9), ('2024-01-03', NULL, 7)) AS t(day, shop, n)`,
    );
  }, 60_000);

  const run = async (settings: object, from = 't') =>
    (await kitchen.run(from, [{ step: 'fillDates', column: 'day', ...settings }])).rows;

  it('adds a row for each day that has none, and keeps all others', async () => {
    expect(await run({})).toEqual([
      ['2024-01-01', 'a', 1],
      ['2024-01-01', 'a', 2],
      ['2024-01-02', null, null],
      ['2024-01-03', 'a', null],
      ['2024-01-03', null, 7],
      ['2024-01-04', 'b', 5],
      [null, 'a', 9],
    ]);
  });

  it('does so for each group, between its own dates or those of all', async () => {
    expect(await run({ by: ['shop'], mark: 'added' })).toEqual([
      ['2024-01-01', 'a', 1, false],
      ['2024-01-01', 'a', 2, false],
      ['2024-01-02', 'a', null, true],
      ['2024-01-03', 'a', null, false],
      [null, 'a', 9, false],
      ['2024-01-04', 'b', 5, false],
      ['2024-01-03', null, 7, false],
    ]);
    const all = await run({ by: ['shop'], range: 'all' });
    expect(all).toHaveLength(5 + 1 + 4 + 4);
    expect(all.filter(([day, shop]) => shop === 'b' && day === '2024-01-01')).toEqual([
      ['2024-01-01', 'b', null],
    ]);
  });

  it('fills new rows with what was before or with 0, and no row that was there', async () => {
    expect((await run({ by: ['shop'], fill: 'previous' })).slice(1, 4)).toEqual([
      ['2024-01-01', 'a', 2],
      ['2024-01-02', 'a', 2],
      ['2024-01-03', 'a', null],
    ]);
    expect((await run({ by: ['shop'], fill: 'zero' })).slice(2, 4)).toEqual([
      ['2024-01-02', 'a', 0],
      ['2024-01-03', 'a', null],
    ]);
  });

  it('takes any date of a week, month or quarter for it', async () => {
    kitchen.create('m', `SELECT unnest(['2023-12-15', '2024-03-31']::DATE[]) AS day`);
    expect(await run({ every: 'month' }, 'm')).toEqual([
      ['2023-12-15'],
      ['2024-01-01'],
      ['2024-02-01'],
      ['2024-03-31'],
    ]);
    expect(await run({ every: 'month', place: 'last' }, 'm')).toEqual([
      ['2023-12-15'],
      ['2024-01-31'],
      ['2024-02-29'],
      ['2024-03-31'],
    ]);
    expect(await run({ every: 'quarter' }, 'm')).toHaveLength(2);
    expect((await run({ every: 'week', place: 'last' }, 'm'))[1]).toEqual(['2023-12-24']);
  });

  it('fills moments too, by the hour', async () => {
    kitchen.create('h', `SELECT unnest(['2024-01-01 22:30:00', '2024-01-02 00:10:00']::TIMESTAMP[]) AS day`);
    expect(await run({ every: 'hour' }, 'h')).toEqual([
      ['2024-01-01 22:30:00'],
      ['2024-01-01 23:00:00'],
      ['2024-01-02 00:10:00'],
    ]);
  });

  it('reads a table that is called as its own part, and one without dates', async () => {
    kitchen.create('dated', 'SELECT * FROM t');
    expect(await run({}, 'dated')).toHaveLength(7);
    kitchen.create('none', 'SELECT * FROM t WHERE day IS NULL');
    expect(await run({ by: ['shop'], range: 'all', fill: 'previous' }, 'none')).toEqual([[null, 'a', 9]]);
  });

  it('takes groups by columns that are called as its own', async () => {
    kitchen.create('own', 'SELECT day, shop AS start, shop AS period FROM t');
    expect(await run({ by: ['start', 'period'], range: 'all' }, 'own')).toHaveLength(14);
  });

  it('tells of too many rows, and of hours in dates', async () => {
    kitchen.create('far', `SELECT unnest(['0001-01-01', '9999-12-31']::TIMESTAMP[]) AS day`);
    const problem = async (settings: object, from: string) =>
      (await kitchen.compile(from, [{ step: 'fillDates', column: 'day', ...settings }])).problem;
    expect(await problem({ every: 'hour' }, 'far')).toMatchObject({ params: { why: 'dates-many' } });
    expect(await problem({ every: 'hour' }, 't')).toMatchObject({ code: 'step-family' });
    expect(await problem({ by: ['day'] }, 't')).toMatchObject({ params: { why: 'dates-by' } });
  });
});
