import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openPage } from './harness';
import { beginStep, expectFocus, importFile, queryRows, runCommand, wait } from './person';
import { countQuestions, listen, settle } from './questions';

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
  const form = await beginStep(page, 'clean', 'Fill missing values', 'fill missing');
  await form.getByRole('combobox', { name: /Columns: Add/ }).selectOption('city');
  await form.getByRole('textbox', { name: 'Value' }).fill('nowhere');
  // the table shows it before it counts, with what it changes marked
  await page.locator('.grid-cell.is-changed', { hasText: 'nowhere' }).waitFor();
  await expect.poll(async () => (await rows(page))[1]![1], wait).toBe(null);
  await expect.poll(() => form.getByRole('status').last().textContent(), wait).toContain('1 value');
  await form.getByRole('button', { name: 'Apply' }).click();
  await expect.poll(async () => (await rows(page))[1]![1], wait).toBe('nowhere');
  await expect.poll(() => step(page, 0).textContent(), wait).toContain('1 value');
  await expect.poll(() => main(page, 0).textContent(), wait).toBe('Fill missing city with nowhere');
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

test('the keyboard stays in the panel: with a step that is written, left, moved, named or removed', async () => {
  const { page } = await openPage({ width: 1440 });
  await open(page);
  await add(page, [noCity, fillAge]);
  await expect.poll(async () => (await rows(page)).length, wait).toBe(4);
  const hasFocus = async (at: number, text: string) => {
    const find = () => main(page, at).evaluate((it) => document.activeElement === it && it.textContent);
    await expect.poll(find, wait).toContain(text);
  };
  const adding = panel(page).getByRole('button', { name: 'Add a step' });
  await main(page, 1).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('form').getByRole('combobox').first().waitFor();
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.closest('form') !== null), wait)
    .toBe(true);
  await page.keyboard.press('Escape');
  await hasFocus(1, 'Fill missing');
  await page.keyboard.press('Alt+ArrowUp');
  await hasFocus(0, 'Fill missing');
  await step(page, 0)
    .getByRole('button', { name: /^Step 1/ })
    .click();
  await page.getByRole('menuitem', { name: 'Name…' }).click();
  await expectFocus(step(page, 0).getByRole('textbox'));
  await page.keyboard.type('Oldest');
  await page.keyboard.press('Enter');
  await hasFocus(0, 'Oldest');
  await page.keyboard.press('Delete');
  await hasFocus(0, 'Keep rows');
  await page.keyboard.press('Delete');
  await expectFocus(adding);
  await page.keyboard.press('Enter');
  await expectFocus(page.getByRole('combobox', { name: /Find a step/ }));
  await page.keyboard.press('Escape');
  await expectFocus(adding);
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

