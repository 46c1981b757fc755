import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { SourceInfo } from '../../src/app/console';
import type { Drift } from '../../src/run/drift';
import { makeXlsx } from '../import/excel/makeXlsx';
import { readCatalog, readSourceFiles } from './device';
import { openPage, waitReady } from './harness';
import type { FileSpec } from './person';
import {
  chooseAction,
  createFile,
  drop,
  expectNotice,
  findHeading,
  findSidebar,
  findSources,
  importByConsole,
  queryRows,
  runCommand,
  wait,
} from './person';

const regions = ['North', 'South', 'East'];
const channels = ['web', 'shop'];

function toCsv(header: string, rows: readonly (string | number)[][]): string {
  return [header, ...rows.map((row) => row.join(','))].join('\n') + '\n';
}

/** A shop's export of May: 12 orders. */
const may: FileSpec = {
  name: 'orders-may.csv',
  content: toCsv(
    'Order ID,region,price,quantity,coupon,channel',
    Array.from({ length: 12 }, (_, k) => [
      `00${k + 1}`,
      regions[k % 3]!,
      `${k + 1}.5`,
      k + 1,
      `C${k}`,
      channels[k % 2]!,
    ]),
  ),
};

/** June's: two columns under new names, one gone, one new, a word among the prices, a new channel, blank quantities. */
const june: FileSpec = {
  name: 'orders-june.csv',
  content: toCsv(
    'order_id,area,price,quantity,discount,channel',
    Array.from({ length: 15 }, (_, k) => [
      `00${k + 101}`,
      k === 0 ? 'West' : regions[k % 3]!,
      k === 3 ? 'n/a' : `${k + 1}.25`,
      k % 2 ? k : '',
      k % 4,
      k === 5 ? 'phone' : channels[k % 2]!,
    ]),
  ),
};

/** July's: as June's form is that of May, nothing drifts. */
const july: FileSpec = {
  ...may,
  name: 'orders-july.csv',
  content: String(may.content).replaceAll('.5', '.75'),
};

async function openOrders(options: Parameters<typeof openPage>[0] = {}): Promise<Page> {
  const { page } = await openPage(options);
  await importByConsole(page, may, { name: 'orders' });
  return page;
}

function findDialog(page: Page, title = 'Replace the file of “orders”'): Locator {
  return page.getByRole('dialog', { name: title });
}

/** Chooses the file in the browser's own dialog, which the action opens. */
async function chooseFile(page: Page, open: () => Promise<void>, { name, content }: FileSpec): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await open();
  await (await chooser).setFiles([{ name, mimeType: 'text/csv', buffer: Buffer.from(content) }]);
}

async function replaceByMenu(page: Page, file: FileSpec): Promise<Locator> {
  await chooseFile(page, () => chooseAction(page, 'orders', 'Replace file…'), file);
  const dialog = findDialog(page);
  await dialog.getByRole('button', { name: 'Replace', exact: true }).waitFor(wait);
  return dialog;
}

/** Waits until a part of the report, by its heading, says this. */
async function expectPart(dialog: Locator, title: string, words: string): Promise<void> {
  const part = dialog
    .locator('.drift-part')
    .filter({ has: dialog.page().getByRole('heading', { name: title }) });
  await expect.poll(async () => (await part.innerText()).replace(/\s+/g, ' '), wait).toContain(words);
}

const names = async (page: Page) => (await findSources(page)).map(({ name }) => name);

