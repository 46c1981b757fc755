import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { readCatalog, readDevice, readSourceFiles } from './device';
import { openPage, waitReady } from './harness';
import {
  chooseAction,
  chooseFromMenu,
  dropFiles,
  expectFocus,
  expectGrid,
  expectNotice,
  findHeading,
  findSidebar,
  findSources,
  importByDrop,
  importFile,
  openSource,
  queryProblem,
  queryRows,
  runCommand,
  wait,
} from './person';

const tea = { name: 'tea.csv', content: 'id,name\n1,green\n2,black\n' };
const rows = [
  ['1', 'green'],
  ['2', 'black'],
];

async function findNames(page: Page): Promise<string[]> {
  return (await findSources(page)).map(({ name }) => name);
}

/** Two tabs of one browser, which share what is stored. Only the one in front is painted. */
async function openTabs(storage: string) {
  const first = await openPage({ storage });
  const second = await openPage({ storage });
  return { one: first.page, two: second.page };
}

test('after a reload the rows are there again, and the source that was open is open', async () => {
  const { page } = await openPage();
  const before = await importByDrop(page, tea);
  await importFile(page, { name: 'other.csv', content: 'x\n1\n' });
  await openSource(page, 'tea');
  await page.reload();
  await waitReady(page);
  await expectGrid(page, 'Rows of tea', rows);
  expect(await findHeading(page)).toBe('tea');
  expect((await findSources(page))[0]).toEqual(before);
  expect(await queryRows(page, 'select count(*) from tea')).toEqual([[2]]);
});

test('rejected records are there after a reload too', async () => {
  const { page } = await openPage();
  await importFile(page, { name: 'bad.csv', content: 'a,b\n1,2\n3,4,5\n' });
  await page.reload();
  await waitReady(page);
  await page.getByRole('button', { name: 'Rejected 1', exact: true }).click();
  await expect
    .poll(
      async () => (await page.getByRole('grid', { name: 'Rejected records of bad' }).textContent()) ?? '',
      wait,
    )
    .toContain('Too many fields');
  expect(await queryRows(page, 'select line, text from rejected.bad')).toEqual([[3, '3,4,5']]);
});

test('two tabs look at the same source at once', async () => {
  const { one, two } = await openTabs('both');
  await one.bringToFront();
  await importByDrop(one, tea);
  await expectGrid(one, 'Rows of tea', rows);
  await two.bringToFront();
  await findSidebar(two).getByRole('button', { name: 'tea', exact: true }).click();
  await expectGrid(two, 'Rows of tea', rows);
  await expectGrid(one, 'Rows of tea', rows);
  expect(await Promise.all([one, two].map((tab) => queryRows(tab, 'select sum(id) from tea')))).toEqual([
    [[3]],
    [[3]],
  ]);
});

test('what one tab imports, renames, removes and brings back, the other shows', async () => {
  const { one, two } = await openTabs('shown');
  await one.bringToFront();
  await importByDrop(one, tea);
  const item = (name: string) => findSidebar(two).getByRole('button', { name, exact: true });
  await item('tea').waitFor();

  await one.keyboard.press('F2');
  await one.getByRole('textbox', { name: 'New name of tea' }).fill('chá');
  await one.keyboard.press('Enter');
  await item('chá').waitFor();
  await expect.poll(() => queryRows(two, 'select count(*) from "chá"'), wait).toEqual([[2]]);

  await two.bringToFront();
  await item('chá').click();
  await expectGrid(two, 'Rows of chá', rows);
  await one.bringToFront();
  await chooseAction(one, 'chá', 'Remove');
  await expect.poll(() => findHeading(two), wait).toBe('Your data, worked on where it lies');
  await findSidebar(two).getByRole('heading', { name: 'Removed' }).waitFor();
  await expect.poll(async () => (await queryProblem(two, 'select * from "chá"')).code, wait).toBe('sql-name');

  await two.bringToFront();
  await chooseAction(two, 'chá', 'Bring back');
  await expectGrid(two, 'Rows of chá', rows);
  await one.bringToFront();
  await openSource(one, 'chá');
  await expectGrid(one, 'Rows of chá', rows);
});

test('a removal can be undone from its notice', async () => {
  const { page } = await openPage();
  await importByDrop(page, tea);
  await chooseAction(page, 'tea', 'Remove');
  await expectNotice(page, '“tea” was removed');
  await expect.poll(() => findNames(page), wait).toEqual([]);
  await expect.poll(async () => (await queryProblem(page, 'select * from tea')).code, wait).toBe('sql-name');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expectGrid(page, 'Rows of tea', rows);
  await expect.poll(() => queryRows(page, 'select count(*) from tea'), wait).toEqual([[2]]);
});

