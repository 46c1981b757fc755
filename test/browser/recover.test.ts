import type { Page, Worker } from 'playwright-core';
import { expect, test } from 'vitest';
import { readSourceFiles } from './device';
import { openPage, waitReady } from './harness';
import {
  dropFiles,
  expectGrid,
  expectNotice,
  findSources,
  importByDrop,
  importFile,
  openSource,
  queryProblem,
  queryRows,
  wait,
} from './person';
import { findWorkers, kill } from './workers';

const endless = 'select count(*) from range(10000000) a, range(10000000) b where (a.range * b.range) % 7 = 3';

/** The data worker and the engine that answers queries; the other engines are importers. */
async function findPair(page: Page): Promise<{ data: Worker; duck: Worker }> {
  const { data, duck } = await findWorkers(page);
  const counts = duck.map((worker) =>
    worker.evaluateHandle(() => {
      const count = { messages: 0 };
      self.addEventListener('message', () => count.messages++);
      return count;
    }),
  );
  const counted = await Promise.all(counts);
  expect(await queryRows(page, 'select 1')).toEqual([[1]]);
  const messages = await Promise.all(counted.map((count) => count.evaluate((count) => count.messages)));
  return { data: data[0]!, duck: duck[messages.findIndex((count) => count > 0)]! };
}

async function killImporters(page: Page): Promise<void> {
  const { duck: main } = await findPair(page);
  const findImporters = async () => (await findWorkers(page)).duck.filter((worker) => worker !== main);
  await expect.poll(async () => (await findImporters()).length, wait).toBeGreaterThan(0);
  const importers = await findImporters();
  await Promise.all(importers.map(kill));
}

/** Starts a query that never ends, and waits until the engine is at work on it. */
async function startEndless(page: Page): Promise<{ end: Promise<string> }> {
  await page.evaluate((sql) => {
    const end = window.quire.query(sql).then(
      () => 'answered',
      ({ code, name }: { code?: string; name: string }) => code ?? name,
    );
    Object.assign(window, { end });
  }, endless);
  expect(await queryRows(page, 'select 42')).toEqual([[42]]);
  return { end: page.evaluate(() => (window as unknown as { end: Promise<string> }).end) };
}

const tea = { name: 'tea.csv', content: 'id,name\n1,green\n2,black\n3,red,more\n' };
const rows = [
  ['1', 'green'],
  ['2', 'black'],
];

/** Quire with two sources that were imported before the page was loaded. */
async function openWithSources(): Promise<Page> {
  const { page } = await openPage({ fresh: true });
  await importFile(page, tea);
  await importFile(page, { name: 'other.csv', content: 'x\n7\n' });
  await page.reload();
  await waitReady(page);
  return page;
}

async function waitForAnswer(page: Page): Promise<void> {
  await expect
    .poll(async () => (await queryProblem(page, 'select count(*) from tea')).message, wait)
    .toBe('the query was answered');
}

test.each(['duck', 'data'] as const)(
  'the page goes on when the %s worker dies: the query fails in words, the sources are attached again',
  async (kind) => {
    const page = await openWithSources();
    const workers = await findPair(page);
    const { end } = await startEndless(page);
    await kill(workers[kind]);
    expect(await end).toBe('engine-restarted');
    await expectNotice(page, 'The data engine broke, most likely for want of memory, and was started again');
    await expect.poll(() => page.getByRole('alert').count(), wait).toBe(1);

    expect(await queryRows(page, 'select count(*), max(name) from tea')).toEqual([[2, 'green']]);
    expect(await queryRows(page, 'select line, text from rejected.tea')).toEqual([[4, '3,red,more']]);
    expect(await queryRows(page, 'select x from other')).toEqual([[7]]);
    expect((await findSources(page)).map(({ name }) => name)).toEqual(['tea', 'other']);
    await openSource(page, 'tea');
    await expectGrid(page, 'Rows of tea', rows);
    await importByDrop(page, { name: 'next.csv', content: 'x\n1\n' });
    await expectGrid(page, 'Rows of next', [['1']]);
  },
);

test('an engine that dies again and again is started again each time, and stays locked', async () => {
  const page = await openWithSources();
  for (const kind of ['duck', 'data', 'duck'] as const) {
    await kill((await findPair(page))[kind]);
    await waitForAnswer(page);
  }
  expect(await queryRows(page, 'select count(*), current_date = today() from tea')).toEqual([[2, true]]);
  expect((await queryProblem(page, `select * from read_text('/etc/passwd')`)).code).toBe('sql-refused');
});

test('an importer that dies while it waits for the next file is replaced', async () => {
  const { page } = await openPage({ ahead: true });
  await importFile(page, tea);
  await killImporters(page);
  await importByDrop(page, { name: 'next.csv', content: 'x\n1\n' });
  await expectGrid(page, 'Rows of next', [['1']]);
  expect(await page.getByRole('alert').count()).toBe(0);
});

test('an importer that dies at work fails its import in words and leaves nothing behind', async () => {
  const { page } = await openPage({ fresh: true });
  const { data, duck } = await findPair(page);
  const file = await page.evaluateHandle(() => {
    const filler = 'lorem ipsum '.repeat(15);
    const piece = new Blob(Array.from({ length: 10_000 }, (_, row) => `${row},"${filler}"\n`));
    return new File(['id,note\n', ...Array.from({ length: 120 }, () => piece)], 'large.csv');
  });
  await dropFiles(page, [file]);
  await expect.poll(async () => (await readSourceFiles(page)).length, wait).toBeGreaterThan(0);
  await Promise.all(
    page
      .workers()
      .filter((worker) => worker !== data && worker !== duck)
      .map(kill),
  );
  await expectNotice(page, '“large.csv” could not be imported');
  await expect.poll(() => readSourceFiles(page), wait).toEqual([]);
  expect(await findSources(page)).toEqual([]);
  await importFile(page, tea);
  await expectGrid(page, 'Rows of tea', rows);
});

test('a query that needs more memory than there is fails as such, and the next one is answered', async () => {
  const page = await openWithSources();
  // eight gigabytes at once, which breaks the engine rather than meet its own limit
  const { code } = await queryProblem(page, 'select len(range(1000000000))');
  expect(['out-of-memory', 'engine-restarted']).toContain(code);
  expect(await queryRows(page, 'select count(*) from tea')).toEqual([[2]]);
});
