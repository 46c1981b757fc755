import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { splitScript } from '../../src/export/statements';
import { createDuck } from '../run/duck';
import { openPage } from './harness';
import { drop, importByConsole } from './person';

const orders = [
  'id,city,paid,total,day,moment',
  ...Array.from({ length: 2000 }, (_, k) => {
    const city = ['Paris', '"Lyon, Est"', '北京', '"say ""hi"""', ''][k % 5]!;
    const day = `2024-0${1 + (k % 9)}-1${k % 10}`;
    return [k, city, k % 3 === 0, k % 7 === 0 ? '' : (k * 37) / 100, day, `${day} 0${k % 10}:15:00`].join(
      ',',
    );
  }),
  '',
].join('\n');

const cells = [
  {
    kind: 'sql',
    name: 'months',
    sql: 'SELECT date_trunc(\'month\', "day") AS m, count(*) AS n FROM late GROUP BY ALL',
  },
  { kind: 'input', name: 'since', control: 'date', value: '2024-03-01' },
  { kind: 'input', name: 'cities', control: 'several', options: ['Paris', '北京'], value: ['Paris', '北京'] },
  { kind: 'sql', name: 'late', sql: 'FROM orders WHERE "day" >= $since AND city IN $cities' },
  { kind: 'sql', name: 'same', sql: 'SELECT id, total FROM orders' },
  {
    kind: 'sql',
    name: 'Summe ü',
    sql: 'SELECT city, sum(total) AS s, s: min(moment) FROM orders GROUP BY city',
  },
  {
    kind: 'sql',
    name: 'twice',
    sql: 'SELECT o.id, l.id FROM orders o JOIN late l USING (day) WHERE o.id < 20',
  },
  { kind: 'sql', name: 'codes', sql: 'SELECT code, n + 1 AS n FROM "产品"' },
];

const names = ['months', 'late', 'same', 'Summe ü', 'twice', 'codes'];

/** A result as rows of text, in no order: a parallel engine gives them in another. */
const toQuery = (name: string) => `SELECT CAST(t AS VARCHAR) AS r FROM "${name}" t ORDER BY r`;

async function readPage(page: Page): Promise<string[][]> {
  return page.evaluate(
    (queries) =>
      Promise.all(
        queries.map(async (sql) => (await window.quire.query(sql)).rows.map(([row]) => String(row))),
      ),
    names.map(toQuery),
  );
}

test('the script of a workbook, run over the original files, gives the same rows as the page', async () => {
  const { page } = await openPage();
  await importByConsole(page, { name: 'orders.csv', content: orders });
  const gbk = Buffer.concat([Buffer.from('code,n\n007,1\n'), Buffer.from([0xb2, 0xe8]), Buffer.from(',2\n')]);
  await importByConsole(page, { name: '产品.csv', content: gbk }, { encoding: 'gb18030' });
  const script = await page.evaluate(async (specs) => {
    for (const spec of specs) await window.quire.addCell(spec);
    await window.quire.run();
    return (await window.quire.exportScript()).text();
  }, cells);
  const duck = await createDuck();
  const folder = mkdtempSync(path.join(tmpdir(), 'quire-script-'));
  try {
    writeFileSync(path.join(folder, 'orders.csv'), orders);
    // what the script asks for, because DuckDB by itself does not read the original
    expect(script).toContain('产品.quire.csv');
    writeFileSync(path.join(folder, '产品.quire.csv'), 'code,n\n007,1\n茶,2\n');
    const placed = script.replace(/(read_csv\(')((?:[^']|'')+)'/g, `$1${folder}/$2'`);
    for (const { sql } of splitScript(placed)) if (sql) duck.query(sql);
    const found = names.map((name) => [...duck.query(toQuery(name)).getChildAt(0)!].map(String));
    expect(found).toEqual(await readPage(page));
    expect(found.map((rows) => rows.length > 0)).toEqual(names.map(() => true));
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('a dropped script is shown as cells, and opens as them', async () => {
  const { page } = await openPage();
  const content = '-- Numbers\nCREATE TABLE n AS SELECT range AS n FROM range(5);\nSELECT sum(n) FROM n;';
  await drop(page, { name: 'numbers.sql', content });
  await page.getByRole('button', { name: 'Open the workbook' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  const reports = await page.evaluate(() => window.quire.run());
  expect(reports.map(({ name, status, rows }) => [name, status, rows])).toEqual([
    ['', 'ok', undefined],
    ['n', 'ok', 5],
    ['query', 'ok', 1],
  ]);
});