test('a removal can be undone by Ctrl+Z, and from the list of removed sources after a reload', async () => {
  const { page } = await openPage();
  await importByDrop(page, tea);
  await runCommand(page, 'Remove this source');
  await expectNotice(page, '“tea” was removed');
  await page.keyboard.press('Control+z');
  await expectGrid(page, 'Rows of tea', rows);
  await chooseAction(page, 'tea', 'Remove');
  // not by its notice: the one of the first removal may still be there
  await expect.poll(() => findNames(page), wait).toEqual([]);
  await page.reload();
  await waitReady(page);
  expect(await findNames(page)).toEqual([]);
  await chooseAction(page, 'tea', 'Bring back');
  await expectGrid(page, 'Rows of tea', rows);
});

test('a source that is brought back under a name taken meanwhile gets a number', async () => {
  const { page } = await openPage();
  await importByDrop(page, tea);
  await chooseAction(page, 'tea', 'Remove');
  await expectNotice(page, 'was removed');
  await importByDrop(page, { name: 'tea.csv', content: 'x\n9\n' });
  await page.keyboard.press('Control+z');
  await expectGrid(page, 'Rows of tea_2', rows);
  expect(await queryRows(page, 'select x from tea')).toEqual([[9]]);
  expect(await queryRows(page, 'select count(*) from tea_2')).toEqual([[2]]);
});

test('deleting for good asks first, and then frees the files', async () => {
  const { page } = await openPage();
  await importByDrop(page, tea);
  await importFile(page, { name: 'stays.csv', content: 'x\n1\n' });
  await chooseAction(page, 'tea', 'Remove');
  await expect.poll(() => readSourceFiles(page), wait).toHaveLength(2);
  await chooseAction(page, 'tea', 'Delete for good');
  const dialog = page.getByRole('dialog', { name: 'Delete “tea” for good?' });
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await dialog.waitFor({ state: 'detached' });
  expect(await readSourceFiles(page)).toHaveLength(2);
  await chooseAction(page, 'tea', 'Delete for good');
  await dialog.getByRole('button', { name: 'Delete for good' }).click();
  await expect.poll(() => readSourceFiles(page), wait).toHaveLength(1);
  await expect.poll(() => readCatalog(page), wait).toEqual(['stays']);
  expect(await queryRows(page, 'select x from stays')).toEqual([[1]]);
});

test('F2 renames: Enter keeps the name for SQL too, and after a reload', async () => {
  const { page } = await openPage();
  await importFile(page, { name: 'tea.csv', content: 'a,b\n1,2\n3,4,5\n' });
  await page.keyboard.press('F2');
  const field = page.getByRole('textbox', { name: 'New name of tea' });
  await expectFocus(field);
  await field.fill('  green "tea"; 绿茶 ');
  await field.press('Enter');
  await expect.poll(() => findHeading(page), wait).toBe('green "tea"; 绿茶');
  await expect.poll(() => queryRows(page, 'select b from "green ""tea""; 绿茶"'), wait).toEqual([[2]]);
  expect(await queryRows(page, 'select text from rejected."green ""tea""; 绿茶"')).toEqual([['3,4,5']]);
  expect((await queryProblem(page, 'select * from tea')).code).toBe('sql-name');
  await page.reload();
  await waitReady(page);
  expect(await findNames(page)).toEqual(['green "tea"; 绿茶']);
  expect(await queryRows(page, 'select b from "green ""tea""; 绿茶"')).toEqual([[2]]);
});

test('Escape leaves a name as it was', async () => {
  const { page } = await openPage();
  await importByDrop(page, tea);
  await page.keyboard.press('F2');
  const field = page.getByRole('textbox', { name: 'New name of tea' });
  await field.fill('coffee');
  await field.press('Escape');
  await field.waitFor({ state: 'detached' });
  expect(await findNames(page)).toEqual(['tea']);
  expect(await findHeading(page)).toBe('tea');
});

test('a name that is empty or taken is refused in words, and the field stays', async () => {
  const { page } = await openPage();
  await importFile(page, { name: 'Coffee.csv', content: 'x\n1\n' });
  await importByDrop(page, tea);
  await page.keyboard.press('F2');
  const field = page.getByRole('textbox', { name: 'New name of tea' });
  await field.fill('coffee');
  await field.press('Enter');
  await expectNotice(page, 'There is a source named “coffee” already');
  await expectFocus(field);
  await field.fill('   ');
  await field.press('Enter');
  await expectNotice(page, 'A name needs at least one character');
  expect(await field.inputValue()).toBe('   ');
  expect(await findNames(page)).toEqual(['Coffee', 'tea']);
  await field.fill('Tea');
  await field.press('Enter');
  await expect.poll(() => findNames(page), wait).toEqual(['Coffee', 'Tea']);
  await expect.poll(() => queryRows(page, 'select count(*) from tea'), wait).toEqual([[2]]);
});

