import { expect, test } from 'vitest';
import { openPage } from './harness';
import { importFile, queryRows, wait } from './person';

const baskets = ['茶、牛奶、糖', '茶，牛奶', 'ink; paper', 'ink, paper', '茶、牛奶', 'ink|paper|pen'];
const lists = ['no,contents', ...baskets.map((items, at) => `${at},"${items}"`)].join('\n');
const orders = [
  'buyer,item',
  ...baskets.flatMap((_, at) => [`${at},${at < 3 ? '茶' : 'ink'}`, `${at},pen`]),
  '0,糖',
];

test('rules of lists are filtered in SQL, and what is recommended is joined to the customers', async () => {
  const { page } = await openPage({ width: 1440 });
  await importFile(page, { name: 'lists.csv', content: lists });
  await importFile(page, { name: 'orders.csv', content: orders.join('\n') });
  const add = (cell: Record<string, unknown>) =>
    page.evaluate((given) => window.quire.addCell(given as never), cell);
  await add({
    kind: 'steps',
    name: 'pairs',
    from: 'lists',
    steps: [{ step: 'rules', layout: 'list', list: 'contents', confidence: 100, shortest: true }],
  });
  await add({
    kind: 'sql',
    name: 'sure',
    sql: `SELECT if_items, then_items, lift, count FROM pairs WHERE count >= 3 ORDER BY 1`,
  });
  await expect
    .poll(() => queryRows(page, 'SELECT * FROM sure').catch(() => undefined), wait)
    .toEqual([
      ['ink', 'paper', 2, 3],
      ['paper', 'ink', 2, 3],
      ['牛奶', '茶', 2, 3],
      ['茶', '牛奶', 2, 3],
    ]);

  await add({
    kind: 'steps',
    name: 'offers',
    from: 'orders',
    steps: [{ step: 'recommend', customer: 'buyer', item: 'item', top: 1 }],
  });
  const joined = `SELECT no, item, because FROM lists JOIN offers ON no = customer ORDER BY no LIMIT 3`;
  await expect
    .poll(() => queryRows(page, joined).catch(() => undefined), wait)
    .toEqual([
      [0, 'ink', 'pen'],
      [1, '糖', '茶'],
      [2, '糖', '茶'],
    ]);
  expect(await queryRows(page, 'SELECT method, customers FROM offers.check')).toEqual([
    ['similar items', 6],
    ['most popular', 6],
  ]);
});
