import { beforeAll, describe, expect, it } from 'vitest';
import { readSeries } from '../../analytics/time/readSeries';
import { createKitchen } from '../kitchen';

let kitchen: Awaited<ReturnType<typeof createKitchen>>;
beforeAll(async () => {
  kitchen = await createKitchen();
  const toRows = (name: 'nottem' | 'Nile', start: string, unit: string) =>
    Array.from(
      readSeries(name),
      (value, at) => `(DATE '${start}' + INTERVAL ${at} ${unit}, ${value})`,
    ).join();
  kitchen.table('nottem(month, degrees)', toRows('nottem', '1920-01-01', 'MONTH'));
  kitchen.table('nile(year, flow)', toRows('Nile', '1871-01-01', 'YEAR'));
  kitchen.create(
    'both',
    `SELECT month, 'a' AS place, degrees FROM nottem
     UNION ALL SELECT month, 'b', degrees + CASE WHEN month = DATE '1930-06-01' THEN 30 ELSE 0 END FROM nottem
     UNION ALL SELECT month, 'c', degrees FROM nottem WHERE month > DATE '1939-10-01'`,
  );
}, 60_000);

const run = async (table: string, spec: { step: string } & Record<string, unknown>) => {
  const { rows, columns, links } = await kitchen.run(table, [spec]);
  return { rows, columns, notes: links[0]!.made!.notes!, tables: links[0]!.tables! };
};

describe('values by period', () => {
  it('show their gaps, and the mean of the last few', async () => {
    kitchen.table('visits(day, n)', "(DATE '2024-01-05', 2), (DATE '2024-01-20', 4), (DATE '2024-03-31', 9)");
    const { rows, columns, notes } = await run('visits', {
      step: 'periods',
      date: 'day',
      value: 'n',
      unit: 'month',
      window: 2,
    });
    expect(columns.map(({ name, type }) => `${name} ${type}`)).toEqual([
      'date DATE',
      'value DOUBLE',
      'is_gap BOOLEAN',
      'moving_mean DOUBLE',
    ]);
    expect(rows).toEqual([
      ['2024-01-01', 6, false, null],
      ['2024-02-01', 0, true, 3],
      ['2024-03-01', 9, false, 4.5],
    ]);
    expect(notes[0]).toEqual({
      why: 'periods',
      params: { count: 3, period: expect.any(String) as string, value: 9 },
    });
  });
});

describe('autocorrelation', () => {
  // R 4.2.2: acf(nottem, plot = FALSE), pacf(nottem, plot = FALSE); Box.test(nottem, 23, 'Ljung')
  it('is that of acf and pacf in R', async () => {
    const { rows, notes } = await run('nottem', { step: 'autocorrelation', date: 'month', value: 'degrees' });
    expect(rows).toHaveLength(23);
    expect(rows[0]).toEqual([
      1,
      expect.closeTo(0.80771021565255352, 12),
      expect.closeTo(0.80771021565255352, 12),
      expect.closeTo(0.1265151, 6),
      expect.closeTo(-0.1265151, 6),
      expect.closeTo(0.1265151, 6),
    ]);
    expect(rows[11]).toEqual([
      12,
      expect.closeTo(0.88430614844429134, 12),
      expect.closeTo(0.08558734467834876, 12),
      expect.anything(),
      expect.anything(),
      expect.anything(),
    ]);
    expect(notes[0]).toMatchObject({ why: 'autocorrelated' });
  });
});

