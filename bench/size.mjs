import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { toTable } from './report.mjs';

const GOAL_BYTES = 120_000;

/** What the page loads before it can be used, gzipped, and what it loads later. */
export async function run(/** @type {import('./run.mjs').Bench} */ { quire }) {
  const html = readFileSync(path.join(quire.dist, 'index.html'), 'utf8');
  const scripts = followImports(
    quire.dist,
    [...html.matchAll(/(?:src|href)="\.\/([^"]+\.js)"/g)].map(([, name]) => name),
  );
  const folder = path.join(quire.dist, 'assets');
  const chunks = readdirSync(folder)
    // the words of the language that is spoken come before the first paint too
    .map((name) => toChunk(folder, name, scripts.has(`assets/${name}`) || /^en-[\w-]{8}\.js$/.test(name)))
    .toSorted((a, b) => Number(b.isFirst) - Number(a.isFirst) || b.packed - a.packed);
  const first = chunks.filter(({ isFirst }) => isFirst).reduce((sum, { packed }) => sum + packed, 0);
  return {
    rows: [
      {
        what: 'JavaScript before the shell can be used, gzipped',
        ours: formatBytes(first),
        goal: `< ${formatBytes(GOAL_BYTES)}`,
        isMet: first < GOAL_BYTES,
      },
    ],
    notes: [
      `Size: the scripts that \`index.html\` names all that they import statically, and the words of one language, by gzip at its usual level 6; 1 kB = 1,000 bytes.`,
      toTable(
        ['file', 'loaded', 'bytes', 'gzipped'],
        chunks.map(({ name, bytes, packed, isFirst }) => [
          name.replace(/-[\w-]{8}(?=\.\w+$)/, ''),
          isFirst || name.endsWith('.css') ? 'first' : 'later',
          formatBytes(bytes),
          formatBytes(packed),
        ]),
      ),
    ],
  };
}

/** @param {string} root @param {string[]} names */
function followImports(root, names) {
  const found = new Set(names);
  for (const name of found) {
    const script = readFileSync(path.join(root, name), 'utf8');
    for (const [, target] of script.matchAll(/\b(?:from|import)\s*["'](\.{1,2}\/[^"']+\.js)["']/g)) {
      found.add(path.posix.join(path.posix.dirname(name), target));
    }
  }
  return found;
}

/** @param {string} folder @param {string} name @param {boolean} isFirst */
function toChunk(folder, name, isFirst) {
  const file = path.join(folder, name);
  return { name, isFirst, bytes: statSync(file).size, packed: gzipSync(readFileSync(file)).length };
}

/** @param {number} bytes */
function formatBytes(bytes) {
  return `${(bytes / 1000).toLocaleString('en', { maximumFractionDigits: bytes < 1e6 ? 1 : 0 })} kB`;
}
