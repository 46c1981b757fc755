import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Download, Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { readSourceFiles } from './device';
import { openPage } from './harness';
import type { FileSpec } from './person';
import {
  expectFocus,
  expectNotice,
  expectSeen,
  findSources,
  importByConsole,
  queryRows,
  runCommand,
  wait,
} from './person';

const october = {
  name: 'orders-2026-10.csv',
  content: `day,city,amount,note\n2026-10-01,Paris,10.5,<script>document.title = 'run'</script>\n2026-10-02,上海,9,=1+1\n2026-10-03,Rome,100,${'w'.repeat(400)}\n`,
};
const november = {
  name: 'orders-2026-11.csv',
  content: 'day,city,amount,note\n2026-11-01,Paris,20,a\n2026-11-02,Rome,30,b\n',
};

async function openSales(options: Parameters<typeof openPage>[0] = {}, beside?: FileSpec): Promise<Page> {
  const { page } = await openPage(options);
  if (beside) await importByConsole(page, beside);
  await importByConsole(page, october, { name: 'orders' });
  await page.evaluate(async () => {
    await window.quire.addCell({ kind: 'text', markdown: '# Where we stand\n\nIn all {{total.sum}}.' });
    await window.quire.addCell({
      kind: 'input',
      name: 'least',
      control: 'slider',
      min: 0,
      max: 9,
      step: 1,
      value: 5,
    });
    await window.quire.addCell({
      kind: 'sql',
      name: 'total',
      sql: 'SELECT sum(amount) AS sum FROM orders WHERE amount > $least',
    });
    await window.quire.addCell({ kind: 'text', markdown: '## By city' });
    await window.quire.addCell({
      kind: 'chart',
      name: 'cities',
      from: 'orders',
      mark: 'bar',
      x: 'city',
      y: 'amount',
      title: 'Cities',
    });
    await window.quire.addCell({ kind: 'sql', name: 'all_orders', sql: 'FROM orders ORDER BY day' });
    await window.quire.addCell({
      kind: 'sql',
      name: 'broken',
      sql: 'SELECT 1 / length(nothing) FROM orders',
    });
    await window.quire.run();
  });
  return page;
}

function findPaper(page: Page) {
  return page.getByRole('article', { name: 'Report' });
}

async function readDownload(download: Download): Promise<string> {
  return readFileSync(await download.path(), 'utf8');
}

/** Names of cells as they stand on the paper. */
function readOrder(page: Page): Promise<string[]> {
  return findPaper(page)
    .locator('[data-cell]')
    .evaluateAll((blocks) =>
      blocks.map((block) =>
        (block.querySelector('h1, h2, figcaption, svg text')?.textContent ?? block.textContent).trim(),
      ),
    );
}

