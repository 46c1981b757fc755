import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openPage } from './harness';
import { drop, findSources, queryRows, wait } from './person';

const dialog = (page: Page) => page.getByRole('dialog');

async function dropJson(page: Page): Promise<void> {
  const items = [
    { id: 1, tags: ['a'] },
    { id: 2, tags: [] },
  ];
  const content = JSON.stringify({ data: { items, errors: [{ code: 5, text: 'late' }] } });
  await drop(page, { name: 'answer.json', content });
  await dialog(page).waitFor();
}

test('of several places in a JSON file the one that is chosen is imported', async () => {
  const { page } = await openPage();
  await dropJson(page);
  expect(await dialog(page).getByText('As it stands in the file').count()).toBe(0);
  await dialog(page).getByRole('button', { name: 'data.errors · 1 row' }).click();
  await dialog(page).getByRole('textbox', { name: 'Name of column 2' }).waitFor();
  await expect.poll(() => dialog(page).locator('.preview tbody').textContent(), wait).toContain('late');
  await page.keyboard.press('Control+Enter');
  await expect.poll(async () => (await findSources(page)).length, wait).toBe(1);
  expect(await queryRows(page, 'SELECT code, text FROM answer')).toEqual([[5, 'late']]);
});

test('the key for importing works wherever the focus is, and takes along what is being typed', async () => {
  const { page } = await openPage();
  await dropJson(page);
  const column = dialog(page).getByRole('button', { name: 'How id is read: Whole number' });
  await column.click();
  await page.getByRole('menuitem', { name: 'Text', exact: true }).click();
  await dialog(page).getByRole('button', { name: 'How id is read: Text' }).focus();
  await page.keyboard.press('Control+Enter');
  await expect.poll(async () => (await findSources(page)).length, wait).toBe(1);
  expect(await queryRows(page, 'SELECT id FROM answer')).toEqual([['1'], ['2']]);

  await dropJson(page);
  await dialog(page).getByRole('textbox', { name: 'Name of column 1' }).fill('number');
  await page.keyboard.press('Control+Enter');
  await expect.poll(async () => (await findSources(page)).length, wait).toBe(2);
  await expect
    .poll(async () => (await findSources(page))[1]!.columns[0], wait)
    .toEqual({ name: 'number', type: 'BIGINT' });
});

test('a line of NDJSON that is no record is mended before it is added', async () => {
  const { page } = await openPage();
  const lines = Array.from({ length: 30 }, (_, id) => JSON.stringify({ id, city: 'Rome' }));
  const content = [...lines, '{"id": 30, "city": "Oslo"', 'no record at all', ''].join('\n');
  await drop(page, { name: 'log.ndjson', content });
  await dialog(page).getByText('2 lines are not valid JSON.').waitFor();
  await page.keyboard.press('Control+Enter');
  await page.getByRole('button', { name: 'Rejected 2', exact: true }).click();
  await page.getByRole('button', { name: 'Mend…' }).click();
  await dialog(page).getByRole('button', { name: 'Next record' }).click();
  await dialog(page).getByText('One field needs a look').waitFor();
  await dialog(page).getByRole('textbox').nth(1).fill('Bern');
  await dialog(page).getByRole('button', { name: 'Add 2 records to the table' }).click();
  const added = () => queryRows(page, 'SELECT id, city FROM log WHERE id IS NULL OR id >= 30 ORDER BY id');
  await expect.poll(added, wait).toEqual([
    [30, 'Oslo'],
    [null, 'Bern'],
  ]);
});
