import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openPage, waitReady } from './harness';
import { wait } from './person';

const CELLS = 200;

/** A chain of queries, with a heading before every tenth. */
async function openLong(page: Page): Promise<void> {
  await page.evaluate(async (count) => {
    const cells = Array.from({ length: count }, (_, n) =>
      n % 10 === 9
        ? { id: `t${n}`, kind: 'text', markdown: `## Part ${n}` }
        : {
            id: `c${n}`,
            kind: 'sql',
            name: `c${n}`,
            sql: n === 0 ? 'SELECT 1 AS x' : `SELECT x FROM c${n % 10 ? n - 1 : n - 2}`,
          },
    );
    await window.quire.addCell({ kind: 'text', markdown: '' });
    await window.quire.open({ ...window.quire.workbook(), cells });
    await window.quire.run();
  }, CELLS);
}

const whole = (page: Page) => page.locator('.cell .cell-head').count();

test('of a long workbook the cells near the screen are drawn, and all of it is there', async () => {
  const { page } = await openPage({ height: 800 });
  await openLong(page);
  await page.reload();
  await waitReady(page);
  await page.locator('.cell[data-cell=c0][data-status=done]').waitFor({ timeout: wait.timeout });
  await expect.poll(() => page.locator('.cell').count(), wait).toBe(CELLS);
  expect(await whole(page)).toBeLessThan(30);
  // the browser's own search finds what is far away
  expect(await page.locator('.cell[data-cell=c180]').textContent()).toContain('SELECT x FROM c178');

  await page.locator('.outline').getByRole('button', { name: 'Part 189', exact: true }).click();
  await page.getByRole('heading', { name: 'Part 189' }).waitFor();
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.textContent?.includes('Part 189')), wait)
    .toBe(true);
  await expect.poll(() => page.locator('.cell[data-cell=c188] [role=grid]').count(), wait).toBe(1);
  expect(await whole(page)).toBeLessThan(60);
  const toTop = async () =>
    (await page.locator('.cell').filter({ hasText: 'Part 189' }).boundingBox())?.y ?? -1;
  await expect.poll(async () => (await toTop()) > 0 && (await toTop()) < 800, wait).toBe(true);
});

test('a letter in a long workbook draws nothing anew but what it changes', async () => {
  const { page } = await openPage();
  await openLong(page);
  const line = await page.locator('.outline li').last().elementHandle();
  await page.evaluate(() => window.quire.setCell('c0', { sql: 'SELECT 2 AS x' }));
  await expect
    .poll(() => page.evaluate(async () => (await window.quire.result('c198')).rows[0]), wait)
    .toEqual([2]);
  expect(await line!.evaluate((element) => element.isConnected)).toBe(true);
});
