import { beforeAll, describe, expect, it } from 'vitest';
import { createKitchen } from '../kitchen';

describe('an A/B test', () => {
  let kitchen: Awaited<ReturnType<typeof createKitchen>>;
  beforeAll(async () => {
    kitchen = await createKitchen();
    kitchen.create(
      'visits',
      `SELECT 'B' AS page, n < 250 AS bought FROM range(4100) t(n) UNION ALL SELECT 'A', n < 200 FROM range(4000) t(n)`,
    );
    kitchen.create(
      'many',
      `SELECT ['old', 'x', 'y'][1 + n % 3] AS page, CASE WHEN n % 7 < n % 3 THEN 'yes' ELSE 'no' END AS answer FROM range(3000) t(n)`,
    );
    kitchen.create('uneven', `SELECT n % 3 = 0 AS page, n % 2 = 0 AS bought FROM range(900) t(n)`);
    for (const [name, rows] of [
      ['some', 20_000],
      ['large', 400_000],
    ])
      kitchen.create(
        `${name}`,
        `SELECT n % 2 AS page, n % 10 = 0 OR n % 1001 = 0 AS bought FROM range(${rows}) t(n)`,
      );
    // Student's sleep data (Biometrika 6, 1908)
    const extra = [
      0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2, 1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4,
    ];
    kitchen.table(
      'sleep(extra, drug)',
      extra.map((hours, at) => `(${hours}, ${at < 10 ? 1 : 2})`).join(', '),
    );
  }, 60_000);

  const test = async (from: string, settings: Record<string, unknown>) => {
    const { rows, columns, links } = await kitchen.run(from, [{ step: 'abTest', ...settings }]);
    const named = rows.map((row) => Object.fromEntries(columns.map(({ name }, at) => [name, row[at]])));
    return { named, notes: links[0]!.made!.notes! };
  };

  // R 4.2: prop.test(c(200, 250), c(4000, 4100), correct = FALSE), power.prop.test
  it('compares rates, with the power there is and the rows it takes, as R does', async () => {
    const { named, notes } = await test('visits', { variant: 'page', target: 'bought' });
    const [control, other] = named;
    expect(control).toMatchObject({ variant: 'A', rows: 4000, hits: 200, rate: 0.05, difference: null });
    expect(other).toMatchObject({ variant: 'B', rows: 4100, hits: 250, rows_needed: 6829 });
    expect(other!.difference).toBeCloseTo(250 / 4100 - 0.05, 14);
    expect(other!.lift).toBeCloseTo(250 / 4100 / 0.05 - 1, 13);
    expect(other!.p_value).toBeCloseTo(0.0310808123750841, 12);
    expect(other!.power).toBeCloseTo(0.578230117881646, 4);
    expect(other!.detectable_difference).toBeGreaterThan(Number(other!.difference));
    expect(notes).toEqual([
      { why: 'ab-rate-more', params: expect.objectContaining({ variant: 'B', control: 'A', base: 5 }) },
    ]);
    const turned = await test('visits', { variant: 'page', target: 'bought', control: 'B' });
    expect(turned.notes[0]).toMatchObject({ why: 'ab-rate-less', params: { variant: 'A', control: 'B' } });
  });

  // R 4.2: t.test, power.t.test(n = 10, delta = 1.58, sd = sqrt((var(e1) + var(e2)) / 2))
  it('compares means, and says how many rows would do', async () => {
    const { named, notes } = await test('sleep', { variant: 'drug', outcome: 'mean', target: 'extra' });
    expect(named[1]!.p_value).toBeCloseTo(0.0793941401873582, 13);
    expect(named[1]!.power).toBeCloseTo(0.421343290673546, 4);
    expect(named[1]!.rows_needed).toBe(24);
    expect(notes[0]).toMatchObject({
      why: 'ab-mean-open',
      params: { variant: '2', control: '1', needed: 24 },
    });
  });

  it('holds several variants against the control, allowing for their number', async () => {
    const { named, notes } = await test('many', { variant: 'page', target: 'answer' });
    expect(named.map(({ variant }) => variant)).toEqual(['old', 'x', 'y']);
    for (const { p_value: p, p_adjusted: adjusted } of named.slice(1))
      expect(Number(adjusted)).toBeGreaterThanOrEqual(Number(p));
    expect(notes[0]).toMatchObject({
      why: 'ab-rate-more',
      params: { variant: 'y', control: 'old', base: 0 },
    });
  });

  it('tells variants whose sizes are no chance', async () => {
    const { notes } = await test('uneven', { variant: 'page', target: 'bought' });
    expect(notes.map(({ why }) => why)).toEqual(['ab-rate-same', 'ab-uneven']);
  });

  it('asks which value means yes, and for a control that is there', async () => {
    const why = async (settings: Record<string, unknown>) =>
      (await kitchen.compile('sleep', [{ step: 'abTest', ...settings }])).problem?.params;
    expect(await why({ variant: 'drug', target: 'extra' })).toMatchObject({
      why: 'ab-yes',
      column: 'extra',
      values: expect.stringMatching(/^([^·]+ · ){6}…$/),
    });
    const mean = { variant: 'drug', target: 'extra', outcome: 'mean' };
    expect(await why({ ...mean, control: 'C' })).toMatchObject({ why: 'ab-no-control', control: 'C' });
  });

  it('compares 400,000 rows with work that grows as their number does', async () => {
    const measure = async (from: string) => {
      const before = process.cpuUsage().user;
      await test(from, { variant: 'page', target: 'bought' });
      return process.cpuUsage().user - before;
    };
    await measure('some');
    const some = await measure('some');
    // twenty times as many rows: with their square it would be four hundred times
    expect((await measure('large')) / some).toBeLessThan(200);
  });
});
