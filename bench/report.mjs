import { readFileSync } from 'node:fs';
import os from 'node:os';
import { format } from 'prettier';
import { median, quantile, toRatio } from './statistics.mjs';

/**
 * @typedef {{what: string, ours?: string, theirs?: string, ratio?: string, goal?: string, isMet?: boolean}} Row
 * @typedef {{rows: Row[], notes?: string[]}} Result
 */

/** @param {string} what @param {number[]} ours @param {number[]} theirs @param {{goal?: number}} [options] @returns {Row} */
export function toRatioRow(what, ours, theirs, { goal } = {}) {
  const { value, min, max } = toRatio(ours, theirs);
  return {
    what,
    ours: formatSpread(ours),
    theirs: formatSpread(theirs),
    ratio: `${value.toFixed(2)}× (${min.toFixed(2)}–${max.toFixed(2)})`,
    ...(goal && { goal: `≤ ${Number(goal.toPrecision(3))}×`, isMet: value <= goal }),
  };
}

/** @param {string} what @param {number[]} times @param {{goal?: number}} [options] @returns {Row} */
export function toTimeRow(what, times, { goal } = {}) {
  return {
    what,
    ours: formatSpread(times),
    ...(goal && { goal: `< ${goal.toLocaleString('en')} ms`, isMet: median(times) < goal }),
  };
}

/** Median, least and most. @param {readonly number[]} times */
export function formatSpread(times) {
  const middle = median(times);
  const [least, most] = [Math.min(...times), Math.max(...times)].map((ms) => toDigits(ms, middle));
  return `${formatMs(middle)} (${least}–${most})`;
}

/** @param {readonly number[]} times */
export function formatQuantiles(times) {
  const [p50, p95] = [quantile(times, 0.5), quantile(times, 0.95)];
  return `p50 ${formatMs(p50)}, p95 ${formatMs(p95)}, most ${formatMs(Math.max(...times))}`;
}

/** @param {number} ms */
export function formatMs(ms) {
  return `${toDigits(ms, ms)} ${ms >= 1000 ? 's' : 'ms'}`;
}

/** A time in the unit and with the digits of another. @param {number} ms @param {number} like */
function toDigits(ms, like) {
  if (like >= 1000) return (ms / 1000).toFixed(2);
  return ms.toFixed(like < 100 ? 1 : 0);
}

/** @param {string[]} head @param {string[][]} rows */
export function toTable(head, rows) {
  const lines = [head, head.map(() => '---'), ...rows];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** @param {readonly Row[]} rows */
export function toSummary(rows) {
  const toVerdict = (/** @type {Row} */ { isMet }) =>
    isMet === undefined ? '' : isMet ? 'met' : '**missed**';
  return toTable(
    ['', 'Quire', 'native DuckDB', 'ratio', 'goal', ''],
    rows.map((row) => [
      row.what,
      row.ours ?? '',
      row.theirs ?? '',
      row.ratio ?? '',
      row.goal ?? '',
      toVerdict(row),
    ]),
  );
}

/**
 * @param {{results: Result[], compared: number, errors: string[], about: string[]}} run
 * @returns {Promise<string>}
 */
export function toMarkdown({ results, compared, errors, about }) {
  const text = [
    '# Results',
    'Written by `npm run bench`; `README.md` says how. Median (least–most); ratios: of the medians (least–most of the rounds).',
    about.map((line) => `- ${line}`).join('\n'),
    toSummary(results.flatMap(({ rows }) => rows)),
    ...(errors.length > 0
      ? ['## Wrong results', errors.map((error) => `- ${error}`).join('\n')]
      : [`${compared} results were compared with native DuckDB’s; none differs.`]),
    '## What was timed',
    ...results.flatMap(({ notes = [] }) => notes),
  ].join('\n\n');
  return format(text, { parser: 'markdown' });
}

/** The machine, without its name. */
export function describeMachine() {
  const cpus = os.cpus();
  return [
    new Date().toISOString().slice(0, 16).replace('T', ' ') + ' UTC',
    `${cpus[0]?.model.trim()}, ${cpus.length} cores, ${Math.round(os.totalmem() / 2 ** 30)} GiB`,
    findSystem(),
  ];
}

function findSystem() {
  if (os.platform() !== 'linux') return `${os.type()} ${os.release()}`;
  const name = /^PRETTY_NAME="?([^"\n]+)/m.exec(readFileSync('/etc/os-release', 'utf8'))?.[1];
  return `${name ?? 'Linux'}, kernel ${os.release().split('-')[0]}`;
}
