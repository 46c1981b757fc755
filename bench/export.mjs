import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findDifference } from './compare.mjs';
import { time } from './native.mjs';
import { toRatioRow } from './report.mjs';
import { importPicked, NAME, openAnew } from './table.mjs';

const kinds = [
  { format: 'csv', copy: 'FORMAT csv, HEADER', read: 'read_csv', goal: 1.5 },
  { format: 'parquet', copy: 'FORMAT parquet, COMPRESSION zstd', read: 'read_parquet', goal: 4 },
];

/** The table as a file on disk, by the dialog that people use, against native's `COPY`. */
export async function run(/** @type {import('./run.mjs').Bench} */ bench) {
  const { page, quire, data, repeats } = bench;
  const native = await bench.peer();
  await openAnew(page, { url: quire.url, file: data.file });
  await importPicked(page);
  const folder = mkdtempSync(path.join(tmpdir(), 'quire-bench-'));
  const rows = [];
  try {
    for (const kind of kinds) {
      const ours = [];
      const theirs = [];
      let bytes = 0;
      for (let round = 0; round < repeats; round++) {
        await bench.quiet();
        const target = path.join(folder, `native.${kind.format}`);
        theirs.push(await time(() => native.run(`COPY t TO '${target}' (${kind.copy})`)));
        const file = path.join(folder, `quire.${kind.format}`);
        ours.push(await exportByHand(page, kind.format, file));
        bytes = statSync(file).size;
        bench.log(
          `${kind.format}: native ${theirs.at(-1).toFixed(0)} ms, Quire ${ours.at(-1).toFixed(0)} ms, ${bytes} bytes`,
        );
        if (round === 0) await checkFile(bench, native, `${kind.read}('${file}')`);
      }
      const what = `export to ${(bytes / 1e6).toFixed(0)} MB of ${kind.format === 'csv' ? 'CSV' : 'Parquet'} on disk`;
      rows.push(toRatioRow(what, ours, theirs, { goal: kind.goal }));
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return {
    rows,
    notes: [
      `Export: from the click on “Save” in the dialog until the page says that the file was saved, where the browser offers no way to write
into a person's own file, so that it goes through the private file system and becomes a download. Native: \`COPY t TO … (FORMAT csv, HEADER)\`, and
\`(FORMAT parquet, COMPRESSION zstd)\`, from a table in memory. The file is read back by native, and its sums compared.`,
    ],
  };
}

/** @param {import('./page.mjs').Page} page @param {string} format @param {string} file */
async function exportByHand(page, format, file) {
  await page.evaluate(() =>
    Object.defineProperty(window, 'showSaveFilePicker', { value: undefined, configurable: true }),
  );
  await page.getByRole('button', { name: 'Export…', exact: true }).click();
  await page.getByLabel('Format', { exact: true }).selectOption(format);
  const save = page.getByRole('button', { name: 'Save', exact: true });
  await page.getByText('Looking for texts').waitFor({ state: 'hidden' });
  const downloading = page.waitForEvent('download', { timeout: 300_000 });
  const ms = await save.evaluate(async (button) => {
    const start = performance.now();
    button.click();
    await new Promise((done) => requestAnimationFrame(done));
    while (document.querySelector('[role="dialog"]') !== null) {
      if (document.querySelector('[role="dialog"] [role="alert"]')) throw new Error('the export failed');
      await new Promise((done) => setTimeout(done, 5));
    }
    return performance.now() - start;
  });
  await (await downloading).saveAs(file);
  return ms;
}

/** @param {import('./run.mjs').Bench} bench @param {import('./native.mjs').Native} native @param {string} from */
async function checkFile(bench, native, from) {
  const sums = `SELECT count(*), count(DISTINCT id1), count(DISTINCT id3), sum(id4), sum(id5), sum(id6), sum(v1), sum(v2), sum(v3), min(v3), max(v3) FROM`;
  const [ours, theirs] = [await native.rows(`${sums} ${from}`), await native.rows(`${sums} ${NAME}`)];
  bench.check(`export: ${from}`, findDifference(ours, theirs));
}
