import { readFileSync } from 'node:fs';
import { tableFromIPC } from 'apache-arrow';
import type { Download, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { ExportSettings } from '../../src/app/exporting/exportByName';
import { openPage } from './harness';
import {
  chooseFromMenu,
  createFile,
  expectNotice,
  importFile,
  queryRows,
  runCommand,
  wait,
  withoutPicker,
} from './person';

const orders = {
  name: 'orders.csv',
  content: `id,name,note,amount\n007,Ann,=1+1,1.50\n008,Bob,,2\n009,"Li, 伟",,-3.25\n010,Eve,+86 138,4\n`,
};

async function openWithOrders() {
  const opened = await openPage({ before: withoutPicker });
  await importFile(opened.page, orders);
  return opened;
}

async function save(page: Page, button = 'Save'): Promise<Download> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: button, exact: true }).click();
  return download;
}

const readDownload = async (download: Download) => readFileSync(await download.path(), 'utf8');

async function exportText(
  page: Page,
  name: string,
  format: string,
  options: ExportSettings = {},
): Promise<string> {
  return page.evaluate(
    async ([name, format, options]) => (await window.quire.export(name, format, options)).text(),
    [name, format, options] as const,
  );
}

async function exportBytes(page: Page, name: string, format: string): Promise<Uint8Array> {
  const values = await page.evaluate(
    async ([name, format]) => [
      ...new Uint8Array(await (await window.quire.export(name, format)).arrayBuffer()),
    ],
    [name, format] as const,
  );
  return Uint8Array.from(values);
}

test('a source is saved as CSV by its button, after a look at what would not come back', async () => {
  const { page } = await openWithOrders();
  await page.getByRole('button', { name: 'Export…', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Export “orders”' });
  await dialog.getByText('4 rows × 4 columns').waitFor();
  await dialog.getByText('Types are not in the file').waitFor();
  await dialog.getByText('1 text begins with').waitFor(wait);
  await dialog.getByLabel('Name of the file').fill('{name} of {date}');
  const download = await save(page);
  expect(download.suggestedFilename()).toMatch(/^orders of \d{4}-\d\d-\d\d\.csv$/);
  expect(await readDownload(download)).toBe(
    `id,name,note,amount\n007,Ann,'=1+1,1.5\n008,Bob,,2\n009,"Li, 伟",,-3.25\n010,Eve,+86 138,4\n`,
  );
  await expectNotice(page, /“orders of .*” was saved/);
  expect(await dialog.count()).toBe(0);
});

test('what was chosen is offered again, and formulas may be left as they are', async () => {
  const { page } = await openWithOrders();
  await runCommand(page, 'Export the table');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'For Chinese Excel' }).click();
  await dialog.getByText('Settings', { exact: true }).click();
  await dialog.getByLabel('Between values').selectOption('semicolon');
  await dialog.getByText('Leave them as they are').click();
  await dialog.getByText('emoji and rare signs').waitFor();
  const download = await save(page);
  const text = new TextDecoder('gb18030').decode(readFileSync(await download.path()));
  expect(text).toContain('id;name;note;amount\r\n007;Ann;=1+1;');
  expect(text).toContain('009;Li, 伟;;-3.25\r\n');
  await expect.poll(() => dialog.count(), wait).toBe(0);
  await runCommand(page, 'Export the table');
  await dialog.getByText('Settings', { exact: true }).click();
  expect(await dialog.getByLabel('Between values').inputValue()).toBe('semicolon');
  await page.keyboard.press('Escape');
  await expect.poll(() => dialog.count(), wait).toBe(0);
});

