import { findDifference } from './compare.mjs';
import { warmFile } from './data.mjs';
import { rest } from './page.mjs';
import { watchMemory } from './processes.mjs';
import { formatMs, formatSpread, toRatioRow } from './report.mjs';
import { openSheetJs, readPicked, serveSheetJs } from './sheetjs/page.mjs';
import { median } from './statistics.mjs';
import { importPicked, NAME, openAnew, removeTables } from './table.mjs';
import { columns, ensureWorkbook } from './workbook.mjs';

/** Of the rows of the table that the other benchmarks read. */
const SHARE = 1 / 10;
/** Five times as fast, in a quarter of the memory. */
const GOALS = { time: 0.2, memory: 0.25 };
/** SheetJS takes its time. */
const MOST_ROUNDS = 3;

/** A workbook, against SheetJS in a worker of the same browser. */
export async function run(/** @type {import('./run.mjs').Bench} */ bench) {
  const { quire, data, repeats } = bench;
  const book = await ensureWorkbook(Math.round(data.rows * SHARE));
  const what = `import of ${(book.bytes / 1e6).toFixed(0)} MB of XLSX, ${book.rows.toLocaleString('en')} × ${columns.length}`;
  await warmFile(book.file);
  const sheetJs = await serveSheetJs();
  quire.allow(sheetJs.url);
  const rounds = [];
  try {
    for (let round = 0; round < Math.min(repeats, MOST_ROUNDS); round++) {
      // What is stored would be opened again, and held.
      await removeTables(bench.page, quire.url);
      await bench.page.goto('about:blank');
      await bench.quiet();
      const ours = await measure(bench, {
        open: (page) => openAnew(page, { url: quire.url, file: book.file }),
        work: (page) => importPicked(page, { mayRefuse: true }),
        check: (page) => compare(bench, { page, book }),
      });
      if (ours.refused)
        return { rows: [{ what, ours: `not yet: ${ours.refused}`, goal: `≤ ${GOALS.time}×` }] };
      const theirs = await measure(bench, {
        open: (page) => openSheetJs(page, { url: sheetJs.url, file: book.file }),
        work: readPicked,
      });
      bench.check(
        'SheetJS',
        findDifference([[theirs.rows, theirs.quantity]], [[book.rows, book.totals.quantity]]),
      );
      rounds.push({ ours, theirs });
      bench.log(
        `SheetJS ${formatMs(theirs.ms)}, ${formatBytes(theirs.memory?.peak)}; Quire ${formatMs(ours.shownMs)}, ${formatBytes(ours.memory?.peak)}`,
      );
    }
  } finally {
    await sheetJs.close();
  }
  return { rows: [toTimes(what, rounds), ...toMemory(rounds)], notes: [note] };
}

/**
 * Does something in a page of its own, and tells what memory the page's process held.
 * @param {import('./run.mjs').Bench} bench
 * @param {Record<'open' | 'work' | 'check', (page: import('./page.mjs').Page) => Promise<any>>} steps of which `work` is measured
 */
async function measure({ quire }, { open, work, check }) {
  const page = await quire.context.newPage();
  try {
    await open(page);
    const readMemory = watchMemory();
    const result = await work(page);
    const memory = readMemory();
    if (result.refused === undefined) await check?.(page);
    return { ...result, memory };
  } finally {
    await page.close();
    await rest();
  }
}

/** @param {string} what @param {any[]} rounds */
function toTimes(what, rounds) {
  const times = rounds.map(({ theirs }) => theirs.ms);
  const row = toRatioRow(
    `${what}: kept and on screen`,
    rounds.map(({ ours }) => ours.shownMs),
    times,
    { goal: GOALS.time },
  );
  return { ...row, theirs: `SheetJS ${formatSpread(times)}` };
}

/** @param {any[]} rounds @returns {import('./report.mjs').Row[]} */
function toMemory(rounds) {
  if (rounds.some(({ ours, theirs }) => !ours.memory || !theirs.memory)) return [];
  const toRow = (/** @type {string} */ what, /** @type {'peak' | 'grown'} */ name) => {
    const [ours, theirs] = ['ours', 'theirs'].map((who) =>
      median(rounds.map((round) => round[who].memory[name])),
    );
    return {
      what,
      ours: formatBytes(ours),
      theirs: `SheetJS ${formatBytes(theirs)}`,
      ratio: `${(ours / theirs).toFixed(2)}×`,
      goal: `≤ ${GOALS.memory}×`,
      isMet: ours / theirs <= GOALS.memory,
    };
  };
  return [
    toRow('the same: memory of the page’s process, at most', 'peak'),
    toRow('the same: without what it held before', 'grown'),
  ];
}

/** @param {import('./run.mjs').Bench} bench @param {{page: import('./page.mjs').Page, book: Awaited<ReturnType<typeof ensureWorkbook>>}} imported */
async function compare({ check }, { page, book: { rows, totals } }) {
  const sql = `SELECT count(*), count(quantity), sum(quantity), sum(amount), count(shipped), count(note) FROM ${NAME}`;
  const found = await page.evaluate(async (sql) => (await window.quire.query(sql)).rows, sql);
  const { quantities, quantity, amount, shipped, notes } = totals;
  check(
    'rows of the workbook',
    findDifference(found, [[rows, quantities, quantity, amount, shipped, notes]]),
  );
}

/** @param {number | undefined} bytes */
function formatBytes(bytes) {
  return bytes === undefined ? '?' : `${(bytes / 1e9).toFixed(2)} GB`;
}

const note = `XLSX: one sheet of text, Chinese, numbers, dates and blanks with shared strings, as Excel writes it. Quire: timed as the import
of the CSV. SheetJS (\`@e965/xlsx\`): \`read\` with dense sheets and \`sheet_to_json\` in a module worker that was ready, nothing
shown. Each in a page and a process of its own; its memory is
that of \`/proc\` (\`VmHWM\`, Linux only) from the call on.`;
