import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openPage } from './harness';
import { beginStep, expectFocus, importFile, queryRows, wait } from './person';

async function open(page: Page, steps: object[]): Promise<void> {
  const content = 'code,name\nbj,李强\nsh,Li Qiang\nbj,lǐ-qiáng\ngz,头发\n';
  await importFile(page, { name: 'people.csv', content });
  await page.evaluate((spec) => window.quire.addCell(spec as never), {
    kind: 'steps',
    name: 'clean',
    from: 'people',
    steps,
  });
}

const begin = (page: Page, name: string) => beginStep(page, 'clean', name);

test('a text becomes traditional Chinese, and simplified again', async () => {
  const { page } = await openPage({ width: 1440 });
  await open(page, [{ step: 'tidy', columns: ['name'], script: 'traditional' }]);
  const names = async () => (await queryRows(page, 'SELECT name FROM clean')).map(([name]) => name);
  await expect.poll(names, wait).toEqual(['李強', 'Li Qiang', 'lǐ-qiáng', '頭髮']);
  const form = await begin(page, 'Tidy text');
  await form.getByRole('combobox', { name: 'Chinese script' }).selectOption('simplified');
  await form.getByRole('button', { name: 'Apply' }).click();
  await expect.poll(names, wait).toEqual(['李强', 'Li Qiang', 'lǐ-qiáng', '头发']);
});

test('spellings that sound the same in Mandarin are found', async () => {
  const { page } = await openPage({ width: 1440 });
  await open(page, []);
  const form = await begin(page, 'Merge spellings');
  await form.getByRole('combobox', { name: 'Column' }).selectOption('name');
  await form.getByLabel('Alike are').selectOption('sound');
  await expect.poll(() => form.locator('.spelling').count(), wait).toBe(3);
});

test('pairs are pasted into a list by keys, and what is none is told', async () => {
  const { page } = await openPage({ width: 1440 });
  await open(page, []);
  const form = await begin(page, 'Map values');
  await form.getByRole('combobox', { name: 'Column' }).first().selectOption('code');
  const box = form.locator('.paste-box');
  await form.getByRole('button', { name: 'Paste two columns…' }).press('Enter');
  await expectFocus(box);
  await page.keyboard.insertText('bj\t北京\nalone\nbj\tPeking\nsh\t上海\n');
  await box.getByText('No pairs (1): line 2 “alone”').waitFor();
  await box.getByText('Listed already, and left as they are (1): bj').waitFor();
  await page.keyboard.press('Control+Enter');
  await expect.poll(() => form.locator('.step-item').count(), wait).toBe(2);
  await expect.poll(() => box.getByRole('textbox').inputValue(), wait).toBe('alone');
  await box.getByRole('textbox').press('Escape');
  await expect.poll(() => box.count(), wait).toBe(0);
  await form.getByRole('button', { name: 'Apply' }).click();
  await expect
    .poll(() => queryRows(page, 'SELECT code FROM clean'), wait)
    .toEqual([['北京'], ['上海'], ['北京'], ['gz']]);
});