test('where the browser can, the file is written where the person says', async () => {
  const { page } = await openPage({
    before: () =>
      Object.defineProperty(window, 'showSaveFilePicker', {
        value: async ({ suggestedName }: { suggestedName: string }) =>
          (await navigator.storage.getDirectory()).getFileHandle(suggestedName, { create: true }),
      }),
  });
  await importFile(page, orders);
  const read = (name: string) =>
    page.evaluate(async (name) => {
      const root = await navigator.storage.getDirectory();
      return (await (await root.getFileHandle(name)).getFile()).text();
    }, name);
  await runCommand(page, 'Export the table');
  await page.getByLabel('Name of the file').fill('{name}');
  await page.getByLabel('Format').selectOption('json');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expectNotice(page, '“orders.json” was saved');
  expect(JSON.parse(await read('orders.json'))).toHaveLength(4);
  await expect.poll(() => page.getByRole('dialog').count(), wait).toBe(0);
  await runCommand(page, 'Export the table');
  await page.getByLabel('Format').selectOption('duckdb');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expectNotice(page, '“orders.duckdb” was saved');
  expect((await read('orders.duckdb')).slice(8, 12)).toBe('DUCK');
});

test('rows that are selected leave alone, by the menu of a value', async () => {
  const { page } = await openWithOrders();
  const grid = page.getByRole('grid', { name: 'Rows of orders' });
  await grid.getByRole('gridcell', { name: '008' }).click();
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowDown');
  await grid.getByRole('gridcell', { name: '008' }).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Export the selection…' }).click();
  await page.getByRole('dialog').getByText('2 rows × 2 columns').waitFor();
  expect(await readDownload(await save(page))).toBe('id,name\n008,Bob\n009,"Li, 伟"\n');
});

test('a cell is saved with the tables behind it, in one archive; a step by its menu', async () => {
  const { page } = await openWithOrders();
  await page.evaluate(async () => {
    await window.quire.addCell({
      kind: 'steps',
      name: 'kept',
      from: 'orders',
      steps: [
        { step: 'filter', conditions: [{ column: 'note', test: 'missing' }] },
        { step: 'sort', order: [{ column: 'id', direction: 'down' }] },
      ],
    });
    await window.quire.run();
  });
  await chooseFromMenu(page, 'Actions for kept', 'Export…');
  await page.getByRole('dialog', { name: 'Export “kept”' }).getByText('2 rows × 4 columns').waitFor();
  expect((await readDownload(await save(page))).split('\n')[1]).toMatch(/^009,/);
  await page.locator('[data-cell="kept"]').click();
  const menu = page.getByRole('button', { name: /^Step 1/ });
  await menu.click();
  await page.getByRole('menuitem', { name: 'Export the rows after this step…' }).click();
  await page.getByRole('dialog', { name: 'Export “kept 1”' }).getByText('2 rows × 4 columns').waitFor();
  expect((await readDownload(await save(page))).split('\n')[1]).toMatch(/^008,/);
  await runCommand(page, 'Export several tables');
  await page.getByRole('dialog', { name: 'Export 2 tables' }).getByText('orders').waitFor();
  const zip = await save(page);
  expect(zip.suggestedFilename()).toMatch(/^Untitled workbook .*\.zip$/);
  const bytes = readFileSync(await zip.path());
  expect(bytes.subarray(0, 2).toString()).toBe('PK');
  expect(bytes.toString('latin1')).toContain('kept.csv');
  expect(bytes.toString('latin1')).toContain('orders.csv');
});