test('the report tells what changed, a rename is accepted, the file is replaced, and undone', async () => {
  const page = await openOrders();
  const dialog = await replaceByMenu(page, june);
  await expectPart(dialog, 'Under a new name', 'Order ID → order_id');
  await expectPart(dialog, 'Under a new name', 'region → area');
  await expectPart(dialog, 'Types', 'price Number → Text 1 value does not fit: n/a');
  await expectPart(dialog, 'Columns that are gone', 'Columns that are gone 1 coupon');
  await expectPart(dialog, 'New columns', 'New columns 1 discount');
  await expectPart(dialog, 'Categories', 'channel new phone');
  await expectPart(dialog, 'Missing values', 'quantity 0% → 53.3%');
  await expect.poll(() => dialog.getByRole('row', { name: 'Rows' }).innerText(), wait).toMatch(/12\s+15/);
  // nothing has changed so far
  expect(await queryRows(page, 'select count(*), max(price) from orders')).toEqual([[12, 12.5]]);
  expect(await names(page)).toEqual(['orders']);

  const renamed = dialog.getByRole('group', { name: 'region → area' });
  const another = renamed.getByRole('button', { name: 'Another column' });
  await expect.poll(() => another.getAttribute('aria-pressed'), wait).toBe('true');
  await renamed.getByRole('button', { name: 'Same column' }).click();
  await dialog.getByRole('button', { name: 'Replace', exact: true }).click();
  await expectNotice(page, '“orders” now holds the new file, 15 rows');
  await expect.poll(() => dialog.count(), wait).toBe(0);
  const [source] = await findSources(page);
  expect(source!.columns).toEqual([
    { name: 'Order ID', type: 'VARCHAR' },
    { name: 'region', type: 'VARCHAR' },
    { name: 'price', type: 'VARCHAR' },
    { name: 'quantity', type: 'BIGINT' },
    { name: 'discount', type: 'BIGINT' },
    { name: 'channel', type: 'VARCHAR' },
  ]);
  expect(await queryRows(page, `select "Order ID", region, price from orders order by 1 limit 1`)).toEqual([
    ['00101', 'West', '1.25'],
  ]);
  expect(await findHeading(page)).toBe('orders');
  expect(await names(page)).toEqual(['orders']);

  await page.locator('.notice').getByRole('button', { name: 'Undo' }).click();
  await expectNotice(page, '“orders” is as it was before the replacement');
  await expect
    .poll(() => queryRows(page, 'select count(*), max(price), min(coupon) from orders'), wait)
    .toEqual([[12, 12.5, 'C0']]);
  await expect.poll(() => findHeading(page), wait).toBe('orders');
  // the undo is done with: another one does not bring the new file back
  await page.keyboard.press('Control+z');
  expect(await names(page)).toEqual(['orders']);
  await page.reload();
  await waitReady(page);
  expect(await queryRows(page, 'select count(*) from orders')).toEqual([[12]]);
});

test('a type is kept: values that do not fit are missing, and listed', async () => {
  const page = await openOrders();
  const dialog = await replaceByMenu(page, june);
  await dialog.getByRole('group', { name: 'price' }).getByRole('button', { name: 'Keep Number' }).click();
  await expectPart(dialog, 'Types', '1 value becomes missing, and is listed: n/a');
  await dialog.getByRole('button', { name: 'Replace', exact: true }).click();
  await expectNotice(page, '“orders” now holds the new file');
  const [source] = await findSources(page);
  expect(source!.columns.find(({ name }) => name === 'price')).toEqual({ name: 'price', type: 'DOUBLE' });
  expect(source!.receipt.unread).toBe(1);
  expect(await queryRows(page, 'select count(*), count(price) from orders')).toEqual([[15, 14]]);
  expect(await queryRows(page, 'select "column", value from unread.orders')).toEqual([['price', 'n/a']]);
});

test('a rename that is refused is a column that is gone and a new one', async () => {
  const page = await openOrders();
  const dialog = await replaceByMenu(page, june);
  const renamed = dialog.getByRole('group', { name: 'Order ID → order_id' });
  await renamed.getByRole('button', { name: 'Another column' }).click();
  await dialog.getByRole('button', { name: 'Replace', exact: true }).click();
  await expectNotice(page, '“orders” now holds the new file');
  const [source] = await findSources(page);
  expect(source!.columns.map(({ name }) => name).slice(0, 2)).toEqual(['order_id', 'area']);
  expect(await queryRows(page, 'select min(order_id) from orders')).toEqual([['00101']]);
});

test('a file without drift is one line and one key, and Control+Z takes it back', async () => {
  const page = await openOrders();
  await chooseFile(page, () => runCommand(page, 'Replace the file of this source…'), july);
  const dialog = findDialog(page);
  await dialog.getByText('Nothing else has changed').waitFor(wait);
  await expect.poll(() => dialog.locator('.drift-part').count(), wait).toBe(0);
  await page.keyboard.press('Enter');
  await expectNotice(page, '“orders” now holds the new file, 12 rows');
  expect(await queryRows(page, 'select max(price) from orders')).toEqual([[12.75]]);
  await page.reload();
  await waitReady(page);
  expect(await queryRows(page, 'select max(price) from orders')).toEqual([[12.75]]);
  await page.keyboard.press('Control+z');
  await expect.poll(() => queryRows(page, 'select max(price) from orders'), wait).toEqual([[12.5]]);
  expect(await names(page)).toEqual(['orders']);
});

