import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openPage } from './harness';
import { importFile, queryRows, runCommand, wait } from './person';

const people = 'id,city,age\n1,北京,30\n2,,40\n3,上海,\n4,北京,50\n4,北京,50\n';

async function open(page: Page): Promise<void> {
  await importFile(page, { name: 'people.csv', content: people });
}

async function add(page: Page, steps: object[], more: object = {}): Promise<string> {
  return page.evaluate((spec) => window.quire.addCell(spec as never), {
    kind: 'steps',
    name: 'clean',
    from: 'people',
    steps,
    ...more,
  });
}

const panel = (page: Page) => page.getByRole('group', { name: 'Steps of clean' });
const step = (page: Page, at: number) => panel(page).locator('.steps-list > .step').nth(at);
const rows = (page: Page) => queryRows(page, 'SELECT * FROM clean');
const main = (page: Page, at: number) => step(page, at).locator('.step-main');

const noCity = { step: 'filter', conditions: [{ column: 'city', test: 'present' }] };
const fillAge = { step: 'fill', columns: ['age'], with: 'greatest' };

test('a step is found by typing its name, shown as it is written, applied, and undone', async () => {
  const { page } = await openPage({ width: 1440 });
  await open(page);
  await add(page, []);
  await panel(page).getByRole('button', { name: 'Add a step' }).click();
  await page.getByRole('combobox', { name: /Find a step/ }).fill('fill missing');
  await page.keyboard.press('Enter');
  const form = page.getByRole('form', { name: 'Fill missing values' });
  await form.getByRole('combobox', { name: /Columns: Add/ }).selectOption('city');
  await form.getByRole('textbox', { name: 'Value' }).fill('nowhere');
  // the table shows it before it counts, with what it changes marked
  await page.locator('.grid-cell.is-changed', { hasText: 'nowhere' }).waitFor();
  expect((await rows(page))[1]![1]).toBe(null);
  await expect.poll(() => form.getByRole('status').last().textContent(), wait).toContain('1 value');
  await form.getByRole('button', { name: 'Apply' }).click();
  await expect.poll(async () => (await rows(page))[1]![1], wait).toBe('nowhere');
  await expect.poll(() => step(page, 0).textContent(), wait).toContain('1 value');
  expect(await main(page, 0).textContent()).toBe('Fill missing city with nowhere');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+z');
  await expect.poll(() => panel(page).locator('.steps-list > .step').count(), wait).toBe(0);
});

test('the table is looked at after each step, and steps are moved, switched off and removed by keys', async () => {
  const { page } = await openPage({ width: 1440 });
  await open(page);
  await add(page, [fillAge, noCity]);
  await expect.poll(async () => (await rows(page)).length, wait).toBe(4);
  await main(page, 0).click();
  await page.getByText('After step 1').waitFor();
  await expect.poll(() => page.locator('.grid').getAttribute('aria-rowcount'), wait).toBe('6');
  await expect.poll(() => page.locator('.grid-cell.is-changed').count(), wait).toBe(1);

  await main(page, 1).focus();
  await page.keyboard.press('Alt+ArrowUp');
  await expect.poll(() => main(page, 0).textContent(), wait).toContain('Keep rows');
  await step(page, 0).hover();
  await step(page, 0)
    .getByRole('button', { name: /^Step 1/ })
    .click();
  await page.getByRole('menuitem', { name: 'Switch off' }).click();
  await expect.poll(async () => (await rows(page)).length, wait).toBe(5);
  await main(page, 0).focus();
  await page.keyboard.press('Delete');
  await expect.poll(() => panel(page).locator('.steps-list > .step').count(), wait).toBe(1);
});

