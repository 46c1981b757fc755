import { expect, test } from 'vitest';
import { openPage } from '../harness';
import { importByConsole, wait, withoutPicker } from '../person';
import { expectAllDone, makeFromSamples, readAnswer, readFigures, saveReport } from './making';

interface Answer {
  customers: number;
  until: string;
  gone: number;
  gone_after_90: number;
  september: number;
  before_september: number;
  new_in_september: number;
  half_gap: number;
  most_gap: number;
  learned_from: number;
  left: number;
  largest_lost: string;
  june_again_in_july: number;
}

test('who is leaving, from the sample company to a file, is what the files say', async () => {
  const answer = readAnswer<Answer>('churn');
  const { page } = await openPage({ before: withoutPicker });
  await makeFromSamples(page, 'Churn: who is leaving');
  await expectAllDone(page);
  const figures = await readFigures(page, 'figures');
  expect(figures).toMatchObject({
    customers: answer.customers,
    gone: answer.gone,
    active: answer.customers - answer.gone,
    last: answer.until,
    half_gap: answer.half_gap,
    most_gap: answer.most_gap,
    month: answer.until.slice(0, 7),
    month_gone: answer.september,
  });
  expect(figures['month_rate']).toBeCloseTo(answer.september / answer.before_september, 9);
  const { rows: months } = await page.evaluate(() => window.quire.result('months'));
  expect(months.at(-1)?.slice(1, 4)).toEqual([
    answer.before_september,
    answer.new_in_september,
    answer.september,
  ]);
  const { rows: cohorts } = await page.evaluate(() => window.quire.result('last_cohorts'));
  expect(cohorts.find(([first, after]) => first === '2025-06-01' && after === 1)?.[2]).toBe(
    answer.june_again_in_july,
  );

  const { columns, rows: before } = await page.evaluate(() =>
    window.quire.result('snapshot_before', { limit: 5000 }),
  );
  const left = columns.findIndex(({ name }) => name === 'Left');
  expect(before.length).toBe(answer.learned_from);
  expect(before.filter((row) => row[left] === true).length).toBe(answer.left);
  expect((await page.evaluate(() => window.quire.result('at_risk'))).rowCount).toBe(
    answer.customers - answer.gone,
  );
  const [risky] = (await page.evaluate(() => window.quire.result('risk_figures'))).rows;
  expect(Number(risky![1])).toBeGreaterThan(answer.customers / 10);
  expect(await readFigures(page, 'win_back')).toMatchObject({ Customer: answer.largest_lost });

  const report = await saveReport(page);
  expect(report).toContain('1,127');
  expect(report).toContain(answer.largest_lost);
  expect(report.match(/<svg[^>]*role="img"/g)?.length).toBeGreaterThanOrEqual(12);

  // half as long a silence makes more of them gone
  await page.getByRole('radio', { name: 'Dashboard', exact: true }).click();
  await page.getByRole('spinbutton', { name: /Gone after so many days/ }).fill('90');
  await page.keyboard.press('Enter');
  await expect
    .poll(async () => (await readFigures(page, 'figures'))['gone'], wait)
    .toBe(answer.gone_after_90);
});

test('contracts say themselves who has left; those that follow on one another are one stay', async () => {
  const { page } = await openPage({ locale: 'zh-CN' });
  await importByConsole(page, {
    name: '合同.csv',
    content: [
      '客户名称,开始日期,到期日期,套餐,月费,状态',
      // renewed in time, renewed too late, without an end, and one that goes on beyond all others
      '甲,2023-01-01,2023-12-31,基础,30,已续约',
      '甲,2024-01-15,2024-12-31,基础,35,已取消',
      '乙,2023-02-01,2023-06-30,专业,90,已取消',
      '乙,2023-12-01,2024-06-30,专业,95,已取消',
      '丙,2023-03-01,,基础,30,有效',
      '丁,2024-05-01,2099-12-31,专业,90,有效',
      // ends before it begins
      '戊,2024-05-01,2024-04-01,专业,90,作废',
    ].join('\n'),
  });
  await page.evaluate(() => window.quire.template('churn'));
  await expectAllDone(page);
  expect(await readFigures(page, '指标')).toMatchObject({
    active: 2,
    gone: 2,
    first: '2023-01-01',
    backwards: 1,
    ending: 0,
  });
  const { columns, rows } = await page.evaluate(() => window.quire.result('客户存续'));
  const read = (name: string) => columns.findIndex((column) => column.name === name);
  expect(rows.map((row) => [row[read('客户')], row[read('began')], row[read('ended')]]).toSorted()).toEqual(
    [
      ['甲', '2023-01-01', '2024-12-31'],
      ['乙', '2023-02-01', '2023-06-30'],
      ['乙', '2023-12-01', '2024-06-30'],
      ['丙', '2023-03-01', null],
      ['丁', '2024-05-01', null],
    ].toSorted(),
  );
  expect((await readFigures(page, '召回名单'))['客户']).toBe('乙');
  expect(await page.title()).toContain('客户流失分析');
});

test('too few orders to learn from leave the rest as it is', async () => {
  const { page } = await openPage();
  await importByConsole(page, {
    name: 'orders.csv',
    content: 'Client,Order Date\nMei,2026-01-05\nAnn,2026-02-05\nMei,2026-03-05\n',
  });
  await page.evaluate(() => window.quire.template('churn'));
  const reports = await page.evaluate(() => window.quire.run());
  expect(reports.filter(({ status }) => status === 'error').map(({ name }) => name)).toEqual(['model']);
  expect(await readFigures(page, 'figures')).toMatchObject({ customers: 2, gone: 0, half_gap: 59 });
  await page.getByText('with fewer this part stays empty').first().waitFor(wait);
});