test('the new table takes the place of the old one among the others', async () => {
  const page = await openOrders();
  await importByConsole(page, { name: 'last.csv', content: 'x\n1\n' });
  const before = ['orders', 'last'];
  await expect.poll(() => findSidebar(page).locator('.item-name').allInnerTexts(), wait).toEqual(before);
  const dialog = await replaceByMenu(page, july);
  await dialog.getByRole('button', { name: 'Replace', exact: true }).click();
  await expectNotice(page, '“orders” now holds the new file');
  // while the dialog goes, the page behind it is hidden
  await expect.poll(() => findSidebar(page).locator('.item-name').allInnerTexts(), wait).toEqual(before);
  await expect.poll(() => findHeading(page), wait).toBe('orders');
  await page.reload();
  await waitReady(page);
  await expect.poll(() => findSidebar(page).locator('.item-name').allInnerTexts(), wait).toEqual(before);
  // brought back from the removed ones, the old one stands beside it
  await chooseRemoved(page, 'orders', 'Bring back');
  await expect.poll(() => names(page), wait).toContain('orders_2');
  await expect
    .poll(() => queryRows(page, 'select (select max(price) from orders), max(price) from orders_2'), wait)
    .toEqual([[12.75, 12.5]]);
});

async function chooseRemoved(page: Page, name: string, action: string): Promise<void> {
  const item = page.locator('.item.removed').filter({ hasText: name });
  await item.hover();
  await item.getByRole('button').click();
  await page.getByRole('menuitem', { name: action, exact: true }).click();
}

test('keep both adds the file as another source and leaves the old one alone', async () => {
  const page = await openOrders();
  const dialog = await replaceByMenu(page, june);
  await dialog.getByRole('button', { name: 'Keep both' }).click();
  await expectNotice(page, '“orders-june” imported beside “orders”');
  expect(await names(page)).toEqual(['orders', 'orders-june']);
  expect(await queryRows(page, 'select (select count(*) from orders), count(*) from "orders-june"')).toEqual([
    [12, 15],
  ]);
  await page.reload();
  await waitReady(page);
  expect(await names(page)).toEqual(['orders', 'orders-june']);
});

test('cancel, Escape and a reload leave nothing behind', async () => {
  const page = await openOrders();
  const before = await readSourceFiles(page);
  for (const leave of ['Cancel', 'Escape', 'reload']) {
    const dialog = await replaceByMenu(page, june);
    await expect.poll(() => readSourceFiles(page), wait).not.toEqual(before);
    if (leave === 'Cancel') await dialog.getByRole('button', { name: 'Cancel' }).click();
    if (leave === 'Escape') await page.keyboard.press('Escape');
    if (leave === 'reload') {
      await page.reload();
      await waitReady(page);
    }
    await expect.poll(() => dialog.count(), wait).toBe(0);
    await expect.poll(() => readSourceFiles(page), wait).toEqual(before);
    await expect.poll(() => readCatalog(page), wait).toHaveLength(1);
    expect(await queryRows(page, 'select count(*), max(price) from orders')).toEqual([[12, 12.5]]);
    await expect
      .poll(() => queryRows(page, "select count(*) from duckdb_views() where view_name like 'staged%'"), wait)
      .toEqual([[0]]);
  }
});

