import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Download, Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { openPage } from './harness';
import { expectSeen, wait } from './person';

const hostile = `</script><script>document.title = 'run'</script>`;

async function openRows(options: Parameters<typeof openPage>[0] = {}): Promise<Page> {
  const { page } = await openPage(options);
  await page.evaluate(async (hostile) => {
    const sql = `SELECT i::INTEGER AS id, ['Paris', '上海', 'Rome'][1 + i % 3] AS city, (i * 1234.5)::DOUBLE AS amount,
      CASE i WHEN 0 THEN '=1+1' WHEN 1 THEN '${hostile.replaceAll("'", "''")}' WHEN 2 THEN NULL ELSE 'n' || i END AS note FROM range(60) t(i)`;
    await window.quire.addCell({ kind: 'sql', name: 'orders', sql });
    const chart = { kind: 'chart', name: 'cities', from: 'orders', mark: 'bar', x: 'city', y: 'amount' };
    await window.quire.addCell(chart);
    await window.quire.run();
  }, hostile);
  return page;
}

/** Another page of nothing but the file, from disk, with the network off. */
async function read(page: Page, download: Download) {
  const folder = mkdtempSync(path.join(tmpdir(), 'quire-live-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = path.join(folder, 'report.html');
  await download.saveAs(file);
  const reader = await page.context().newPage();
  onTestFinished(() => reader.close());
  const offline = { offline: true, latency: 0, downloadThroughput: 0, uploadThroughput: 0 };
  const session = await page.context().newCDPSession(reader);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', offline);
  const heard: string[] = [];
  reader.on('console', (message) => heard.push(message.text()));
  reader.on('pageerror', (error) => heard.push(error.message));
  reader.on('request', (request) => heard.push(request.url()));
  await reader.goto(`file://${file}`);
  expect(heard.splice(0)).toEqual([`file://${file}`]);
  return { reader, heard };
}

test('an interactive report opens from disk, searches, sorts, turns its pages, and its charts say their values', async () => {
  const page = await openRows();
  await page.getByRole('radio', { name: 'Report' }).click();
  const note = page.getByText('whoever has the file can read them');
  expect(await note.count()).toBe(0);
  await page.getByRole('checkbox', { name: 'Interactive' }).check();
  await expectSeen(note);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Web page' }).click(),
  ]);
  // and so it leaves the next time
  await expect
    .poll(() => page.evaluate(() => window.quire.workbook().outputs?.report?.interactive), wait)
    .toBe(true);

  const { reader, heard } = await read(page, download);
  expect(await reader.title()).toBe('Untitled workbook');
  const table = reader.getByRole('table', { name: 'orders' });
  const said = reader.locator('.live-pages [role=status]');
  const column = (at: number) => table.locator(`tbody td:nth-child(${at})`).allInnerTexts();
  expect(await said.innerText()).toBe('1–20 of 60');
  expect((await column(4)).slice(0, 3)).toEqual(['=1+1', hostile, 'missing']);

  await reader.getByRole('searchbox', { name: 'Search' }).fill('上海');
  expect(await said.innerText()).toBe('1–20 of 20 found (60 in all)');
  await reader.getByRole('textbox', { name: 'Filter amount' }).fill('> 50,000');
  expect(await column(1)).toEqual(['43', '46', '49', '52', '55', '58']);
  await table.getByRole('button', { name: 'amount' }).focus();
  await reader.keyboard.press('Enter');
  await reader.keyboard.press('Enter');
  expect((await column(3))[0]).toBe('71,601.0');
  expect(await table.getByRole('columnheader', { name: 'amount' }).getAttribute('aria-sort')).toBe(
    'descending',
  );
  const [csv] = await Promise.all([
    reader.waitForEvent('download'),
    reader.getByRole('button', { name: 'Save as CSV' }).click(),
  ]);
  expect(csv.suggestedFilename()).toBe('orders.csv');
  const lines = readFileSync(await csv.path(), 'utf8').split('\r\n');
  expect(lines.slice(0, 2)).toEqual(['\ufeffid,city,amount,note', '58,上海,71601,n58']);
  expect(lines.length).toBe(8);

  await reader.getByRole('searchbox', { name: 'Search' }).fill('');
  await reader.getByRole('textbox', { name: 'Filter amount' }).fill('');
  const next = reader.getByRole('button', { name: 'Next rows' });
  await next.click();
  await next.click();
  expect(await said.innerText()).toBe('41–60 of 60');
  expect(await next.isEnabled()).toBe(false);
  await reader.getByRole('combobox', { name: 'Rows on a page' }).selectOption('100');
  expect((await column(1)).length).toBe(60);

  // by mouse, and by keys
  const tip = reader.locator('.live-tip');
  expect(await tip.isVisible()).toBe(false);
  const bars = reader.locator('.picture g[aria-label="rect"] rect');
  await bars.first().hover();
  await expect
    .poll(() => tip.innerText(), wait)
    .toMatch(/city\s+(Paris|上海|Rome)\s+amount, sum\s+7\d\d,\d{3}/);
  const plot = reader.getByRole('application');
  const aloud = reader.locator('.live-said');
  await plot.focus();
  const heardOf = [];
  for (const key of ['Home', 'ArrowRight', 'ArrowRight']) {
    await reader.keyboard.press(key);
    heardOf.push(await aloud.innerText());
  }
  expect(heardOf.map((text) => text.split('; ').slice(0, 2).join('; ')).toSorted()).toEqual([
    'city: Paris; amount, sum: 703,665',
    'city: Rome; amount, sum: 753,045',
    'city: 上海; amount, sum: 728,355',
  ]);
  expect(heardOf.at(-1)).toContain('3 of 3');
  await reader.keyboard.press('Escape');
  expect(await tip.isVisible()).toBe(false);

  // on paper it is the plain one
  await reader.emulateMedia({ media: 'print' });
  expect(await table.isVisible()).toBe(false);
  expect(await reader.locator('.has-live > .wide tbody tr').count()).toBe(20);
  expect(await reader.getByText('The first 20 of 60 rows').isVisible()).toBe(true);
  expect(heard.filter((text) => !text.startsWith('blob:'))).toEqual([]);
});

test('in Chinese on a phone an interactive report stays within its window', async () => {
  const page = await openRows({ locale: 'zh-CN', width: 390, dark: true });
  await page.getByRole('radio', { name: '报告' }).click();
  await page.getByRole('checkbox', { name: '交互式' }).check();
  await expectSeen(page.getByText('拿到文件的人都能读到'));
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '网页' }).click(),
  ]);
  const { reader, heard } = await read(page, download);
  await reader.setViewportSize({ width: 390, height: 844 });
  expect(await reader.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await reader.getByRole('searchbox', { name: '搜索' }).fill('rome');
  expect(await reader.locator('.live-pages [role=status]').innerText()).toBe(
    '第 1–20 行，找到 20 行（共 60 行）',
  );
  await reader.getByRole('application').focus();
  await reader.keyboard.press('End');
  const box = (await reader.locator('.live-tip').boundingBox())!;
  expect(box.x).toBeGreaterThanOrEqual(0);
  expect(box.x + box.width).toBeLessThanOrEqual(390);
  expect(heard).toEqual([]);
});