test('a workbook is laid out as on paper, arranged by keys, and leaves as a page that needs nobody', async () => {
  const page = await openSales();
  await page.getByRole('radio', { name: 'Report' }).click();
  const paper = findPaper(page);
  await expect
    .poll(() => readOrder(page), wait)
    .toEqual([
      'Where we stand',
      'total',
      'By city',
      'Cities',
      'all_orders',
      '“broken” could not be worked out this time.',
    ]);
  expect(await paper.locator('.head').innerText()).toContain('least 5');
  expect(await paper.locator('.text').first().innerText()).toContain('In all 119.5.');
  expect(await paper.locator('.contents a').allInnerTexts()).toEqual(['Where we stand', 'By city']);

  // moved by keys, left out by a click, set up by hand, and taken back
  const list = page.getByRole('complementary', { name: 'Arrange the report' });
  await list.getByRole('button', { name: 'Move cities' }).focus();
  await page.keyboard.press('Alt+ArrowUp');
  await expect.poll(async () => (await readOrder(page))[2], wait).toBe('Cities');
  await expectFocus(list.getByRole('button', { name: 'Move cities' }));
  await list.getByRole('checkbox', { name: 'broken is in the report' }).uncheck();
  await list.getByRole('textbox', { name: 'Subtitle' }).fill('October');
  await list.getByRole('button', { name: 'Settings of cities' }).click();
  await list.getByRole('checkbox', { name: 'SQL as a footnote' }).check();
  await expect.poll(() => paper.locator('.notes code').count(), wait).toBe(1);
  // a query that nobody has written is laid out in lines
  expect((await paper.locator('.notes code').innerText()).split('\n').length).toBeGreaterThan(8);
  await list.getByRole('button', { name: 'Settings of all_orders' }).click();
  await list.getByRole('checkbox', { name: 'SQL as a footnote' }).check();
  await list.getByRole('spinbutton', { name: 'Rows to show' }).fill('2');
  await page.keyboard.press('Enter');
  await expect.poll(() => paper.locator('.count').last().innerText(), wait).toBe('The first 2 of 3 rows');
  await expect
    .poll(() => paper.locator('.notes code').last().innerText(), wait)
    .toBe('FROM orders ORDER BY day');
  expect((await readOrder(page)).length).toBe(5);
  await expect.poll(() => paper.locator('.subtitle').innerText(), wait).toBe('October');

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Web page' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^Untitled workbook \d{4}-\d\d-\d\d\.html$/);
  const html = await readDownload(download);
  expect(Buffer.byteLength(html)).toBeLessThan(100_000);

  // another page, of nothing but the file, with no way out
  const folder = mkdtempSync(path.join(tmpdir(), 'quire-report-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = path.join(folder, 'report.html');
  writeFileSync(file, html);
  const reader = await page.context().newPage();
  await reader.emulateMedia({ colorScheme: 'dark' });
  const heard: string[] = [];
  reader.on('console', (message) => heard.push(message.text()));
  reader.on('pageerror', (error) => heard.push(error.message));
  reader.on('request', (request) => heard.push(request.url()));
  await reader.goto(`file://${file}`);
  expect(await reader.title()).toBe('Untitled workbook');
  expect(heard).toEqual([`file://${file}`]);
  expect(await reader.locator('.picture > svg').count()).toBe(1);
  expect(await reader.locator('html').evaluate((page) => getComputedStyle(page).backgroundColor)).toBe(
    'rgb(26, 29, 34)',
  );
  const cells = () => reader.locator('table.rows').last().locator('tbody td:nth-child(3)').allInnerTexts();
  expect(await cells()).toEqual(['10.5', '9.0']);
  await reader.getByRole('button', { name: 'amount' }).focus();
  await reader.keyboard.press('Enter');
  expect(await cells()).toEqual(['9.0', '10.5']);
  expect(await reader.getByRole('columnheader', { name: 'amount' }).getAttribute('aria-sort')).toBe(
    'ascending',
  );

  await page.getByRole('button', { name: 'Undo: change the report' }).click();
  await expect.poll(() => paper.locator('.count').last().innerText(), wait).toBe('3 rows');
});

test('on paper nothing is cut, and in Chinese on a phone it reads as well', async () => {
  const page = await openSales({ locale: 'zh-CN', width: 390, dark: true });
  await page.getByRole('radio', { name: '报告' }).click();
  const paper = page.getByRole('article', { name: '报告' });
  await expectSeen(
    paper
      .getByText('共 3 行')
      .or(paper.getByText('3 行', { exact: true }))
      .first(),
  );
  expect(await paper.locator('.facts').innerText()).toContain('截至');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('.report-bar').isVisible()).toBe(false);
  const sheet = await page.evaluate(() =>
    document.adoptedStyleSheets
      .flatMap(({ cssRules }) => [...cssRules].map(({ cssText }) => cssText))
      .join(''),
  );
  expect(sheet).toContain('@page');
});

test('a picture that is taller than a sheet is made to fit', async () => {
  const page = await openSales();
  await page.evaluate(async () => {
    const sql = `SELECT 'the group of number ' || i AS "group", i, i % 3 AS part FROM range(40) t(i)`;
    await window.quire.addCell({ kind: 'sql', name: 'groups', sql });
    const tall = {
      kind: 'chart',
      name: 'tall',
      from: 'groups',
      mark: 'bar',
      x: 'group',
      y: 'i',
      color: 'part',
      title: 'By group',
    };
    await window.quire.addCell(tall);
    const book = window.quire.workbook();
    await window.quire.open({ ...book, report: { orientation: 'landscape' } as never });
    await window.quire.run();
  });
  await page.getByRole('radio', { name: 'Report' }).click();
  const heights = () =>
    findPaper(page)
      .locator('.picture > svg')
      .evaluateAll((pictures) => pictures.map((picture) => picture.getBoundingClientRect().height));
  const millimetre = 96 / 25.4;
  await expect.poll(async () => Math.max(...(await heights())), wait).toBeGreaterThan(160 * millimetre);
  await page.emulateMedia({ media: 'print' });
  expect(Math.max(...(await heights()))).toBeLessThan(160 * millimetre);
  await page.emulateMedia({ media: null });
});

test('next month: files are matched and compared, all runs, and the same leaves under the same name', async () => {
  const page = await openSales();
  await page.getByRole('radio', { name: 'Report' }).click();
  await expectSeen(findPaper(page).locator('.count').first());
  const [first] = await Promise.all([
    page.waitForEvent('download'),
    runCommand(page, 'Save the report as Markdown'),
  ]);
  expect(first.suggestedFilename()).toMatch(/\.zip$/);

  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: /Again with new files/ }).click();
  await (
    await choosing
  ).setFiles([{ name: november.name, mimeType: 'text/csv', buffer: Buffer.from(november.content) }]);
  const dialog = page.getByRole('dialog', { name: 'Again with new files' });
  await expectSeen(dialog.getByText(`orders ← ${november.name}`));
  await expectSeen(dialog.getByText('The report: Markdown'));
  const go = dialog.getByRole('button', { name: 'Replace, run and save' });
  await expect.poll(() => go.isEnabled(), wait).toBe(true);
  const [again] = await Promise.all([page.waitForEvent('download'), go.click()]);
  expect(again.suggestedFilename()).toBe(first.suggestedFilename());
  await expectNotice(page, 'was saved');
  await expect.poll(() => findPaper(page).locator('.text').first().innerText(), wait).toContain('In all 50.');

  // and by one call, back to October
  const { sources, cells, files } = await page.evaluate(
    async ([name, content]) => {
      const { files, ...rest } = await window.quire.again({ files: [new File([content], name)] });
      return { ...rest, files: files.map(({ name, blob }) => ({ name, bytes: blob.size })) };
    },
    [october.name, october.content] as const,
  );
  expect(sources.map(({ name, file }) => [name, file])).toEqual([['orders', october.name]]);
  expect(cells.find(({ name }) => name === 'total')?.status).toBe('ok');
  expect(files.map(({ name }) => name)).toEqual([first.suggestedFilename()]);
  expect(await queryRows(page, 'SELECT count(*) FROM orders')).toEqual([[3]]);
  expect((await findSources(page)).length).toBe(1);
});