test('stopped while it works, it leaves nothing behind', async () => {
  const page = await openOrders();
  const before = await readSourceFiles(page);
  // so large that it is not there before it is stopped
  const folder = mkdtempSync(path.join(tmpdir(), 'quire-large-'));
  const large = path.join(folder, 'large.csv');
  const rows = Array.from({ length: 100_000 }, (_, k) => [`00${k}`, 'North', `${k}.5`, k, 'C', 'web']);
  writeFileSync(large, 'Order ID,region,price,quantity,coupon,channel\n');
  for (let n = 0; n < 60; n++) appendFileSync(large, toCsv('00,North,1.5,1,C,web', rows));
  const chooser = page.waitForEvent('filechooser');
  await chooseAction(page, 'orders', 'Replace file…');
  await (await chooser).setFiles(large);
  const dialog = findDialog(page);
  await dialog.getByText(/Importing “large.csv” beside it: [1-9]/).waitFor(wait);
  await dialog.getByRole('button', { name: 'Stop' }).click();
  await expectNotice(page, 'Import stopped. Nothing was left behind.');
  await expect.poll(() => dialog.count(), wait).toBe(0);
  await expect.poll(() => readSourceFiles(page), wait).toEqual(before);
  rmSync(folder, { recursive: true });
  expect(await queryRows(page, 'select count(*) from orders')).toEqual([[12]]);
});

test('a file dropped on a source is compared with it, one dropped elsewhere is a source of its own', async () => {
  const page = await openOrders();
  const file = await createFile(page, july);
  const item = page.locator('.item[data-source]').filter({ hasText: 'orders' });
  const send = (types: string[]) =>
    item.evaluate(
      (target, { file, types }) => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(file);
        for (const type of types)
          target.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }));
      },
      { file, types },
    );
  await send(['dragenter', 'dragover']);
  await expect.poll(() => item.innerText(), wait).toContain('Replace the file of “orders”');
  await expect.poll(() => page.locator('.drop-cover').count(), wait).toBe(0);
  await send(['drop']);
  const dialog = findDialog(page);
  await dialog.getByText('Nothing else has changed').waitFor(wait);
  await expect.poll(() => item.innerText(), wait).not.toContain('Replace the file');
  await page.keyboard.press('Escape');
  await expect.poll(() => dialog.count(), wait).toBe(0);
  await drop(page, july);
  await expect.poll(() => names(page), wait).toEqual(['orders', 'orders-july']);
});

test('codes with leading zeros among whole numbers do not become numbers in silence', async () => {
  const { page } = await openPage();
  for (const rows of [6, 150_000]) {
    const toFile = (name: string, last: string): FileSpec => ({
      name,
      content: toCsv('code,city', [
        ...Array.from({ length: rows }, (_, k) => [k + 1, 'Lyon']),
        [last, 'Metz'],
      ]),
    });
    await importByConsole(page, toFile('a.csv', '99'), { name: 'orders' });
    const dialog = await replaceByMenu(page, toFile('b.csv', '007'));
    await expectPart(dialog, 'Types', 'code Whole number → Text 007 starts with a zero');
    await dialog.getByRole('button', { name: 'Replace', exact: true }).click();
    await expect.poll(() => dialog.count(), wait).toBe(0);
    expect(await queryRows(page, "select code from orders where city = 'Metz'")).toEqual([['007']]);
    await page.evaluate(() => window.quire.reset());
  }
});

test('a type is kept in a large file too, however late the values that do not fit', async () => {
  const { page } = await openPage();
  const toFile = (name: string, last: string[]): FileSpec => ({
    name,
    content: toCsv('n,city', [
      ...Array.from({ length: 150_000 }, (_, k) => [k, 'Lyon']),
      ...last.map((value) => [value, 'Metz']),
    ]),
  });
  await importByConsole(page, toFile('a.csv', ['1']), { name: 'orders' });
  const dialog = await replaceByMenu(page, toFile('b.csv', ['2.5', 'n/a']));
  await expectPart(dialog, 'Types', 'n Whole number → Text 2 values do not fit, such as 2.5');
  await dialog.getByRole('button', { name: 'Keep Whole number' }).click();
  await dialog.getByRole('button', { name: 'Replace', exact: true }).click();
  await expectNotice(page, '“orders” now holds the new file, 150,002 rows');
  expect(await queryRows(page, 'select count(*), count(n), max(n) from orders')).toEqual([
    [150_002, 150_000, 149_999],
  ]);
  expect(await queryRows(page, 'select value from unread.orders order by line')).toEqual([['2.5'], ['n/a']]);
});

