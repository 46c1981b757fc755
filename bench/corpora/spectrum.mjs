import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describeFailure } from './outcome.mjs';
import { findFirstDifference, toRecords } from './table.mjs';

/** The edge cases of RFC 4180 as csv-spectrum collects them. */
export async function run(/** @type {import('./run.mjs').Corpus} */ { reader, folder }) {
  const root = path.join(folder, 'csv-spectrum');
  const names = readdirSync(path.join(root, 'csvs')).toSorted();
  const misses = [];
  for (const name of names) {
    const outcome = await reader.read(path.join(root, 'csvs', name), { types: 'text' });
    const json = readFileSync(path.join(root, 'json', name.replace(/csv$/, 'json')), 'utf8');
    const reason = describeFailure(outcome) ?? compare(outcome, JSON.parse(json));
    if (reason !== undefined) misses.push({ file: name, reason });
  }
  const right = names.length - misses.length;
  return {
    rows: [
      { what: 'csv-spectrum', files: names.length, right, best: 'all', goal: 'all', isMet: misses.length === 0 },
    ],
    misses,
  };
}

/**
 * @param {import('./reader.mjs').Outcome} outcome
 * @param {Record<string, string>[]} objects
 */
function compare({ sources }, objects) {
  const names = Object.keys(objects[0]);
  const expected = [names, ...objects.map((object) => names.map((name) => object[name]))];
  return findFirstDifference(toRecords(sources[0]), expected);
}
