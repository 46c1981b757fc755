import { beforeAll, describe, expect, it } from 'vitest';
import { readSeries } from '../../analytics/time/readSeries';
import { createKitchen } from '../kitchen';

describe('a forecast', () => {
  let kitchen: Awaited<ReturnType<typeof createKitchen>>;
  beforeAll(async () => {
    kitchen = await createKitchen();
    const rows = Array.from(
      readSeries('AirPassengers'),
      (value, at) => `(DATE '1949-01-01' + INTERVAL ${at} MONTH, ${value})`,
    );
    kitchen.table('air(month, passengers)', rows.join(', '));
    kitchen.create(
      'shops',
      `SELECT m AS day, shop, CAST(100 + 10 * shop + 5 * month(m) + 3 * sin(day(m) * shop) + date_diff('day', DATE '2021-01-01', m) / 10 AS DECIMAL(9, 2)) AS sales
       FROM range(DATE '2021-01-01', DATE '2023-07-13', INTERVAL 1 DAY) AS r(m), range(3) AS s(shop)
       UNION ALL VALUES (NULL, 0, 5), (DATE '2023-01-01', 0, NULL), ('infinity'::TIMESTAMP, 0, 1), (DATE '2023-06-01', NULL, 4)`,
    );
  }, 60_000);

  const run = (table: string, spec: object) => kitchen.run(table, [{ step: 'forecast', ...spec }]);

  it('says what comes next, how far off that may be, and what did best', async () => {
    const { rows, columns, links } = await run('air', { date: 'month', value: 'passengers' });
    expect(columns.map(({ name, type }) => `${name} ${type}`)).toEqual([
      'date DATE',
      'value DOUBLE',
      'forecast DOUBLE',
      'low DOUBLE',
      'high DOUBLE',
      'is_forecast BOOLEAN',
    ]);
    expect(rows).toHaveLength(156);
    expect(rows[143]).toEqual(['1960-12-01', 432, null, null, null, false]);
    // R 4.2, forecast 8.20: forecast(ets(AirPassengers)) gives 441.8 (399.4 to 484.2) of ETS(M,Ad,M); this is ETS(M,A,M)
    const [date, value, forecast, low, high, isForecast] = rows[144]!;
    expect([date, value, isForecast]).toEqual(['1961-01-01', null, true]);
    expect([low! < forecast!, forecast! < high!, Math.abs(Number(forecast) - 441.8) < 5]).toEqual([
      true,
      true,
      true,
    ]);
    expect(links[0]!.made!.notes!.map(({ why }) => why)).toEqual([
      'forecast-sum',
      'forecast-chosen',
      'forecast-error-season',
      'series-by-month',
    ]);
    expect(links[0]!.made!.notes![0]!.params).toMatchObject({
      period: '1961-01',
      until: '1961-12',
      count: 12,
    });
    const backtest = kitchen.rows(`SELECT method, round(smape) FROM ${links[0]!.tables!.backtest!.table}`);
    expect(backtest).toEqual([
      ['seasonal-naive', 12],
      ['theta', 7],
      ['ets', 6],
    ]);
    const models = kitchen.rows(`SELECT method, model, period FROM ${links[0]!.tables!.models!.table}`);
    expect(models).toEqual([['ets', 'ETS(M,A,M)', 12]]);
  });

  it('is one for each series, leaves out the month that has begun, and says what does not count', async () => {
    const { rows, columns, links } = await run('shops', { date: 'day', value: 'sales', by: 'shop' });
    expect(columns[0]).toEqual({ name: 'shop', type: 'VARCHAR' });
    // 30 months and a year to come; the one row of no shop makes no series
    expect(rows).toHaveLength(3 * 42);
    expect(links[0]!.made!.notes).toEqual([
      { why: 'forecast-many-sum', params: expect.objectContaining({ series: 3, period: '2023-07' }) },
      { why: 'forecast-ways', params: expect.anything() },
      { why: 'forecast-error-season', params: expect.anything() },
      { why: 'series-too-short', params: { count: 1, of: 4 } },
      { why: 'series-by-month', params: {} },
      { why: 'series-cut', params: { period: '2023-07' } },
      { why: 'series-left-out', params: { count: 3, of: 2773 } },
    ]);
  });

  it('counts rows, or takes means, by the period that is asked for', async () => {
    const counted = await run('shops', { date: 'day', unit: 'quarter', horizon: 1, method: 'naive' });
    expect(counted.rows[0]).toEqual(['2021-01-01', 270, null, null, null, false]);
    expect(counted.links[0]!.made!.notes![0]!.why).toBe('forecast-one');
    const means = await run('shops', {
      date: 'day',
      value: 'sales',
      how: 'mean',
      unit: 'year',
      method: 'naive',
    });
    expect(means.rows.slice(0, 3).map(([date]) => date)).toEqual(['2021-01-01', '2022-01-01', '2023-01-01']);
    const [[mean]] = kitchen.rows('SELECT avg(sales) FROM shops WHERE year(day) = 2021') as [[number]];
    expect(means.rows[0]![1]).toBeCloseTo(mean, 9);
    expect(means.links[0]!.made!.notes![0]!.why).toBe('forecast-mean');
  });

  it('wants a date with a day', async () => {
    kitchen.table('clock(moment, x)', `(TIME '12:00', 1)`);
    const { problem } = await kitchen.compile('clock', [{ step: 'forecast', date: 'moment', value: 'x' }]);
    expect(problem?.code).toBe('step-family');
  });
});