test('another tab leaves the file alone that is not decided about, and follows the replacement', async () => {
  const page = await openOrders({ storage: 'tabs' });
  const dialog = await replaceByMenu(page, june);
  const { page: other } = await openPage({ storage: 'tabs' });
  expect(await names(other)).toEqual(['orders']);
  expect(await queryRows(other, 'select count(*) from orders')).toEqual([[12]]);
  // a change of the list there must not take the file away here
  await importByConsole(other, { name: 'x.csv', content: 'x\n1\n' });
  await expect.poll(() => names(page), wait).toEqual(['orders', 'x']);
  await dialog.getByRole('button', { name: 'Replace', exact: true }).click();
  await expectNotice(page, '“orders” now holds the new file, 15 rows');
  expect(await queryRows(page, 'select count(*), max(channel) from orders')).toEqual([[15, 'web']]);
  await expect.poll(() => queryRows(other, 'select count(*) from orders'), wait).toEqual([[15]]);
  await expect.poll(() => names(other), wait).toEqual(['orders', 'x']);
});

test('another kind of file, and one with none of the columns, are refused in words and can be set up', async () => {
  const page = await openOrders();
  for (const [file, words] of [
    [{ name: 'orders.json', content: '[{"Order ID":"001","price":1}]' }, 'is another kind of file'],
    [
      { name: 'stock.csv', content: 'item,shelf\ncup,4\npot,7\n' },
      'Not one column of “orders” is in “stock.csv”',
    ],
    [{ name: 'empty.csv', content: '' }, '“empty.csv” is empty'],
  ] as const) {
    await chooseFile(page, () => chooseAction(page, 'orders', 'Replace file…'), file);
    const dialog = findDialog(page);
    await dialog.getByText(words).waitFor(wait);
    expect(await dialog.getByRole('button', { name: 'Replace', exact: true }).count()).toBe(0);
    const canSetUp = file.name !== 'empty.csv';
    expect(await dialog.getByRole('button', { name: 'Set up this import…' }).count()).toBe(canSetUp ? 1 : 0);
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await expect.poll(() => dialog.count(), wait).toBe(0);
  }
  await chooseFile(page, () => chooseAction(page, 'orders', 'Replace file…'), {
    name: 'stock.csv',
    content: 'item,shelf\ncup,4\npot,7\n',
  });
  await findDialog(page).getByRole('button', { name: 'Set up this import…' }).click(wait);
  const setUp = page.getByRole('dialog', { name: 'Import “stock.csv”' });
  await setUp.getByRole('button', { name: /^Import/ }).click(wait);
  await findDialog(page).getByRole('button', { name: 'Replace', exact: true }).click(wait);
  await expectNotice(page, '“orders” now holds the new file, 2 rows');
  expect(await queryRows(page, 'select * from orders')).toEqual([
    ['cup', 4],
    ['pot', 7],
  ]);
});

test('next month’s file laid out otherwise is found: titles above, another delimiter, another encoding', async () => {
  const page = await openOrders();
  const content = `May report\n\n${String(july.content).replaceAll(',', ';').replaceAll('North', 'Nørd')}`;
  const dialog = await replaceByMenu(page, {
    name: 'orders-july.csv',
    content: Uint8Array.from(content, (char) => char.charCodeAt(0)),
  });
  await expectPart(dialog, 'Form of the file', 'Delimiter comma → semicolon');
  await expectPart(dialog, 'Form of the file', 'Lines before the header 0 → 2');
  await expectPart(dialog, 'Form of the file', 'Encoding UTF-8 → Windows-1252');
  await expectPart(dialog, 'Categories', 'region new Nørd gone North');
  await dialog.getByRole('button', { name: 'Replace', exact: true }).click();
  await expectNotice(page, '“orders” now holds the new file, 12 rows');
  expect(await queryRows(page, "select count(*) from orders where region = 'Nørd'")).toEqual([[4]]);
});

