import { expect, test } from 'vitest';
import { openPage } from '../harness';
import { importByConsole, queryRows, wait, withoutPicker } from '../person';
import { expectAllDone, makeFromSamples, readAnswer, readFigures, saveReport } from './making';

interface Answer {
  orders: number;
  products: number;
  mean: number;
  several: number;
  single: number;
  value: number;
  both: number;
  share: number;
  open: number;
  lift: number;
  three: number;
  beans_with_pots: number;
  fewer: number;
}

test('a basket analysis, from the sample company to a file, says what the files say', async () => {
  const answer = readAnswer<Answer>('basket');
  const { page } = await openPage({ before: withoutPicker });
  await makeFromSamples(page, 'Basket analysis');
  await expectAllDone(page);
  expect(await readFigures(page, 'figures')).toEqual({
    orders: answer.orders,
    products: answer.products,
    mean: answer.mean,
    several_share: answer.several,
  });
  expect(await readFigures(page, 'best_pair')).toEqual({
    pair: '宇治抹茶粉 40g + 百本立茶筅',
    lift: answer.lift,
    open: answer.open,
  });
  const rows = (sql: string) => queryRows(page, sql);
  expect(await rows(`SELECT * EXCLUDE ("Who buys") FROM offers WHERE "Who buys" = '宇治抹茶粉 40g'`)).toEqual(
    [['百本立茶筅', answer.both, answer.share, answer.lift, answer.open]],
  );
  expect(await rows('SELECT * FROM bundles LIMIT 1')).toEqual([
    ['V60 滤纸 100张, 云南保山水洗 250g, 手摇磨豆机 H1', answer.three],
  ]);
  expect(await rows('SELECT count(*) FROM baskets WHERE "Products" = 1')).toEqual([[answer.single]]);
  expect(await rows('SELECT median("Value") FROM baskets')).toEqual([[answer.value]]);
  const [[share]] = (await rows(
    `SELECT "Share" FROM category_pairs WHERE "Of the orders with" = '咖啡壶' AND "also hold" = '咖啡豆'`,
  )) as [[number]];
  expect(share).toBeCloseTo(answer.beans_with_pots, 10);

  const report = await saveReport(page);
  expect(report).toContain('6,422');
  expect(report).toContain('What to recommend');
  expect(report.match(/<svg[^>]*role="img"/g)?.length).toBeGreaterThanOrEqual(10);

  // what is left out of the baskets is left out of all that follows
  await page.getByRole('radio', { name: 'Dashboard', exact: true }).click();
  await page.getByRole('button', { name: /Leave out/ }).click();
  await page.getByRole('checkbox', { name: /云南保山水洗/ }).check();
  await expect.poll(async () => (await readFigures(page, 'figures'))['orders'], wait).toBe(answer.fewer);
});

test('in Chinese, with the least that it needs, by names of other files and codes that are numbers', async () => {
  const { page } = await openPage({ locale: 'zh-CN' });
  await importByConsole(page, {
    name: '小票明细.csv',
    content: '小票号,货品\n1,7\n1,8\n2,7\n2,8\n2,8\n3,9\n,7\n4,\n5,8\n',
  });
  await page.evaluate(() => window.quire.template('basket'));
  await page.evaluate(async () => {
    const { cells } = window.quire.workbook();
    const least = cells.find(({ name }) => name === '最少订单数')!;
    await window.quire.setCell(least.id, { value: 2 });
    const lift = cells.find(({ name }) => name === '最低提升度')!;
    await window.quire.setCell(lift.id, { value: 1 });
  });
  await expectAllDone(page);
  expect(await readFigures(page, '指标')).toMatchObject({ orders: 4, products: 3, several_share: 50 });
  expect(await readFigures(page, '最强组合')).toMatchObject({ pair: '7 + 8' });
  expect(await page.title()).toContain('购物篮分析');
});

test('one order of one product is a basket, and no pair', async () => {
  const { page } = await openPage();
  await importByConsole(page, { name: 'lines.csv', content: 'order,product,qty\nA,tea,1\n' });
  await page.evaluate(() => window.quire.template('basket'));
  await expectAllDone(page);
  expect(await readFigures(page, 'figures')).toMatchObject({ orders: 1, several_share: 0 });
  expect(await readFigures(page, 'best_pair')).toMatchObject({ pair: 'none that is frequent enough' });
});

test('a table without rows is said to be one', async () => {
  const { page } = await openPage();
  await importByConsole(page, { name: 'lines.csv', content: 'order,product,category,qty,price\n' });
  await page.evaluate(() => window.quire.template('basket'));
  await expectAllDone(page);
  expect(await readFigures(page, 'figures')).toMatchObject({ orders: 0, products: 0 });
});
