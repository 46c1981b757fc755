import type { Page } from 'playwright-core';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isBalanced } from '../../src/import/receipt';
import { openPage } from './harness';
import {
  chooseAction,
  drop,
  expectNotice,
  findHeading,
  findSources,
  importByDrop,
  queryRows,
  runCommand,
  wait,
} from './person';

/** A title, days that could be months, a price that is none, a record with a field too many, and a total. */
const orders = {
  name: 'orders.csv',
  content: [
    'Orders of May,,,,',
    'code,day,city,street,price',
    ...Array.from(
      { length: 40 },
      (_, row) => `0${100 + row},0${1 + (row % 9)}/03/2024,Rome,Via Appia,"${row + 1},000.5"`,
    ),
    '0200,01/03/2024,Rome,Via Appia,to follow',
    '0201,02/03/2024,Beijing,China,Chang An Jie,7',
    'Total,,,,435',
    '',
  ].join('\n'),
};
const others = ['clients', 'visits'].map((name) => ({
  name: `${name}.csv`,
  content: orders.content.replace('code,', `${name},`),
}));

const dialog = (page: Page) => page.getByRole('dialog');
const answer = (page: Page, name: string) => dialog(page).getByRole('button', { name, exact: true }).last();

async function openDialog(page: Page): Promise<void> {
  await drop(page, orders);
  await dialog(page).waitFor();
}

/** What the preview shows of a column. */
async function readColumn(page: Page, at: number): Promise<string[]> {
  if ((await page.locator('.import').getAttribute('aria-busy')) === 'true') return [];
  return page.locator(`.preview tbody tr td:nth-child(${at + 1})`).allTextContents();
}

test('a file that leaves no doubt is imported without a question', async () => {
  const { page } = await openPage();
  await importByDrop(page, { name: 'clean.csv', content: 'name,count\ntea,3\ncup,4\npot,5\n' });
  expect(await dialog(page).count()).toBe(0);
});

test('a doubtful file is asked about, each answer is seen at once, and the table is as it was seen', async () => {
  const { page } = await openPage();
  await openDialog(page);
  await expect.poll(async () => (await readColumn(page, 2))[0], wait).toBe('2024-03-01');
  await answer(page, '3 January 2024').click();
  await expect.poll(async () => (await readColumn(page, 2))[0], wait).toBe('2024-01-03');
  await answer(page, 'Make them missing, and list them').click();
  await expect.poll(async () => (await readColumn(page, 5))[1], wait).toBe('2000.5');
  await dialog(page).getByRole('textbox', { name: 'Name of column 3' }).fill('town');
  await page.keyboard.press('Enter');
  await dialog(page).getByText('41 rows · 5 columns').waitFor();
  await page.keyboard.press('Control+Enter');
  await expect.poll(() => findHeading(page), wait).toBe('orders');
  const [{ columns, receipt }] = (await findSources(page)) as [Awaited<ReturnType<typeof findSources>>[0]];
  expect(columns).toEqual([
    { name: 'code', type: 'VARCHAR' },
    { name: 'day', type: 'DATE' },
    { name: 'town', type: 'VARCHAR' },
    { name: 'street', type: 'VARCHAR' },
    { name: 'price', type: 'DOUBLE' },
  ]);
  expect(receipt).toMatchObject({ loaded: 41, rejected: 1, unread: 1 });
  expect(isBalanced(receipt)).toBe(true);
  expect(await queryRows(page, 'select * from orders limit 1')).toEqual([
    ['0100', '2024-01-03', 'Rome', 'Via Appia', 1000.5],
  ]);
  await page.getByRole('button', { name: 'Not readable 1', exact: true }).click();
  await expect.poll(() => page.getByRole('grid').textContent(), wait).toContain('to follow');
});

test('the header is set from the lines of the file, by the keyboard', async () => {
  const { page } = await openPage();
  await openDialog(page);
  await page.getByRole('listbox').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('h');
  const names = page.locator('.column-name');
  await expect.poll(() => names.first().inputValue(), wait).toBe('0100');
  await dialog(page).getByRole('button', { name: 'Back to what was found' }).click();
  await expect.poll(() => names.first().inputValue(), wait).toBe('code');
});