test('rows at the end that were totals last time are not left out unasked', async () => {
  const { page } = await openPage();
  const total = (rows: string) => `item,price\ncup,1.5\npot,2.5\njar,3.5\n${rows}`;
  await importByConsole(
    page,
    { name: 'a.csv', content: total('Total,7.5\n') },
    { name: 'orders', footer: 1 },
  );
  expect(await queryRows(page, 'select count(*) from orders')).toEqual([[3]]);
  const dialog = await replaceByMenu(page, { name: 'b.csv', content: total('lid,9.5\n') });
  const choice = dialog.getByRole('group', { name: 'Rows at the end, left out as totals or notes' });
  const asItLooks = choice.getByRole('button', { name: '0, as this file looks' });
  await expect.poll(() => asItLooks.getAttribute('aria-pressed'), wait).toBe('true');
  await expect.poll(() => dialog.getByRole('row', { name: 'Rows' }).innerText(), wait).toMatch(/3\s+4/);
  await choice.getByRole('button', { name: '1, as before' }).click();
  await expect.poll(() => dialog.getByRole('row', { name: 'Rows' }).innerText(), wait).toMatch(/3\s+3/);
  await dialog.getByRole('button', { name: 'Replace', exact: true }).click();
  await expectNotice(page, '“orders” now holds the new file, 3 rows');
  expect(await queryRows(page, "select count(*) from orders where item = 'lid'")).toEqual([[0]]);
});

test('next month’s workbook has its sheet by another name, titles above, and codes as numbers: they stay text', async () => {
  const { page } = await openPage();
  const toCell = (value: string | number) =>
    typeof value === 'number' ? `<c><v>${value}</v></c>` : `<c t="inlineStr"><is><t>${value}</t></is></c>`;
  const toWorkbook = async (sheet: string, rows: readonly (readonly (string | number)[])[]) => {
    const xml = rows.map((row) => `<row>${row.map(toCell).join('')}</row>`).join('');
    return new Uint8Array(await makeXlsx({ sheets: [xml, ''], names: [sheet, 'Notes'] }).arrayBuffer());
  };
  const first = await toWorkbook('May', [
    ['Code', 'price'],
    ['001', 1.5],
    ['002', 2.5],
    ['003', 3.5],
  ]);
  await importByConsole(page, { name: 'may.xlsx', content: first }, { name: 'orders' });
  const next = await toWorkbook('June', [
    ['Orders of June'],
    [],
    ['CODE', 'price'],
    [101, 4.5],
    [102, 5.5],
    [103, 6.5],
    [104, 7.5],
  ]);
  const dialog = await replaceByMenu(page, { name: 'june.xlsx', content: next });
  await expectPart(dialog, 'Under a new name', 'Code → CODE');
  await expectPart(dialog, 'Types', 'Code Text → Whole number');
  const kept = dialog.getByRole('group', { name: 'Code', exact: true });
  const keep = kept.getByRole('button', { name: 'Keep Text' });
  await expect.poll(() => keep.getAttribute('aria-pressed'), wait).toBe('true');
  await dialog.getByRole('button', { name: 'Replace', exact: true }).click();
  await expectNotice(page, '“orders” now holds the new file, 4 rows');
  expect(await queryRows(page, 'select Code, sum(price) over () from orders limit 1')).toEqual([['101', 24]]);
});

test('a source of several files is replaced by several', async () => {
  const { page } = await openPage();
  const month = (name: string, sum: number) => ({
    name: `${name}.csv`,
    content: `item,sum\ncup,${sum}\npot,${sum}\n`,
  });
  await drop(page, month('2024-01', 1), month('2024-02', 2));
  await expectNotice(page, 'are one table');
  await expect.poll(async () => (await findSources(page)).length, wait).toBe(1);
  const [{ name, columns }] = (await findSources(page)) as [SourceInfo, ...SourceInfo[]];
  const column = columns.at(-1)!.name;
  const chooser = page.waitForEvent('filechooser');
  await chooseAction(page, name, 'Replace file…');
  const files = [month('2024-03', 3), month('2024-04', 4), month('2024-05', 5)];
  await (
    await chooser
  ).setFiles(
    files.map((file) => ({ name: file.name, mimeType: 'text/csv', buffer: Buffer.from(file.content) })),
  );
  const dialog = findDialog(page, `Replace the file of “${name}”`);
  await dialog.getByRole('button', { name: 'Replace', exact: true }).click(wait);
  await expectNotice(page, 'now holds the new file, 6 rows');
  expect(await queryRows(page, `select "${column}", sum(sum) from "${name}" group by 1 order by 1`)).toEqual([
    ['2024-03.csv', 6],
    ['2024-04.csv', 8],
    ['2024-05.csv', 10],
  ]);
});

