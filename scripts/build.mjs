import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root, runTool } from './run.mjs';

export const dist = path.join(root, 'dist');

const inputs = [
  'index.html',
  'package-lock.json',
  'package.json',
  'public',
  'samples',
  'scripts',
  'src',
  'tsconfig.json',
  'vite.config.ts',
  'workers',
];

/** Builds dist/ and notes what it was built from. Resolves to Vite's exit code. */
export async function build({ quiet = false } = {}) {
  const print = toFingerprint();
  const code = await runTool('vite', ['build', ...(quiet ? ['--logLevel', 'warn'] : [])]);
  if (code === 0) writeFileSync(stamp, print);
  return code;
}

/** Builds only when dist/ is not what the files of now would give. */
export async function ensureBuild() {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === toFingerprint()) return;
  console.log('Building …');
  if ((await build({ quiet: true })) !== 0) throw new Error('the build failed: see above');
}

// Kept inside dist/, because a build by hand empties that folder and the note with it.
const stamp = path.join(dist, '.quire-inputs');

function toFingerprint() {
  const hash = createHash('sha256');
  for (const file of inputs.flatMap((input) => listFiles(path.join(root, input)))) {
    hash
      .update(`${path.relative(root, file)}\0`)
      .update(readFileSync(file))
      .update('\0');
  }
  return hash.digest('hex');
}

/**
 * @param {string} file
 * @returns {string[]}
 */
function listFiles(file) {
  if (!existsSync(file)) return [];
  if (!statSync(file).isDirectory()) return [file];
  return readdirSync(file)
    .toSorted()
    .flatMap((name) => listFiles(path.join(file, name)));
}
