import { createWriteStream, existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { once } from 'node:events';
import path from 'node:path';
import { createGbkEncoder, makeWords } from './chinese.mjs';
import { findDifference } from './compare.mjs';
import { createRandom, folder, warmFile } from './data.mjs';
import { openNative, time, toCreate } from './native.mjs';
import { toRatioRow } from './report.mjs';
import { importPicked, NAME, openAnew } from './table.mjs';

/** Of the rows of the table that the other benchmarks read. */
const SHARE = 1 / 5;
const SEED = 11;

/** A CSV in GB18030, which has to be decoded first, against native with the same in UTF-8. */
export async function run(/** @type {import('./run.mjs').Bench} */ bench) {
  const { page, quire, data, repeats } = bench;
  const { gbk, utf8 } = await ensureFiles(Math.round(data.rows * SHARE));
  await warmFile(gbk);
  const what = `import of ${(statSync(gbk).size / 1e6).toFixed(0)} MB of CSV in GB18030: kept and on screen`;
  const rounds = [];
  for (let round = 0; round < repeats; round++) {
    await bench.quiet();
    await warmFile(utf8);
    const native = await openNative();
    const nativeMs = await time(() => native.run(toCreate(utf8)));
    await openAnew(page, { url: quire.url, file: gbk });
    const imported = await importPicked(page, { mayRefuse: true });
    if (imported.refused === undefined && round === 0) await compare(bench, native);
    native.close();
    if (imported.refused) return { rows: [{ what, ours: `not yet: ${imported.refused}` }] };
    rounds.push({ nativeMs, ...imported });
    bench.log(`native ${nativeMs.toFixed(0)} ms, Quire ${imported.shownMs.toFixed(0)} ms`);
  }
  return {
    rows: [
      toRatioRow(
        what,
        rounds.map(({ shownMs }) => shownMs),
        rounds.map(({ nativeMs }) => nativeMs),
      ),
    ],
    notes: [
      `GB18030: orders with Chinese words, timed as the import of the other CSV. Native reads the same rows in UTF-8 into memory (${(
        statSync(utf8).size / 1e6
      ).toFixed(0)} MB).`,
    ],
  };
}

/** @param {import('./run.mjs').Bench} bench @param {import('./native.mjs').Native} native */
async function compare({ page, check }, native) {
  const sql = `SELECT count(*), count(DISTINCT city), count(DISTINCT remark), min(product), max(product), sum(length(remark)),
    sum(amount) FROM ${NAME}`;
  const ours = await page.evaluate(async (sql) => (await window.quire.query(sql)).rows, sql);
  check('rows of GB18030', findDifference(ours, await native.rows(sql)));
}

/** @param {number} rows */
async function ensureFiles(rows) {
  const files = {
    gbk: path.join(folder, `chinese-${rows}-gb18030.csv`),
    utf8: path.join(folder, `chinese-${rows}-utf8.csv`),
  };
  if (Object.values(files).every((file) => existsSync(file))) return files;
  console.log(`Making ${rows.toLocaleString('en')} rows in Chinese …`);
  mkdirSync(folder, { recursive: true });
  await writeFiles(files, rows);
  for (const file of Object.values(files)) renameSync(`${file}.part`, file);
  return files;
}

/** @param {{gbk: string, utf8: string}} files @param {number} rows */
async function writeFiles({ gbk, utf8 }, rows) {
  const random = createRandom(SEED);
  const pick = (/** @type {string[]} */ from) => from[Math.floor(random() * from.length)];
  const [cities, products, remarks] = [300, 5000, 50_000].map((count) => makeWords(count, random));
  const toGbk = createGbkEncoder();
  const outs = [
    { stream: createWriteStream(`${gbk}.part`), encode: toGbk },
    { stream: createWriteStream(`${utf8}.part`), encode: Buffer.from },
  ];
  let lines = 'id,city,product,code,amount,ordered,remark,second,third,fourth\n';
  for (let row = 0; row < rows; row++) {
    const words = Array.from({ length: 4 }, () => pick(remarks));
    const ordered = new Date(Date.UTC(2024, 0, 1 + Math.floor(random() * 600))).toISOString().slice(0, 10);
    const amount = (random() * 10_000).toFixed(2);
    const code = `SO-${String(row).padStart(8, '0')}-${Math.floor(random() * 1e6)}`;
    lines += `${row + 1},${pick(cities)},${pick(products)},${code},${amount},${ordered},${words.join(',')}\n`;
    if (lines.length < 1 << 20 && row < rows - 1) continue;
    for (const { stream, encode } of outs) if (!stream.write(encode(lines))) await once(stream, 'drain');
    lines = '';
  }
  for (const { stream } of outs) {
    stream.end();
    await once(stream, 'finish');
  }
}
