import { readdirSync } from 'node:fs';
import path from 'node:path';

export const needs = 'hostile';

const LIMIT_MS = 5000;
const BLOCKED_MS = 1000;

/** Files that mean harm: refused or loaded in five seconds, nothing of them run, the page alive all the time. */
export async function run(/** @type {import('./run.mjs').Corpus} */ { reader, folder }) {
  const root = path.join(folder, 'hostile/made');
  const names = readdirSync(root).toSorted();
  const misses = [];
  const notes = [];
  for (const name of names) {
    const before = countSignals(reader);
    const outcome = await reader.read(path.join(root, name), {}, { rows: 100 });
    const isAlive = await reader.isAlive();
    const reason = judge(outcome, { isAlive, signals: countSignals(reader) - before });
    if (reason !== undefined) misses.push({ file: name, reason });
    notes.push(`${name}: ${outcome.refused?.code ?? 'loaded'} in ${(outcome.ms / 1000).toFixed(2)} s`);
  }
  const right = names.length - misses.length;
  return {
    rows: [
      {
        what: 'hostile/made',
        files: names.length,
        right,
        best: 'all',
        goal: 'all',
        isMet: misses.length === 0,
      },
    ],
    misses,
    notes: [`hostile/made: ${notes.join('; ')}.`],
  };
}

/** Dialogs that were opened, and requests to others. @param {import('./reader.mjs').Reader} reader */
function countSignals(reader) {
  return reader.dialogs.length + reader.toForeign().length;
}

/** @param {import('./reader.mjs').Outcome} outcome @param {{isAlive: boolean, signals: number}} after */
function judge({ broken, ms, blockedMs }, { isAlive, signals }) {
  if (broken) return `broken: ${broken}`;
  if (!isAlive) return 'the engine did not answer afterwards';
  if (signals > 0) return 'a dialog was opened or another origin asked';
  if (ms > LIMIT_MS) return `took ${(ms / 1000).toFixed(1)} s`;
  if (blockedMs > BLOCKED_MS) return `the page did not answer for ${(blockedMs / 1000).toFixed(1)} s`;
  return undefined;
}
