import type { JSHandle, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { readCatalog, readSourceFiles } from './device';
import { openPage } from './harness';
import { dropFiles, expectGrid, expectNotice, findSources, importByDrop, queryRows, wait } from './person';

/** Sixty megabytes for every hundred thousand rows three times: `times` more of it never end before they are stopped. */
function createLarge(page: Page, times = 20): Promise<JSHandle<File>> {
  return page.evaluateHandle((times) => {
    const filler = 'lorem ipsum '.repeat(15);
    const lines = Array.from({ length: 10_000 }, (_, row) => `${row},"${filler}",${row * 2.5}\n`).join('');
    const piece = new Blob([lines]);
    return new File(['id,note,amount\n', ...Array.from({ length: 30 * times }, () => piece)], 'large.csv');
  }, times);
}

async function expectNothingLeft(page: Page): Promise<void> {
  await expect.poll(() => readSourceFiles(page), wait).toEqual([]);
  await expect.poll(() => readCatalog(page), wait).toEqual([]);
  await expect.poll(() => findSources(page), wait).toEqual([]);
  await expect.poll(() => page.getByRole('progressbar').count(), wait).toBe(0);
}

async function expectNextImport(page: Page): Promise<void> {
  await importByDrop(page, { name: 'next.csv', content: 'x,y\n1,2\n' });
  await expectGrid(page, 'Rows of next', [['1', '2']]);
}

/** Waits until an import has written its first file and has told how far it is. */
async function waitUnderWay(page: Page): Promise<void> {
  const bar = page.getByRole('progressbar', { name: 'large.csv' }).first();
  await expect
    .poll(async () => Number((await bar.count()) && (await bar.getAttribute('aria-valuenow'))), wait)
    .toBeGreaterThan(0);
  await expect.poll(async () => (await readSourceFiles(page)).length, wait).toBeGreaterThan(0);
}

test.each([
  [
    'the button beside it',
    (page: Page) => page.getByRole('button', { name: 'Stop importing large.csv' }).click(),
  ],
  ['Ctrl+.', (page: Page) => page.keyboard.press('Control+.')],
])('an import stopped by %s leaves nothing behind and says so', async (_, stop) => {
  const { page } = await openPage();
  await dropFiles(page, [await createLarge(page)]);
  await waitUnderWay(page);
  await stop(page);
  await expectNotice(page, 'Import stopped. Nothing was left behind.');
  expect(await page.getByRole('alert').count()).toBe(0);
  await expectNothingLeft(page);
  await expectNextImport(page);
});

test('an import stopped through the console is an AbortError and leaves nothing behind', async () => {
  const { page } = await openPage();
  const file = await createLarge(page);
  const end = page.evaluate(
    (file) =>
      window.quire.import(file).then(
        () => 'imported',
        ({ name }: Error) => name,
      ),
    file,
  );
  await waitUnderWay(page);
  await page.evaluate(() => window.quire.cancel());
  expect(await end).toBe('AbortError');
  await expectNothingLeft(page);
  await expectNextImport(page);
});

test('an import that waits can be stopped without the one before it', async () => {
  const { page } = await openPage();
  const waiting = await page.evaluateHandle(() => new File(['x\n1\n'], 'waiting.csv'));
  await dropFiles(page, [await createLarge(page, 2), waiting]);
  await waitUnderWay(page);
  expect(await page.getByText('Waiting', { exact: true }).count()).toBe(1);
  await page.getByRole('button', { name: 'Stop importing waiting.csv' }).click();
  await expectNotice(page, 'Import stopped. Nothing was left behind.');
  await expect
    .poll(async () => (await findSources(page)).map(({ name, rows }) => [name, rows]), wait)
    .toEqual([['large', 600_000]]);
  expect(await queryRows(page, 'select count(*), max(id) from large')).toEqual([[600_000, 9999]]);
});

test('a look at a workbook that is read in one go can be stopped, and queries are answered meanwhile', async () => {
  const { page } = await openPage();
  const slow = await page.evaluateHandle(() => {
    const row = '<tr><td>1</td><td>tea</td><td>2024-03-05</td><td>12.5</td></tr>'.repeat(1_500_000);
    return new File(['<html><body><table>', row, '</table></body></html>'], 'slow.xls');
  });
  await dropFiles(page, [slow]);
  await page.getByText('Looking at the file…').first().waitFor();
  expect(await queryRows(page, 'select 42')).toEqual([[42]]);
  await page.getByRole('button', { name: 'Stop importing slow.xls' }).click();
  await expectNotice(page, 'Import stopped. Nothing was left behind.');
  await expectNothingLeft(page);
  await expectNextImport(page);
});

test('a query without end that is stopped through the console ends, and the next one is answered', async () => {
  const { page } = await openPage();
  const ended = await page.evaluate(async () => {
    const long = window.quire.query(
      'select count(*) from range(10000000) a, range(10000000) b where (a.range * b.range) % 7 = 3',
    );
    const end = long.then(
      () => 'answered',
      ({ name }: Error) => name,
    );
    // an answer to another query shows that the long one runs
    const other = await Promise.race([window.quire.query('select 42'), end]);
    await window.quire.cancel();
    return { other, end: await end };
  });
  expect(ended).toMatchObject({ other: { rows: [[42]] }, end: 'AbortError' });
  expect(await queryRows(page, 'select 1 + 1')).toEqual([[2]]);
});
