import { toTable } from '../report.mjs';

/** Of a set with more misses than that, the rest is only counted, but for those who ask. */
const SHOWN = 10;

/**
 * @param {import('./run.mjs').Result[]} results
 * @param {{seconds: number, isVerbose: boolean, broken: string[]}} about
 */
export function toReport(results, { seconds, isVerbose, broken }) {
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
    ...broken,
    `${seconds.toFixed(0)} s.`,
  ].join('\n\n');
}

/** @param {import('./run.mjs').Result} result @param {boolean} isVerbose */
function listMisses({ rows, misses }, isVerbose) {
  if (misses.length === 0) return '';
  const shown = isVerbose ? misses : misses.slice(0, SHOWN);
  const lines = shown.map(({ file, reason }) => `  ${file}: ${reason}`);
  if (shown.length < misses.length) lines.push(`  and ${misses.length - shown.length} more (--verbose)`);
  return [`${rows[0].what}:`, ...lines].join('\n');
}

/** @param {string} table */
function align(table) {
  const lines = table.split('\n').map((line) => line.slice(2, -2).split(' | '));
  const widths = lines[0].map((_, column) => Math.max(...lines.map((cells) => cells[column].length)));
  return lines
    .map((cells) => cells.map((cell, at) => (cell === '---' ? '-'.repeat(widths[at]) : cell.padEnd(widths[at]))))
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}
