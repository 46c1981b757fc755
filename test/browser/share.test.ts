import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { ExportOptions } from '../../src/app/sharing/actions';
import type { Receipt } from '../../src/import/receipt';
import { openPage } from './harness';
import { drop, expectNotice, importByConsole, wait } from './person';

const orders = [
  'order;city;paid;total;when;long',
  '007;Paris;true;12.5;2024-02-29 10:00:00;9007199254740993',
  '008;"北京; 海淀";false;-3;2024-03-01 00:00:00.123456;1',
  '009;"say ""hi""";;;;',
  '010;Paris;true;7;1999-12-31 23:59:59;9007199254740995',
  '',
].join('\n');

/** A page with a table and a workbook that reads it. */
async function makeWorkbook(page: Page): Promise<void> {
  await importByConsole(page, { name: 'orders.csv', content: orders });
  const reports = await page.evaluate(async () => {
    await window.quire.addCell({ kind: 'text', markdown: '# Notes <img src=x onerror=alert(1)>' });
    await window.quire.addCell({ kind: 'input', name: 'least', control: 'number', value: 0 });
    const sql = 'SELECT city, sum(total) AS total FROM orders WHERE total > $least GROUP BY ALL ORDER BY ALL';
    await window.quire.addCell({ kind: 'sql', name: 'by_city', sql });
    return window.quire.run();
  });
  expect(reports.map(({ status, error }) => error ?? status)).toEqual(['ok', 'ok', 'ok']);
}

async function exportFile(page: Page, options: ExportOptions = {}): Promise<Uint8Array> {
  const base64 = await page.evaluate(async (given) => {
    const blob = await window.quire.exportWorkbook(given as object);
    const reader = new FileReader();
    reader.readAsDataURL(blob);
    await new Promise((done) => (reader.onload = done));
    return String(reader.result).replace(/^.*?,/, '');
  }, options);
  return Buffer.from(base64, 'base64');
}

async function openFile(page: Page, content: Uint8Array, password?: string): Promise<string> {
  return page.evaluate(
    async ({ base64, given }) => {
      const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
      try {
        await window.quire.open(
          new File([bytes], 'sales.quire'),
          given === undefined ? {} : { password: given },
        );
        return 'opened';
      } catch (error) {
        return (error as { code?: string }).code ?? String(error);
      }
    },
    { base64: Buffer.from(content).toString('base64'), given: password },
  );
}

/** The sum that stands behind the last chunk of a sealed file. */
async function toSum(sealed: Uint8Array): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', Uint8Array.from([...sealed, 1])), 0, 8);
}

const readRows = (page: Page, sql: string) =>
  page.evaluate(async (query) => (await window.quire.query(query)).rows, sql);

const readStates = (page: Page) =>
  page.evaluate(() => window.quire.workbook().cells.map(({ kind, name }) => [kind, name ?? '']));

test('a workbook with its data opens on another device as it was, and runs only when it is asked to', async () => {
  const [{ page: from }, { page: to }] = [await openPage(), await openPage()];
  await makeWorkbook(from);
  const before = {
    rows: await readRows(from, 'SELECT * FROM orders'),
    result: await readRows(from, 'SELECT * FROM by_city'),
    receipt: await from.evaluate(() => window.quire.sources()[0]!.receipt),
  };
  expect(await openFile(to, await exportFile(from))).toBe('opened');
  expect(await readStates(to)).toEqual([
    ['text', ''],
    ['input', 'least'],
    ['sql', 'by_city'],
  ]);
  expect(await readRows(to, 'SELECT * FROM orders')).toEqual(before.rows);
  expect(await to.evaluate(() => window.quire.sources()[0]!.receipt as Receipt)).toEqual(before.receipt);
  expect(await to.evaluate(() => window.quire.query('FROM by_city').then(String, () => 'not run'))).toBe(
    'not run',
  );
  await to.evaluate(() => window.quire.run());
  expect(await readRows(to, 'SELECT * FROM by_city')).toEqual(before.result);
});

test('a source that is on the device already, with the very same rows, is not brought in twice', async () => {
  const { page } = await openPage();
  await makeWorkbook(page);
  const file = await exportFile(page);
  expect(await openFile(page, file)).toBe('opened');
  expect(await page.evaluate(() => window.quire.sources().map(({ name }) => name))).toEqual(['orders']);
});

