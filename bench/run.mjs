import { mkdirSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { findFlag, runMain } from '../scripts/run.mjs';
import { ensureData, folder, warmFile } from './data.mjs';
import { nativeVersion, openNative, toCreate } from './native.mjs';
import { openQuire, goto, readChromium } from './page.mjs';
import { createQuiet, watchOthers } from './quiet.mjs';
import { describeMachine, toMarkdown, toSummary } from './report.mjs';
import * as alike from './alike.mjs';
import * as analytics from './analytics.mjs';
import * as brush from './brush.mjs';
import * as cells from './cells.mjs';
import * as charts from './charts.mjs';
import * as exporting from './export.mjs';
import * as gbk from './gbk.mjs';
import * as importing from './import.mjs';
import * as parquet from './parquet.mjs';
import * as query from './query.mjs';
import * as read from './read.mjs';
import * as reopen from './reopen.mjs';
import * as script from './script.mjs';
import * as scroll from './scroll.mjs';
import * as size from './size.mjs';
import * as start from './start.mjs';
import * as steps from './steps.mjs';
import * as xlsx from './xlsx.mjs';
import * as xlsxOut from './xlsxOut.mjs';

/**
 * What every benchmark gets.
 * @typedef {object} Bench
 * @property {import('./page.mjs').Quire} quire
 * @property {import('./page.mjs').Page} page
 * @property {{file: string, rows: number, bytes: number}} data
 * @property {number} repeats
 * @property {number} cores
 * @property {() => Promise<import('./native.mjs').Native>} peer native DuckDB with the table `t` in its memory
 * @property {() => Promise<void>} quiet waits until other programs leave the machine alone
 * @property {(message: string) => void} log
 * @property {(what: string, difference: string | undefined) => void} check notes a wrong result
 */

const ROWS = 5_000_000;
const REPEATS = 5;

/** @type {Record<string, {run: (bench: Bench) => Promise<import('./report.mjs').Result>}>} */
const benchmarks = {
  size,
  start,
  import: importing,
  reopen,
  query,
  read,
  scroll,
  gbk,
  parquet,
  xlsx,
  xlsxOut,
  cells,
  charts,
  brush,
  steps,
  alike,
  script,
  export: exporting,
  analytics,
};

await runMain(async () => {
  const rows = toNumber('--rows', ROWS);
  const repeats = toNumber('--repeats', REPEATS);
  const named = /^[^-]/.test(process.argv[2] ?? '') ? process.argv[2] : undefined;
  const names = toNames(named ?? findFlag('--only'));
  const isWhole = rows === ROWS && names.length === Object.keys(benchmarks).length;

  const about = describeMachine();
  const data = await ensureData(rows);
  await warmFile(data.file);
  const quire = await openQuire();
  /** @type {Promise<import('./native.mjs').Native> | undefined} */
  let peer;
  try {
    const page = await quire.context.newPage();
    /** @type {string[]} */
    const errors = [];
    let compared = 0;
    const bench = {
      quire,
      page,
      data,
      repeats,
      cores: os.cpus().length,
      peer: () => (peer ??= openPeer(data.file)),
      quiet: createQuiet(),
      log: (/** @type {string} */ message) => console.log(`  ${message}`),
      check(/** @type {string} */ what, /** @type {string | undefined} */ difference) {
        compared++;
        if (difference !== undefined) errors.push(`${what}: ${difference}`);
      },
    };
    page.on('pageerror', (error) => errors.push(`error in the page: ${error.message}`));

    const results = [];
    const busy = [];
    for (const name of names) {
      console.log(`${name} …`);
      await bench.quiet();
      const readOthers = watchOthers();
      try {
        results.push(await benchmarks[name].run(bench));
      } catch (error) {
        // the others are worth their time all the same
        errors.push(`${name}: ${error instanceof Error ? error.message : error}`);
        console.error(errors.at(-1));
      }
      busy.push(`${name} ${readOthers()?.toFixed(2) ?? '?'}`);
    }
    results.push(toForeignResult(quire.toForeign()));

    about.push(
      `${await readChromium(page)} (headless), Node ${process.versions.node}`,
      `DuckDB ${await readVersion(page, quire.url)} in Quire, native DuckDB ${nativeVersion} with \`threads = 1\``,
      `${rows.toLocaleString('en')} rows × 9 columns, ${(data.bytes / 1e6).toFixed(1)} MB of CSV, ${repeats} rounds`,
      `other programs took, of ${bench.cores} cores: ${busy.join(', ')}`,
    );
    mkdirSync(folder, { recursive: true });
    const file = isWhole ? path.join(import.meta.dirname, 'RESULTS.md') : path.join(folder, 'results.md');
    writeFileSync(file, await toMarkdown({ results, compared, errors, about }));
    console.log(`\n${toSummary(results.flatMap((result) => result.rows))}\n`);
    for (const error of errors) console.error(`wrong: ${error}`);
    console.log(`Written to ${path.relative(process.cwd(), file)}`);
    return errors.length > 0 ? 1 : 0;
  } finally {
    await quire.close();
    (await peer)?.close();
  }
});

/** @param {string} csv */
async function openPeer(csv) {
  const native = await openNative();
  await native.run(toCreate(csv));
  return native;
}

/** @param {string[]} foreign @returns {import('./report.mjs').Result} */
function toForeignResult(foreign) {
  for (const address of new Set(foreign)) console.error(`asked of another origin: ${address}`);
  const what = 'requests to other origins in the whole run';
  return { rows: [{ what, ours: String(foreign.length), goal: '0', isMet: foreign.length === 0 }] };
}

/** @param {import('./page.mjs').Page} page @param {string} url */
async function readVersion(page, url) {
  await goto(page, url);
  return page.evaluate(async () => (await window.quire.query('SELECT version()')).rows[0][0]);
}

/** @param {string} flag @param {number} otherwise */
function toNumber(flag, otherwise) {
  const given = findFlag(flag);
  if (given === undefined) return otherwise;
  if (!/^[1-9]\d*$/.test(given)) throw new Error(`invalid ${flag}: ${given}`);
  return Number(given);
}

/** @param {string | undefined} only */
function toNames(only) {
  const all = Object.keys(benchmarks);
  const wrong = only?.split(',').find((name) => !all.includes(name));
  if (wrong !== undefined) throw new Error(`invalid --only: ${wrong} (${all.join(', ')})`);
  return only ? all.filter((name) => only.split(',').includes(name)) : all;
}
