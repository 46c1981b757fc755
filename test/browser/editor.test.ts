import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { PageOptions } from './harness';
import { openPage } from './harness';
import { importFile, wait } from './person';

const orders = {
  name: 'orders.csv',
  content: ['id,city,unit price', '1,上海,10', '2,北京,20', '3,Köln,30'].join('\n'),
};

/** A page with a source and one query, whose editor is not used yet. */
async function openQuery(sql: string, options: PageOptions = {}) {
  const { page } = await openPage(options);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await importFile(page, orders);
  await page.evaluate((text) => window.quire.addCell({ kind: 'sql', name: 'query', sql: text }), sql);
  const cell = page.locator('[data-cell=query]');
  await cell.locator('.editor-area').waitFor(wait);
  return {
    page,
    cell,
    asked,
    read: () => page.evaluate(() => (window.quire.workbook().cells[0] as unknown as { sql: string }).sql),
  };
}

const isMonaco = (address: string) => /monaco/.test(address);

/** Puts the keyboard at the end of the text, once Monaco is there. */
async function use(page: Page, cell: Locator): Promise<void> {
  await cell.locator('.editor-area').click();
  await cell.locator('.editor.live .view-line').first().waitFor(wait);
  await page.keyboard.press('Control+End');
}

function readProposals(page: Page): Promise<string[]> {
  return page
    .locator('.suggest-widget.visible .monaco-list-row .label-name')
    .evaluateAll((rows) => rows.map((row) => row.textContent ?? ''));
}

describe('the editor', () => {
  test('Monaco comes while nothing is done, and takes no place before it is used', async () => {
    const { page, asked } = await openQuery('select 1', { ahead: true });
    await expect.poll(() => asked.filter(isMonaco).length, wait).toBeGreaterThan(0);
    expect(await page.locator('.editor.live').count()).toBe(0);
  });

  test('where data is saved Monaco is fetched when it is used first, and keeps what was typed until then', async () => {
    const { page, cell, asked, read } = await openQuery('select ');
    // longer than the page waits for rest where it fetches it by itself, by its own clock; a busy machine may have none
    await page.evaluate(
      () => new Promise((done) => setTimeout(() => requestIdleCallback(done, { timeout: 2000 }), 2500)),
    );
    expect(asked.filter(isMonaco)).toEqual([]);
    await cell.locator('.editor-area').focus();
    await page.keyboard.press('Control+End');
    await page.keyboard.type('1 as before');
    await cell.locator('.editor.live .view-line').waitFor(wait);
    await page.keyboard.type(', 2 as later');
    await expect.poll(read, wait).toBe('select 1 as before, 2 as later');
    expect(asked.filter(isMonaco).length).toBeGreaterThan(0);
  });

  test('a new query can be written at once', async () => {
    const { page, cell } = await openQuery('select 1');
    await cell.focus();
    await page.keyboard.press('b');
    await page.waitForFunction(() => document.activeElement?.closest('.editor'));
    await page.keyboard.press('Control+a');
    await page.keyboard.type('select 5');
    await expect
      .poll(() => page.evaluate(() => window.quire.workbook().cells[1]), wait)
      .toMatchObject({ sql: 'select 5' });
  });

  test('it makes no style element, and its styles are there all the same', async () => {
    const { page, cell } = await openQuery('select 1');
    await use(page, cell);
    expect(await page.locator('style').count()).toBe(0);
    const lines = cell.locator('.view-line');
    await expect
      .poll(() => lines.evaluate((line) => line.getAttribute('data-monaco-style')), wait)
      .toBeNull();
    await expect.poll(() => lines.evaluate((line) => (line as HTMLElement).style.height), wait).toBe('21px');
  });

  test('its colours follow the theme', async () => {
    const { page, cell } = await openQuery('select 1');
    await use(page, cell);
    const readColour = () =>
      cell
        .locator('.view-line span span')
        .first()
        .evaluate((word) => getComputedStyle(word).color);
    await expect.poll(readColour, wait).toBe('rgb(40, 83, 201)');
    await page.emulateMedia({ colorScheme: 'dark' });
    await expect.poll(readColour, wait).toBe('rgb(134, 168, 255)');
  });

  test('it is as high as its lines, up to twenty-four', async () => {
    const { page, cell } = await openQuery('select 1');
    const readHeight = () => cell.locator('.editor').evaluate((editor) => editor.clientHeight);
    const one = await readHeight();
    await use(page, cell);
    await expect.poll(readHeight, wait).toBe(one);
    await page.keyboard.press('Enter');
    await expect.poll(readHeight, wait).toBe(one + 21);
    for (let line = 0; line < 30; line++) await page.keyboard.press('Enter');
    await expect.poll(readHeight, wait).toBe(one + 23 * 21);
  });

  test('it speaks Chinese where the page does', async () => {
    const { page, cell } = await openQuery('select 1', { locale: 'zh-CN' });
    await use(page, cell);
    await page.keyboard.press('Control+f');
    await cell.locator('.find-widget.visible').waitFor(wait);
    expect(await cell.locator('.find-widget textarea').first().getAttribute('placeholder')).toBe('查找');
  });

  test('columns are proposed through an alias, and written in quotes where they need them', async () => {
    const { page, cell, read } = await openQuery('select o. from orders o');
    await use(page, cell);
    await page.keyboard.press('Home');
    for (let step = 0; step < 9; step++) await page.keyboard.press('ArrowRight');
    await page.keyboard.type('un');
    await expect.poll(() => readProposals(page), wait).toEqual(['unit price']);
    await page.keyboard.press('Enter');
    await expect.poll(read, wait).toBe('select o."unit price" from orders o');
  });

  test('Escape closes the list first, and leaves then', async () => {
    const { page, cell } = await openQuery('select * from ');
    await use(page, cell);
    await page.keyboard.type('or');
    await expect.poll(() => readProposals(page), wait).toContain('orders');
    const readFocus = () => page.evaluate(() => document.activeElement?.className ?? '');
    await page.keyboard.press('Escape');
    await expect.poll(() => readProposals(page), wait).toEqual([]);
    await expect.poll(readFocus, wait).toContain('inputarea');
    await page.keyboard.press('Escape');
    await expect.poll(readFocus, wait).toContain('cell');
  });

  test('Tab writes blanks, and after Ctrl+M it moves on', async () => {
    const { page, cell, read } = await openQuery('select 1');
    await use(page, cell);
    await page.keyboard.press('Home');
    await page.keyboard.press('Tab');
    await expect.poll(read, wait).toBe('  select 1');
    await page.keyboard.press('Control+m');
    await page.keyboard.press('Tab');
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent), wait)
      .toBe('Run selection');
    expect(await read()).toBe('  select 1');
  });

  test('the palette opens from within it', async () => {
    const { page, cell } = await openQuery('select 1');
    await use(page, cell);
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').waitFor(wait);
    expect(await page.getByRole('dialog').count()).toBe(1);
  });
});