test('other rows under a name that is taken come in under another, which the cells read', async () => {
  const [{ page: from }, { page: to }] = [await openPage(), await openPage()];
  await makeWorkbook(from);
  await importByConsole(to, { name: 'orders.csv', content: 'a,b\n1,2\n' });
  await importByConsole(to, { name: 'by_city.csv', content: 'x\n1\n' });
  expect(await openFile(to, await exportFile(from))).toBe('opened');
  expect(await to.evaluate(() => window.quire.sources().map(({ name }) => name))).toEqual([
    'orders',
    'by_city',
    'orders_2',
  ]);
  await to.evaluate(() => window.quire.run());
  expect(await readRows(to, 'SELECT * FROM by_city_2')).toEqual(
    await readRows(from, 'SELECT * FROM by_city'),
  );
});

test('without data, a source of the same columns takes the place of the one that stayed behind', async () => {
  const [{ page: from }, { page: to }] = [await openPage(), await openPage()];
  await makeWorkbook(from);
  await importByConsole(to, { name: 'my own.csv', content: orders.replace('12.5', '100') });
  const file = await exportFile(from, { data: false });
  expect(Buffer.from(file).includes('Paris')).toBe(false);
  expect(await openFile(to, file)).toBe('opened');
  await to.evaluate(() => window.quire.run());
  expect(await readRows(to, "SELECT total FROM by_city WHERE city = 'Paris'")).not.toEqual([]);
});

test('of what is masked or left out nothing leaves, and a sample is as long as was asked', async () => {
  const [{ page: from }, { page: to }] = [await openPage(), await openPage()];
  await makeWorkbook(from);
  const options = { sample: { rows: 3 }, masked: { orders: ['city'] }, leftOut: { orders: ['when'] } };
  expect(await openFile(to, await exportFile(from, options))).toBe('opened');
  const found = await to.evaluate(() => window.quire.sources()[0]!);
  expect([found.rows, found.columns.map(({ name }) => name)]).toEqual([
    3,
    ['order', 'city', 'paid', 'total', 'long'],
  ]);
  expect(found.receipt.warnings.map(({ code }) => code)).toEqual(['sampled', 'masked']);
  expect(JSON.stringify([found, await readRows(to, 'SELECT * FROM orders')])).not.toMatch(/Paris|北京|hi/);
});

test('with a passphrase: a wrong one, a damaged file and a changed one are told apart, and change nothing', async () => {
  const [{ page: from }, { page: to }] = [await openPage(), await openPage()];
  await makeWorkbook(from);
  const file = await exportFile(from, { password: 'grüner Tee' });
  const damaged = Uint8Array.from(file);
  damaged[damaged.length >> 1]! ^= 1;
  const changed = damaged.slice();
  // the sum behind the only chunk, put right again
  changed.set(await toSum(changed.subarray(64, -8)), changed.length - 8);
  expect(await openFile(to, file)).toBe('quire-locked');
  expect(await openFile(to, file, 'black tea')).toBe('quire-passphrase');
  expect(await openFile(to, damaged, 'grüner Tee')).toBe('quire-damaged');
  expect(await openFile(to, changed, 'grüner Tee')).toBe('quire-changed');
  expect(await openFile(to, file.subarray(0, -5), 'grüner Tee')).toBe('quire-damaged');
  expect(
    await to.evaluate(() => [window.quire.sources().length, window.quire.workbook().cells.length]),
  ).toEqual([0, 0]);
  expect(await openFile(to, file, 'grüner Tee')).toBe('opened');
  expect(await to.evaluate(() => window.quire.sources().length)).toBe(1);
});

test('a dropped file asks for its passphrase, shows what is in it, and opens when the person says so', async () => {
  const [{ page: from }, { page: to }] = [await openPage(), await openPage()];
  await makeWorkbook(from);
  const content = await exportFile(from, { password: 'green tea' });
  await drop(to, { name: 'sales.quire', content });
  const dialog = to.getByRole('dialog');
  await dialog.getByText('This file is protected by a passphrase.').waitFor();
  await dialog.getByLabel('Passphrase').fill('wrong');
  await dialog.getByRole('button', { name: 'Open', exact: true }).click();
  await dialog.getByRole('alert').getByText('That is not the passphrase').waitFor();
  await dialog.getByLabel('Passphrase').fill('green tea');
  await dialog.getByLabel('Passphrase').press('Enter');
  await dialog.getByText('Nothing runs before you say so').waitFor();
  await dialog.getByText('4 rows in the file').waitFor();
  const cell = dialog.getByRole('listitem').filter({ hasText: 'by_city' });
  await cell.locator('summary').click();
  await expect.poll(() => cell.locator('pre').textContent(), wait).toContain('sum(total)');
  expect(await dialog.locator('img').count()).toBe(0);
  expect(await to.evaluate(() => window.quire.sources().length)).toBe(0);
  await dialog.getByRole('button', { name: 'Open the workbook' }).click();
  await dialog.waitFor({ state: 'detached' });
  await to.waitForFunction(() => window.quire.sources().length === 1);
  await expect.poll(() => readStates(to), wait).toHaveLength(3);
});

