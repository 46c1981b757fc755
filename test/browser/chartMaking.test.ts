import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openPage } from './harness';
import { importFile, wait } from './person';

const cities = ['Berlin', 'Paris', 'Rome', '上海'];
const orders = [
  'day,city,kind,amount,age',
  ...Array.from(
    { length: 400 },
    (_, at) =>
      `${new Date(Date.UTC(2023, 0, 1 + 3 * at)).toISOString().slice(0, 10)},${cities[at % 4]},${at % 3 ? 'new' : 'old'},${((at * 37) % 100) + 0.5},${18 + (at % 60)}`,
  ),
].join('\n');

async function open(page: Page, settings: object = {}): Promise<void> {
  await importFile(page, { name: 'orders.csv', content: orders });
  await page.evaluate((spec) => window.quire.addCell(spec as never), {
    kind: 'chart',
    name: 'sales',
    from: 'orders',
    ...settings,
  });
}

/** What is saved of the chart. */
async function read(page: Page): Promise<Record<string, unknown>> {
  const { cells } = await page.evaluate(() => window.quire.workbook());
  return (cells as unknown as Record<string, unknown>[]).find(({ kind }) => kind === 'chart') ?? {};
}

const cell = (page: Page) => page.locator('.cell[data-cell=sales]');
const picture = (page: Page) => cell(page).locator('svg.chart-svg').last();
const said = async (page: Page) => (await picture(page).getAttribute('aria-label')) ?? '';

async function select(page: Page): Promise<void> {
  await cell(page).locator('.cell-kind').click();
}

async function drag(page: Page, from: Locator, to: Locator): Promise<void> {
  const held = await page.evaluateHandle(() => new DataTransfer());
  await from.dispatchEvent('dragstart', { dataTransfer: held });
  await to.dispatchEvent('dragover', { dataTransfer: held });
  await to.dispatchEvent('drop', { dataTransfer: held });
}

test('a new chart shows pictures of what suits its table, and a press on one makes it', async () => {
  const { page } = await openPage({ width: 1440 });
  await open(page);
  const gallery = cell(page).locator('.making-thumb');
  await expect.poll(() => gallery.locator('svg.chart-svg').count(), wait).toBeGreaterThan(4);
  await page.getByRole('button', { name: 'Make this chart: Line chart: day · amount', exact: true }).click();
  await expect.poll(() => said(page), wait).toMatch(/^Line chart of amount, sum/);
  expect(await read(page)).toMatchObject({ mark: 'line', x: 'day', y: 'amount' });
  expect(await gallery.count()).toBe(0);
});

test('fields, how they are taken, and the kind of chart are chosen by keyboard, and undone', async () => {
  const { page } = await openPage({ width: 1440 });
  await open(page, { mark: 'line', x: 'day', y: 'amount' });
  await expect.poll(() => said(page), wait).toContain('Line chart');
  await select(page);
  const panel = page.getByRole('group', { name: 'Chart sales' });
  const slot = panel.getByRole('group', { name: 'Across', exact: true });
  await slot.getByText('Month, chosen').waitFor();
  await slot.getByRole('button', { name: 'Across: settings of day' }).focus();
  await page.keyboard.press('Enter');
  const by = page.getByRole('combobox', { name: 'By', exact: true });
  await by.waitFor();
  await by.focus();
  await page.keyboard.type('Quarter');
  await expect.poll(async () => (await read(page))['x'], wait).toEqual({ column: 'day', unit: 'quarter' });
  await page.keyboard.press('Escape');
  await slot.getByText('Quarter', { exact: true }).waitFor();

  await panel.getByRole('button', { name: 'Kind: Line chart. Choose another' }).focus();
  await page.keyboard.press('Enter');
  await panel.getByRole('button', { name: 'Bar chart', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => said(page), wait).toContain('Bar chart');
  expect(await read(page)).toMatchObject({ x: { column: 'day', unit: 'quarter' }, y: { column: 'amount' } });
  await page.evaluate(() => window.quire.undo());
  await expect.poll(async () => (await read(page))['mark'], wait).toBe('line');
});

test('a column is put on a field by drag or from a menu, and dragged on to another field', async () => {
  const { page } = await openPage({ width: 1440 });
  await open(page, { mark: 'bar', x: 'city' });
  await expect.poll(() => said(page), wait).toContain('Bar chart');
  await select(page);
  const panel = page.getByRole('group', { name: 'Chart sales' });
  const slot = (name: string) => panel.locator(`[data-slot="${name}"]`);
  await drag(page, panel.getByRole('button', { name: 'kind: put on a field' }), slot('color'));
  await expect.poll(async () => (await read(page))['color'], wait).toBe('kind');
  await drag(page, slot('color').locator('.making-grip'), slot('facet'));
  await expect.poll(async () => (await read(page))['facet'], wait).toBe('kind');
  expect((await read(page))['color']).toBe(undefined);
  await panel.getByRole('button', { name: 'amount: put on a field' }).click();
  await page.getByRole('menuitem', { name: 'Value' }).click();
  await expect.poll(async () => (await read(page))['y'], wait).toBe('amount');
  await expect.poll(() => said(page), wait).toContain('amount, sum');
});

test('the chart as text is changed by typing, says what is wrong where, and proposes what can stand', async () => {
  const { page } = await openPage({ width: 1440 });
  await open(page, { mark: 'bar', x: 'city', y: 'amount' });
  await expect.poll(() => said(page), wait).toContain('Bar chart');
  await select(page);
  await page.getByRole('tab', { name: 'Text' }).click();
  const text = page.getByRole('textbox', { name: 'The chart as text' });
  await text.fill('{\n  "mark": "bar",\n  "x": "city",\n  "y": "amuont"\n}');
  const fault = page.getByRole('button', { name: /Line 4, column 8/ });
  expect(await fault.textContent()).toContain('There is no column “amuont”. Did you mean amount?');
  expect((await read(page))['y']).toBe('amount');
  await fault.click();
  await page.keyboard.type('"ag');
  await page.getByRole('option', { name: 'age' }).waitFor();
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await read(page))['y'], wait).toBe('age');
  await page.getByText('Nothing is wrong.').waitFor();
  await expect.poll(() => said(page), wait).toContain('age, sum');
});

