import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { createMlKmeans } from './analytics/mlKmeans.mjs';
import { folder } from './data.mjs';
import { formatSpread, toRatioRow, toTimeRow } from './report.mjs';

/** Against the peer; `rules` in milliseconds, as its peer is the paper that it is after. */
const goals = {
  kmeans: 1.5,
  linear: 1.5,
  logistic: 1.5,
  forest: 2,
  isolation: 2,
  boosting: undefined,
  ets: 0.1,
};
const RULES_MS = 2000;
const ML_KMEANS = 0.1;
/** Each takes it some seconds. */
const ML_KMEANS_REPEATS = 3;

const whats = {
  kmeans: 'k-means, 1 million × 5, k = 5, one start',
  linear: 'linear regression, 1 million × 5, with standard errors and tests',
  logistic: 'logistic regression, 1 million × 5, with standard errors and tests',
  forest: 'random forest, 100 trees, 100,000 × 10, with out-of-bag score',
  boosting: 'gradient boosting, 100 rounds, 100,000 × 10',
  isolation: 'isolation forest, 100 trees, 100,000 × 5',
  ets: 'forecast of 1,000 monthly series of 60 points, ETS chosen for each',
};

/** How far a figure may be from the peer's, as a share: chance is not the same in forests and starts. */
const near = { kmeans: 0.001, linear: 1e-6, logistic: 1e-3, forest: 0.01, boosting: 0.02, isolation: 0.02 };

/** What the worker of analyses computes, in Node: the same engine of JavaScript as the browser's, and the same files. */
export async function run(/** @type {import('./run.mjs').Bench} */ { repeats, quiet, log, check }) {
  const into = path.join(folder, 'analytics');
  mkdirSync(into, { recursive: true });
  const works = await loadWorks(into);
  const ours = {};
  for (const [name, { columns: make, run: work }] of Object.entries(works)) {
    const columns = make();
    writeFileSync(path.join(into, `${name}.json`), JSON.stringify({ width: columns.length }));
    writeFileSync(path.join(into, `${name}.f64`), Buffer.concat(columns.map(toBytes)));
    await quiet();
    ours[name] = time(name === 'forest' || name === 'ets' ? 1 : repeats, () => work(columns));
    log(`${name}: ${formatSpread(ours[name].times)}`);
  }
  await quiet();
  const runMlKmeans = createMlKmeans(works.kmeans.columns(), 5);
  const mlKmeans = time(Math.min(repeats, ML_KMEANS_REPEATS), runMlKmeans);
  log(`ml-kmeans: ${formatSpread(mlKmeans.times)}`);
  const most = mlKmeans.check * (1 + near.kmeans);
  check(
    'kmeans beside ml-kmeans',
    ours.kmeans.check <= most ? undefined : `${ours.kmeans.check}, the peer ${mlKmeans.check}`,
  );
  await quiet();
  const peers = runPeers(into, repeats);
  for (const [name, share] of peers ? Object.entries(near) : []) {
    const [a, b] = [ours[name].check, peers[name].check];
    check(name, Math.abs(a - b) <= share * Math.abs(b) ? undefined : `${a}, the peer ${b}`);
  }
  const rows = Object.entries(whats).flatMap(([name, what]) => {
    if (!peers) return [toTimeRow(what, ours[name].times)];
    const scale = name === 'ets' ? 1000 * (1000 / peers.series) : 1000;
    const theirs = peers[name].seconds.map((/** @type {number} */ seconds) => seconds * scale);
    return [toRatioRow(`${what}, against ${peers.version}`, ours[name].times, theirs, { goal: goals[name] })];
  });
  return {
    rows: [
      ...rows,
      toRatioRow(
        `${whats.kmeans}, against ml-kmeans 7.0.1`,
        ours.kmeans.times.slice(0, mlKmeans.times.length),
        mlKmeans.times,
        { goal: ML_KMEANS },
      ),
      toTimeRow('rules of 100,000 baskets of 1,000 items, support 0.005', ours.rules.times, {
        goal: RULES_MS,
      }),
    ],
    notes: [
      `Analytics: the functions that the worker runs, bundled and called in Node, each once before it is timed (forest and forecasts
are timed once). The peers have one thread and the same numbers. statsmodels fits every admissible model of ${peers ? peers.series : 'a few'} of the series, and
the time is scaled to all of them. The sum of squares of k-means is held against the best of ten starts of scikit-learn's, and against that of
ml-kmeans, which is handed its rows as arrays made before. The sets of items are made as those of T10I4D100K are, from a seed: ${ours.rules.check} rules of confidence 0.5 and more.${peers ? '' : ' The peers were not there (Debian: `python3-sklearn`, `python3-statsmodels`).'}`,
    ],
  };
}

/** One file without imports, as a browser would get it. @param {string} into @returns {Promise<typeof import('./analytics/work.mjs').works>} */
async function loadWorks(into) {
  await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      ssr: path.join(import.meta.dirname, 'analytics/work.mjs'),
      outDir: into,
      emptyOutDir: false,
      target: 'es2022',
      minify: false,
    },
  });
  return (await import(pathToFileURL(path.join(into, 'work.js')).href)).works;
}

/** @param {number} repeats @param {() => number} work */
function time(repeats, work) {
  const times = [];
  let found = repeats > 1 ? work() : 0;
  for (let n = 0; n < repeats; n++) {
    const start = performance.now();
    found = work();
    times.push(performance.now() - start);
  }
  return { times, check: found };
}

/** @param {Float64Array} values */
function toBytes({ buffer, byteOffset, byteLength }) {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

/** Undefined where Debian's packages are not installed. @param {string} into @param {number} repeats */
function runPeers(into, repeats) {
  const python = '/usr/bin/python3';
  if (spawnSync(python, ['-c', 'import sklearn, statsmodels']).status !== 0) return undefined;
  const script = path.join(import.meta.dirname, 'analytics/peers.py');
  return JSON.parse(
    execFileSync(python, [script, into, String(repeats)], { encoding: 'utf8', maxBuffer: 1e7 }),
  );
}
