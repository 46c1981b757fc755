import { existsSync, renameSync, statSync } from 'node:fs';
import { warmFile } from './data.mjs';
import { checkTable } from './import.mjs';
import { openNative, time, toCreate } from './native.mjs';
import { toRatioRow } from './report.mjs';
import { importPicked, openAnew } from './table.mjs';

const GOAL = 4;

/** The same table as a Parquet file, against `CREATE TABLE AS FROM read_parquet`. */
export async function run(/** @type {import('./run.mjs').Bench} */ bench) {
  const { page, quire, data, repeats } = bench;
  const file = await ensureParquet(data.file);
  await warmFile(file);
  const what = `import of ${(statSync(file).size / 1e6).toFixed(0)} MB of Parquet: kept and on screen`;
  const rounds = [];
  for (let round = 0; round < repeats; round++) {
    await bench.quiet();
    const native = await readInMemory(file);
    await openAnew(page, { url: quire.url, file });
    const imported = await importPicked(page, { mayRefuse: true });
    if (imported.refused)
      return { rows: [{ what, ours: `not yet: ${imported.refused}`, goal: `≤ ${GOAL}×` }] };
    rounds.push({ native, ...imported });
    bench.log(`native ${native.toFixed(0)} ms, Quire ${imported.shownMs.toFixed(0)} ms`);
  }
  await checkTable(bench, rounds.at(-1));
  return {
    rows: [
      toRatioRow(
        what,
        rounds.map(({ shownMs }) => shownMs),
        rounds.map(({ native }) => native),
        { goal: GOAL },
      ),
    ],
    notes: [
      `Parquet: the same table, written by native with \`COPY … (FORMAT parquet)\`; timed as the import of the CSV. Native: \`CREATE TABLE t
AS FROM read_parquet(…)\` in a new instance, into memory.`,
    ],
  };
}

/** @param {string} csv */
async function ensureParquet(csv) {
  const file = csv.replace(/csv$/, 'parquet');
  if (existsSync(file)) return file;
  const native = await openNative();
  await native.run(toCreate(csv));
  await native.run(`COPY t TO '${file}.part' (FORMAT parquet)`);
  native.close();
  renameSync(`${file}.part`, file);
  return file;
}

/** @param {string} file */
async function readInMemory(file) {
  const native = await openNative();
  const ms = await time(() => native.run(`CREATE TABLE t AS FROM read_parquet('${file}')`));
  native.close();
  return ms;
}
