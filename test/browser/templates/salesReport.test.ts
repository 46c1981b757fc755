import { expect, test } from 'vitest';
import { openPage } from '../harness';
import { importByConsole, wait, withoutPicker } from '../person';
import { expectAllDone, makeFromSamples, readAnswer, readFigures, saveReport } from './making';

interface Answer {
  sales: number;
  orders: number;
  customers: number;
  since: string;
  until: string;
  september: number;
  august: number;
  months: number;
  shops: number;
}

test('a sales report, from the sample company to a file, says what the files say', async () => {
  const answer = readAnswer<Answer>('salesReport');
  const { page } = await openPage({ before: withoutPicker });
  await makeFromSamples(page, 'Sales report');
  await expectAllDone(page);
  const figures = await readFigures(page, 'figures');
  expect(figures).toMatchObject({ orders: answer.orders, first: answer.since, last: answer.until });
  expect(figures['sales']).toBeCloseTo(answer.sales, 2);
  expect(figures['month_sales']).toBeCloseTo(answer.september, 2);
  expect(figures['change']).toBe(`+${(100 * (answer.september / answer.august - 1)).toFixed(1)}%`);
  expect((await page.evaluate(() => window.quire.result('months'))).rowCount).toBe(answer.months);

  const report = await saveReport(page);
  expect(report).toContain('7,262,858.24');
  expect(report).toContain('What is to be expected');
  expect(report.match(/<svg[^>]*role="img"/g)?.length).toBeGreaterThanOrEqual(8);

  // an input stands above the dashboard, and all follows it
  await page.getByRole('radio', { name: 'Dashboard', exact: true }).click();
  await page.getByRole('button', { name: /Channels/ }).click();
  await page.getByRole('checkbox', { name: /门店/ }).check();
  await expect
    .poll(async () => (await readFigures(page, 'figures'))['sales'], wait)
    .toBeCloseTo(answer.shops, 2);
});

test('in Chinese, with the least that it needs, by names of other files', async () => {
  const { page } = await openPage({ locale: 'zh-CN' });
  await importByConsole(page, {
    name: '流水.csv',
    content: '下单时间,实付金额,备注\n2026年1月5日,¥120.50,a\n2026/2/3,80,b\n2026-02-27,1,c\n2026-03-02,7,\n',
  });
  await page.evaluate(() => window.quire.template('salesReport'));
  await expectAllDone(page);
  expect(await readFigures(page, '指标')).toMatchObject({
    sales: 208.5,
    orders: 4,
    month_sales: 81,
    year_change: '–',
  });
  await expect.poll(() => page.title(), wait).toBe('销售报告 – Quire');
});

test('who has another idea of the columns says so, and what is missing is told', async () => {
  const { page } = await openPage();
  await importByConsole(page, {
    name: 'till.csv',
    content: 'when,sum,note\n2026-01-05,three,a\n2026-02-05,4,b\n2026-03-31,6,c\n',
  });
  await page.getByRole('button', { name: 'Commands' }).click();
  await page.locator('.palette-field').fill('Begin with a task');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: 'Sales report' }).click();
  const dialog = page.getByRole('dialog', { name: 'Sales report' });
  const make = dialog.getByRole('button', { name: 'Make the workbook' });
  await dialog.getByText('Still to choose').waitFor(wait);
  expect(await make.isDisabled()).toBe(true);
  await dialog.getByLabel('Table').selectOption('till');
  await dialog.getByLabel('Date').selectOption('when');
  await dialog.getByLabel('Amount').selectOption('when');
  await dialog.getByText('“when” is chosen twice').waitFor(wait);
  await dialog.getByLabel('Amount').selectOption('sum');
  await dialog.getByText('“sum” is no number: what can be read is converted').waitFor(wait);
  await make.click();
  await dialog.waitFor({ ...wait, state: 'hidden' });
  await expectAllDone(page);
  expect(await readFigures(page, 'figures')).toMatchObject({ sales: 10, orders: 2 });
});
