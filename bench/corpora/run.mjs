import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { findFlag, root, runMain } from '../../scripts/run.mjs';
import { openReader } from './reader.mjs';
import { toReport } from './report.mjs';
import * as encodings from './encodings.mjs';
import * as excel from './excel.mjs';
import * as hostile from './hostile.mjs';
import * as json from './json.mjs';
import * as parquet from './parquet.mjs';
import * as pollock from './pollock.mjs';
import * as spectrum from './spectrum.mjs';
import * as strings from './strings.mjs';

/**
 * @typedef {{reader: import('./reader.mjs').Reader, folder: string}} Corpus
 * @typedef {{what: string, files: number, right: number, score?: string, best: string, goal: string, isMet?: boolean}} Row
 * @typedef {{file: string, reason: string}} Miss
 * @typedef {{rows: Row[], misses: Miss[], notes?: string[]}} Result
 */

/** Each with the folder that it needs, if any. @type {Record<string, {needs?: string, run: (corpus: Corpus) => Promise<Result>}>} */
const corpora = { pollock, excel, spectrum, json, parquet, encodings, hostile, blns: strings };

await runMain(async () => {
  const given = findFlag('--corpora') ?? process.env.QUIRE_CORPORA ?? path.join(root, '../shared/corpora');
  const folder = path.resolve(given);
  const names = toNames(findFlag('--only'));
  if (!existsSync(folder)) {
    console.log(
      `No corpora at ${folder}: nothing was read. QUIRE_CORPORA or --corpora names another folder.`,
    );
    return 0;
  }
  const reader = await openReader();
  try {
    const start = performance.now();
    const results = [];
    const absent = [];
    for (const name of names) {
      const { needs = '' } = corpora[name];
      if (!existsSync(path.join(folder, needs))) {
        absent.push(needs);
        continue;
      }
      process.stderr.write(`${name} …\n`);
      results.push(await corpora[name].run({ reader, folder }));
    }
    const foreign = reader.toForeign();
    const report = toReport(results, {
      seconds: (performance.now() - start) / 1000,
      absent,
      isVerbose: process.argv.includes('--verbose'),
      broken: [
        ...reader.errors,
        ...reader.dialogs.map((message) => `a dialog was opened: ${message}`),
        ...foreign.map((address) => `asked of another origin: ${address}`),
      ],
    });
    console.log(report);
    const out = findFlag('--out');
    if (out !== undefined) writeFileSync(out, `${report}\n`);
    return reader.errors.length + reader.dialogs.length + foreign.length > 0 ? 1 : 0;
  } finally {
    await reader.close();
  }
});

/** @param {string | undefined} only */
function toNames(only) {
  const all = Object.keys(corpora);
  const wrong = only?.split(',').find((name) => !all.includes(name));
  if (wrong !== undefined) throw new Error(`invalid --only: ${wrong} (${all.join(', ')})`);
  return only ? all.filter((name) => only.split(',').includes(name)) : all;
}
