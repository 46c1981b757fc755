import { beforeAll, describe, expect, it } from 'vitest';
import { createKitchen } from '../kitchen';

describe('generalise', () => {
  let kitchen: Awaited<ReturnType<typeof createKitchen>>;
  beforeAll(async () => {
    kitchen = await createKitchen();
  }, 60_000);

  const run = async (values: string, settings: object) => {
    kitchen.table('t(v)', values);
    const { rows } = await kitchen.run('t', [{ step: 'generalise', columns: ['v'], ...settings }]);
    return rows.map(([value]) => value);
  };

  it('puts numbers in bands that hold their lower end', async () => {
    expect(await run('(34), (40), (39), (-1), (0), (NULL)', { to: 'band', width: 10 })).toEqual([
      '[30, 40)',
      '[40, 50)',
      '[30, 40)',
      '[-10, 0)',
      '[0, 10)',
      null,
    ]);
    expect(await run('(18), (17)', { to: 'band', width: 5, begin: 18 })).toEqual(['[18, 23)', '[13, 18)']);
  });

  it('has no band for what is no size', async () => {
    const values = `(0.3::DOUBLE), (0.29), ('nan'::DOUBLE), ('inf'::DOUBLE)`;
    expect(await run(values, { to: 'band', width: 0.1 })).toEqual(['[0.3, 0.4)', '[0.2, 0.3)', null, null]);
  });

  it('puts dates in months, quarters and years', async () => {
    const dates = `(DATE '2024-05-31'), (DATE '1999-12-31'), (NULL)`;
    expect(await run(dates, { to: 'month' })).toEqual(['2024-05', '1999-12', null]);
    expect(await run(dates, { to: 'quarter' })).toEqual(['2024-Q2', '1999-Q4', null]);
    expect(await run(dates, { to: 'year' })).toEqual([2024, 1999, null]);
  });

  it('leaves of an address its city or its province, and nothing of what is none', async () => {
    const addresses = `('广东省深圳市南山区科技园1号'), ('深圳市南山区科技园'), ('北京市朝阳区建国路88号'), ('内蒙古自治区锡林郭勒盟某镇'),
      ('江苏苏州工业园区星湖街'), ('新疆维吾尔自治区乌鲁木齐市天山区'), ('南山区科技园超市'), ('12 Main Street'), (NULL)`;
    expect(await run(addresses, { to: 'city' })).toEqual([
      '深圳市',
      '深圳市',
      '北京',
      '锡林郭勒盟',
      '苏州',
      '乌鲁木齐市',
      null,
      null,
      null,
    ]);
    expect(await run(addresses, { to: 'province' })).toEqual([
      '广东',
      null,
      '北京',
      '内蒙古',
      '江苏',
      '新疆',
      null,
      null,
      null,
    ]);
  });

  it('leaves the first characters, and none of a text that has no more', async () => {
    expect(await run(`('518057'), ('51'), ('518'), (NULL)`, { to: 'start' })).toEqual([
      '518***',
      '**',
      '***',
      null,
    ]);
  });

  it('says which columns it cannot make coarser in that way', async () => {
    kitchen.table('t(v)', `(TIME '10:00:00')`);
    for (const to of ['band', 'month', 'city'])
      expect(
        (await kitchen.compile('t', [{ step: 'generalise', columns: ['v'], to }])).problem,
      ).toMatchObject({
        code: 'step-family',
      });
  });
});