test('a column’s menu stays open when the rows of a step that is written come', async () => {
  const { page } = await openPage({ width: 1440 });
  await open(page);
  await add(page, [fillAge]);
  await main(page, 0).dblclick();
  await page.getByText('Preview of step 1').waitFor();
  const form = page.getByRole('form', { name: 'Fill missing values' });
  const grid = page.getByRole('grid');
  await grid.getByText('50').first().waitFor();
  await page.getByRole('columnheader', { name: /city/ }).hover();
  // the rows of it come while the menu is open
  await form.getByLabel('With', { exact: true }).evaluate((it: HTMLSelectElement) => {
    it.value = 'least';
    it.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await page.getByRole('button', { name: 'Steps for city' }).focus();
  await page.keyboard.press('Enter');
  const menu = page.getByRole('menu');
  await menu.waitFor();
  await page.locator('.grid-cell.is-changed', { hasText: '30' }).waitFor();
  expect(await menu.isVisible()).toBe(true);
});

test('on a phone the steps stand in the cell, in Chinese too', async () => {
  const { page } = await openPage({ width: 390, height: 800, locale: 'zh-CN', dark: true });
  await open(page);
  await add(page, [noCity]);
  await page.getByText('保留', { exact: false }).first().waitFor();
  const list = page.getByRole('list', { name: '按顺序排列的步骤' });
  await expect.poll(() => list.locator('.step-main').textContent(), wait).toBe('保留city不缺失的行');
  const findExcess = () =>
    page.locator('.steps').evaluate((element) => element.scrollWidth - element.clientWidth);
  await expect.poll(findExcess, wait).toBe(0);
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
  const form = await beginStep(page, 'clean', 'Merge spellings', 'spellings');
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
  const form = await beginStep(page, 'clean', 'Join a table');
  await form.getByRole('combobox', { name: 'Table' }).selectOption('orders');
  await form.getByRole('button', { name: /id = id/ }).click();
  await form.getByText('3 rows find a match').waitFor();
  await form.getByText('2 rows find none').waitFor();
  await form.getByText('6 rows come of it').waitFor();
  await form.getByRole('button', { name: 'Apply' }).click();
  await expect.poll(async () => (await rows(page)).length, wait).toBe(6);
});

test('a pivot takes columns of a table that its rows name, and a join finds keys of other names', async () => {
  const { page } = await openPage({ width: 1440, before: listen });
  const codes = Array.from({ length: 30 }, (_, at) => `K${at + 100}`);
  const people = codes.map((code, at) => `${code},${['Rome', 'Oslo'][at % 2]!}`).join('\n');
  const sales = codes.map((code, at) => `${at},${code},${at}`).join('\n');
  await importFile(page, { name: 'people.csv', content: `person_code,city\n${people}\n` });
  await importFile(page, { name: 'notes.csv', content: 'note\nfirst\nsecond\n' });
  await importFile(page, { name: 'sales.csv', content: `sale,buyer_no,amount\n${sales}\n` });
  await page.evaluate(() =>
    window.quire.addCell({ kind: 'steps', name: 'clean', from: 'sales', steps: [] } as never),
  );
  const join = await beginStep(page, 'clean', 'Join a table');
  // whose names and values are like none here: what is asked of it is not the answer for the next
  await join.getByRole('combobox', { name: 'Table' }).selectOption('notes');
  await expect.poll(() => join.getByRole('combobox', { name: 'Table' }).inputValue(), wait).toBe('notes');
  await settle(page);
  await join.getByRole('combobox', { name: 'Table' }).selectOption('people');
  await join.getByRole('button', { name: /buyer_no = person_code/ }).waitFor();
  await page.keyboard.press('Escape');

  const form = await beginStep(page, 'clean', 'Pivot');
  await form.getByRole('button', { name: 'Columns of other tables…' }).press('Enter');
  await form.getByRole('combobox', { name: /people, by buyer_no/ }).selectOption('city');
  await form.getByText('By the step before this one comes from people: city').waitFor();
  await form.getByRole('combobox', { name: 'Columns', exact: true }).selectOption('city');
  await expect.poll(() => form.getByRole('button', { name: 'Apply' }).isEnabled(), wait).toBe(true);
  await form.getByRole('combobox', { name: 'Figure' }).selectOption('count');
  await form.getByRole('button', { name: 'Apply' }).click();
  await expect.poll(() => panel(page).locator('.steps-list > .step').count(), wait).toBe(2);
  await expect.poll(() => main(page, 0).textContent(), wait).toContain('people');
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
  await expect.poll(() => dialog.locator('.model-line').count(), wait).toBe(1);
  await dialog.getByRole('button', { name: 'Join them' }).click();
  await expect
    .poll(() => queryRows(page, 'SELECT count(*), count(city) FROM sales_shops').catch(() => []), wait)
    .toEqual([[6, 6]]);
});

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
  await page.locator('.cell[data-cell=clean] .cell-kind').click();
  await step(page, 0).getByText('1 value').waitFor();
  await settle(page);
  const before = await countQuestions(page, 'step_1');
  expect(before).toBeGreaterThan(0);
  await page.getByRole('slider', { name: 'least', exact: true }).focus();
  for (let n = 1; n <= 3; n++) {
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => queryRows(page, 'SELECT * FROM n'), wait).toEqual([[n]]);
  }
  await settle(page);
  expect(await countQuestions(page, 'step_1')).toBe(before);
});

test('a step that could not be computed says why, and one that is being computed that nothing is wrong', async () => {
  const { page } = await openPage({ width: 1440 });
  await open(page);
  await add(page, [{ step: 'correlate', columns: ['id', 'age'] }], { from: 'people' });
  const told = panel(page).locator('.step-told');
  await expect.poll(() => queryRows(page, 'SELECT count(*) FROM clean'), wait).toEqual([[1]]);
  expect(await told.allTextContents()).toEqual([]);
  await page.evaluate(() =>
    window.quire.setCell('clean', {
      steps: [
        { step: 'filter', conditions: [{ column: 'id', test: 'is', value: '1' }] },
        { step: 'correlate', columns: ['id', 'age'] },
      ],
    }),
  );
  await expect
    .poll(() => told.allTextContents(), wait)
    .toEqual([expect.stringMatching(/^The chain stops here: There are too few rows with values/)]);
});