describe('a query', () => {
  test('is underlined where it is wrong, and mended with a click', async () => {
    const { page, cell, read } = await openQuery('select citi from orders');
    await page.evaluate(() => window.quire.run());
    await cell.locator('.wrong', { hasText: /^citi$/ }).waitFor(wait);
    await use(page, cell);
    await cell.locator('.squiggly-error').waitFor(wait);
    await cell.getByRole('button', { name: 'Replace by city' }).click();
    await expect.poll(read, wait).toBe('select city from orders');
    await cell.getByRole('alert').waitFor({ ...wait, state: 'detached' });
    await expect.poll(() => cell.locator('.squiggly-error').count(), wait).toBe(0);
  });

  test('is laid out anew, and stays as it is where that cannot be', async () => {
    const { page, cell, read } = await openQuery('select id, city from orders limit 2');
    await cell.getByRole('button', { name: 'Format' }).click();
    await expect.poll(read, wait).toBe('select\n  id,\n  city\nfrom\n  orders\nlimit 2');
    await use(page, cell);
    await page.keyboard.press('Control+a');
    await page.keyboard.type("select 'open");
    await page.keyboard.press('Delete');
    const before = "select 'open";
    await expect.poll(read, wait).toBe(before);
    await cell.getByRole('button', { name: 'Format' }).click();
    await expect.poll(() => cell.locator('.sql-note').textContent(), wait).toContain('stays as it is');
    expect(await read()).toBe(before);
  });

  test('is run in part: the rows of the selection are shown, and closed', async () => {
    const { page, cell } = await openQuery('select 7 as part');
    await use(page, cell);
    await page.keyboard.type(' union all select 8');
    await page.keyboard.press('Home');
    for (let step = 0; step < 16; step++) await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('Control+Shift+Enter');
    const rows = cell.getByRole('region', { name: 'Selection' });
    await rows.getByText('1 row', { exact: true }).waitFor(wait);
    await rows.getByRole('button').click();
    await rows.waitFor({ ...wait, state: 'detached' });
    expect(await rows.count()).toBe(0);
  });

  test('is explained: what it reads, how many rows came of it, and how long it took', async () => {
    const { cell } = await openQuery('select city, count(*) as n from orders where id > 1 group by city');
    await cell.getByRole('button', { name: 'Explain' }).click();
    const plan = cell.getByRole('region', { name: 'How it was run' });
    await plan.waitFor(wait);
    for (const words of [/Read orders/, /only where/, /2 rows/, /\d ms/])
      await expect.poll(() => plan.innerText(), wait).toMatch(words);
  });
});
