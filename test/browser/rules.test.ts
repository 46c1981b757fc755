import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openPage } from './harness';
import { beginStep, expectFocus, importFile, queryRows, runCommand, wait } from './person';

const begin = async (page: Page, from: string, step: string) => {
  await page.evaluate(
    (table) => window.quire.addCell({ kind: 'steps', name: 'clean', from: table, steps: [] } as never),
    from,
  );
  return beginStep(page, 'clean', step);
};

test('rules are built with their counts beside them, from suggestions too', async () => {
  const { page } = await openPage({ width: 1440 });
  await importFile(page, { name: 'people.csv', content: 'id,age\n1,30\n2,130\n3,40\n4,130\n' });
  const form = await begin(page, 'people', 'Validate by rules');
  const first = form.getByRole('group', { name: 'Rule 1' });
  await first.getByRole('combobox', { name: 'Column' }).selectOption('age');
  await first.getByRole('combobox', { name: 'Rule' }).selectOption('range');
  await first.getByLabel('At most').fill('120');
  await first.getByText('2 rows break it').waitFor();
  await first.getByRole('button', { name: 'Show values that break it' }).click();
  await first.getByRole('listitem').filter({ hasText: '130' }).waitFor();
  await form.getByRole('button', { name: 'Suggest rules from the data' }).click();
  await form.getByRole('button', { name: 'id is unique' }).click();
  await expectFocus(form);
  await form.getByRole('group', { name: 'Rule 2' }).getByText('no row breaks it').waitFor();
  await form.getByRole('button', { name: 'Remove rule 2' }).press('Enter');
  await expectFocus(form.getByRole('button', { name: 'Add a rule' }));
  await form.getByRole('button', { name: 'Apply' }).click();
  await expect
    .poll(async () => (await queryRows(page, 'SELECT * FROM clean')).map((row) => row.at(-1)), wait)
    .toEqual([null, 'age range', null, 'age range']);
});

test('pairs of rows are decided on by keys and buttons, and the decisions count', async () => {
  const { page } = await openPage({ width: 1440 });
  await importFile(page, {
    name: 'people.csv',
    content:
      'customer_id,name,phone\n1,Anna Novak,15512345678\n2,"Novak, Anna",155-1234-5678\n3,Li Fang,13912345678\n',
  });
  const form = await begin(page, 'people', 'Find near duplicates');
  await form.getByRole('combobox', { name: /^Phone/ }).selectOption('phone');
  await form.getByRole('button', { name: 'Look at the pairs…' }).click();
  const pairs = form.getByRole('list', { name: 'Pairs, the least certain first' }).getByRole('listitem');
  const sure = pairs.filter({ hasText: 'Novak, Anna' }).first();
  await sure.getByText('counts as the same').waitFor();
  await sure.focus();
  await page.keyboard.press('n');
  await sure.getByText('not the same, as you say').waitFor();
  await form.getByText('1 decided by you').waitFor();
  await form.getByRole('button', { name: 'Apply' }).click();
  const groups = async () =>
    (await queryRows(page, 'SELECT same_group FROM clean WHERE customer_id < 3').catch(() => [])).flat();
  await expect.poll(groups, wait).toEqual([null, null]);
});

test('a check that is kept from the data model says when a later import breaks it', async () => {
  const { page } = await openPage({ width: 1440 });
  await importFile(page, { name: 'shops.csv', content: 'shop_id,city\nA1,Rome\nA2,Oslo\nA3,Bonn\n' });
  await importFile(page, {
    name: 'sales.csv',
    content: 'sale,shop_id\n1,A1\n2,A1\n3,A2\n4,A3\n5,A3\n6,A2\n',
  });
  await runCommand(page, 'Data model: how the tables hang together');
  await page
    .getByRole('dialog', { name: 'Data model' })
    .getByRole('button', { name: 'Keep this check' })
    .click();
  const note = page.locator('.check-note');
  await expect.poll(() => note.textContent(), wait).toBe('✓ No row breaks a rule.');
  await page.evaluate(() =>
    window.quire.replaceSource('sales', new File(['sale,shop_id\n1,A1\n2,A9\n3,A8\n'], 'sales.csv')),
  );
  await expect.poll(() => note.textContent(), wait).toBe('✕ 2 rows break a rule.');
  await expect
    .poll(() => queryRows(page, 'SELECT sale, broken_rules FROM check_sales_shops'), wait)
    .toEqual([
      [2, 'shop_id without shops'],
      [3, 'shop_id without shops'],
    ]);
});

test('three values show what a mask makes of them, and a secret is chosen by its name', async () => {
  const { page } = await openPage({ width: 1440 });
  await importFile(page, { name: 'people.csv', content: 'id,phone\n1,13812345678\n2,13900001111\n' });
  await page.evaluate(() => localStorage.setItem('secret.partners', 'x'));
  const form = await begin(page, 'people', 'Hash values');
  await form.getByRole('combobox', { name: /Columns: Add/ }).selectOption('phone');
  await form.getByRole('button', { name: 'partners' }).click();
  await form.getByRole('button', { name: 'Show three values' }).click();
  const sample = form.getByRole('list', { name: 'What becomes of values of phone' });
  await expect
    .poll(() => sample.getByRole('listitem').first().textContent(), wait)
    .toMatch(/^13812345678→[0-9a-f]{32}$/);
  await expect.poll(() => form.getByLabel('Name of the salt').inputValue(), wait).toBe('partners');
});

test('making coarser offers only what suits the column', async () => {
  const { page } = await openPage({ width: 1440 });
  await importFile(page, { name: 'people.csv', content: 'age,city\n30,Rome\n40,Oslo\n' });
  const form = await begin(page, 'people', 'Make coarser');
  await expect
    .poll(() => form.getByLabel('To', { exact: true }).getByRole('option').allTextContents(), wait)
    .toEqual(['a band of numbers: [30, 40)']);
});

test('the console lists the kinds of steps in the language chosen', async () => {
  const { page } = await openPage({ locale: 'zh-CN' });
  const filter = await page.evaluate(async () =>
    (await window.quire.steps()).find(({ step }) => step === 'filter'),
  );
  expect(filter).toMatchObject({ family: 'shape', name: '筛选行' });
  expect(filter!.settings.map(({ setting }) => setting)).toEqual(['keep', 'match', 'conditions']);
});