test('window.quire.replaceSource replaces without asking and gives the drift', async () => {
  const page = await openOrders();
  const { source, drift } = await replaceByConsole(page, 'orders', june);
  expect(drift).toEqual<Drift>({
    rows: { before: 12, after: 15 },
    gone: ['coupon'],
    added: ['discount'],
    renamed: [
      { from: 'Order ID', to: 'order_id', by: 'name' },
      { from: 'region', to: 'area', by: 'values' },
    ],
    types: [{ column: 'price', before: 'DOUBLE', after: 'VARCHAR' }],
    categories: [
      { column: 'region', added: ['West'], gone: [] },
      { column: 'channel', added: ['phone'], gone: [] },
    ],
    blanks: [{ column: 'quantity', before: 0, after: 8 / 15 }],
  });
  expect(source).toMatchObject({ name: 'orders', rows: 15 });
  expect(await names(page)).toEqual(['orders']);
  expect(await queryRows(page, 'select count(*), count(distinct area) from orders')).toEqual([[15, 4]]);
  const refused = await page.evaluate(() =>
    window.quire.replaceSource('orders', new File(['x;y\n1;2\n'], 'other.csv')).then(
      () => 'replaced',
      ({ code }: { code: string }) => code,
    ),
  );
  expect(refused).toBe('replace-columns');
  expect(await queryRows(page, 'select count(*) from orders')).toEqual([[15]]);
});

async function replaceByConsole(page: Page, name: string, spec: FileSpec) {
  const file = await createFile(page, spec);
  return page.evaluate(({ name, file }) => window.quire.replaceSource(name, file), { name, file });
}

test('where nothing can be kept, a file is replaced in memory, and taken back', async () => {
  const { page } = await openPage();
  await page.addInitScript(() => {
    Object.defineProperty(navigator.storage, 'getDirectory', {
      value: () => Promise.reject(new Error('none')),
    });
  });
  await page.reload();
  await waitReady(page);
  await importByConsole(page, may, { name: 'orders' });
  const dialog = await replaceByMenu(page, july);
  await dialog.getByRole('button', { name: 'Replace', exact: true }).click();
  await expectNotice(page, '“orders” now holds the new file');
  expect(await queryRows(page, 'select max(price) from orders')).toEqual([[12.75]]);
  await page.locator('.notice').getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => queryRows(page, 'select max(price) from orders'), wait).toEqual([[12.5]]);
});

test('in Chinese at 390 pixels the whole report can be read and every button reached', async () => {
  const page = await openOrders({ locale: 'zh-CN', width: 390, height: 844 });
  await page.getByRole('button', { name: '显示或隐藏数据源' }).click();
  await chooseFile(
    page,
    async () => {
      await page.locator('.item[data-source]').hover();
      await page.getByRole('button', { name: '“orders”的操作' }).click();
      await page.getByRole('menuitem', { name: '替换文件…' }).click();
    },
    june,
  );
  const dialog = page.getByRole('dialog', { name: '替换“orders”的文件' });
  await dialog.getByRole('button', { name: '替换', exact: true }).waitFor(wait);
  await expect.poll(() => dialog.innerText(), wait).toContain('保留数字');
  const text = await dialog.innerText();
  for (const words of [
    '换了名称的列',
    '不再有的列',
    '新增的列',
    '类型',
    '类别',
    '缺失值',
    '两个都保留',
    '保留数字',
  ])
    expect(text).toContain(words);
  expect(text.replace(/order_id|Order ID|orders[-a-z.]*|[A-Z]?[a-z/]+/g, '')).not.toMatch(/[A-Za-z]{3,}/);
  const body = dialog.locator('.dialog-body');
  expect(await body.evaluate((element) => element.scrollWidth - element.clientWidth)).toBeLessThanOrEqual(0);
  for (const button of await dialog.getByRole('button').all()) {
    await button.scrollIntoViewIfNeeded();
    const box = (await button.boundingBox())!;
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(390);
  }
  await dialog.getByRole('button', { name: '替换', exact: true }).click();
  await expectNotice(page, '“orders”已换成新文件，共 15 行');
});
