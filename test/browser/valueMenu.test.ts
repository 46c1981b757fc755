import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openPage } from './harness';
import { beginStep, expectFocus, importFile, openSource, queryRows, wait } from './person';

const people = 'id,city,age\n1,北京,30\n2,,40\n3,上海,\n4,北京,50\n5,Oslo,20\n';

async function open(page: Page): Promise<void> {
  await importFile(page, { name: 'people.csv', content: people });
}

const add = (page: Page, spec: object) =>
  page.evaluate((given) => window.quire.addCell(given as never), { kind: 'steps', name: 'clean', ...spec });
const ids = async (page: Page, table: string) =>
  (await queryRows(page, `SELECT id FROM ${table}`).catch(() => [])).map(([id]) => id);
const cell = (page: Page, row: number, column: number) =>
  page
    .locator(
      `.grid-row[aria-rowindex="${row + 2}"] .grid-cell[aria-colindex="${column + 2}"]:not(.is-pending)`,
    )
    .filter({ visible: true })
    .first();
const choose = (page: Page, name: string) => page.getByRole('menuitem', { name, exact: true }).click();

test('a value’s menu adds a step after the one that is looked at, and it is undone', async () => {
  const { page } = await openPage({ width: 1440 });
  await open(page);
  await add(page, { from: 'people', steps: [{ step: 'sort', order: [{ column: 'age' }] }] });
  await expect.poll(() => ids(page, 'clean'), wait).toEqual([5, 1, 2, 4, 3]);
  await cell(page, 1, 1).click({ button: 'right' });
  await choose(page, 'Keep rows with 北京');
  await expect.poll(() => ids(page, 'clean'), wait).toEqual([1, 4]);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+z');
  await expect.poll(() => ids(page, 'clean'), wait).toEqual([5, 1, 2, 4, 3]);
});

test('a step that is being written is applied by one that a header begins, and gives way where it does not fit', async () => {
  const { page } = await openPage({ width: 1440 });
  await open(page);
  await add(page, { from: 'people', steps: [] });
  await expect.poll(() => ids(page, 'clean'), wait).toEqual([1, 2, 3, 4, 5]);
  const begin = async (name: string) => {
    await (await beginStep(page, 'clean', name)).waitFor();
  };
  const sort = async (name: string) => {
    await page.getByRole('button', { name: 'Steps for age' }).click();
    await choose(page, name);
  };
  const names = () =>
    page
      .locator('.steps-list > .step')
      .evaluateAll((steps) => steps.map((step) => (step as HTMLElement).dataset.step));
  await begin('Drop what is missing');
  await page
    .getByRole('form')
    .getByRole('combobox', { name: /Columns: Add/ })
    .selectOption('city');
  await expect.poll(() => page.locator('.grid').getAttribute('aria-rowcount'), wait).toBe('5');
  await sort('Sort ascending');
  await expect.poll(names, wait).toEqual(['dropMissing', 'sort']);
  await begin('Fill missing values');
  await sort('Sort descending');
  await expect.poll(names, wait).toEqual(['dropMissing', 'sort', 'sort']);
});

test('the menu is used by keys alone, for several values too, and gives the keyboard back', async () => {
  const { page } = await openPage({ width: 1440 });
  await open(page);
  await add(page, { from: 'people', steps: [] });
  await expect.poll(() => ids(page, 'clean'), wait).toEqual([1, 2, 3, 4, 5]);
  await cell(page, 2, 1).click();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+F10');
  await expectFocus(page.getByRole('menu'));
  await page.keyboard.press('Escape');
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute('role')), wait)
    .toBe('grid');
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: 'Keep rows with these 2 values' }).waitFor();
  await expectFocus(page.getByRole('menu'));
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect.poll(() => ids(page, 'clean'), wait).toEqual([1, 3, 4]);
});

test('in a source, a value begins a cell of steps; a second one goes on with it', async () => {
  const { page } = await openPage({ width: 1440 });
  await open(page);
  await cell(page, 0, 2).click({ button: 'right' });
  await choose(page, 'Keep rows above 30');
  await expect.poll(() => ids(page, 'people_clean'), wait).toEqual([2, 4]);
  await openSource(page, 'people');
  await cell(page, 1, 1).click({ button: 'right' });
  await choose(page, 'Keep rows where it is not missing');
  await expect.poll(() => ids(page, 'people_clean'), wait).toEqual([4]);
});

test('in a query’s result, a value is replaced in a form of a new cell below', async () => {
  const { page } = await openPage({ width: 1440 });
  await open(page);
  await page.evaluate(() =>
    window.quire.addCell({ kind: 'sql', name: 'asked', sql: 'SELECT * FROM people' } as never),
  );
  await cell(page, 4, 1).click({ button: 'right' });
  await choose(page, 'Replace Oslo…');
  const form = page.getByRole('form', { name: 'Map values' });
  await form.getByRole('textbox', { name: 'Becomes' }).fill('Bergen');
  await form.getByRole('button', { name: 'Apply' }).click();
  await expect
    .poll(() => queryRows(page, 'SELECT city FROM asked_clean WHERE id = 5').catch(() => []), wait)
    .toEqual([['Bergen']]);
});

test('on a phone a finger that stays opens the menu, which fits the screen, in Chinese too', async () => {
  const { page } = await openPage({ width: 390, height: 800, locale: 'zh-CN', dark: true });
  await open(page);
  await cell(page, 0, 1).dispatchEvent('pointerdown', {
    pointerType: 'touch',
    clientX: 120,
    clientY: 220,
    bubbles: true,
  });
  const menu = page.getByRole('menu');
  await menu.getByRole('menuitem', { name: /只保留值为/ }).waitFor();
  const isWithin = async () => {
    const { x, width } = (await menu.boundingBox())!;
    return x >= 0 && x + width <= 390;
  };
  await expect.poll(isWithin, wait).toBe(true);
});
