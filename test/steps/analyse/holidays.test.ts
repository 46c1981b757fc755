import { beforeAll, describe, expect, it } from 'vitest';
import { createKitchen } from '../kitchen';

describe('holidays', () => {
  let kitchen: Awaited<ReturnType<typeof createKitchen>>;
  beforeAll(async () => {
    kitchen = await createKitchen();
    const days = ['2024-10-01', '2024-10-12', '2024-10-13', '2024-10-14', '2027-02-06', '1999-10-01'];
    kitchen.table('t(day)', `${days.map((day) => `(DATE '${day}')`).join()}, (NULL)`);
    kitchen.table('us(day)', `(TIMESTAMP '2021-12-31 10:00:00'), (TIMESTAMP '2022-01-03 10:00:00')`);
  }, 60_000);

  it('of China are marked, and a weekend that makes up for one is worked', async () => {
    const { rows, links } = await kitchen.run('t', [{ step: 'holidays', date: 'day', names: 'zh' }]);
    expect(rows).toEqual([
      ['2024-10-01', '国庆节', false],
      ['2024-10-12', null, true],
      ['2024-10-13', null, false],
      ['2024-10-14', null, true],
      ['2027-02-06', '春节', false],
      ['1999-10-01', null, null],
      [null, null, null],
    ]);
    expect(links[0]!.made!.notes).toEqual([
      { why: 'holidays-found', params: { count: 2, of: 7 } },
      { why: 'holidays-beyond', params: { count: 1, from: '2015', to: '2035' } },
      { why: 'holidays-by-law', params: { count: 1, last: '2026' } },
      { why: 'holidays-no-date', params: { count: 1 } },
    ]);
  });

  it('of the next year may fall into this one', async () => {
    const { rows } = await kitchen.run('us', [{ step: 'holidays', date: 'day', country: 'united-states' }]);
    expect(rows.map(([, holiday, isWorkday]) => [holiday, isWorkday])).toEqual([
      ['New Year', false],
      [null, true],
    ]);
  });

  it('are not known where no date is of the years that are listed', async () => {
    const { problem } = await kitchen.compile('t', [
      { step: 'filter', conditions: [{ column: 'day', test: 'less', value: '2000-01-01' }] },
      { step: 'holidays', date: 'day' },
    ]);
    expect(problem).toMatchObject({
      code: 'analysis-misfit',
      params: { why: 'holidays-unknown', from: '2015' },
    });
  });
});
