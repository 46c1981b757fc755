import { beforeAll, describe, expect, it } from 'vitest';
import { createRandom } from '../../../src/analytics/core/random';
import { toAlive, toMedianWait, type BgNbd } from '../../../src/analytics/keep/bgNbd';
import { expectAhead } from '../../../src/analytics/keep/lifetimeValue';
import { survival } from '../../../src/steps/analyse/survival';
import lung from '../../analytics/keep/lung.json';
import { createKitchen, type StepSpec } from '../kitchen';

let kitchen: Awaited<ReturnType<typeof createKitchen>>;
beforeAll(async () => {
  kitchen = await createKitchen();
  kitchen.table(
    'lung(days, died, sex)',
    lung.time.map((time, at) => `(${time}, '${lung.gone[at] ? 'Yes' : 'No'}', ${lung.sex[at]})`).join(),
  );
  kitchen.table(
    'stays(began_on, left_on, plan)',
    `(DATE '2024-01-10', DATE '2024-03-05', 'a'), (DATE '2024-01-20', NULL, 'b'),
     (DATE '2024-02-01', DATE '2024-02-20', 'a'), (DATE '2024-03-15', DATE 'infinity', 'b'), (NULL, DATE '2024-02-01', 'b'),
     (DATE '2024-03-31', DATE '2024-03-01', 'b'), (DATE '2024-02-03', DATE '2024-04-10', 'a')`,
  );
  kitchen.table(
    'orders(client, day, paid)',
    `(1, DATE '2024-01-01', 10), (1, DATE '2024-01-01', 5), (1, DATE '2024-02-10', 20), (1, DATE '2024-03-01', 25),
     (2, DATE '2024-01-15', 40), (2, DATE '2024-01-20', 20), (3, DATE '2024-02-01', 7), (3, DATE '2024-02-05', -9),
     (4, DATE '2024-03-31', 12), (NULL, DATE '2024-03-31', 12), (4, NULL, 1), (5, DATE '2024-01-05', 8), (5, DATE '2024-03-20', 8)`,
  );
  kitchen.table('shop(client, day, paid)', toShop(600).join());
}, 60_000);

/** Orders over two years of customers who differ in how often they order, how soon they stop, and what they spend. */
function toShop(customers: number): string[] {
  const random = createRandom(3);
  const pick = (values: readonly number[]) => values[random.below(values.length)]!;
  return Array.from({ length: customers }, (_, client) => {
    const [pause, stop, spends] = [pick([15, 60, 200]), pick([0.05, 0.3]), pick([20, 50, 120])];
    const orders: string[] = [];
    for (let day = random.next() * 700; day < 730; day -= Math.log(1 - random.next()) * pause) {
      const paid = spends * (0.6 + 0.8 * random.next());
      orders.push(`('c${client}', DATE '2023-01-01' + ${Math.floor(day)}, ${paid.toFixed(2)})`);
      if (random.next() < stop) break;
    }
    return orders;
  }).flat();
}

async function run(table: string, spec: StepSpec) {
  const { rows, columns, links } = await kitchen.run(table, [spec]);
  return { rows, columns, notes: links[0]!.made!.notes!, tables: links[0]!.tables };
}

const read = (table: { table: string } | undefined) => kitchen.rows(`FROM ${table!.table}`);

