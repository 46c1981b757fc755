import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openNative } from './native.mjs';
import { goto } from './page.mjs';
import { removeTables } from './table.mjs';

const samples = path.join(import.meta.dirname, '../samples');
const files = ['customers', 'orders', 'order_lines', 'tickets', 'products'];

/** A workbook as an analyst has it: joins, inputs, windows, and chains of steps. */
const cells = [
  { kind: 'input', name: 'least', control: 'number', value: 100 },
  { kind: 'input', name: 'since', control: 'date', value: '2023-01-01' },
  {
    kind: 'sql',
    name: 'per_city',
    sql: `SELECT c.city, count(*) AS n, count(DISTINCT c.customer_id) AS customers
      FROM orders o JOIN customers c USING (customer_id) GROUP BY ALL HAVING n > $least / 10`,
  },
  {
    kind: 'sql',
    name: 'ranked',
    sql: 'SELECT *, rank() OVER (ORDER BY n DESC, city) AS place FROM per_city',
  },
  { kind: 'sql', name: 'asked', sql: 'SELECT $since AS since, $least + 1 AS more' },
  {
    kind: 'steps',
    name: 'clean',
    from: 'customers',
    steps: [
      { step: 'tidy', columns: ['city', 'name'] },
      { step: 'dedupe', columns: ['customer_id'] },
      { step: 'fill', columns: ['city'], with: 'value', value: '?' },
      { step: 'sort', order: [{ column: 'customer_id' }] },
    ],
  },
  {
    kind: 'steps',
    name: 'baskets',
    from: 'order_lines',
    steps: [
      {
        step: 'group',
        by: [{ column: 'order_id' }],
        values: [
          { function: 'count', name: 'lines' },
          { function: 'list', column: 'product', name: 'products' },
        ],
      },
    ],
  },
  { kind: 'sql', name: 'open_tickets', sql: 'SELECT channel, count(*) AS n FROM tickets GROUP BY ALL' },
];

const names = cells.filter(({ kind }) => kind !== 'input').map(({ name }) => name);

/** A whole row as text; in an order that does not depend on who made it. @param {string} name */
const toQuery = (name) => `SELECT CAST(t AS VARCHAR) AS r FROM "${name}" t ORDER BY r`;

/** The script of a workbook over the sample files, run by native DuckDB over the same files, row for row against the page. */
export async function run(/** @type {import('./run.mjs').Bench} */ { quire, page, check, log }) {
  // tables that another benchmark left would be in the script too
  await removeTables(page, quire.url);
  await goto(page, quire.url);
  const contents = files.map((name) => ({
    name: `${name}.csv`,
    text: readFileSync(path.join(samples, `${name}.csv`), 'utf8'),
  }));
  const { script, rows } = await page.evaluate(readPage, { contents, cells, queries: names.map(toQuery) });
  const folder = mkdtempSync(path.join(tmpdir(), 'quire-script-'));
  const native = await openNative();
  let count = 0;
  try {
    for (const { name, text } of contents) writeFileSync(path.join(folder, name), text);
    // what only Quire reads as it did, the script asks for as an export
    for (const [, name] of script.matchAll(/read_csv\('(.+)\.quire\.csv'/g)) {
      const table = await page.evaluate(readTexts, name);
      writeFileSync(path.join(folder, `${name}.quire.csv`), toCsv(table));
    }
    await native.run(`SET file_search_path = '${folder}'`);
    await native.run(script);
    for (const [at, name] of names.entries()) {
      const found = (await native.rows(toQuery(name))).map(([row]) => String(row));
      const place = found.findIndex((row, line) => row !== rows[at][line]);
      const isSame = found.length === rows[at].length && place < 0;
      check(
        `script, ${name}`,
        isSame
          ? undefined
          : `${found.length} rows, ${rows[at].length} in the page; ${found[place]} is ${rows[at][place]}`,
      );
      count += found.length;
    }
  } finally {
    native.close();
    rmSync(folder, { recursive: true, force: true });
  }
  log(`script: ${count} rows of ${names.length} cells`);
  return {
    rows: [],
    notes: [
      `Script: a workbook over the sample files, exported as SQL, run by native DuckDB over the same files: ${count} rows of ${names.length} cells were compared with the page's.`,
    ],
  };
}

/** Runs in the page. @param {{contents: {name: string, text: string}[], cells: object[], queries: string[]}} options */
async function readPage({ contents, cells, queries }) {
  const ids = [];
  const imported = [];
  for (const { name, text } of contents)
    imported.push(...(await window.quire.import(new File([text], name))));
  try {
    for (const cell of cells) ids.push(await window.quire.addCell(cell));
    const reports = await window.quire.run();
    const failed = reports.find(({ status }) => status !== 'ok');
    if (failed) throw new Error(JSON.stringify(failed));
    const rows = [];
    for (const query of queries)
      rows.push((await window.quire.query(query)).rows.map(([row]) => String(row)));
    return { script: await (await window.quire.exportScript()).text(), rows };
  } finally {
    for (const id of ids.reverse()) await window.quire.removeCell(id);
  }
}

/** Runs in the page. @param {string} name */
async function readTexts(name) {
  const { columns } = await window.quire.query(`SELECT * FROM "${name}" LIMIT 0`);
  const texts = columns.map((column) => `CAST("${column.name}" AS VARCHAR) AS "${column.name}"`);
  const { rows } = await window.quire.query(`SELECT ${texts.join(', ')} FROM "${name}"`);
  return [columns.map((column) => column.name), ...rows];
}

/** As an export has it: a missing value is nothing, an empty text two quotes. @param {(string | null)[][]} rows */
function toCsv(rows) {
  const toField = (/** @type {string | null} */ value) =>
    value === null ? '' : `"${value.replaceAll('"', '""')}"`;
  return rows.map((row) => `${row.map(toField).join(',')}\n`).join('');
}
