import type { JSHandle, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { makeXlsx, toRowsXml } from '../import/excel/makeXlsx';
import { makeZip } from '../import/pack/makeZip';
import { createEncoder } from '../import/text/legacyEncoder';
import { readCatalog, readSourceFiles } from './device';
import { openPage } from './harness';
import { findSources, importFile, queryRows, wait } from './person';

/** Imports that are stopped, each in the phases that its kind of file has: unpacking, decoding, planning, writing, reading. */

interface Large {
  name: string;
  /** The file is `head`, and then `piece` so many times. */
  head?: Uint8Array | string;
  piece: Uint8Array | string;
  times: number;
}

const repeat = (count: number, toLine: (k: number) => string) =>
  Array.from({ length: count }, (_, k) => toLine(k)).join('');
const lines = (delimiter: string) =>
  repeat(20_000, (k) => [k, `"word ${k % 97}"`, `${k}.25`, 'tea and cups'].join(delimiter) + '\n');
const gbk = createEncoder('gb18030');

const files: [phase: string, make: () => Promise<Large> | Large][] = [
  [
    'while it is decoded',
    () => ({
      name: 'gbk.csv',
      head: gbk('编号,名称\n'),
      piece: gbk(repeat(20_000, (k) => `${k},无线鼠标和键盘\n`)),
      times: 150,
    }),
  ],
  [
    'while its columns are planned and written anew',
    () => ({ name: 'odd.csv', head: 'n||word||x||tea\n', piece: lines('||'), times: 60 }),
  ],
  [
    'while its last column is found out to be another',
    () => ({
      name: 'late.csv',
      head: 'n,day,x,tea\n',
      piece: repeat(20_000, (k) => `${k},2024-01-31,${k}.5,tea\n`) + '1,05/03/2024,1,tea\n',
      times: 60,
    }),
  ],
  [
    'while its cells are read',
    async () => {
      const rows = Array.from({ length: 150_000 }, (_, k) => [k, `word ${k % 997}`, k / 4, `tea ${k}`]);
      const book = makeXlsx({ sheets: [toRowsXml([['n', 'word', 'x', 'note'], ...rows])] });
      return { name: 'book.xlsx', piece: new Uint8Array(await book.arrayBuffer()), times: 1 };
    },
  ],
  [
    'while its values are read',
    () => ({
      name: 'rows.ndjson',
      piece: repeat(
        10_000,
        (k) => `{"n": ${k}, "who": {"name": "Ann ${k}", "tags": ["x", "y"]}, "x": ${k}.5}\n`,
      ),
      times: 100,
    }),
  ],
  [
    'while it is unpacked',
    () => ({
      name: 'packed.zip',
      piece: makeZip([{ name: 'rows.csv', data: `n,word,x,tea\n${lines(',').repeat(60)}` }]),
      times: 1,
    }),
  ],
];

async function createLarge(page: Page, { name, head = '', piece, times }: Large): Promise<JSHandle<File>> {
  return page.evaluateHandle(
    ([fileName, first, part, count]) => {
      const toBytes = (base64: string) => Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
      const one = new Blob([toBytes(part)]);
      return new File([toBytes(first), ...Array.from({ length: count }, () => one)], fileName);
    },
    [
      name,
      Buffer.from(head as string).toString('base64'),
      Buffer.from(piece as string).toString('base64'),
      times,
    ] as const,
  );
}

test.each(files)(
  'an import that is stopped %s, at any moment, leaves nothing behind',
  { timeout: 300_000 },
  async (_, make) => {
    const { page } = await openPage();
    const file = await createLarge(page, await make());
    let stopped = 0;
    for (const delay of [0, 150, 500, 1200, 2500]) {
      const end = await page.evaluate(
        async ([given, ms]) => {
          const done = window.quire.import(given).then(
            () => 'imported',
            ({ name }: Error) => name,
          );
          await new Promise((ready) => setTimeout(ready, ms));
          await window.quire.cancel();
          return done;
        },
        [file, delay] as const,
      );
      if (end === 'imported') break;
      expect([delay, end]).toEqual([delay, 'AbortError']);
      stopped++;
      await expect.poll(() => readSourceFiles(page), wait).toEqual([]);
      await expect.poll(() => readCatalog(page), wait).toEqual([]);
      await expect.poll(() => findSources(page), wait).toEqual([]);
    }
    expect(stopped).toBeGreaterThan(1);
    const next = await importFile(page, { name: 'next.csv', content: 'x,y\n1,2\n' });
    expect(await queryRows(page, `select * from "${next.name}"`)).toEqual([[1, 2]]);
  },
);

test('a double click on “Run” does not stop what it has begun', async () => {
  const { page } = await openPage();
  await page.evaluate(() =>
    window.quire.addCell({
      kind: 'sql',
      name: 'endless',
      sql: 'SELECT count(*) FROM range(1000000) a(i), range(1000000) b(j) WHERE (i * j) % 7 = 3',
    }),
  );
  const cell = page.getByRole('article', { name: 'endless' });
  const stop = cell.getByRole('button', { name: 'Stop', exact: true });
  await stop.click();
  const run = cell.getByRole('button', { name: 'Run', exact: true });
  await run.dblclick();
  await stop.waitFor(wait);
  expect(await run.count()).toBe(0);
  await stop.click();
  await run.waitFor(wait);
});

test('a double click on what makes a cell makes one', async () => {
  const { page } = await openPage();
  await importFile(page, { name: 'tea.csv', content: 'kind,price\ngreen,3\nblack,4\n' });
  const cells = () => page.evaluate(() => window.quire.workbook().cells.map(({ kind }) => kind));
  const head = page.getByRole('main').locator('.source-head');
  await head.getByText('SQL', { exact: true }).dblclick();
  await expect.poll(cells, wait).toEqual(['sql']);
  await page
    .getByRole('group', { name: 'Add a cell', exact: true })
    .getByRole('button', { name: 'Text' })
    .dblclick();
  await expect.poll(cells, wait).toEqual(['sql', 'text']);
});