describe('how long they stay', () => {
  const byDates = { step: 'survival', start: 'began_on', end: 'left_on', unit: 'day' };

  it('is counted from the first day to the last, or to the last day known', async () => {
    const { rows, columns, notes } = await run('stays', byDates);
    expect(columns.map(({ name }) => name)).toEqual([
      'time',
      'at_risk',
      'gone',
      'still_there',
      'share',
      'lower',
      'upper',
    ]);
    expect(rows.map((row) => row.slice(0, 5))).toEqual([
      [0, 5, 0, 0, 1],
      [19, 5, 1, 0, expect.closeTo(4 / 5, 14)],
      [26, 4, 0, 1, expect.closeTo(4 / 5, 14)],
      [55, 3, 1, 0, expect.closeTo(8 / 15, 14)],
      [67, 2, 1, 0, expect.closeTo(4 / 15, 14)],
      [81, 1, 0, 1, expect.closeTo(4 / 15, 14)],
    ]);
    expect(notes).toEqual([
      { why: 'survival-half-open-day', params: { rows: 5, gone: 3, median: 67, low: 19 } },
      { why: 'survival-today', params: { date: '2024-04-10' } },
      { why: 'survival-backwards', params: { count: 1 } },
      { why: 'left-out-missing', params: { count: 1, of: 7 } },
    ]);
  });

  it('knows nothing of what is after the day that is said', async () => {
    const { rows, notes } = await run('stays', { ...byDates, until: '2024-02-29' });
    expect(rows.map((row) => row.slice(0, 4))).toEqual([
      [0, 4, 0, 0],
      [19, 4, 1, 0],
      [26, 3, 0, 1],
      [40, 2, 0, 1],
      [50, 1, 0, 1],
    ]);
    expect(notes).toEqual([
      { why: 'survival-most-day', params: { rows: 4, gone: 1, time: 50, share: 75 } },
      { why: 'survival-today', params: { date: '2024-02-29' } },
      { why: 'survival-backwards', params: { count: 2 } },
      { why: 'left-out-missing', params: { count: 1, of: 7 } },
    ]);
  });

  // R 4.2.2, survival 3.5-3: survfit and survdiff of lung
  it('is that of survfit by group, with the log-rank test', async () => {
    const { rows, notes, tables } = await run('lung', {
      step: 'survival',
      given: 'duration',
      duration: 'days',
      event: 'died',
      by: 'sex',
    });
    expect(rows[0]).toEqual(['1', 0, 138, 0, 0, 1, 1, 1]);
    expect(read(tables!.groups).map((row) => row.slice(0, 7))).toEqual([
      ['1', 138, 112, expect.closeTo(91.58173902957, 10), 270, 210, 306],
      ['2', 90, 53, expect.closeTo(73.41826097042, 10), 426, 345, 524],
    ]);
    const p = expect.closeTo(0.001311164520355, 14) as number;
    expect(read(tables!.tests)).toEqual([['log-rank', expect.closeTo(10.32674195488, 10), 1, p]]);
    expect(notes[0]).toMatchObject({
      why: 'survival-differ',
      params: { p, longest: '2', shortest: '1', until: 965 },
    });
    expect(notes[1]).toEqual({
      why: 'survival-half',
      params: { rows: 228, gone: 165, median: 310, low: 284, high: 361 },
    });
    expect(notes[2]).toEqual({ why: 'survival-thin', params: { time: 791, few: 10 } });
  });

  it('is begun with the columns that say it by their names', () => {
    const suggest = (...columns: [string, string][]) =>
      survival.suggest!({ columns: columns.map(([name, type]) => ({ name, type })), column: 'plan' });
    expect(
      suggest(['id', 'BIGINT'], ['cancelled', 'DATE'], ['since', 'DATE'], ['plan', 'VARCHAR']),
    ).toMatchObject({
      given: 'dates',
      start: 'since',
      end: 'cancelled',
      by: 'plan',
    });
    expect(suggest(['usage', 'DOUBLE'], ['tenure', 'BIGINT'], ['Churn', 'VARCHAR'])).toMatchObject({
      given: 'duration',
      duration: 'tenure',
      event: 'Churn',
      by: undefined,
    });
  });

  it('wants a day, a yes, and two columns', async () => {
    const bad = async (table: string, spec: object) =>
      (await kitchen.compile(table, [{ step: 'survival', ...spec }])).problem;
    kitchen.table('times(day, noon)', "(DATE '2024-01-01', TIME '12:00:00')");
    expect(await bad('times', { start: 'day', end: 'noon' })).toMatchObject({ code: 'step-family' });
    expect(await bad('stays', { start: 'left_on', end: 'LEFT_ON' })).toMatchObject({
      params: { why: 'two-columns' },
    });
    expect(await bad('stays', { start: 'began_on', end: 'left_on', until: 'soon' })).toMatchObject({
      code: 'step-value',
    });
    const given = { given: 'duration', duration: 'days' };
    expect(await bad('lung', { ...given, event: 'days' })).toMatchObject({ params: { why: 'two-columns' } });
    expect(await bad('lung', { ...given, event: 'died', yes: 'yes' })).toMatchObject({
      params: {
        why: 'ab-yes',
        column: 'died',
        values: 'Yes · No',
      },
    });
  });
});

describe('the churn table', () => {
  const settings = { step: 'churn', start: 'began_on', end: 'left_on' };

  it('adds up from each month to the next', async () => {
    const { rows, notes } = await run('stays', settings);
    expect(rows).toEqual([
      ['2024-01-01', 0, 2, 0, 2, 0, null, true],
      ['2024-02-01', 2, 2, 1, 3, 2, 0, true],
      ['2024-03-01', 3, 1, 1, 3, 2, expect.closeTo(1 / 3, 14), true],
      ['2024-04-01', 3, 0, 1, 2, 2, expect.closeTo(1 / 3, 14), false],
    ]);
    expect(notes).toEqual([
      {
        why: 'churn-calendar-month',
        params: {
          rate: 20,
          last: 33.3,
          period: '2024-03-01',
          first: 0,
        },
      },
      { why: 'survival-backwards', params: { count: 1 } },
      { why: 'left-out-missing', params: { count: 1, of: 7 } },
    ]);
  });

  it('counts by age those alone of whom the whole period has been seen', async () => {
    const { rows, notes } = await run('stays', { ...settings, per: 'age' });
    expect(rows).toEqual([
      [0, 4, 1, 3, 0.25],
      [1, 3, 1, 2, expect.closeTo(1 / 3, 14)],
    ]);
    expect(notes[0]).toMatchObject({ why: 'churn-age-month', params: { first: 25 } });
    const early = await run('stays', { ...settings, per: 'age', until: '2024-02-29' });
    expect(early.rows).toEqual([[0, 3, 1, 2, expect.closeTo(1 / 3, 14)]]);
  });
});

