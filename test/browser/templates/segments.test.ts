import { expect, test } from 'vitest';
import { openPage } from '../harness';
import { importByConsole, wait, withoutPicker } from '../person';
import { expectAllDone, makeFromSamples, readAnswer, readFigures, saveReport } from './making';

interface Answer {
  customers: number;
  sales: number;
  again: number;
  since: string;
  until: string;
  best: number;
  best_sales: number;
  risk: number;
  risk_sales: number;
  lost: number;
  largest: string;
  largest_risk: string;
  of_known_age: number;
  since_2025: number;
}

test('segments of customers, from the sample company to a file, are what the files say', async () => {
  const answer = readAnswer<Answer>('segments');
  const { page } = await openPage({ before: withoutPicker });
  await makeFromSamples(page, 'Customer segments');
  await expectAllDone(page);
  const figures = await readFigures(page, 'figures');
  expect(figures).toMatchObject({
    customers: answer.customers,
    first: answer.since,
    last: answer.until,
    best: answer.best,
    risk: answer.risk,
    nobody: 0,
  });
  expect(figures['sales']).toBeCloseTo(answer.sales, 2);
  expect(figures['risk_sales']).toBeCloseTo(answer.risk_sales, 2);
  expect(figures['back_share']).toBeCloseTo(answer.again / answer.customers, 9);
  expect(figures['best_sales_share']).toBeCloseTo(answer.best_sales / answer.sales, 9);

  const { rows: segments } = await page.evaluate(() => window.quire.result('segments'));
  expect(segments.find(([name]) => name === 'Lost')).toMatchObject({ 1: answer.lost });
  expect(segments.every((row) => typeof row.at(-1) === 'string')).toBe(true);
  // the four kinds of customers that the sample company has, of all whose age is known
  const { rows: groups } = await page.evaluate(() => window.quire.result('group_portraits'));
  expect(groups.map(([name]) => name)).toEqual([
    '1 · small orders, few orders',
    '2 · older',
    '3 · many orders, younger',
    '4 · large orders',
  ]);
  expect(groups.reduce((sum, row) => sum + Number(row[1]), 0)).toBe(answer.of_known_age);
  expect(await readFigures(page, 'customer_list')).toMatchObject({ Customer: answer.largest });

  const report = await saveReport(page);
  expect(report).toContain('2,063 customers');
  expect(report).toContain(answer.largest);
  expect(report.match(/<svg[^>]*role="img"/g)?.length).toBeGreaterThanOrEqual(9);

  // the list follows the segments that are chosen, and all the day from which orders count
  await page.getByRole('radio', { name: 'Dashboard', exact: true }).click();
  await page.getByRole('button', { name: /Segments in the list/ }).click();
  await page.getByRole('checkbox', { name: /At risk/ }).check();
  await expect
    .poll(async () => (await readFigures(page, 'customer_list'))['Customer'], wait)
    .toBe(answer.largest_risk);
  await page.keyboard.press('Escape');
  await page.getByLabel(/Orders since/).fill('2025-01-01');
  await expect
    .poll(async () => (await readFigures(page, 'figures'))['customers'], wait)
    .toBe(answer.since_2025);
});

test('in Chinese, with the least that it needs, by names of other files', async () => {
  const { page } = await openPage({ locale: 'zh-CN' });
  const buys = Array.from({ length: 30 }, (_, at) => {
    const many = Array.from({ length: at % 3 === 0 ? 4 : 1 }, (_, n) => [
      `会员${at}`,
      `2026年${1 + ((at + n) % 9)}月${1 + (at % 28)}日`,
      at % 3 === 0 ? '¥30.00' : `${900 + at}`,
    ]);
    return many.map((row) => row.join(','));
  }).flat();
  await importByConsole(page, {
    name: '流水.csv',
    content: ['会员编号,付款时间,实付金额', ...buys, ',2026-01-01,5', '会员1,,5'].join('\n'),
  });
  await page.evaluate(() => window.quire.template('segments'));
  await expectAllDone(page);
  expect(await readFigures(page, '指标')).toMatchObject({ customers: 30, nobody: 1 });
  expect((await page.evaluate(() => window.quire.result('群画像'))).rows.length).toBeGreaterThanOrEqual(2);
  expect(await page.title()).toContain('客户分层与分群');
});

test('one order is counted, and what it is too little for says so', async () => {
  const { page } = await openPage();
  await importByConsole(page, {
    name: 'orders.csv',
    content: 'Client,Order Date,Order Total\nMei,2026-01-05,3\n',
  });
  await page.evaluate(() => window.quire.template('segments'));
  const reports = await page.evaluate(() => window.quire.run());
  expect(reports.filter(({ status }) => status === 'error').map(({ name }) => name)).toEqual(['groups']);
  expect(await readFigures(page, 'figures')).toMatchObject({ customers: 1, sales: 3 });
  expect(await readFigures(page, 'customer_list')).toMatchObject({ Customer: 'Mei', Orders: 1 });
});
