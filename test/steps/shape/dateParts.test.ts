import { beforeAll, describe, expect, it } from 'vitest';
import { createKitchen } from '../kitchen';

describe('dateParts', () => {
  let kitchen: Awaited<ReturnType<typeof createKitchen>>;
  beforeAll(async () => {
    kitchen = await createKitchen();
    kitchen.table(
      't(day, "at", other)',
      `(DATE '2021-01-03', TIMESTAMP '2021-01-03 23:59:59.999', DATE '2024-01-02'), (NULL, NULL, NULL),
       (DATE '2024-02-29', TIMESTAMP '2024-02-29 00:00:00', DATE '2023-02-28')`,
    );
  }, 60_000);

  const run = async (settings: object) =>
    (await kitchen.run('t', [{ step: 'dateParts', column: 'day', ...settings }])).rows.map((row) =>
      row.slice(1, -2),
    );

  it('takes the parts of a date, weeks as ISO has them', async () => {
    const parts = ['year', 'quarter', 'month', 'week', 'day', 'weekday', 'year-week', 'day-of-year'];
    expect(await run({ parts })).toEqual([
      [2021, 1, 1, 53, 3, 7, '2020-W53', 3],
      [null, null, null, null, null, null, null, null],
      [2024, 1, 2, 9, 29, 4, '2024-W09', 60],
    ]);
  });

  it('names weekdays and months in either language', async () => {
    const parts = ['weekday-name', 'month-name'];
    expect((await run({ parts }))[0]).toEqual(['Sunday', 'January']);
    expect((await run({ parts, language: 'zh' }))[2]).toEqual(['星期四', '二月']);
  });

  it('gives the ends of periods as dates, and texts that sort', async () => {
    const parts = [
      'start-of-week',
      'start-of-quarter',
      'end-of-month',
      'days-in-month',
      'year-month',
      'year-quarter',
    ];
    expect((await run({ parts }))[2]).toEqual([
      '2024-02-26',
      '2024-01-01',
      '2024-02-29',
      29,
      '2024-02',
      '2024-Q1',
    ]);
  });

  it('takes them out of moments too', async () => {
    const { rows, columns } = await kitchen.run('t', [
      { step: 'dateParts', column: 'at', parts: ['hour', { part: 'date', name: 'on' }, 'start-of-month'] },
    ]);
    expect(columns.slice(2, 5)).toEqual([
      { name: 'at_hour', type: 'BIGINT' },
      { name: 'on', type: 'DATE' },
      { name: 'at_start_of_month', type: 'DATE' },
    ]);
    expect(rows[0]!.slice(2, 5)).toEqual([23, '2021-01-03', '2021-01-01']);
  });

  it('counts full years and days to a date, or to that of another column', async () => {
    const parts = ['age-years', 'age-days'];
    expect(await run({ parts, date: '2024-01-02' })).toEqual([
      [2, 1094],
      [null, null],
      [0, -58],
    ]);
    expect(await run({ parts, until: 'column', end: 'other' })).toEqual([
      [2, 1094],
      [null, null],
      [-1, -366],
    ]);
  });

  it('takes no text for a date, and no date to come without one', async () => {
    kitchen.table('texts(day)', `('2024-01-01')`);
    const problem = async (from: string, settings: object) =>
      (await kitchen.compile(from, [{ step: 'dateParts', column: 'day', parts: ['age-years'], ...settings }]))
        .problem;
    expect(await problem('texts', {})).toMatchObject({ code: 'step-family' });
    expect(await problem('t', { date: 'soon' })).toMatchObject({ code: 'step-value' });
  });
});