test('a chart is made of what is selected in a table, and of a column, at one key or press', async () => {
  const { page } = await openPage({ width: 1440 });
  await importFile(page, { name: 'orders.csv', content: orders });
  const sources = page.getByRole('complementary', { name: 'Sources' });
  await sources.getByRole('button', { name: 'orders', exact: true }).click();
  await page.getByRole('grid').first().waitFor();
  await page.locator('.grid-cell', { hasText: 'Berlin' }).first().click();
  await page.getByRole('button', { name: 'Make a chart', exact: true }).click();
  await expect.poll(async () => (await read(page))['x'], wait).toBe('city');
  expect(await read(page)).toMatchObject({ mark: 'bar', from: 'orders' });
});

test('what an analysis has found is shown in pictures above its rows; a press puts one below, and undo takes it back', async () => {
  const { page } = await openPage({ width: 1440 });
  await importFile(page, { name: 'orders.csv', content: orders });
  const names = () => page.evaluate(() => window.quire.workbook().cells.map(({ name }) => name));
  await page.evaluate(async () => {
    const steps = [{ step: 'kmeans', columns: ['amount', 'age'], clusters: 3 }];
    await window.quire.addCell({ kind: 'steps', name: 'groups', from: 'orders', steps } as never);
    await window.quire.run();
  });
  const found = page.getByRole('region', { name: 'Charts of groups' });
  await expect.poll(() => found.locator('svg.chart-svg').count(), wait).toBe(3);
  expect(await names()).toEqual(['groups']);
  await found
    .getByRole('button', { name: 'Make this chart: Heat map: cluster · column · difference' })
    .click();
  await expect.poll(names, wait).toEqual(['groups', 'chart']);
  expect(await read(page)).toMatchObject({ mark: 'heat', from: 'groups', table: 'profile' });
  await page.evaluate(() => window.quire.undo());
  await expect.poll(names, wait).toEqual(['groups']);
});

test('在窄屏的中文界面里也能制作图表', async () => {
  const { page } = await openPage({ width: 390, locale: 'zh-CN', dark: true });
  await open(page);
  await page.getByRole('heading', { name: 'orders 的图表' }).waitFor();
  await page.getByRole('button', { name: /^制作此图表：柱形图.*city · amount$/ }).click();
  await expect.poll(() => said(page), wait).toContain('柱形图');
  await page.getByText('设置图表').click();
  await page.getByRole('combobox', { name: '颜色：列' }).selectOption('kind');
  await expect.poll(async () => (await read(page))['color'], wait).toBe('kind');
  const isWide = () => page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  expect(await isWide()).toBe(false);
});
