import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describeFailure } from './outcome.mjs';

export const needs = 'JSONTestSuite';

/** What is said of JSON that is well formed but holds no table, such as `3` or `[]`. */
const noTable = ['file-no-rows', 'file-no-tables', 'json-path'];

/** JSONTestSuite: what has to be accepted, what refused, and what may be either if only the page lives. */
export async function run(/** @type {import('./run.mjs').Corpus} */ { reader, folder }) {
  const root = path.join(folder, 'JSONTestSuite/test_parsing');
  const names = readdirSync(root).filter((name) => /^[yni]_.*\.json$/.test(name));
  const misses = [];
  for (const name of names.toSorted()) {
    const outcome = await reader.read(path.join(root, name), {}, { rows: 10 });
    const reason = judge(name[0], outcome);
    if (reason !== undefined) misses.push({ file: name, reason });
  }
  const toRow = (/** @type {string} */ kind, /** @type {string} */ meaning) => {
    const files = names.filter((name) => name.startsWith(kind)).length;
    const wrong = misses.filter(({ file }) => file.startsWith(kind)).length;
    const what = `JSONTestSuite ${kind}_ (${meaning})`;
    return { what, files, right: files - wrong, best: 'all', goal: 'all', isMet: wrong === 0 };
  };
  return {
    rows: [toRow('y', 'accept'), toRow('n', 'refuse'), toRow('i', 'either')],
    misses,
    notes: [
      'JSONTestSuite: well-formed JSON without a table in it is accepted when the refusal says just that ' +
        `(${noTable.join(', ')}).`,
    ],
  };
}

/** @param {string} kind @param {import('./reader.mjs').Outcome} outcome */
function judge(kind, outcome) {
  const { broken, refused, sources } = outcome;
  if (broken) return describeFailure(outcome);
  if (kind === 'n') return refused ? undefined : `loaded, with ${sources[0]?.rowCount ?? 'no'} rows`;
  if (kind === 'y' && refused && !noTable.includes(refused.code)) return describeFailure(outcome);
  return undefined;
}