test('erasing everything asks first, and then empties both tabs and the device', async () => {
  const { one, two } = await openTabs('erased');
  await one.bringToFront();
  await importByDrop(one, tea);
  await importFile(one, { name: 'gone.csv', content: 'x\n1\n' });
  await chooseAction(one, 'gone', 'Remove');
  await chooseFromMenu(one, 'Theme', 'Dark');
  await two.bringToFront();
  await openSource(two, 'tea');
  await expectGrid(two, 'Rows of tea', rows);
  await one.bringToFront();
  await runCommand(one, 'Erase everything on this device');
  const dialog = one.getByRole('dialog', { name: 'Erase everything on this device?' });
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await dialog.waitFor({ state: 'detached' });
  expect(await findNames(one)).toEqual(['tea']);

  await runCommand(one, 'Erase everything on this device');
  await dialog.getByRole('button', { name: 'Erase everything' }).click();
  await expectNotice(one, 'Everything was erased');
  for (const tab of [one, two]) {
    await tab.bringToFront();
    const message = tab === one ? 'where it was erased' : 'in the other tab';
    await expect.poll(() => findNames(tab), { ...wait, message }).toEqual([]);
    await expect.poll(() => findHeading(tab), wait).toBe('Your data, worked on where it lies');
    const removed = findSidebar(tab).getByRole('heading', { name: 'Removed' });
    await expect.poll(() => removed.count(), wait).toBe(0);
    await expect.poll(async () => (await queryProblem(tab, 'select * from tea')).code, wait).toBe('sql-name');
  }
  await expect.poll(() => readDevice(one), wait).toEqual({ files: [], databases: [], settings: [] });
  await importByDrop(two, tea);
  await expectGrid(two, 'Rows of tea', rows);
  await findSidebar(one).getByRole('button', { name: 'tea', exact: true }).waitFor();
});

test('erasing while a file is being imported leaves nothing of it', async () => {
  const { page } = await openPage();
  await dropFiles(page, [await createLarge(page, 20)]);
  await expect.poll(async () => (await readSourceFiles(page)).length, wait).toBeGreaterThan(0);
  await page.evaluate(() => window.quire.reset());
  await expect.poll(() => findNames(page), wait).toEqual([]);
  await expect.poll(() => readDevice(page), wait).toEqual({ files: [], databases: [], settings: [] });
});

test('what an import left that a closed tab cut off is cleaned away at the next start', async () => {
  const { one, two } = await openTabs('cut');
  await importFile(two, { name: 'stays.csv', content: 'x\n1\n' });
  await dropFiles(one, [await createLarge(one, 20)]);
  await expect.poll(async () => (await readSourceFiles(two)).length, wait).toBeGreaterThan(1);
  await one.close();
  expect((await readSourceFiles(two)).length).toBeGreaterThan(1);
  const { page } = await openPage({ storage: 'cut' });
  await expect.poll(() => readSourceFiles(page), wait).toHaveLength(1);
  expect(await findNames(page)).toEqual(['stays']);
  expect(await queryRows(page, 'select x from stays')).toEqual([[1]]);
});

test('a tab that starts does not take the files of an import in another for leftovers', async () => {
  const storage = 'working';
  const { page: one } = await openPage({ storage });
  await dropFiles(one, [await createLarge(one)]);
  await expect.poll(async () => (await readSourceFiles(one)).length, wait).toBeGreaterThan(0);
  const { page: two } = await openPage({ storage });
  await expect.poll(() => findNames(two), wait).toEqual(['large']);
  expect(await queryRows(two, 'select count(*), sum(id) from large')).toEqual([[300_000, 1_499_850_000]]);
  expect(await queryRows(one, 'select count(*) from large')).toEqual([[300_000]]);
});

/** Sixty megabytes, or so many times more where it shall not end before it is cut off. */
function createLarge(page: Page, times = 1) {
  return page.evaluateHandle((times) => {
    const filler = 'lorem ipsum '.repeat(15);
    const lines = Array.from({ length: 10_000 }, (_, row) => `${row},"${filler}"\n`).join('');
    const piece = new Blob([lines]);
    return new File(['id,note\n', ...Array.from({ length: 30 * times }, () => piece)], 'large.csv');
  }, times);
}