test('cancelling leaves nothing behind', async () => {
  const { page } = await openPage();
  await openDialog(page);
  await page.keyboard.press('Escape');
  await dialog(page).waitFor({ state: 'detached' });
  expect(await findSources(page)).toEqual([]);
});

test('of several doubtful files one can be set, and the rest imported as they look', async () => {
  const { page } = await openPage();
  await drop(page, orders, ...others);
  await dialog(page).getByText('File 1 of 3').waitFor();
  await dialog(page).getByRole('button', { name: 'Skip this file' }).click();
  await dialog(page).getByText('File 2 of 3').waitFor();
  await dialog(page).getByRole('button', { name: 'Import the rest as they look' }).click();
  await expect.poll(async () => (await findSources(page)).length, wait).toBe(2);
  await expect.poll(() => dialog(page).count(), wait).toBe(0);
});

test('a rejected record is mended, added to the table, and taken back', async () => {
  const { page } = await openPage();
  await openDialog(page);
  await page.keyboard.press('Control+Enter');
  await expect.poll(() => findHeading(page), wait).toBe('orders');
  await page.getByRole('button', { name: 'Rejected 1', exact: true }).click();
  await runCommand(page, 'Mend the rejected records');
  const add = dialog(page).getByRole('button', { name: 'Add to the table' });
  await expect.poll(() => add.isDisabled(), wait).toBe(true);
  await dialog(page).getByRole('button', { name: 'Join the next field to city' }).click();
  await dialog(page).getByRole('button', { name: 'Add 1 record to the table' }).click();
  await expectNotice(page, '1 record was added to “orders”');
  const added = "select city, price from orders where code = '0201'";
  await expect.poll(() => queryRows(page, added), wait).toEqual([['Beijing,China', '7']]);
  const sums = async () => (await findSources(page)).map(({ receipt }) => [receipt.loaded, receipt.rejected]);
  await expect.poll(sums, wait).toEqual([[42, 0]]);
  await page.locator('.notice').getByRole('button', { name: 'Undo' }).click();
  await expect.poll(sums, wait).toEqual([[41, 1]]);
  await expect.poll(() => queryRows(page, added), wait).toEqual([]);
});

test('rejected records are saved as a CSV', async () => {
  const { page } = await openPage();
  await openDialog(page);
  await page.keyboard.press('Control+Enter');
  await page.getByRole('button', { name: 'Rejected 1', exact: true }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as CSV' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('orders rejected.csv');
  expect(readFileSync(await file.path(), 'utf8').split('\r\n')).toEqual([
    '\uFEFFLine,Column,Reason,Text of the record',
    '44,,Too many fields,"0201,02/03/2024,Beijing,China,Chang An Jie,7"',
    '',
  ]);
});

test('a source is imported again with other settings, takes its name, and what was there can be brought back', async () => {
  const { page } = await openPage();
  await openDialog(page);
  await answer(page, '3 January 2024').click();
  await page.keyboard.press('Control+Enter');
  await expect.poll(() => findHeading(page), wait).toBe('orders');
  await chooseAction(page, 'orders', 'Import again with other settings…');
  const chooser = page.waitForEvent('filechooser');
  await dialog(page).getByRole('button', { name: 'Choose the file' }).click();
  await (
    await chooser
  ).setFiles({ name: orders.name, mimeType: 'text/csv', buffer: Buffer.from(orders.content) });
  await dialog(page).getByText('As it will be').waitFor();
  await expect.poll(async () => (await readColumn(page, 2))[0], wait).toBe('2024-01-03');
  await dialog(page).getByRole('combobox', { name: 'Types' }).selectOption('text');
  await expect.poll(async () => (await readColumn(page, 5))[1], wait).toBe('2,000.5');
  await page.keyboard.press('Control+Enter');
  await expectNotice(page, '“orders” was imported again');
  await expect.poll(async () => (await findSources(page)).map(({ name }) => name), wait).toEqual(['orders']);
  await page.locator('.removed').hover();
  await page.locator('.removed').getByRole('button').click();
  await page.getByRole('menuitem', { name: 'Bring back' }).click();
  await expect.poll(async () => (await findSources(page)).length, wait).toBe(2);
});