test('files whose names say nothing are given their places by hand, and what is left out leaves nothing behind', async () => {
  const page = await openSales({}, { name: 'cities_of.csv', content: 'city,land\nParis,F\n' });
  await page.evaluate(() => window.quire.report());
  await page.getByRole('radio', { name: 'Report' }).click();
  const before = await readSourceFiles(page);
  const strange = { name: 'export (3).csv', mimeType: 'text/csv', buffer: Buffer.from(november.content) };
  const notes = { name: 'notes.csv', mimeType: 'text/csv', buffer: Buffer.from('city,land\nRome,I\n') };

  async function choose() {
    const choosing = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: /Again with new files/ }).click();
    await (await choosing).setFiles([strange, notes]);
    const dialog = page.getByRole('dialog', { name: 'Again with new files' });
    await expectSeen(dialog.getByText('No source is called like these files'));
    return {
      dialog,
      go: dialog.getByRole('button', { name: 'Replace, run and save' }),
      ofStrange: dialog.getByLabel(strange.name),
      ofNotes: dialog.getByLabel(notes.name),
    };
  }

  // called off, with everything compared and with nothing
  const first = await choose();
  expect(await first.go.isEnabled()).toBe(false);
  await first.ofStrange.selectOption('takes the place of orders');
  await expectSeen(first.dialog.getByText(`orders ← ${strange.name}`));
  await expect.poll(() => first.go.isEnabled(), wait).toBe(true);
  expect((await readSourceFiles(page)).length).toBe(before.length + 1);
  await page.keyboard.press('Escape');
  await expect.poll(() => readSourceFiles(page), wait).toEqual(before);

  const { dialog, go, ofStrange, ofNotes } = await choose();
  await ofNotes.selectOption('takes the place of orders');
  await expectSeen(dialog.getByText(`orders ← ${notes.name}`));
  // a source of one file has room for one
  await ofStrange.selectOption('takes the place of orders');
  await expectSeen(dialog.getByText(`orders ← ${strange.name}`));
  expect(await ofNotes.inputValue()).toBe('');
  await ofNotes.selectOption('takes the place of cities_of');
  await expectSeen(dialog.getByText(`cities_of ← ${notes.name}`));
  await expect.poll(() => go.isEnabled(), wait).toBe(true);
  await ofNotes.selectOption('is left out');
  await expect.poll(() => dialog.getByText(`cities_of ← ${notes.name}`).count(), wait).toBe(0);
  await expectSeen(dialog.getByText(/^The report: Web page, as “Untitled workbook \d{4}-\d\d-\d\d\.html”$/));
  const [download] = await Promise.all([page.waitForEvent('download'), go.click()]);
  expect(await readDownload(download)).toContain('In all 50');
  expect(await queryRows(page, 'SELECT land FROM cities_of')).toEqual([['F']]);
  // the rows of before stay for undo, and nothing else
  await expect.poll(async () => (await readSourceFiles(page)).length, wait).toBe(before.length + 1);

  // and by one call
  const said = await page.evaluate(
    async ([october, notes]) => {
      const files = [new File([october], 'a.csv'), new File([notes], 'b.csv')];
      const refused = await window.quire.again({ files }).catch((error: Error) => error.message);
      const crowded = await window.quire
        .again({ files, as: { 'a.csv': 'orders', 'b.csv': 'orders' } })
        .catch((error: Error) => error.message);
      const { sources } = await window.quire.again({ files, as: { 'a.csv': 'orders', 'b.csv': null } });
      return [refused, crowded, sources.map(({ name, file }) => `${name} < ${file}`)];
    },
    [october.content, 'city,land\nRome,I\n'] as const,
  );
  expect(said).toEqual(['no source for: a.csv, b.csv', 'more than one file for: orders', ['orders < a.csv']]);
  expect(await queryRows(page, 'SELECT count(*) FROM orders')).toEqual([[3]]);
});
