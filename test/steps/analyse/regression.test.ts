import { beforeAll, describe, expect, it } from 'vitest';
import { cars } from '../../analytics/predict/cars';
import { createKitchen } from '../kitchen';

describe('linear regression', () => {
  let kitchen: Awaited<ReturnType<typeof createKitchen>>;
  beforeAll(async () => {
    kitchen = await createKitchen();
    const rows = Array.from(
      cars.mpg,
      (mpg, at) => `(${mpg}, ${cars.wt[at]}, ${cars.hp[at]}, '${cars.cyl[at]}', 1, ${mpg * 2.5})`,
    );
    const more = ["(NULL, 3, 150, '6', 1, 1)", "(NULL, 3, 150, '12', 1, 1)", "(20, NULL, 150, '6', 1, 1)"];
    kitchen.table('t(mpg, wt, hp, cyl, same, litres)', [...rows, ...more].join(', '));
  }, 60_000);

  const spec = { step: 'regression', target: 'mpg', columns: ['wt', 'cyl', 'same'] };
  const readTable = (link: { tables?: Readonly<Record<string, { table: string }>> }, name: string) =>
    kitchen.rows(`SELECT * FROM ${link.tables![name]!.table}`);

  // R 4.2.2: qnorm(ppoints(32))[c(1, 16)]; the residuals over summary(m)$sigma, sorted
  it('gives residuals beside the normal quantiles at which as many are expected', async () => {
    const { links } = await kitchen.run('t', [spec]);
    const found = readTable(links[0]!, 'qq') as number[][];
    expect(found).toHaveLength(32);
    expect(found[0]![0]).toBeCloseTo(-2.153875, 5);
    expect(found[15]![0]).toBeCloseTo(-0.03917609, 6);
    expect(found[16]![0]).toBeCloseTo(0.03917609, 6);
    expect(found.every(([, residual], at) => at === 0 || residual! >= found[at - 1]![1]!)).toBe(true);
    const deviation = Math.sqrt(found.reduce((sum, [, residual]) => sum + residual! ** 2, 0) / 28);
    expect(deviation).toBeCloseTo(1, 12);
  });

  it('lays what is predicted beside each row, also where the target is missing', async () => {
    const { rows, columns, links } = await kitchen.run('t', [spec]);
    expect(columns.slice(6).map(({ name }) => name)).toEqual([
      'predicted',
      'predicted_low',
      'predicted_high',
      'residual',
    ]);
    // R 4.2.2: m <- lm(mpg ~ wt + factor(cyl, levels = c('8', '4', '6')), mtcars); predict(m, …, interval = 'prediction')
    expect(rows[0]![6]).toBeCloseTo(21.3365048759, 9);
    expect(rows[0]![9]).toBeCloseTo(21 - 21.3365048759, 9);
    expect(rows[32]!.slice(6)).toEqual([
      expect.closeTo(20.1183718386, 9),
      expect.closeTo(14.5162195474, 9),
      expect.closeTo(25.7205241298, 9),
      null,
    ]);
    expect(rows[33]!.slice(6)).toEqual([null, null, null, null]);
    expect(rows[34]!.slice(6)).toEqual([null, null, null, null]);
    expect(links[0]!.made!.notes).toEqual([
      {
        why: 'regressed',
        params: {
          share: expect.closeTo(83.7432525297, 9),
          target: 'mpg',
          column: 'wt',
          estimate: expect.closeTo(-3.20561325619, 10),
          p: expect.closeTo(2.13043460268e-4, 14),
        },
      },
      { why: 'feature-constant', params: { column: 'same' } },
      { why: 'feature-encoded', params: { column: 'cyl', base: '8' } },
      { why: 'left-out-missing', params: { count: 1, of: 35 } },
      { why: 'feature-unseen', params: { count: 1 } },
      { why: 'target-missing', params: { count: 2, target: 'mpg' } },
    ]);
  });

  it('gives the coefficients and how good the model is as tables', async () => {
    const { links } = await kitchen.run('t', [spec]);
    const coefficients = readTable(links[0]!, 'coefficients');
    expect(coefficients.map(([term]) => term)).toEqual(['(intercept)', 'wt', 'cyl = 4', 'cyl = 6']);
    const quality = Object.fromEntries(readTable(links[0]!, 'quality'));
    expect(quality).toMatchObject({
      r_squared: expect.closeTo(0.837432525297, 11),
      f_p_value: expect.closeTo(3.59428852e-11, 18),
      rmse: expect.closeTo(2.39177397336, 10),
      rmse_baseline: expect.closeTo(5.9320295523, 9),
      rows: 32,
    });
  });

  it('points out a column that gives the answer away', async () => {
    const { links } = await kitchen.run('t', [
      { step: 'top', rows: 32 },
      { step: 'regression', target: 'mpg', columns: ['litres'] },
    ]);
    expect(links[1]!.made!.notes).toEqual([
      { why: 'regressed-exactly', params: { target: 'mpg' } },
      { why: 'feature-gives-away', params: { column: 'litres', target: 'mpg' } },
    ]);
  });

  it('says so where the columns tell nothing', async () => {
    kitchen.table('few(x, y)', '(1, 2), (2, 1), (3, 2)');
    const { links } = await kitchen.run('few', [{ step: 'regression', target: 'y', columns: ['x'] }]);
    expect(links[0]!.made!.notes![0]).toEqual({
      why: 'regressed-nothing',
      params: { target: 'y', p: expect.closeTo(1, 12) },
    });
  });

  it('wants another target than its columns', async () => {
    const { problem } = await kitchen.compile('t', [{ ...spec, columns: ['mpg', 'wt'] }]);
    expect(problem).toMatchObject({ code: 'step-misfit', params: { why: 'target-among-columns' } });
  });
});
