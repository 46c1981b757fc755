import { execFileSync, spawnSync } from 'node:child_process';
import path from 'node:path';
import { read, utils } from '@e965/xlsx';
import { goto, rest } from './page.mjs';
import { watchMemory } from './processes.mjs';
import { formatMs, formatSpread, toRatioRow } from './report.mjs';
import { openWriter, serveSheetJs, writeOnce, writeWithSheetJs } from './sheetjs/page.mjs';
import { median } from './statistics.mjs';

const SHEETS = 4;
const ROWS = 100_000;
/** One more than a sheet holds beside its header. */
const MANY_ROWS = 1_048_576;
/** Twice and six times as fast, and the memory of the page's process beside what it held. */
const GOALS = { sheetJs: 1 / 2, excelJs: 1 / 6, pandas: 1 / 6, bytes: 500e6 };
const MOST_ROUNDS = 3;

/** The same rows as `sheetjs/write.mjs` and `xlsxOut.py` make. @param {number} from @param {number} to */
const toSql = (from, to) => `
SELECT 1000000 + i AS id, 'C-' || lpad(CAST(i % 5000 AS VARCHAR), 6, '0') AS code,
  'Customer ' || i * 7919 % 20000 AS customer, ['北京', '上海', '广州', 'Paris', 'Berlin'][i % 5 + 1] AS city,
  ['open', 'paid', 'sent'][i % 3 + 1] AS status, CAST(i * 37 % 1000 AS INTEGER) AS quantity,
  CAST(i * 7919 % 100000 / 100 AS DECIMAL(18,2)) AS price, i * 104729 % 10000019 / 97 AS amount,
  DATE '2024-01-01' + CAST(i % 365 AS INTEGER) AS ordered,
  TIMESTAMP '2024-01-01 00:00:00' + to_seconds(i * 61) AS shipped, i % 2 = 0 AS paid,
  CASE WHEN i % 3 > 0 THEN 'note number ' || i || ' with some text' END AS note
FROM range(${from}, ${to}) r(i)`;

/** Workbooks that are written, against SheetJS in a worker of the same browser, and against pandas. */
export async function run(/** @type {import('./run.mjs').Bench} */ bench) {
  const { quire } = bench;
  const rounds = Math.min(bench.repeats, MOST_ROUNDS);
  const sheetJs = await serveSheetJs();
  quire.allow(sheetJs.url);
  const [ours, theirs, excelJs] = [[], [], []];
  try {
    for (let round = 0; round < rounds; round++) {
      await bench.quiet();
      theirs.push(
        await inPage(bench, async (page) => {
          await openWriter(page, sheetJs.url);
          return writeWithSheetJs(page, { rows: ROWS, sheets: SHEETS });
        }),
      );
      if (sheetJs.hasExcelJs) {
        await bench.quiet();
        excelJs.push(
          await inPage(bench, async (page) => {
            await openWriter(page, sheetJs.url, 'excelJs.mjs');
            return writeOnce(page, { rows: ROWS, sheets: SHEETS });
          }),
        );
        bench.log(`ExcelJS ${formatMs(excelJs.at(-1).ms)}`);
      }
      await bench.quiet();
      ours.push(await inPage(bench, (page) => writeSheets(bench, { page, isFirst: round === 0 })));
      bench.log(`SheetJS ${formatMs(theirs.at(-1).ms)}, Quire ${formatMs(ours.at(-1).ms)}`);
    }
  } finally {
    await sheetJs.close();
  }
  await bench.quiet();
  const pandas = runPandas(rounds);
  await bench.quiet();
  const many = await inPage(bench, (page) => writeMany(bench, page));
  const what = `XLSX written, ${ROWS.toLocaleString('en')} × 12 in ${SHEETS} sheets`;
  const times = ours.map(({ ms }) => ms);
  const toMs = (/** @type {{ms: number}[]} */ list) => list.map(({ ms }) => ms);
  return {
    rows: [
      { ...toRatioRow(`${what}, against SheetJS`, times, toMs(theirs), { goal: GOALS.sheetJs }) },
      ...(excelJs.length > 0
        ? [toRatioRow(`${what}, against ExcelJS`, times, toMs(excelJs), { goal: GOALS.excelJs })]
        : []),
      ...(pandas
        ? [
            toRatioRow(
              `${what}, against pandas ${pandas.version} with openpyxl`,
              times,
              pandas.seconds.map((s) => s * 1000),
              { goal: GOALS.pandas },
            ),
          ]
        : []),
      {
        what: `XLSX written, ${MANY_ROWS.toLocaleString('en')} × 12: memory of the page’s process beside what it held`,
        ours: many.memory ? `${(many.memory.grown / 1e6).toFixed(0)} MB, in ${formatMs(many.ms)}` : '?',
        goal: `< ${GOALS.bytes / 1e6} MB`,
        ...(many.memory && { isMet: many.memory.grown < GOALS.bytes }),
      },
    ],
    notes: [
      `XLSX out: \`quire.export\` of ${SHEETS} cells whose rows are in the engine, until the file is there (${(median(ours.map(({ bytes }) => bytes)) / 1e6).toFixed(1)} MB): header, filters, formats, widths, contents and
notes. SheetJS (\`@e965/xlsx\`): \`aoa_to_sheet\` of rows that are in memory, dense, and \`write\`, packed or not, whichever is faster, in a module worker; it writes no styles. ExcelJS: \`addRows\` and \`writeBuffer\` in such a worker, with header, filters, formats and widths,
where it is installed (\`npm install --no-save exceljs@4.4.0\` in \`bench/\`). pandas:
\`to_excel\` of frames in memory${pandas ? `, ${formatSpread(pandas.seconds.map((s) => s * 1000))}` : ' was not there (Debian: `python3-pandas`, `python3-openpyxl`)'}.`,
    ],
  };
}