test('a step that does not fit any more says so, and stops the chain or is left out', async () => {
  const { page } = await openPage({ width: 1440 });
  await open(page);
  await add(page, [{ step: 'fill', columns: ['gone'], with: 'mode' }, noCity]);
  await step(page, 0).getByText('There is no column “gone”').waitFor();
  await step(page, 1).getByText('Waits for the step').waitFor();
  await expect
    .poll(() => page.locator('.cell[data-cell=clean]').getAttribute('data-status'), wait)
    .toBe('failed');
  await step(page, 0).hover();
  await step(page, 0)
    .getByRole('button', { name: /^Step 1/ })
    .click();
  await page.getByRole('menuitem', { name: /go on without it/ }).click();
  await expect.poll(async () => (await rows(page)).length, wait).toBe(4);
  await step(page, 0).getByText('Left out').waitFor();
});

test('a column’s menu begins a step on it, and an input is a value of a step', async () => {
  const { page } = await openPage({ width: 1440 });
  await open(page);
  await page.evaluate(() =>
    window.quire.addCell({ kind: 'input', name: 'least', control: 'number', value: 35 } as never),
  );
  await add(page, []);
  await page.getByRole('columnheader', { name: /age/ }).hover();
  await page.getByRole('button', { name: 'Steps for age' }).click();
  await page.getByRole('menuitem', { name: 'Filter rows…' }).click();
  const form = page.getByRole('form', { name: 'Filter rows' });
  await form.getByRole('combobox', { name: 'Test' }).selectOption('at-least');
  await form.getByRole('combobox', { name: 'Value' }).fill('$least');
  await form.getByRole('button', { name: 'Apply' }).click();
  await expect.poll(async () => (await rows(page)).length, wait).toBe(3);
  await page.getByRole('spinbutton', { name: 'least' }).fill('45');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await rows(page)).length, wait).toBe(2);
});

test('on a phone the steps stand in the cell, in Chinese too', async () => {
  const { page } = await openPage({ width: 390, height: 800, locale: 'zh-CN', dark: true });
  await open(page);
  await add(page, [noCity]);
  await page.getByText('保留', { exact: false }).first().waitFor();
  const list = page.getByRole('list', { name: '按顺序排列的步骤' });
  expect(await list.locator('.step-main').textContent()).toBe('保留city不缺失的行');
  const width = await page.locator('.steps').evaluate((element) => element.scrollWidth - element.clientWidth);
  expect(width).toBe(0);
});

test('what looks wrong in a source is told beside it, and a click begins to mend it', async () => {
  const { page } = await openPage({ width: 1440 });
  await open(page);
  const worth = page.getByRole('region', { name: 'Worth a look' });
  const twice = worth.getByRole('listitem').filter({ hasText: 'there twice' });
  await twice.getByRole('button', { name: 'Add the step' }).click();
  await expect
    .poll(() => queryRows(page, 'SELECT count(*) FROM people_clean').catch(() => []), wait)
    .toEqual([[4]]);
  const steps = page.getByRole('list', { name: 'Steps, in order' });
  await expect.poll(() => steps.textContent(), wait).toContain('Remove duplicates');
});

test('spellings are looked at in groups, and merged as they are taken', async () => {
  const { page } = await openPage({ width: 1440 });
  await importFile(page, {
    name: 'people.csv',
    content: 'id,city\n1,Rome\n2,rome\n3,ROME.\n4,Oslo\n5,Rome\n',
  });
  await add(page, []);
  await page.getByRole('columnheader', { name: /city/ }).hover();
  await panel(page).getByRole('button', { name: 'Add a step' }).click();
  await page.getByRole('combobox', { name: /Find a step/ }).fill('spellings');
  await page.keyboard.press('Enter');
  const form = page.getByRole('form', { name: 'Merge spellings' });
  await form.getByRole('combobox', { name: 'Column' }).selectOption('city');
  await form.getByRole('checkbox', { name: 'Merge the spellings of Rome' }).check();
  await form.getByRole('textbox', { name: 'Name for the spellings of Rome' }).fill('Roma');
  await page.keyboard.press('Tab');
  await form.getByRole('button', { name: 'Apply' }).click();
  await expect
    .poll(async () => (await rows(page)).map(([, city]) => city), wait)
    .toEqual(['Roma', 'Roma', 'Roma', 'Oslo', 'Roma']);
});

