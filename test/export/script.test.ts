import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fromScript } from '../../src/export/fromScript';
import type { ScriptSource } from '../../src/export/scriptSource';
import { toScript } from '../../src/export/toScript';
import { splitScript } from '../../src/export/statements';
import type { Receipt } from '../../src/import/receipt';

import type { CellSpec } from '../../src/workbook/cell';
import type { Ask } from '../../src/workbook/plan';
import { createDuck } from '../run/duck';
import { kinds, sql, text, toBook } from './kinds';
import { toReceipt } from './quireFile';

let duck: Awaited<ReturnType<typeof createDuck>>;
let folder: string;
beforeAll(async () => {
  duck = await createDuck();
  folder = mkdtempSync(path.join(tmpdir(), 'quire-script-'));
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const words = {
  head: (title: string) => title,
  inputs: 'Inputs',
  sources: 'Sources',
  cells: 'Cells',
  exported: (source: string, file: string, from: string) => `${from}: ${source} as ${file}`,
  leftOut: (name: string, why = 'other') =>
    why === 'other' ? `left out: ${name}` : `left out, ${why}: ${name}`,
  random: 'Random',
};
const notes = { noCell: 'No cell:', readsFile: (files: string) => `Reads ${files}:` };

const text007: Partial<Receipt> = {
  encoding: 'utf-8',
  dialect: { delimiter: ';', quote: '"', header: true },
  lineEnd: 'lf',
  warnings: [],
  settings: { delimiter: ';', quote: '"', escape: '"', header: 1 },
};

function toSource(name: string, rows: number, change: Partial<Receipt> = {}): ScriptSource {
  const columns = [
    { name: 'city', type: 'VARCHAR' },
    { name: 'price', type: 'BIGINT' },
  ];
  return { name, columns, receipt: toReceipt(rows, { ...text007, ...change }) };
}

async function write(specs: CellSpec[], sources: ScriptSource[] = []): Promise<string> {
  return toScript({ workbook: toBook(...specs), sources, kinds, words, ask });
}

const ask: Ask = async (sql) => ({ columns: duck.create('asked', sql).columns, values: [] });

/** Runs a script as a person would, in the folder of its files. */
function run(script: string): void {
  const placed = script.replace(/(read_csv\(')((?:[^']|'')+)'/g, `$1${folder}/$2'`);
  for (const { sql: statement } of splitScript(placed)) if (statement) duck.query(statement);
}

const rows = (query: string) =>
  duck
    .query(query)
    .toArray()
    .map((row) => Object.values(row!.toJSON() as object));

test('a script reads the original file as the page did, and gives the same results', async () => {
  writeFileSync(path.join(folder, 'orders.csv'), 'city;price\nParis;3\n"Lyon; Est";4\n;5\n"";6\n007;7\n');
  const script = await write(
    [
      sql('top', 'FROM totals WHERE total > $least ORDER BY total'),
      { kind: 'input', name: 'Least', control: 'number', value: 4 },
      sql('totals', 'SELECT city, sum(price) AS total -- all; of them\nFROM orders GROUP BY ALL;'),
      text("# Notes\nwith a '; DROP TABLE orders; -- in it"),
    ],
    [toSource('orders', 5)],
  );
  run(script);
  expect(rows('SELECT city, total::INT FROM top')).toEqual([
    ['007', 7],
    [null, 11],
  ]);
});

test('a file that DuckDB reads otherwise is read as an export, and the script says of what', async () => {
  writeFileSync(path.join(folder, 'or_ders.csv'), 'city,price\nParis,3\n,4\n"",5\n');
  const sources = [
    toSource('or/ders', 3, { encoding: 'gb18030', file: { name: '订单.xls', bytes: 1, modified: 0 } }),
  ];
  const script = await write([sql('all_of', 'FROM "or/ders"')], sources);
  expect(script).toContain('--: 订单.xls: or/ders as or_ders.csv');
  run(script);
  expect(rows('SELECT city, price::INT FROM all_of')).toEqual([
    ['Paris', 3],
    [null, 4],
    ['', 5],
  ]);
});

test('whatever was mended on the way in makes a file one that is read as an export', async () => {
  const changed = [
    { rejected: 1, records: 7 },
    { unread: 1 },
    { encoding: 'windows-1252' },
    { place: { member: 'x.csv' } },
    { warnings: [{ code: 'padded' as const }] },
    { settings: { ...text007.settings, footer: 1 } },
    { settings: { ...text007.settings, missing: ['', 'NA'] } },
    { settings: { ...text007.settings, columns: { extra: { leaveOut: true } } } },
    { kind: 'excel' as const },
    { columns: toReceipt(5).columns.map((column) => ({ ...column, changed: 1 })) },
    {
      columns: toReceipt(5).columns.map((column) => ({
        ...column,
        reading: { type: 'BIGINT' as const, decimal: '.' as const, group: ',' },
      })),
    },
  ];
  const specs = [sql('q', 'FROM orders')];
  for (const change of changed)
    expect(await write(specs, [toSource('orders', 5, change)])).toContain('orders as orders.quire.csv');
  expect(await write(specs, [toSource('orders', 5)])).not.toContain('orders as');
});

test('sources that no cell reads are not in the script', async () => {
  expect(await write([sql('q', 'SELECT 1')], [toSource('orders', 5)])).not.toContain('read_csv');
});

test('names of any kind are quoted wherever they stand', async () => {
  writeFileSync(path.join(folder, "o'r.csv"), 'city;price\nParis;3\n');
  const source = toSource('se"lect', 1, { file: { name: "o'r.csv", bytes: 1, modified: 0 } });
  const script = await write(
    [sql('"; DROP TABLE x; --', 'FROM "se""lect"'), sql('数据 😀', 'FROM """; DROP TABLE x; --"')],
    [source],
  );
  run(script);
  expect(rows('SELECT price::INT FROM "数据 😀"')).toEqual([[3]]);
});

test('cells with a mistake are named and left out, with what reads them in its place', async () => {
  const script = await write([
    sql('a', 'FROM b'),
    sql('b', 'FROM a'),
    sql('c', 'DROP TABLE x'),
    sql('d', 'SELECT $none'),
  ]);
  expect(script.match(/^--: left out: .$/gm)!.toSorted()).toEqual(
    ['a', 'b', 'c', 'd'].map((name) => `--: left out: ${name}`),
  );
  expect(script).not.toContain('DROP');
});

test('random numbers begin anew before each cell that draws any, and only there', async () => {
  const script = await write([sql('a', 'SELECT random() AS r'), sql('b', "SELECT 'random' AS r")]);
  expect(script.match(/setseed/g)).toHaveLength(1);
  run(script);
  const first = rows('FROM a');
  run(script);
  expect(rows('FROM a')).toEqual(first);
  expect(await write([sql('b', "SELECT 'random' AS r")])).not.toContain('threads');
});

test('a script of ours comes back as the cells that it was made of', async () => {
  const specs = [
    text('# Notes\n\n- one\n- two'),
    { kind: 'input', name: 'least', control: 'number', value: 4 },
    { kind: 'input', name: 'day', control: 'date', value: '2024-02-29' },
    { kind: 'input', name: 'who', control: 'text', value: "o'hara; --" },
    { kind: 'input', name: 'on', control: 'switch', value: true },
    sql('big', "SELECT * FROM (VALUES (1)) t(total) WHERE total > $least AND 'x' <> $who"),
    sql('数', 'FROM big -- all'),
    sql('lot', 'SELECT random() AS r'),
  ];
  const { cells, seed } = fromScript(await write(specs), notes);
  // inputs come first, because the statements that read them come later
  const rank = ({ kind }: CellSpec) => Number(kind !== 'input');
  expect(cells).toEqual(specs.toSorted((a, b) => rank(a) - rank(b)));
  expect(seed).toBe(1);
});

test('lists and ranges come back as inputs that a query reads as before', async () => {
  const specs = [
    {
      kind: 'input',
      name: 'cities',
      control: 'several',
      of: 'text',
      options: ['a', "b'c"],
      value: ['a', "b'c"],
    },
    { kind: 'input', name: 'days', control: 'range', of: 'date', min: '2024-01-01', max: '2024-02-01' },
    { kind: 'input', name: 'size', control: 'range', of: 'number', min: 1, max: 5 },
    sql('q', "SELECT 1 AS n WHERE 'a' IN $cities AND DATE '2024-01-05' > $days.min AND 3 < $size.max"),
  ];
  const { cells } = fromScript(await write(specs), notes);
  expect(toBook(...cells).cells).toEqual(toBook(...specs).cells);
});

test("anybody's script opens: tables, views and queries as cells, the rest as texts", () => {
  const script = `
    /* What this is:
     * a report */
    create or replace temp view "my view" as select 1 as a; -- first
    CREATE TABLE IF NOT EXISTS main.t2 AS (SELECT 2 AS a);
    SELECT ';' AS semicolon; FROM t2;
    SET VARIABLE since = DATE '2024-01-01';
    SELECT * FROM t2 WHERE d > getvariable('since');
    INSERT INTO t2 VALUES (3);
    CREATE TABLE t3 (a INT);
    CREATE VIEW f AS SELECT * FROM read_csv('a.csv');
    SELECT * FROM 'b.parquet';
    SET VARIABLE n = (SELECT 1);
    -- the end`;
  const { cells } = fromScript(script, notes);
  const said = cells.map(({ kind, name, sql: query, markdown, value }) => [
    kind,
    name,
    query ?? markdown ?? value,
  ]);
  expect(said).toEqual([
    ['text', undefined, 'What this is:\na report'],
    ['sql', 'my view', 'select 1 as a'],
    ['text', undefined, 'first'],
    ['sql', 't2', '(SELECT 2 AS a)'],
    ['sql', 'query', "SELECT ';' AS semicolon"],
    ['sql', 'query_2', 'FROM t2'],
    ['input', 'since', '2024-01-01'],
    ['sql', 'query_3', 'SELECT * FROM t2 WHERE d > $since'],
    ['text', undefined, 'No cell:\n\n```sql\nINSERT INTO t2 VALUES (3)\n```'],
    ['text', undefined, 'No cell:\n\n```sql\nCREATE TABLE t3 (a INT)\n```'],
    ['text', undefined, "Reads 'a.csv':\n\n```sql\nCREATE VIEW f AS SELECT * FROM read_csv('a.csv')\n```"],
    ['text', undefined, "Reads 'b.parquet':\n\n```sql\nSELECT * FROM 'b.parquet'\n```"],
    ['text', undefined, 'No cell:\n\n```sql\nSET VARIABLE n = (SELECT 1)\n```'],
    ['text', undefined, 'the end'],
  ]);
});

test('what is not closed, empty or no SQL at all is kept, and nothing hangs', () => {
  expect(fromScript('', notes).cells).toEqual([]);
  expect(fromScript(';;;\n;', notes).cells).toEqual([]);
  expect(fromScript("SELECT 'open", notes).cells).toEqual([
    { kind: 'sql', name: 'query', sql: "SELECT 'open" },
  ]);
  expect(fromScript('/* open', notes).cells).toEqual([{ kind: 'text', markdown: 'open' }]);
  expect(fromScript('hello world', notes).cells).toHaveLength(1);
  const long = fromScript(`${'SELECT 1;\n'.repeat(3000)}`, notes).cells;
  expect([long.length, new Set(long.map(({ name }) => name)).size]).toEqual([3000, 3000]);
});

test('a cell of steps is the query that they come to', async () => {
  duck.create('orders', `SELECT * FROM (VALUES ('北京', 3), (NULL, 5)) AS t(city, price)`);
  const steps = [{ step: 'fill', columns: ['city'], with: 'value', value: '?' }];
  const script = await write(
    [{ kind: 'steps', name: 'clean', from: 'orders', steps }],
    [toSource('orders', 5)],
  );
  expect(script).toContain('CREATE OR REPLACE TABLE "clean" AS');
  expect(script).toContain('"step_1" AS NOT MATERIALIZED');
  const gone = [{ step: 'fill', columns: ['gone'], with: 'mean' }];
  expect(
    await write([{ kind: 'steps', name: 'clean', from: 'orders', steps: gone }], [toSource('orders', 5)]),
  ).toContain(words.leftOut('clean'));
});

test('a cell that hides values by a secret of the device is left out, and it says so', async () => {
  duck.create('orders', `SELECT * FROM (VALUES ('北京', 3), (NULL, 5)) AS t(city, price)`);
  const hashed = [{ step: 'hash', columns: ['city'], salt: 'mine' }];
  const script = await write(
    [{ kind: 'steps', name: 'hidden', from: 'orders', steps: hashed }],
    [toSource('orders', 5)],
  );
  expect(script).toContain(words.leftOut('hidden', 'secret'));
  expect(script).not.toContain('CREATE OR REPLACE TABLE "hidden"');
});