test('closing the dialog leaves everything as it was', async () => {
  const [{ page: from }, { page: to }] = [await openPage(), await openPage()];
  await makeWorkbook(from);
  await drop(to, { name: 'sales.quire', content: await exportFile(from) });
  await to.getByText('Nothing runs before you say so').waitFor();
  await to.keyboard.press('Escape');
  await to.getByRole('dialog').waitFor({ state: 'detached' });
  expect(
    await to.evaluate(() => [window.quire.sources().length, window.quire.workbook().cells.length]),
  ).toEqual([0, 0]);
});

test('the dialog saves a file with what was chosen in it', async () => {
  const [{ page: from }, { page: to }] = [await openPage(), await openPage()];
  await makeWorkbook(from);
  // a page behind another is hardly painted
  await from.bringToFront();
  await from.getByRole('button', { name: 'Share' }).click();
  const dialog = from.getByRole('dialog');
  await dialog.getByText('orders: 6 columns').click();
  await dialog.getByLabel('Column city').selectOption('Mask');
  await dialog.getByLabel('Column when').selectOption('Leave out');
  await dialog.getByText('1 masked, 1 left out').waitFor();
  await dialog.getByLabel('A sample').check();
  await dialog.getByLabel('Rows of each table').fill('2');
  await dialog.getByLabel('Passphrase').fill('green tea');
  const saving = from.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Save the file' }).click();
  const download = await saving;
  expect(download.suggestedFilename()).toBe('Untitled workbook.quire');
  const content = readFileSync(await download.path());
  expect(await openFile(to, content, 'green tea')).toBe('opened');
  const found = await to.evaluate(() => window.quire.sources()[0]!);
  expect([found.rows, found.columns.map(({ name }) => name)]).toEqual([
    2,
    ['order', 'city', 'paid', 'total', 'long'],
  ]);
  await dialog.waitFor({ state: 'detached' });
});

test('a link brings the cells and no rows, and is looked at before it is opened', async () => {
  const [{ page: from }, { page: to, url }] = [await openPage(), await openPage()];
  await makeWorkbook(from);
  await from.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await from.bringToFront();
  await from.getByRole('button', { name: 'Share' }).click();
  await from.getByRole('button', { name: 'Copy a link' }).click();
  await from.getByText('The link was copied').waitFor();
  const link = await from.evaluate(() => navigator.clipboard.readText());
  await to.bringToFront();
  await to.goto('about:blank');
  await to.goto(`${url}${link.slice(link.indexOf('#'))}`);
  const dialog = to.getByRole('dialog');
  await dialog.getByText('has the columns order, city, paid, total, when, long').waitFor();
  await dialog.getByRole('button', { name: 'Open the workbook' }).click();
  await dialog.waitFor({ state: 'detached' });
  await expect.poll(() => readStates(to), wait).toHaveLength(3);
  expect(await to.evaluate(() => window.quire.sources().length)).toBe(0);
});

test('of several workbooks that are dropped one opens, and the others are named', async () => {
  const { page } = await openPage();
  await drop(
    page,
    { name: 'one.sql', content: 'SELECT 1 AS a;' },
    { name: 'two.sql', content: 'SELECT 2 AS a;' },
  );
  await expectNotice(page, 'Not opened yet: two.sql');
  await page.getByRole('dialog').waitFor();
  expect(await page.getByRole('dialog').count()).toBe(1);
});

test('columns that look like data on people are named before they leave, and masked at a click', async () => {
  const { page } = await openPage();
  const phones = Array.from({ length: 30 }, (_, n) => `${n},1381234${String(5000 + n * 7)}`);
  await importByConsole(page, { name: 'people.csv', content: `no,phone\n${phones.join('\n')}\n` });
  await page.evaluate(() => window.quire.addCell({ kind: 'sql', name: 'q', sql: 'SELECT * FROM people' }));
  await page.getByRole('button', { name: 'Share' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('people.phone').waitFor();
  await dialog.getByRole('button', { name: 'Mask them' }).click();
  await dialog.getByText('1 masked').waitFor();
  await expect.poll(() => dialog.getByRole('button', { name: 'Mask them' }).count(), wait).toBe(0);
});
