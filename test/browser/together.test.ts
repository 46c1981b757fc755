import { expect, test } from 'vitest';
import { openPage, waitReady } from './harness';
import { drop, expectNotice, findSources, queryRows, wait } from './person';

const may = { name: 'orders-2024-05.csv', content: 'id,amount,paid on\n1,2.50,2024-05-01\n2,3,2024-05-02\n' };
const june = { name: 'orders-2024-06.csv', content: 'id,paid on,amount\n3,2024-06-01,n/a\n4,2024-06-02,5\n' };
const other = { name: 'people.csv', content: 'name,age\nAnn,31\nBob,42\n' };

test('files of one form become one table that says where each row is from; others stay by themselves', async () => {
  const { page } = await openPage();
  await drop(page, may, other, june);
  await expectNotice(page, '2 files of the same form are one table, “orders”.');
  await expect.poll(async () => (await findSources(page)).length, wait).toBe(2);
  const source = (await findSources(page)).find(({ name }) => name === 'orders')!;
  // one of the files has words among its amounts, so they are text in both, as they stand
  expect(source.columns).toEqual([
    { name: 'id', type: 'BIGINT' },
    { name: 'amount', type: 'VARCHAR' },
    { name: 'paid on', type: 'DATE' },
    { name: 'file', type: 'VARCHAR' },
  ]);
  expect(await queryRows(page, 'select * from orders order by id')).toEqual([
    [1, '2.50', '2024-05-01', may.name],
    [2, '3', '2024-05-02', may.name],
    [3, 'n/a', '2024-06-01', june.name],
    [4, '5', '2024-06-02', june.name],
  ]);
  expect(source.receipt).toMatchObject({ records: 6, header: 2, loaded: 4, rejected: 0 });
  const rows = await page.evaluate(() => window.quire.result('orders', { offset: 1, limit: 2 }));
  expect(rows.rows.map(([id]) => id)).toEqual([2, 3]);
});

test('files that became one table can be kept apart after all', async () => {
  const { page } = await openPage();
  await drop(page, may, june);
  await expectNotice(page, 'are one table');
  await page.getByRole('button', { name: 'Keep them apart' }).click();
  await expect
    .poll(async () => (await findSources(page)).map(({ name }) => name), wait)
    .toEqual(['orders-2024-05', 'orders-2024-06']);
  expect(await queryRows(page, 'select sum(amount) from "orders-2024-05"')).toEqual([[5.5]]);
});

test('a table that is made of several files is there after a reload, and goes with all of its files', async () => {
  const { page } = await openPage();
  await drop(page, may, june);
  await expectNotice(page, 'are one table');
  await page.reload();
  await waitReady(page);
  expect(await queryRows(page, 'select count(*), count(distinct file) from orders')).toEqual([[4, 2]]);
  await page.evaluate(() => window.quire.reset());
  const findLeft = () =>
    page.evaluate(async () => {
      const names: string[] = [];
      for await (const name of (await navigator.storage.getDirectory()).keys()) names.push(name);
      return names;
    });
  await expect.poll(findLeft, wait).toEqual([]);
});

test('a table that is copied from a web page becomes a source, its cells whole', async () => {
  const { page } = await openPage();
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.setData('text/plain', 'code\tnote\n007\ta b\n008\tx\n');
    data.setData(
      'text/html',
      '<table><tr><th>code</th><th>note</th></tr><tr><td>007</td><td>a<br>b</td></tr><tr><td>008</td><td>x</td></tr></table>',
    );
    document.body.dispatchEvent(
      new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData: data }),
    );
  });
  await expect.poll(async () => (await findSources(page)).length, wait).toBe(1);
  const [source] = await findSources(page);
  expect(await queryRows(page, `select code, note from "${source!.name}"`)).toEqual([
    ['007', 'a\nb'],
    ['008', 'x'],
  ]);
});
