import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { openWorkbook } from '../../../src/import/excel/openWorkbook';
import { readTables } from '../../../src/import/excel/readTables';
import { readRows } from './read';

const folder = path.join(
  process.env['QUIRE_CORPORA'] ?? path.join(import.meta.dirname, '../../../../shared/corpora'),
  'excel-truth',
);
const isThere = existsSync(folder);

/** Most that may differ. */
const GOAL = 0.99;

describe.skipIf(!isThere)(`what Excel itself exported (${isThere ? folder : `not there: ${folder}`})`, () => {
  test('cells of the strict sheets are shown as Excel shows them', { timeout: 120_000 }, async () => {
    const strict: [string, number][] = JSON.parse(
      readFileSync(path.join(folder, 'strict_sheets.json'), 'utf8'),
    );
    const sheets = strict.filter(([file]) => existsSync(path.join(folder, 'in', file)));
    let cells = 0;
    let same = 0;
    const wrong: string[] = [];
    for (const [file, index] of sheets) {
      const result = await compare(file, index);
      cells += result.cells;
      same += result.cells - result.wrong.length;
      if (result.wrong.length > 0)
        wrong.push(`${result.wrong.length} of ${result.cells}: ${result.wrong[0]}`);
    }
    console.info(`excel-truth: ${same} of ${cells} cells of ${sheets.length} sheets\n${wrong.join('\n')}`);
    expect(sheets.length).toBeGreaterThan(0);
    expect(same / cells).toBeGreaterThanOrEqual(GOAL);
  });
});

/** Reads a sheet as it is shown, and compares it cell by cell. */
async function compare(file: string, index: number) {
  const book = await openWorkbook(new Blob([readFileSync(path.join(folder, 'in', file))]));
  const ours: (string | null)[][] = [];
  for await (const { batches } of readTables(book, { types: 'text', header: false, sheets: [index] })) {
    for (const row of await readRows(batches)) ours.push(row as (string | null)[]);
  }
  const expected = readExpected(file, index);
  let cells = 0;
  const wrong: string[] = [];
  for (let row = 0; row < Math.max(expected.length, ours.length); row++) {
    const width = Math.max(expected[row]?.length ?? 0, ours[row]?.length ?? 0);
    for (let column = 0; column < width; column++) {
      const [our, other] = [ours[row]?.[column] ?? '', expected[row]?.[column] ?? ''];
      if (our === '' && other === '') continue;
      cells++;
      if (isSame(our, other)) continue;
      wrong.push(
        `${file} ${index} ${row + 1}:${column + 1} ${JSON.stringify(our)} not ${JSON.stringify(other)}`,
      );
    }
  }
  return { cells, wrong };
}

function readExpected(file: string, index: number): string[][] {
  const bytes = readFileSync(path.join(folder, 'expected', `${file}.${index}.csv`));
  return parseCsv(new TextDecoder('macintosh').decode(bytes));
}

/** Excel for the Mac wrote `_` for what MacRoman has not, and line ends of its own. */
function isSame(ours: string, theirs: string): boolean {
  const [a, b] = [ours, theirs].map((text) => text.replaceAll(/\r\n?/g, '\n')) as [string, string];
  return a.length === b.length && [...b].every((_, at) => b[at] === a[at] || b[at] === '_');
}

function parseCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r\n|\r|\n|$)/g)) {
    rows.at(-1)!.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === '') break;
    if (end !== ',') rows.push([]);
  }
  return rows;
}