describe('trend and season', () => {
  // R 4.2.2: stl(nottem, 'periodic')
  it('are those of stl in R', async () => {
    const { rows, columns, notes } = await run('nottem', {
      step: 'decompose',
      date: 'month',
      value: 'degrees',
    });
    expect(columns.map(({ name, type }) => `${name} ${type}`)).toEqual([
      'date DATE',
      'value DOUBLE',
      'trend DOUBLE',
      'season DOUBLE',
      'remainder DOUBLE',
    ]);
    expect(rows[0]).toEqual([
      '1920-01-01',
      40.6,
      expect.closeTo(49.6806726485632, 10),
      expect.closeTo(-9.3471980274764, 10),
      expect.closeTo(0.2665253789131796, 10),
    ]);
    expect(notes.map(({ why }) => why)).toEqual(['decomposed-strong', 'decomposed-trend', 'series-by-month']);
    expect(notes[0]!.params).toMatchObject({ high: '1939-07', low: '1939-02' });
  });

  it('are told by how many series have a season, each with its strength', async () => {
    const { notes, tables, rows } = await run('both', {
      step: 'decompose',
      date: 'month',
      value: 'degrees',
      by: 'place',
    });
    expect(rows).toHaveLength(480);
    expect(notes.slice(0, 2)).toEqual([
      { why: 'decomposed-many', params: { strong: 2, series: 2, period: 12 } },
      { why: 'series-too-short', params: { count: 1, of: 3 } },
    ]);
    const strengths = kitchen.rows(`SELECT place, season_strength > 0.9 FROM ${tables.strengths!.table}`);
    expect(strengths).toEqual([
      ['a', true],
      ['b', true],
    ]);
  });

  it('want a season that has come twice', async () => {
    const years = kitchen.run('nile', [{ step: 'decompose', date: 'year', value: 'flow' }]);
    await expect(years).rejects.toMatchObject({ params: { why: 'no-period', period: 1 } });
    const few = kitchen.run('nottem', [
      { step: 'top', rows: 20 },
      { step: 'decompose', date: 'month', value: 'degrees' },
    ]);
    await expect(few).rejects.toMatchObject({ params: { why: 'too-few-rows', needed: 24, rows: 20 } });
  });
});

describe('change points', () => {
  // Cobb 1978; R, changepoint: `cpt.mean(Nile)`
  it('find the dam of 1898 in the Nile', async () => {
    const { rows, columns, notes, tables } = await run('nile', {
      step: 'changePoints',
      date: 'year',
      value: 'flow',
    });
    // each year beside the mean of its stretch, as a date
    const levels = kitchen.rows(
      `SELECT CAST(date AS VARCHAR), value, level FROM ${tables['series']!.table} ORDER BY date LIMIT 1`,
    );
    expect(levels).toEqual([['1871-01-01', 1120, rows[0]![3]]]);
    expect(columns.map(({ name }) => name)).toEqual(['from', 'to', 'periods', 'mean', 'sd', 'change']);
    expect(rows.map((row) => row.slice(0, 3))).toEqual([
      ['1871-01-01', '1898-12-31', 28],
      ['1899-01-01', '1970-12-31', 72],
    ]);
    expect(rows[1]![5]).toBeCloseTo(849.9722 - 1097.75, 4);
    expect(notes).toEqual([
      {
        why: 'changes',
        params: expect.objectContaining({ count: 1, period: '1899', before: 1097.75 }),
      },
      { why: 'series-by-year', params: {} },
    ]);
  });

  it('are none of a season that comes again', async () => {
    kitchen.create(
      'moved',
      `SELECT DATE '2015-01-01' + INTERVAL (n) MONTH AS month,
         10 * sin(n * pi() / 6) + sin(n * n) + CASE WHEN n < 50 THEN 0 ELSE 6 END AS level
       FROM range(96) AS r(n)`,
    );
    const { rows, notes } = await run('moved', { step: 'changePoints', date: 'month', value: 'level' });
    expect(rows.map(([from]) => from)).toEqual(['2015-01-01', '2019-03-01']);
    expect(notes.map(({ why }) => why)).toEqual(['changes', 'changes-season-off', 'series-by-month']);
  });
});

describe('odd periods', () => {
  it('are those that are off their season', async () => {
    const { rows, columns, notes } = await run('both', {
      step: 'oddInTime',
      date: 'month',
      value: 'degrees',
      by: 'place',
      limit: 5,
    });
    expect(columns.map(({ name }) => name)).toEqual([
      'place',
      'date',
      'value',
      'expected',
      'score',
      'is_odd',
    ]);
    expect(rows.filter((row) => row[5])).toEqual([
      ['b', '1930-06-01', 90.4, expect.any(Number), expect.any(Number), true],
    ]);
    expect(notes[0]).toEqual({
      why: 'odd-in-time-many',
      params: expect.objectContaining({ count: 1, of: 480, name: 'b', period: '1930-06', value: 90.4 }),
    });
    expect(notes[0]!.params.expected).toBeCloseTo(60, -1);
  });

  it('are none where the limit is far', async () => {
    const { notes } = await run('nottem', { step: 'oddInTime', date: 'month', value: 'degrees', limit: 20 });
    expect(notes[0]).toEqual({ why: 'odd-in-time-none', params: { count: 0, of: 240, limit: 20 } });
  });
});