describe('a forecast by regression', () => {
  let kitchen: Awaited<ReturnType<typeof createKitchen>>;
  beforeAll(async () => {
    kitchen = await createKitchen();
    // open from 2025 to 2 February 2026; on National Day 200 more are sold, and at the Spring Festival 60 less
    kitchen.create(
      'shop',
      `SELECT m::DATE AS day, kind, 100 + 20 * kind + dayofweek(m) + 3 * sin(pow(date_diff('day', DATE '2025-01-01', m), 2))
         + CASE WHEN m BETWEEN DATE '2025-10-01' AND DATE '2025-10-08' THEN 200
             WHEN m BETWEEN DATE '2025-01-28' AND DATE '2025-02-04' THEN -60 ELSE 0 END AS sales
       FROM range(DATE '2025-01-01', DATE '2026-02-03', INTERVAL 1 DAY) AS r(m), range(2) AS k(kind)`,
    );
    kitchen.create('old', `SELECT day - INTERVAL 20 YEAR AS day, sales FROM shop`);
    kitchen.create(
      'years',
      `SELECT m::DATE AS day, 100 + hash(m) % 7 AS sales FROM range(DATE '2024-01-01', DATE '2026-11-01', INTERVAL 1 DAY) AS r(m)`,
    );
    kitchen.create('late', `SELECT day + INTERVAL 3624 DAY AS day, sales FROM shop`);
  }, 60_000);

  const run = (table: string, spec: object = {}) =>
    kitchen.run(table, [
      { step: 'forecast', date: 'day', value: 'sales', unit: 'day', method: 'regression', ...spec },
    ]);
  const notes = (found: Awaited<ReturnType<typeof run>>) => found.links[0]!.made!.notes!;

  it('counts the holidays, says whose they are and what is clear of them, and has all as a table', async () => {
    const found = await run('shop', { horizon: 21 });
    const all = notes(found);
    expect(all.map(({ why }) => why)).toEqual([
      'forecast-sum',
      'forecast-asked',
      'forecast-error-season',
      'forecast-holidays',
      'forecast-holiday-more',
      'forecast-holiday-less',
    ]);
    expect(all[1]!.params.model).toBe('regression(trend + season(7) + holidays)');
    expect(all[3]!.params).toEqual({ country: 'china', days: 31, ahead: 9 });
    const [more, less] = [all[4]!.params, all[5]!.params];
    expect([more.holiday, less.holiday]).toEqual(['national-day', 'spring-festival']);
    expect([Math.abs(Number(more.effect) - 400) < 10, Math.abs(Number(less.effect) - 120) < 10]).toEqual([
      true,
      true,
    ]);
    const table = found.links[0]!.tables!.holidays!;
    expect(table.columns.map(({ name }) => name)).toEqual([
      'holiday',
      'holiday_zh',
      'days',
      'days_ahead',
      'effect',
      'std_error',
      'p_value',
    ]);
    const listed = kitchen.rows(`SELECT holiday, holiday_zh, days, days_ahead FROM ${table.table}`);
    expect(listed).toContainEqual(['Spring Festival', '春节', 8, 9]);
    expect(listed).toContainEqual(['Make-up workday', '调休上班', 6, 1]);
    // the festival of 2026 begins on 15 February, the 13th day to come
    const ahead = found.rows.slice(-21).map(([date, , forecast]) => [date, Number(forecast) < 180]);
    expect(ahead.filter(([, isLow]) => isLow).map(([date]) => date)).toEqual([
      '2026-02-15',
      '2026-02-16',
      '2026-02-17',
      '2026-02-18',
      '2026-02-19',
      '2026-02-20',
      '2026-02-21',
      '2026-02-22',
      '2026-02-23',
    ]);
    const backtest = kitchen.rows(`SELECT method FROM ${found.links[0]!.tables!.backtest!.table}`);
    expect(backtest).toEqual([['seasonal-naive'], ['regression']]);
  });

  it('of many series has a row for each and its holidays', async () => {
    const found = await run('shop', { by: 'kind', holidays: 'germany' });
    expect(notes(found).map(({ why }) => why)).toEqual([
      'forecast-many-sum',
      'forecast-error-season',
      'forecast-no-better',
      'forecast-holidays',
    ]);
    const { table } = found.links[0]!.tables!.holidays!;
    expect(
      kitchen.rows(`SELECT kind, count(*), count(effect) FROM ${table} GROUP BY kind ORDER BY 1`),
    ).toEqual([
      ['0', 9, 9],
      ['1', 9, 9],
    ]);
  });

  it('says which days lie beyond the list, and beyond what is arranged', async () => {
    const known = await run('shop', { horizon: 400 });
    expect(notes(known)).toContainEqual({
      why: 'forecast-holidays-by-law',
      params: { count: 68, last: '2026' },
    });
    // from 4 December 2034 to 5 January 2036, and two weeks to come
    const late = notes(await run('late'));
    expect(late).toContainEqual({
      why: 'forecast-holidays-beyond',
      params: { count: 19, from: '2015', to: '2035' },
    });
    await expect(run('old')).rejects.toMatchObject({
      code: 'analysis-misfit',
      params: { why: 'holidays-unknown', from: '2015', to: '2035' },
    });
  });

  it('says where holidays are not counted, as it is not by day', async () => {
    const monthly = await run('years', { unit: 'auto' });
    expect(notes(monthly).map(({ why }) => why)).toContain('forecast-holidays-by-day');
    const asked = await run('shop', { unit: 'week' });
    expect(notes(asked).map(({ why }) => why)).not.toContain('forecast-holidays-by-day');
    const none = await run('shop', { holidays: 'none' });
    expect(none.links[0]!.tables!.holidays).toBeUndefined();
  });
});