/** @template T @param {import('./run.mjs').Bench} bench @param {(page: import('./page.mjs').Page) => Promise<T>} work */
async function inPage({ quire }, work) {
  const page = await quire.context.newPage();
  try {
    return await work(page);
  } finally {
    await page.close();
    await rest();
  }
}

/** @param {import('./run.mjs').Bench} bench @param {{page: import('./page.mjs').Page, isFirst: boolean}} options */
async function writeSheets(bench, { page, isFirst }) {
  await goto(page, bench.quire.emptyUrl);
  const share = ROWS / SHEETS;
  const parts = Array.from({ length: SHEETS }, (_, k) => toSql(k * share, (k + 1) * share));
  await page.evaluate(makeCells, parts);
  const names = parts.map((_, k) => `xlsx_${k}`);
  const { ms, bytes, base64 } = await page.evaluate(exportCells, { names, isRead: isFirst });
  if (base64) {
    const book = read(Buffer.from(base64, 'base64'));
    const rows = names.map((name) => utils.sheet_to_json(book.Sheets[name]));
    const [count, sum] = [rows.flat().length, rows.flat().reduce((sum, { quantity }) => sum + quantity, 0)];
    const expected = Array.from({ length: ROWS }, (_, i) => (i * 37) % 1000).reduce((a, b) => a + b);
    bench.check(
      'rows of the workbook',
      count === ROWS && sum === expected ? undefined : `${count} rows, ${sum}`,
    );
  }
  return { ms, bytes };
}

/** @param {import('./run.mjs').Bench} bench @param {import('./page.mjs').Page} page */
async function writeMany(bench, page) {
  await goto(page, bench.quire.emptyUrl);
  await page.evaluate(makeCells, [toSql(0, MANY_ROWS)]);
  await rest();
  const readMemory = watchMemory();
  const { ms } = await page.evaluate(exportCells, { names: ['xlsx_0'], isRead: false });
  const memory = readMemory();
  bench.log(`${MANY_ROWS} rows: ${formatMs(ms)}, ${((memory?.grown ?? 0) / 1e6).toFixed(0)} MB`);
  return { ms, memory };
}

/** Runs in the page. @param {string[]} parts */
async function makeCells(parts) {
  await window.quire.open({ ...window.quire.workbook(), run: 'asked', cells: [] });
  for (const [k, sql] of parts.entries()) {
    const id = await window.quire.addCell({ kind: 'sql', name: `xlsx_${k}`, sql });
    const [report] = await window.quire.run(id);
    if (report.status !== 'ok') throw new Error(JSON.stringify(report));
  }
}

/** Runs in the page. @param {{names: string[], isRead: boolean}} options */
async function exportCells({ names, isRead }) {
  const start = performance.now();
  const blob = await window.quire.export(names, 'xlsx');
  const ms = performance.now() - start;
  if (!isRead) return { ms, bytes: blob.size };
  const reader = new FileReader();
  reader.readAsDataURL(blob);
  await new Promise((done) => (reader.onload = done));
  return { ms, bytes: blob.size, base64: String(reader.result).replace(/^.*?,/, '') };
}

/** Undefined where Debian's pandas and openpyxl are not installed. @param {number} repeats */
function runPandas(repeats) {
  const python = '/usr/bin/python3';
  if (spawnSync(python, ['-c', 'import pandas, openpyxl']).status !== 0) return undefined;
  const script = path.join(import.meta.dirname, 'xlsxOut.py');
  const given = [String(ROWS), String(SHEETS), String(repeats)];
  return JSON.parse(execFileSync(python, [script, ...given], { encoding: 'utf8' }));
}