test('the console gives every format, and every value of it comes back', async () => {
  const { page } = await openWithOrders();
  const types = await page.evaluate(async () => {
    const described = await window.quire.query(
      `SELECT column_name FROM (DESCRIBE SELECT * FROM test_all_types()) WHERE column_type NOT LIKE 'UNION%'`,
    );
    const names = described.rows.map(([name]) => `"${String(name)}"`).join(', ');
    await window.quire.addCell({ kind: 'sql', name: 'types', sql: `SELECT ${names} FROM test_all_types()` });
    await window.quire.addCell({ kind: 'sql', name: 'nothing', sql: `SELECT 1 AS a, 'x' AS b WHERE false` });
    const [report] = await window.quire.run();
    return report?.status;
  });
  expect(types).toBe('ok');
  expect(await exportText(page, 'orders', 'tsv', { columns: ['name', 'id'], offset: 1, limit: 1 })).toBe(
    'name\tid\nBob\t008\n',
  );
  const forExcel = await page.evaluate(async () => [
    ...new Uint8Array(await (await window.quire.export('orders', 'csv', { for: 'excel' })).arrayBuffer()),
  ]);
  expect(Buffer.from(forExcel).toString()).toMatch(/^\uFEFFid,name,note,amount\r\n007,Ann,=1\+1,/);
  expect(await exportText(page, 'nothing', 'csv')).toBe('a,b\n');
  expect(JSON.parse(await exportText(page, 'orders', 'json'))).toHaveLength(4);
  expect(await exportText(page, 'orders', 'markdown')).toContain('| 008 | Bob |');
  expect(await exportText(page, 'orders', 'html')).toContain('<td class="t">008</td>');
  const arrow = tableFromIPC(await exportBytes(page, 'types', 'arrow'));
  expect(arrow.numRows).toBe(3);
  for (const format of ['parquet', 'duckdb', 'arrow']) {
    const differences = await page.evaluate(async (format) => {
      const file = new File([await window.quire.export('types', format)], `back.${format}`);
      const [source] = await window.quire.import(file);
      const checks = source!.columns.map(
        ({ name }) =>
          `count(*) FILTER (CAST(a."${name}" AS VARCHAR) IS DISTINCT FROM CAST(b."${name}" AS VARCHAR)) AS "${name}"`,
      );
      const compared = await window.quire.query(
        `SELECT ${checks.join(', ')} FROM types a POSITIONAL JOIN "${source!.name}" b`,
      );
      return compared.columns.flatMap(({ name }, k) =>
        compared.rows[0]![k] === 0 ? [] : [`${format} ${name}`],
      );
    }, format);
    expect(differences).toEqual([]);
  }
  await expect(exportText(page, 'orders', 'csv', { delimeter: 'tab' })).rejects.toThrow(
    /unknown option of csv: delimeter/,
  );
  await expect(exportText(page, 'nobody', 'csv')).rejects.toThrow(/no table named: nobody/);
}, 120_000);

test('a CSV that is imported again is the same table, with codes and long numbers as they were', async () => {
  const { page } = await openWithOrders();
  await page.evaluate(async () => {
    await window.quire.addCell({
      kind: 'sql',
      name: 'hard',
      sql: `SELECT * FROM (VALUES ('007', 12345678901234567890::HUGEINT, 0.1::DOUBLE, DATE '2024-02-29', true, 'a,"b"' || chr(10) || 'c'),
        ('0x1F', NULL, NULL, NULL, NULL, NULL)) t(code, long, part, day, flag, text)`,
    });
    await window.quire.run();
  });
  const file = await createFile(page, { name: 'again.csv', content: await exportText(page, 'hard', 'csv') });
  await page.evaluate((file) => window.quire.import(file), file);
  expect(await queryRows(page, 'FROM again')).toEqual(await queryRows(page, 'FROM hard'));
});

test('several tables leave in one database, which holds them by their names', async () => {
  const { page } = await openWithOrders();
  await page.evaluate(async () => {
    await window.quire.addCell({
      kind: 'sql',
      name: 'sums',
      sql: 'SELECT count(*) AS n, sum(amount) AS total FROM orders',
    });
    await window.quire.run();
  });
  const imported = await page.evaluate(async () => {
    const file = new File([await window.quire.export(['orders', 'sums'], 'duckdb')], 'both.duckdb');
    return (await window.quire.import(file)).map(({ name, rows }) => [name, rows]);
  });
  expect(imported).toEqual([
    ['orders_2', 4],
    ['sums', 1],
  ]);
});

test('an export that is stopped leaves nothing, and the next one works', async () => {
  const { page } = await openWithOrders();
  await page.evaluate(async () => {
    await window.quire.addCell({
      kind: 'sql',
      name: 'many',
      sql: 'SELECT i, md5(i::VARCHAR) AS t FROM range(3000000) r(i)',
    });
    await window.quire.run();
  });
  const stopped = await page.evaluate(async () => {
    const controller = new AbortController();
    const onProgress = () => controller.abort();
    try {
      await window.quire.export('many', 'csv', { signal: controller.signal, onProgress });
      return 'written';
    } catch (error) {
      return (error as DOMException).name;
    }
  });
  expect(stopped).toBe('AbortError');
  expect(await exportText(page, 'orders', 'ndjson', { limit: 1 })).toContain('"id":"007"');
});
