import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { Receipt } from '../../src/import/receipt';
import { makeXlsx, toRowsXml } from '../import/excel/makeXlsx';
import { makeZip } from '../import/pack/makeZip';
import { readCatalog, readSourceFiles } from './device';
import { openPage } from './harness';
import { importByConsole, importFile, openSource, queryRows, readGrid, wait } from './person';

const timeout = 240_000;

type Outcome = { rows: number; columns: number; receipt: Receipt } | { refused: string };

/** What comes of a file; a longest value tells whether it came in whole. */
async function tryImport(page: Page, name: string, content: Uint8Array): Promise<Outcome> {
  const file = await page.evaluateHandle(
    ([fileName, base64]) => new File([Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))], fileName),
    [name, Buffer.from(content).toString('base64')] as const,
  );
  return page.evaluate(
    (given) =>
      window.quire.import(given).then(
        ([source]) => ({
          rows: source!.rows,
          columns: source!.columns.length,
          receipt: source!.receipt,
        }),
        ({ code = 'unexpected' }: { code?: string }) => ({ refused: code }),
      ),
    file,
  );
}

async function expectAlive(page: Page): Promise<void> {
  expect(await queryRows(page, 'select 1')).toEqual([[1]]);
  expect(await page.evaluate(() => 1 + 1)).toBe(2);
}

async function expectNothingLeft(page: Page): Promise<void> {
  await expect.poll(() => readSourceFiles(page), wait).toEqual([]);
  await expect.poll(() => readCatalog(page), wait).toEqual([]);
}

const zeros = gzipSync(Buffer.alloc(100e6));
const orders = 'code,qty\n007,2\n';

const toWorkbook = async (parts: Record<string, string | Uint8Array>) => {
  const cells = '<row><c t="s"><v>0</v></c></row><row><c t="s"><v>1</v></c></row>';
  const book = makeXlsx({ sheets: [cells], strings: '', parts });
  return new Uint8Array(await book.arrayBuffer());
};

const bombs: [what: string, name: string, make: () => Promise<Uint8Array> | Uint8Array, code: string][] = [
  ['a gzip of 700 MB', 'bomb.csv.gz', () => Buffer.concat(Array(7).fill(zeros)), 'archive-too-large'],
  [
    'an archive that says what is in it',
    'bomb.zip',
    () => makeZip([{ name: 'a.csv', data: Buffer.alloc(1e6), bytes: 4e9 }]),
    'archive-too-large',
  ],
  [
    'an archive that hides what is in it',
    'lie.zip',
    () => makeZip([{ name: 'a.csv', data: Buffer.alloc(50e6), bytes: 1000 }]),
    'archive-damaged',
  ],
  [
    'a workbook whose texts would be 700 MB',
    'bomb.xlsx',
    () => toWorkbook({ 'xl/sharedStrings.xml': Buffer.alloc(600e6, '<si><t/></si>') }),
    'archive-too-large',
  ],
  [
    'an archive of 10,000 files',
    'many.zip',
    () => makeZip(Array.from({ length: 10_000 }, (_, k) => ({ name: `${k}.csv`, data: orders }))),
    'archive-too-many',
  ],
  [
    'more columns than a table can have',
    'wide.csv',
    () => Buffer.from(`${','.repeat(2e6)}\n${','.repeat(2e6)}\n`),
    'file-too-wide',
  ],
];

test.each(bombs)('%s is refused, and nothing of it stays', { timeout }, async (_, name, make, code) => {
  const { page } = await openPage();
  expect(await tryImport(page, name, await make())).toEqual({ refused: code });
  await expectNothingLeft(page);
  await expectAlive(page);
  expect((await importFile(page, { name: 'next.csv', content: orders })).rows).toBe(1);
});

const large: [
  what: string,
  make: () => string,
  expected: { rows: number; columns: number },
  sql: string,
  value: unknown,
][] = [
  [
    'a cell of 10 MB',
    () => `id,note,n\n1,"${'x, "" \n'.repeat(1_450_000)}",2\n3,short,4\n`,
    { rows: 2, columns: 3 },
    'select length(note), sum(n::bigint) over () from "table" order by id limit 1',
    [8_700_000, 6],
  ],
  [
    'a line of 50 MB without an end',
    () => `id,note\n1,${'y'.repeat(50e6)}`,
    { rows: 1, columns: 2 },
    'select length(note) from "table"',
    [50e6],
  ],
  [
    '5,000 columns',
    () => {
      const line = (cell: (k: number) => string) => Array.from({ length: 5000 }, (_, k) => cell(k)).join();
      return [line((k) => `c${k}`), line(String), line((k) => `${k}.5`), line(() => 'x')].join('\n');
    },
    { rows: 3, columns: 5000 },
    'select c4999 from "table" limit 1',
    ['4999'],
  ],
  [
    'quotes that open and never close, a thousand times',
    () =>
      `id,note\n${Array.from({ length: 20_000 }, (_, k) => `${k},${k % 20 === 0 ? '"' : ''}note\n`).join('')}`,
    { rows: 20_000, columns: 2 },
    'select count(*), count(distinct id) from "table"',
    [20_000, 20_000],
  ],
  [
    'a million blank lines',
    () => `a,b\n1,2\n${'\n'.repeat(1e6)}3,4\n`,
    { rows: 2, columns: 2 },
    'select sum(a), sum(b) from "table"',
    [4, 6],
  ],
];

test.each(large)('%s comes in whole', { timeout }, async (_, make, expected, sql, value) => {
  const { page } = await openPage();
  const outcome = await tryImport(page, 'table.csv', Buffer.from(make()));
  expect(outcome).toMatchObject({ ...expected, receipt: { loaded: expected.rows, rejected: 0 } });
  expect(await queryRows(page, sql)).toEqual([value]);
  await expectAlive(page);
});

test('HTML, scripts and formulas in names, cells, sheets and rejected records are text wherever they are shown', async () => {
  const { page } = await openPage();
  const opened: string[] = [];
  page.on('dialog', (dialog) => {
    opened.push(dialog.message());
    void dialog.dismiss();
  });
  const attack = '<img src=x onerror=alert(1)>';
  const formula = "=cmd|' /C calc'!A0";
  const content = `id,"${attack}","<b>n</b>"\n1,${formula},<script>alert(2)</script>\n2,${attack},x,${attack}\n`;
  const [source] = await importByConsole(page, { name: `${attack}.csv`, content });
  await openSource(page, attack);
  await expect
    .poll(() => readGrid(page, `Rows of ${attack}`), wait)
    .toEqual([['1', formula, '<script>alert(2)</script>']]);
  expect(source.receipt).toMatchObject({ loaded: 1, rejected: 1 });
  await page.getByRole('button', { name: 'Rejected 1', exact: true }).click();
  await expect
    .poll(async () => (await readGrid(page, `Rejected records of ${attack}`)).flat(), wait)
    .toContain(`2,${attack},x,${attack}`);
  const book = makeXlsx({
    sheets: [
      toRowsXml([
        [attack, 'b'],
        [formula, '<script>alert(3)</script>'],
      ]),
      toRowsXml([
        ['c', 'd'],
        ['javascript:alert(4)', 1],
      ]),
    ],
    names: ['<script>alert(5)</script>', 'plain'],
  });
  await importByConsole(page, { name: 'book.xlsx', content: new Uint8Array(await book.arrayBuffer()) });
  await openSource(page, '<script>alert(5)</script>');
  expect(await page.locator('img[src=x], main script, aside script, b:text-is("n")').count()).toBe(0);
  expect(opened).toEqual([]);
});
