import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { dropFile, openPage } from './harness';

interface Api {
  addCell(spec: object): Promise<string>;
  query(sql: string): Promise<{ rows: unknown[][] }>;
  undo(): Promise<void>;
  workbook(): { cells: { name?: string; value?: unknown; control?: string; options?: unknown }[] };
}

const orders = 'city,amount\nRome,10\nOslo,20\nRome,30\nBonn,40\n';

async function add(page: Page, spec: object): Promise<void> {
  await page.evaluate((spec) => (window as unknown as { quire: Api }).quire.addCell(spec), {
    kind: 'input',
    ...spec,
  });
}

async function find(page: Page, name: string) {
  const cells = await page.evaluate(() => (window as unknown as { quire: Api }).quire.workbook().cells);
  return cells.find((cell) => cell.name === name);
}

/** What a cell of one row and one column has come to. */
function answer(page: Page, name: string): Promise<unknown> {
  return page.evaluate(async (name) => {
    const { quire } = window as unknown as { quire: Api };
    return (await quire.query(`SELECT * FROM "${name}"`)).rows[0]?.[0];
  }, name);
}

describe('a control', () => {
  test('of each kind is moved by keys, and queries follow', async () => {
    const { page } = await openPage();
    await dropFile(page, 'orders.csv', orders);
    await page.getByRole('grid').waitFor();
    await add(page, { name: 'least', control: 'slider', min: 0, max: 50, step: 10, value: 10 });
    await add(page, { name: 'some', control: 'several', options: ['Rome', 'Oslo', 'Bonn'], value: ['Rome'] });
    await add(page, { name: 'between', control: 'range', min: 0, max: 50, step: 10, value: [0, 50] });
    await add(page, { kind: 'sql', name: 'n', sql: 'SELECT count(*) FROM orders WHERE amount >= $least' });
    await add(page, { kind: 'sql', name: 'm', sql: 'SELECT sum(amount) FROM orders WHERE city IN $some' });
    await add(page, {
      kind: 'sql',
      name: 'k',
      sql: 'SELECT sum(amount) FROM orders WHERE amount BETWEEN $between.min AND $between.max',
    });
    await expect.poll(() => answer(page, 'n')).toBe(4);

    await page.getByRole('slider', { name: 'least', exact: true }).focus();
    for (let n = 0; n < 2; n++) await page.keyboard.press('ArrowRight');
    await expect.poll(() => answer(page, 'n')).toBe(2);
    await expect.poll(() => find(page, 'least')).toMatchObject({ value: 30 });

    await page.getByRole('button', { name: /^some: / }).press('Enter');
    await page.getByRole('checkbox', { name: 'Oslo' }).press('Space');
    await expect.poll(() => answer(page, 'm')).toBe(60);
    await page.getByRole('button', { name: 'None', exact: true }).press('Enter');
    await expect.poll(() => answer(page, 'm')).toBe(null);
    await page.keyboard.press('Escape');
    await expect.poll(() => page.getByRole('checkbox').count()).toBe(0);

    await page.getByRole('slider', { name: 'Greatest of between' }).press('Home');
    await expect.poll(async () => (await find(page, 'between'))?.value).toEqual([0, 0]);
    await page.getByRole('spinbutton', { name: 'Greatest of between' }).fill('29');
    await page.keyboard.press('Enter');
    await expect.poll(() => answer(page, 'k')).toBe(60);
    await expect.poll(() => find(page, 'between')).toMatchObject({ value: [0, 30] });
  });

  test('that is dragged is one change to undo', async () => {
    const { page } = await openPage();
    await add(page, { name: 'least', control: 'slider', value: 0 });
    const box = (await page.getByRole('slider', { name: 'least', exact: true }).boundingBox())!;
    await page.mouse.move(box.x + 8, box.y + box.height / 2);
    await page.mouse.down();
    for (let n = 1; n <= 40; n++)
      await page.mouse.move(box.x + 8 + ((box.width - 16) * n) / 40, box.y + box.height / 2);
    await page.mouse.up();
    await expect.poll(async () => (await find(page, 'least'))?.value).toBe(100);
    await page.evaluate(() => (window as unknown as { quire: Api }).quire.undo());
    expect(await find(page, 'least')).toMatchObject({ value: 0 });
  });

  test('says that its saved value is out of bounds, and leaves it alone', async () => {
    const { page } = await openPage();
    await add(page, { name: 'least', control: 'slider', max: 10, value: 99 });
    await page.getByText('The saved value, 99, is not within 0 to 10.').waitFor();
    expect(await find(page, 'least')).toMatchObject({ value: 99 });
    await page.getByRole('spinbutton', { name: 'least' }).fill('7');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await find(page, 'least'))?.value).toBe(7);
    await expect.poll(() => page.getByText('The saved value').count()).toBe(0);
  });

  test('is set up by its settings, with the options of a column', async () => {
    const { page } = await openPage();
    await dropFile(page, 'orders.csv', orders);
    await page.getByRole('grid').waitFor();
    await add(page, { name: 'town' });
    await page.getByRole('button', { name: 'Settings of town' }).click();
    await page.getByRole('combobox', { name: 'Control', exact: true }).selectOption('List');
    await page.getByRole('button', { name: 'From a table' }).click();
    await page.getByRole('combobox', { name: 'Table', exact: true }).selectOption('orders');
    await page.getByRole('combobox', { name: 'Column', exact: true }).selectOption('city');
    await page.getByRole('textbox', { name: /^Label/ }).fill('Home town');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Done', exact: true }).click();
    const list = page.getByRole('combobox', { name: 'Home town' });
    await expect
      .poll(() => list.locator('option').allInnerTexts())
      .toEqual(['Choose…', 'Rome', 'Bonn', 'Oslo']);
    await list.selectOption('Oslo');
    await expect
      .poll(() => find(page, 'town'))
      .toMatchObject({
        control: 'list',
        options: { table: 'orders', column: 'city' },
        value: 'Oslo',
        label: 'Home town',
      });
  });
});
