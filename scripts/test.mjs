import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from './build.mjs';
import { ensureChromium } from './chromium.mjs';
import { ensurePackages } from './install.mjs';
import { findFlag, root, runMain, runTool } from './run.mjs';

/**
 * @typedef {import('./tally.mjs').Tally} Count
 * @typedef {{title: string, only: string[], needs?: string, run: () => Promise<Count>}} Stage
 */

/** @type {Stage[]} */
const stages = [
  { title: 'lint', only: ['lint'], run: () => check('oxlint', ['--deny-warnings', '.']) },
  { title: 'format', only: ['lint'], run: () => check('prettier', ['--check', '--log-level', 'warn', '.']) },
  { title: 'types', only: ['types'], run: () => check('typescript', ['--noEmit'], { command: 'tsc' }) },
  { title: 'unit tests', only: ['unit'], run: () => runProject('unit') },
  { title: 'build', only: ['browser'], run: async () => toCount(await build({ quiet: true })) },
  { title: 'browser tests', only: ['browser'], needs: 'build', run: () => runBrowser() },
];

await runMain(async () => {
  const only = findFlag('--only');
  const chosen = stages.filter((stage) => only === undefined || stage.only.includes(only));
  if (chosen.length === 0) throw new Error(`invalid --only: ${only} (unit, browser, lint or types)`);
  await ensurePackages();

  /** @type {Count} */
  const total = { passed: 0, failed: 0, skipped: 0, failures: [] };
  const broken = new Set();
  for (const stage of chosen) {
    console.log(`\n== ${stage.title}`);
    if (stage.needs && broken.has(stage.needs)) {
      console.log(`not run: the ${stage.needs} failed`);
      continue;
    }
    const start = performance.now();
    const count = await runStage(stage);
    if (count.failed > 0) broken.add(stage.title);
    total.passed += count.passed;
    total.failed += count.failed;
    total.skipped += count.skipped;
    total.failures.push(...count.failures.map((failure) => `${stage.title}: ${failure}`));
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    console.log(`== ${stage.title}: ${count.failed > 0 ? 'failed' : 'passed'} in ${seconds} s`);
  }
  for (const failure of total.failures) console.log(`\n${failure}`);
  console.log(
    `\n${total.passed} passed, ${total.failed} failed${total.skipped ? `, ${total.skipped} skipped` : ''}`,
  );
  return total.failed > 0 ? 1 : 0;
});

/**
 * @param {Stage} stage
 * @returns {Promise<Count>}
 */
async function runStage(stage) {
  try {
    return await stage.run();
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    return toCount(1);
  }
}

/**
 * @param {string} tool
 * @param {string[]} args
 * @param {{command?: string}} [options]
 */
async function check(tool, args, options) {
  return toCount(await runTool(tool, args, options));
}

async function runBrowser() {
  process.env.CHROMIUM_PATH = await ensureChromium();
  return runProject('browser');
}

/**
 * @param {string} project
 * @returns {Promise<Count>}
 */
async function runProject(project) {
  const folder = mkdtempSync(path.join(tmpdir(), 'quire-test-'));
  const file = path.join(folder, 'tally.json');
  try {
    const reporters = ['--reporter=default', `--reporter=${path.join(root, 'scripts/tally.mjs')}`];
    const code = await runTool('vitest', ['run', '--project', project, ...reporters], {
      env: { ...process.env, QUIRE_TALLY: file },
    });
    /** @type {Count} */
    const tally = JSON.parse(readFileSync(file, 'utf8'));
    if (tally.failed > 0 || (code === 0 && tally.passed > 0)) return tally;
    return { ...tally, failed: 1, failures: [`no test failed, yet it ended with code ${code}`] };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {number} code
 * @returns {Count}
 */
function toCount(code) {
  return code === 0
    ? { passed: 1, failed: 0, skipped: 0, failures: [] }
    : { passed: 0, failed: 1, skipped: 0, failures: [`ended with code ${code}`] };
}