test('a join says what it would do before it is applied', async () => {
  const { page } = await openPage({ width: 1440 });
  await open(page);
  await importFile(page, {
    name: 'orders.csv',
    content: 'order,id,amount\n10,1,5\n11,1,7\n12,4,9\n13,8,1\n',
  });
  await add(page, []);
  await panel(page).getByRole('button', { name: 'Add a step' }).click();
  await page.getByRole('combobox', { name: /Find a step/ }).fill('join a table');
  await page.keyboard.press('Enter');
  const form = page.getByRole('form', { name: 'Join a table' });
  await form.getByRole('combobox', { name: 'Table' }).selectOption('orders');
  await form.getByRole('button', { name: /id = id/ }).click();
  await form.getByText('3 rows find a match').waitFor();
  await form.getByText('2 rows find none').waitFor();
  await form.getByText('6 rows come of it').waitFor();
  await form.getByRole('button', { name: 'Apply' }).click();
  await expect.poll(async () => (await rows(page)).length, wait).toBe(6);
});

test('the data model draws how tables hang together, and joins them at a click', async () => {
  const { page } = await openPage({ width: 1440 });
  await importFile(page, { name: 'shops.csv', content: 'shop_id,city\nA1,Rome\nA2,Oslo\nA3,Bonn\n' });
  await importFile(page, {
    name: 'sales.csv',
    content: 'sale,shop_id\n1,A1\n2,A1\n3,A2\n4,A3\n5,A3\n6,A2\n',
  });
  await runCommand(page, 'Data model: how the tables hang together');
  const dialog = page.getByRole('dialog', { name: 'Data model' });
  await dialog.getByText('sales.shop_id → shops.shop_id').waitFor();
  expect(await dialog.locator('.model-line').count()).toBe(1);
  await dialog.getByRole('button', { name: 'Join them' }).click();
  await expect
    .poll(() => queryRows(page, 'SELECT count(*), count(city) FROM sales_shops').catch(() => []), wait)
    .toEqual([[6, 6]]);
});

/** Keeps what the page asks its workers, so that a test can tell how often. */
function listen(): void {
  const asked: string[] = [];
  Object.assign(window, { asked });
  for (const { prototype } of [Worker, MessagePort]) {
    const { postMessage } = prototype;
    prototype.postMessage = function (message: unknown, ...rest: unknown[]) {
      asked.push(JSON.stringify(message) ?? '');
      return Reflect.apply(postMessage, this, [message, ...rest]);
    };
  }
}

test('steps ask the engine nothing while other cells run', async () => {
  const { page } = await openPage({ width: 1440, before: listen });
  await open(page);
  await add(page, [fillAge, noCity]);
  await expect.poll(async () => (await rows(page)).length, wait).toBe(4);
  await page.evaluate(async () => {
    const least = { kind: 'input', name: 'least', control: 'slider', min: 0, max: 50, value: 0 };
    await window.quire.addCell(least as never);
    await window.quire.addCell({ kind: 'sql', name: 'n', sql: 'SELECT $least AS n' } as never);
  });
  await expect.poll(() => queryRows(page, 'SELECT * FROM n').catch(() => []), wait).toEqual([[0]]);
  const countQuestions = () =>
    page.evaluate(() => {
      const { asked } = window as unknown as { asked: string[] };
      return asked.filter((message) => message.includes('step_1')).length;
    });
  // what is counted of the chain comes last
  await page.locator('.cell[data-cell=clean] .cell-kind').click();
  await step(page, 0).getByText('1 value').waitFor();
  const before = await countQuestions();
  expect(before).toBeGreaterThan(0);
  await page.getByRole('slider', { name: 'least', exact: true }).focus();
  for (let n = 1; n <= 3; n++) {
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => queryRows(page, 'SELECT * FROM n'), wait).toEqual([[n]]);
  }
  await page.waitForTimeout(1000);
  expect(await countQuestions()).toBe(before);
});
