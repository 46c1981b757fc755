import { expect, test } from 'vitest';
import { openPage } from './harness';
import { importFile, wait } from './person';

const days = (k: number) => `2024-01-${String((k % 20) + 1).padStart(2, '0')}`;
const lines = Array.from(
  { length: 40 },
  (_, k) => `${k % 8 === 0 ? '' : k},${k % 4 ? 'tea' : 'coffee'},${days(k)}`,
);
const sales = { name: 'sales.csv', content: ['amount,item,day', ...lines].join('\n') };

test('the headers of a table say what is in its columns, those of a few rows do not', async () => {
  const { page } = await openPage();
  await importFile(page, sales);
  const glances = page.getByRole('columnheader').getByRole('img');
  const read = () => glances.evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')));
  await expect
    .poll(read, wait)
    .toEqual([
      expect.stringMatching(/^From 1 to 39\n.*\n13% missing$/),
      '2 distinct\ntea: 30 (75%)\ncoffee: 10 (25%)',
      expect.stringMatching(/^From 2024-01-01 to 2024-01-20\n/),
    ]);
  const height = () => page.locator('.grid-head').evaluate((head) => head.clientHeight);
  await expect.poll(height, wait).toBeGreaterThan(70);
  await importFile(page, { name: 'few.csv', content: 'a,b\n1,2\n3,4\n' });
  await page.getByRole('columnheader', { name: 'a,' }).waitFor();
  await expect.poll(() => glances.count(), wait).toBe(0);
  await expect.poll(height, wait).toBeLessThan(40);
});

test('the rows of a cell have them too, and the next run’s take their place', async () => {
  const { page } = await openPage();
  const id = await page.evaluate(() =>
    window.quire.addCell({ kind: 'sql', name: 'n', sql: 'select range % 5 as n from range(50)' }),
  );
  const glance = page.locator('[data-cell=n]').getByRole('img', { name: /^From 0/ });
  await expect.poll(() => glance.getAttribute('aria-label'), wait).toContain('From 0 to 4');
  await page.evaluate(
    (cell) => window.quire.setCell(cell, { sql: 'select range % 9 as n from range(50)' }),
    id,
  );
  await expect.poll(() => glance.getAttribute('aria-label'), wait).toContain('From 0 to 8');
});
