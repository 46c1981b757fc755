import { findDifference } from './compare.mjs';
import { openNative, openStored, time, toCreate } from './native.mjs';
import { watchOthers } from './quiet.mjs';
import { formatMs, formatSpread, toRatioRow, toTable } from './report.mjs';
import { importPicked, NAME, openAnew } from './table.mjs';

const GOAL = 2.2;

/** From a picked file to rows that are kept on the device and on screen, against `CREATE TABLE AS FROM read_csv`. */
export async function run(/** @type {import('./run.mjs').Bench} */ bench) {
  const { quire, page, data, repeats } = bench;
  const rounds = [];
  for (let round = 0; round < repeats; round++) {
    await bench.quiet();
    const readOthers = watchOthers();
    const memory = await readInMemory(data.file);
    const imported = await importAnew();
    const others = readOthers();
    const disk = await readToDisk(data.file);
    rounds.push({ memory, disk, others, ...imported });
    bench.log(
      `native ${memory.toFixed(0)} ms, to disk ${disk.toFixed(0)} ms, Quire ${imported.shownMs.toFixed(0)} ms`,
    );
  }
  await checkTable(bench, rounds.at(-1));

  const pick = (/** @type {'memory' | 'disk' | 'keptMs' | 'shownMs'} */ name) =>
    rounds.map((round) => round[name]);
  const size = `${(data.bytes / 1e6).toFixed(0)} MB of CSV`;
  const rows = [
    toRatioRow(`import of ${size}: kept and on screen`, pick('shownMs'), pick('memory'), { goal: GOAL }),
    toRatioRow('the same against native to a file on disk', pick('shownMs'), pick('disk')),
  ];
  const note = `Import: Quire from the call of \`quire.import\` with a \`File\` on disk in a page that was ready for three seconds, until the rows are kept
in the private file system and a frame with them was shown; kept alone: ${formatSpread(pick('keptMs'))}.
It scans every record, counts the rejected and writes ${bench.cores > 1 ? 'with several importers' : 'with one importer'}. Native: \`CREATE TABLE t AS
FROM read_csv(…)\` in a new instance, into memory (the peer) or into a new file with \`CHECKPOINT\`.`;
  const table = toTable(
    ['round', 'native', 'native to disk', 'Quire', 'ratio', 'cores that others took'],
    rounds.map(({ memory, disk, shownMs, others }, round) => [
      String(round + 1),
      formatMs(memory),
      formatMs(disk),
      formatMs(shownMs),
      `${(shownMs / memory).toFixed(2)}×`,
      others?.toFixed(2) ?? '?',
    ]),
  );
  return { rows, notes: [note, table] };

  async function importAnew() {
    await openAnew(page, { url: quire.url, file: data.file });
    return importPicked(page);
  }
}

/** @param {string} csv */
async function readInMemory(csv) {
  const native = await openNative();
  const ms = await time(() => native.run(toCreate(csv)));
  native.close();
  return ms;
}

/** @param {string} csv */
async function readToDisk(csv) {
  const native = await openStored();
  const ms = await time(async () => {
    await native.run(toCreate(csv));
    await native.run('CHECKPOINT');
  });
  native.close();
  return ms;
}

/** Whether the table is native's. @param {import('./run.mjs').Bench} bench @param {any} imported */
export async function checkTable(bench, { rows, columns, receipt }) {
  const { page, data } = bench;
  const native = await bench.peer();
  bench.check('import', rows === data.rows ? undefined : `${rows} rows of ${data.rows}`);
  bench.check('import', receipt.rejected === 0 ? undefined : `${receipt.rejected} records rejected`);
  const names = columns.map((/** @type {any} */ { name, type }) => [name, type]);
  const types = await native.rows('SELECT column_name, column_type FROM (DESCRIBE t)');
  bench.check('types of the columns', findDifference(names, types));
  const sql = `SELECT count(*), count(DISTINCT id1), count(DISTINCT id3), sum(id4), sum(id5), sum(id6), sum(v1), sum(v2),
    sum(v3), min(v3), max(v3) FROM ${NAME}`;
  const sums = await page.evaluate(async (sql) => (await window.quire.query(sql)).rows, sql);
  bench.check('sums over the table', findDifference(sums, await native.rows(sql)));
}
