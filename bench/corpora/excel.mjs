import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseCsv } from './csv.mjs';
import { describeFailure, formatShare } from './outcome.mjs';
import { findFirstDifference } from './table.mjs';

export const needs = 'excel-truth';

const GOAL = 0.99;

/** How a sheet is read as it is shown: every row from the first is one of the table, every cell a text. @param {number} sheet */
const toOptions = (sheet) => ({ types: 'text', header: false, sheets: [sheet] });

/** Sheets of Apache POI's test data as Excel itself exported them, those on which Excel and SheetJS agree. */
export async function run(/** @type {import('./run.mjs').Corpus} */ { reader, folder }) {
  const root = path.join(folder, 'excel-truth');
  /** @type {[string, number][]} */
  const listed = JSON.parse(readFileSync(path.join(root, 'strict_sheets.json'), 'utf8'));
  const sheets = listed.filter(([file]) => existsSync(path.join(root, 'in', file)));
  const misses = [];
  let cells = 0;
  let same = 0;
  for (const [file, sheet] of sheets) {
    const outcome = await reader.read(path.join(root, 'in', file), toOptions(sheet));
    const csv = readFileSync(path.join(root, 'expected', `${file}.${sheet}.csv`));
    const expected = crop(parseCsv(new TextDecoder('macintosh').decode(csv)));
    const failure = describeFailure(outcome);
    const rows = outcome.sources?.[0]?.rows ?? [];
    const ours = crop(rows.map((row) => row.map((value) => String(value ?? ''))));
    const counted = countCells(ours, expected);
    cells += counted.cells;
    same += counted.same;
    // a sheet with nothing on it is no table
    const isRefusedRightly = counted.cells === 0 && outcome.broken === undefined;
    const reason = isRefusedRightly ? undefined : (failure ?? findFirstWrong(ours, expected, counted));
    if (reason !== undefined) misses.push({ file: `${file} sheet ${sheet}`, reason });
  }
  return {
    rows: [
      {
        what: 'excel-truth, strict sheets; score by cells',
        files: sheets.length,
        right: sheets.length - misses.length,
        score: formatShare(same, cells),
        best: 'SheetJS 100 %',
        goal: `≥ ${GOAL * 100} %`,
        isMet: same / cells >= GOAL,
      },
    ],
    misses,
    notes: [
      `excel-truth: ${cells.toLocaleString('en')} cells that are not empty in the sheet or in what was read of it. SheetJS has all by the ` +
        'way that the sheets were chosen.',
    ],
  };
}

/** A table without the blank rows and columns before it, which Excel leaves out of some exports. @param {string[][]} rows */
function crop(rows) {
  const first = rows.findIndex((row) => row.some((cell) => cell !== ''));
  if (first < 0) return [];
  const starts = rows.map((row) => row.findIndex((cell) => cell !== '')).filter((start) => start >= 0);
  const left = starts.reduce((least, start) => Math.min(least, start));
  return rows.slice(first).map((row) => row.slice(left));
}

/** Cells that either has. @param {string[][]} ours @param {string[][]} expected */
function countCells(ours, expected) {
  let cells = 0;
  let same = 0;
  for (let row = 0; row < Math.max(ours.length, expected.length); row++) {
    const width = Math.max(ours[row]?.length ?? 0, expected[row]?.length ?? 0);
    for (let column = 0; column < width; column++) {
      const [our, other] = [ours[row]?.[column] ?? '', expected[row]?.[column] ?? ''];
      if (our === '' && other === '') continue;
      cells++;
      if (isSame(our, other)) same++;
    }
  }
  return { cells, same };
}

/** @param {string[][]} ours @param {string[][]} expected @param {{cells: number, same: number}} counted */
function findFirstWrong(ours, expected, { cells, same }) {
  return same === cells
    ? undefined
    : `${cells - same} of ${cells} cells; ${findFirstDifference(ours, expected, isSame)}`;
}

/** Excel wrote a `_` for what MacRoman has not, and its own line ends. @param {string} ours @param {string} expected */
function isSame(ours, expected) {
  const [a, b] = [ours, expected].map((text) => text.replaceAll(/\r\n?/g, '\n'));
  return a.length === b.length && [...b].every((_, at) => b[at] === a[at] || b[at] === '_');
}
