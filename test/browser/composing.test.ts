import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import { openPage } from './harness';
import { wait } from './person';

/** A key as it comes while an input method has a word open; Safari says so by the code alone. */
async function compose(field: Locator, key: string): Promise<void> {
  for (const init of [{ isComposing: true }, { keyCode: 229 }])
    await field.dispatchEvent('keydown', { key, bubbles: true, cancelable: true, ...init });
}

test('the keys that end a word of an input method keep, run and close nothing', async () => {
  const { page } = await openPage();
  await page.evaluate(() => window.quire.addCell({ kind: 'sql', name: 'a', sql: 'select 1 as x' }));
  await page.locator('.cell-name').click();
  const name = page.getByRole('textbox', { name: 'Name of the cell' });
  await name.fill('订');
  await compose(name, 'Enter');
  await compose(name, 'Escape');
  await expect.poll(() => name.inputValue(), wait).toBe('订');
  await name.press('Enter');
  await page.locator('.cell[data-cell=订]').waitFor();

  await page.keyboard.press('Control+k');
  const search = page.getByRole('combobox');
  await search.fill('帮');
  await compose(search, 'Escape');
  await compose(search, 'Enter');
  expect(await search.count()).toBe(1);
  await search.press('Escape');
  await expect.poll(() => search.count(), wait).toBe(0);
});
