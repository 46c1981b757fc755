import { expect, test } from 'vitest';
import { readCatalog } from './device';
import { openPage, waitReady } from './harness';
import {
  chooseAction,
  expectGrid,
  expectNotice,
  expectSeen,
  findHeading,
  findSidebar,
  findSources,
  importByDrop,
  importFile,
  queryProblem,
  queryRows,
  runCommand,
  wait,
} from './person';
import { findWorkers, kill } from './workers';

/** A browser window that keeps no files, as some private windows do. */
function openForgetful() {
  return openPage({
    before: () => {
      navigator.storage.getDirectory = () => Promise.reject(new DOMException('not here', 'SecurityError'));
    },
  });
}

const tea = { name: 'tea.csv', content: 'id,name\n1,green\n2,black\n3,red,more\n' };
const rows = [
  ['1', 'green'],
  ['2', 'black'],
];

test('where no file can be kept, rows are held in memory, and the page says so', async () => {
  const { page } = await openForgetful();
  const { receipt } = await importFile(page, tea);
  await expectGrid(page, 'Rows of tea', rows);
  expect(receipt).toMatchObject({ records: 4, header: 1, loaded: 2, rejected: 1 });
  expect(await queryRows(page, 'select max(name) from tea')).toEqual([['green']]);
  expect(await queryRows(page, 'select line, text from rejected.tea')).toEqual([[4, '3,red,more']]);
  const item = findSidebar(page).getByRole('listitem').filter({ hasText: 'tea' });
  await expectSeen(item.getByText('Not kept'));
  await expectSeen(page.getByText('Not kept after this window closes'));
});

test('rows in memory are gone after a reload, and nothing speaks of them', async () => {
  const { page } = await openForgetful();
  await importFile(page, tea);
  await page.reload();
  await waitReady(page);
  expect(await findSources(page)).toEqual([]);
  await expect.poll(() => findHeading(page), wait).toBe('Your data, worked on where it lies');
  expect((await queryProblem(page, 'select * from tea')).code).toBe('sql-name');
  expect(await page.getByRole('alert').count()).toBe(0);
});

test('rows in memory can be renamed, removed, brought back and deleted', async () => {
  const { page } = await openForgetful();
  await importFile(page, tea);
  await page.keyboard.press('F2');
  await page.getByRole('textbox', { name: 'New name of tea' }).fill('cha');
  await page.keyboard.press('Enter');
  await expectGrid(page, 'Rows of cha', rows);
  expect(await queryRows(page, 'select count(*) from cha')).toEqual([[2]]);
  await chooseAction(page, 'cha', 'Remove');
  await expectNotice(page, '“cha” was removed');
  await expect.poll(async () => (await queryProblem(page, 'select * from cha')).code, wait).toBe('sql-name');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expectGrid(page, 'Rows of cha', rows);
  expect(await queryRows(page, 'select count(*) from cha')).toEqual([[2]]);
  await runCommand(page, 'Remove this source');
  await expectNotice(page, '“cha” was removed');
  await chooseAction(page, 'cha', 'Delete for good');
  await page.getByRole('dialog').getByRole('button', { name: 'Delete for good' }).click();
  await findSidebar(page).getByRole('heading', { name: 'Removed' }).waitFor({ state: 'detached' });
  await importFile(page, tea);
  await expectGrid(page, 'Rows of tea', rows);
});

test('a removed source in memory does not take a new one of its name with it', async () => {
  const { page } = await openForgetful();
  await importFile(page, tea);
  await chooseAction(page, 'tea', 'Remove');
  await expectNotice(page, '“tea” was removed');
  await importByDrop(page, { name: 'tea.csv', content: 'x\n9\n' });
  expect(await queryRows(page, 'select * from tea')).toEqual([[9]]);
  await page.keyboard.press('Control+z');
  await expectGrid(page, 'Rows of tea_2', rows);
  expect(await queryRows(page, 'select * from tea')).toEqual([[9]]);
  await chooseAction(page, 'tea_2', 'Remove');
  await page.locator('.removed').hover();
  await chooseAction(page, 'tea_2', 'Delete for good');
  await page.getByRole('dialog').getByRole('button', { name: 'Delete for good' }).click();
  await findSidebar(page).getByRole('heading', { name: 'Removed' }).waitFor({ state: 'detached' });
  expect(await queryRows(page, 'select * from tea')).toEqual([[9]]);
});

test('an import into memory that is stopped leaves no table behind', async () => {
  const { page } = await openForgetful();
  const end = await page.evaluate(async () => {
    const filler = 'lorem ipsum '.repeat(15);
    const piece = new Blob(Array.from({ length: 10_000 }, (_, row) => `${row},"${filler}"\n`));
    const file = new File(['id,note\n', ...Array.from({ length: 100 }, () => piece)], 'large.csv');
    const end = window.quire.import(file).then(
      () => 'imported',
      ({ name }: Error) => name,
    );
    await new Promise((done) => setTimeout(done, 700));
    await window.quire.cancel();
    return end;
  });
  expect(end).toBe('AbortError');
  await expect
    .poll(
      () => queryRows(page, `select count(*) from duckdb_tables() where schema_name = 'kept_in_memory'`),
      wait,
    )
    .toEqual([[0]]);
  await importFile(page, tea);
  await expectGrid(page, 'Rows of tea', rows);
});

test('sources in memory that are lost with a broken engine are named', async () => {
  const { page } = await openForgetful();
  await importFile(page, tea);
  for (const worker of (await findWorkers(page)).duck) await kill(worker);
  await expectNotice(page, 'These sources were in memory only and are gone: tea');
  expect(await findSources(page)).toEqual([]);
  expect(await queryRows(page, 'select 1')).toEqual([[1]]);
  await importFile(page, tea);
  await expectGrid(page, 'Rows of tea', rows);
});

test('nothing is written to the list of sources that is kept', async () => {
  const { page } = await openForgetful();
  await importFile(page, tea);
  const databases = await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
  expect(databases.includes('quire') ? await readCatalog(page) : []).toEqual([]);
});