describe('lifetime value', () => {
  const settings = { step: 'lifetimeValue', customer: 'client', date: 'day', amount: 'paid' };

  function toModel(rows: readonly (readonly unknown[])[]): BgNbd {
    const value = (name: string) => rows.find(([, parameter]) => parameter === name)![2] as number;
    const [r, alpha, a, b] = [value('r'), value('alpha'), value('a'), value('b')];
    return { kind: 'bg-nbd', r, alpha, a, b, logLikelihood: 0, isAtEdge: false };
  }

  it('counts days with an order, of those alone that come to something', async () => {
    const { rows, columns, notes, tables } = await run('orders', settings);
    expect(columns.slice(0, 3)).toEqual([
      { name: 'client', type: 'INTEGER' },
      { name: 'orders', type: 'BIGINT' },
      { name: 'last_order', type: 'DATE' },
    ]);
    const first = rows.find(([client]) => client === 1);
    expect(rows.map((row) => row.slice(0, 3)).sort()).toEqual([
      [1, 3, '2024-03-01'],
      [2, 2, '2024-01-20'],
      [3, 1, '2024-02-01'],
      [4, 1, '2024-03-31'],
      [5, 2, '2024-03-20'],
    ]);
    // from 1 January, 60 days to the last order, 90 to the last of all
    const model = toModel(read(tables!.model));
    const [, , , active, orders, each, value, wait] = first as number[];
    const ahead = expectAhead(model, { count: 2, age: 90 }, { months: 12, discount: 0.1 });
    expect(active).toBeCloseTo(toAlive(model, 2, 60, 90), 12);
    expect(orders).toBeCloseTo(active! * ahead.orders, 10);
    expect(value).toBeCloseTo(active! * ahead.discounted * each!, 8);
    expect(wait).toBeCloseTo(toMedianWait(model, 2, 90)!, 10);
    expect(notes.map(({ why }) => why)).toContain('ltv-few');
    expect(notes.slice(-2)).toEqual([
      { why: 'ltv-worthless', params: { count: 1 } },
      { why: 'left-out-missing', params: { count: 2, of: 13 } },
    ]);
  });

  it('foresees the last days better than they repeat those before', async () => {
    const { rows, notes, tables } = await run('shop', settings);
    expect(rows).toHaveLength(600);
    const values = rows.map((row) => row[6] as number);
    expect(values).toEqual([...values].sort((one, other) => other - one));
    const { days, actual, foreseen, error, plainError } = notes.find(({ why }) => why === 'ltv-tested')!
      .params as Record<string, number>;
    // a third of the days from the first to the last
    expect(days).toBe(242);
    expect(Math.abs(foreseen! / actual! - 1)).toBeLessThan(0.15);
    expect(error).toBeLessThan(plainError!);
    const cut = "(DATE '2024-12-30' - 242)";
    const held = `SELECT count(DISTINCT (client, day)) FROM shop WHERE day > ${cut} AND client IN (SELECT client FROM shop WHERE day <= ${cut})`;
    expect(kitchen.rows(held)).toEqual([[actual]]);
    const counts = read(tables!.counts);
    expect(counts.reduce((sum, [, customers]) => sum + Number(customers), 0)).toBe(600);
    expect(counts.reduce((sum, [, , expected]) => sum + Number(expected), 0)).toBeCloseTo(600, 8);
    expect(Math.abs(Number(counts[0]![1]) / Number(counts[0]![2]) - 1)).toBeLessThan(0.15);
    expect(notes.map(({ why }) => why).slice(0, 5)).toEqual([
      'ltv-found',
      'ltv-best',
      'ltv-gone',
      'ltv-tested',
      'ltv-fit',
    ]);
  });

  it('is worth as many orders as there are where money keeps its worth, and less where it does not', async () => {
    const { rows } = await run('shop', { ...settings, discount: 0, horizon: 6 });
    const [, , , , orders, each, value] = rows[0] as number[];
    expect(value).toBeCloseTo(orders! * each!, 8);
    const later = await run('shop', { ...settings, discount: 50, horizon: 6 });
    const same = later.rows.find(([client]) => client === rows[0]![0])!;
    expect(same[4]).toBe(orders);
    expect(Number(same[6]) / value!).toBeGreaterThan(1 / 1.5 ** 0.5);
    expect(Number(same[6]) / value!).toBeLessThan(1 / 1.5 ** (1 / 12));
  });

  it('wants customers who order again', async () => {
    const once = kitchen.run('orders', [
      { step: 'filter', conditions: [{ column: 'client', test: 'is', value: '3' }] },
      settings,
    ]);
    await expect(once).rejects.toMatchObject({ params: { why: 'too-few-repeaters', again: 0, needed: 2 } });
  });
});
