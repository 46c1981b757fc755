import { toTable } from '../report.mjs';

/**
 * @param {import('./run.mjs').Result[]} results
 * @param {{seconds: number, absent: string[], isVerbose: boolean, broken: string[]}} about
 */
export function toReport(results, { seconds, absent, isVerbose, broken }) {
  const rows = results.flatMap(({ rows }) => rows);
  const table = toTable(
    ['what', 'files', 'right', 'score', 'best known', 'goal', 'met?'],
    rows.map(({ what, files, right, score, best, goal, isMet }) => [
      what,
      String(files),
      String(right),
      score ?? `${right} of ${files}`,
      best,
      goal,
      isMet === undefined ? '' : isMet ? 'met' : '**missed**',
    ]),
  );
  return [
    align(table),
    ...results.map((result) => listMisses(result, isVerbose)).filter(Boolean),
    ...results.flatMap(({ notes = [] }) => notes),
    ...absent.map((folder) => `${folder} is not there, and was left out.`),
    ...broken,
    `${seconds.toFixed(0)} s.`,
  ].join('\n\n');
}

/** Each wrong file, where a goal was missed or a person asks. @param {import('./run.mjs').Result} result @param {boolean} isVerbose */
function listMisses({ rows, misses }, isVerbose) {
  const isMissed = rows.some(({ isMet }) => isMet === false);
  if (misses.length === 0 || !(isVerbose || isMissed)) return '';
  return [`${rows[0].what}:`, ...misses.map(({ file, reason }) => `  ${file}: ${reason}`)].join('\n');
}

/** @param {string} table */
function align(table) {
  const lines = table.split('\n').map((line) => line.slice(2, -2).split(' | '));
  const widths = lines[0].map((_, column) => Math.max(...lines.map((cells) => cells[column].length)));
  return lines
    .map((cells) =>
      cells.map((cell, at) => (cell === '---' ? '-'.repeat(widths[at]) : cell.padEnd(widths[at]))),
    )
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}
