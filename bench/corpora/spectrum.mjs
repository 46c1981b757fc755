import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describeFailure } from './outcome.mjs';
import { findFirstDifference, toRecords } from './table.mjs';

export const needs = 'csv-spectrum';

/** The edge cases of RFC 4180 as csv-spectrum collects them. */
export async function run(/** @type {import('./run.mjs').Corpus} */ { reader, folder }) {
  const root = path.join(folder, 'csv-spectrum');
  const names = readdirSync(path.join(root, 'csvs')).toSorted();
  const misses = [];
  for (const name of names) {
    const file = path.join(root, 'csvs', name);
    const json = readFileSync(path.join(root, 'json', name.replace(/csv$/, 'json')), 'utf8');
    // a checkout may have turned the line ends of the file, but not those that its JSON spells out
    const expected = readFileSync(file).includes('\r')
      ? json
      : json.replaceAll(String.raw`\r\n`, String.raw`\n`);
    const outcome = await reader.read(file, { types: 'text' });
    const reason = describeFailure(outcome) ?? compare(outcome, JSON.parse(expected));
    if (reason !== undefined) misses.push({ file: name, reason });
  }
  const right = names.length - misses.length;
  return {
    rows: [
      {
        what: 'csv-spectrum',
        files: names.length,
        right,
        best: 'all',
        goal: 'all',
        isMet: misses.length === 0,
      },
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
