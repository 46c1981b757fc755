import { toFreeName } from '../../lib/freeName';
import type { Note } from '../../lib/note';
import { MAIN } from '../../table/kept';
import { toComplete, toTexts } from '../complete';
import { checkRows, toMisfit } from '../core/check';
import type { Analysis, GivenColumn, TextColumn } from '../frame';
import { type CrossTable, type CrossTest, countPairs, testCrossTable, toTotals } from '../relate/crossTable';
import { testFisher } from '../relate/fisherExact';
import { testLargerFisher } from '../relate/fisherLarger';
import { toColumnsOf } from './columns';
import { toLeftOut } from './leftOut';
import { sortLabels } from './sortLabels';

export interface CrossSettings {
  shape: 'long' | 'wide';
  confidence: number;
}

/** More than anybody reads, and the least that the memory of a page takes with ease. */
const MOST_CELLS = 100_000;
const MOST_WIDE = 200;
/** Above so many rows nobody asks for the exact test, and its sums get long. */
const MOST_EXACT = 10_000;

/** How often the values of two columns come together, and whether that is more than chance. */
export const analyse: Analysis<CrossSettings> = (frame, { shape, confidence }, { seed, onProgress }) => {
  const complete = toComplete(frame);
  checkRows(complete.rows, 2);
  const [down, across] = toTexts(complete.columns).map(sortLabels) as [TextColumn, TextColumn];
  const size = { rows: down.labels.length, columns: across.labels.length };
  for (const { name, labels } of [down, across])
    if (labels.length < 2) throw toMisfit('cross-one-value', { column: name });
  const most = shape === 'wide' ? Math.min(MOST_CELLS, MOST_WIDE * size.rows) : MOST_CELLS;
  if (size.rows * size.columns > most) throw toMisfit('cross-large', { ...size, most });
  const table = countPairs(down.codes, across.codes, size.rows, size.columns);
  const plain = testCrossTable(table);
  const exact = maybeExact(table, plain, { seed, onProgress, confidence });
  const cells = toCells(table, plain, down, across);
  return {
    tables: {
      [MAIN]: shape === 'wide' ? toWide(table, down, across) : cells,
      cells,
      tests: toTestTable(table, plain, exact),
    },
    notes: [
      toLead({ table, plain, down, across, p: exact?.pValue ?? plain.pValue, level: 1 - confidence }),
      ...toDoubts(plain, exact),
      ...toLeftOut(complete),
    ],
  };
};

interface Exact {
  pValue: number;
  /** How many tables were drawn, where not all were counted. */
  draws: number;
  odds?: { ratio: number; low: number; high: number };
}

/** Fisher's test where chi-square is doubtful: where more than a fifth of the expected counts are below 5, or one below 1. */
function maybeExact(
  table: CrossTable,
  { leastExpected, shareBelowFive, total }: CrossTest,
  { confidence, ...random }: { seed: number; onProgress: (share: number) => void; confidence: number },
): Exact | undefined {
  const isDoubtful = shareBelowFive > 0.2 || leastExpected < 1;
  if (!isDoubtful || total > MOST_EXACT) return undefined;
  if (table.rows > 2 || table.columns > 2) return testLargerFisher(table, random);
  const { pValue, oddsRatio, interval } = testFisher(table, { confidence });
  return { pValue, draws: 0, odds: { ratio: oddsRatio, ...interval } };
}

function toDoubts({ leastExpected, shareBelowFive }: CrossTest, exact: Exact | undefined): Note[] {
  if (shareBelowFive === 0) return [];
  const params = { share: shareBelowFive * 100, least: leastExpected, draws: exact?.draws ?? 0 };
  const how = exact ? (exact.draws > 0 ? 'drawn' : 'exact') : 'low';
  return [{ why: `cross-expected-${how}`, params }];
}

function toLead({
  table,
  plain,
  down,
  across,
  p,
  level,
}: {
  table: CrossTable;
  plain: CrossTest;
  down: TextColumn;
  across: TextColumn;
  p: number;
  level: number;
}): Note {
  const at = plain.adjusted.reduce(
    (best, value, place) => (Math.abs(value) > Math.abs(plain.adjusted[best]!) ? place : best),
    0,
  );
  const columns = { down: down.name, across: across.name, p };
  return p < level
    ? {
        why: 'cross-related',
        params: {
          ...columns,
          strength: plain.correctedV,
          downValue: down.labels[Math.floor(at / table.columns)]!,
          acrossValue: across.labels[at % table.columns]!,
          count: table.counts[at]!,
          expected: plain.expected[at]!,
        },
      }
    : { why: 'cross-unrelated', params: columns };
}

function toCells(
  table: CrossTable,
  { expected, adjusted }: CrossTest,
  down: TextColumn,
  across: TextColumn,
): GivenColumn[] {
  const { ofRows, ofColumns } = toTotals(table);
  const rowOf = (at: number) => Math.floor(at / table.columns);
  const columnOf = (at: number) => at % table.columns;
  const { counts, doubles, words } = toColumnsOf(table.counts);
  return [
    words('row', (_, at) => down.labels[rowOf(at)]!),
    words('column', (_, at) => across.labels[columnOf(at)]!),
    counts('count', (count) => count),
    doubles('expected', (_, at) => expected[at]),
    doubles('share_of_row', (count, at) => count / ofRows[rowOf(at)]!),
    doubles('share_of_column', (count, at) => count / ofColumns[columnOf(at)]!),
    doubles('residual', (_, at) => adjusted[at]),
  ];
}

function toWide(table: CrossTable, down: TextColumn, across: TextColumn): GivenColumn[] {
  const names = [down.name];
  const toName = (label: string) => {
    const name = toFreeName(label === '' ? 'empty' : label, names);
    names.push(name);
    return name;
  };
  const { ofRows } = toTotals(table);
  const { counts, words } = toColumnsOf(down.labels);
  return [
    words(down.name, (label) => label),
    ...across.labels.map((label, column) =>
      counts(toName(label), (_, row) => table.counts[row * table.columns + column]),
    ),
    counts(toName('total'), (_, row) => ofRows[row]),
  ];
}

function toTestTable(table: CrossTable, plain: CrossTest, exact: Exact | undefined): GivenColumn[] {
  const { chiSquare, pValue, g, gPValue, freedom, cramersV, correctedV } = plain;
  const found: { test: string; statistic?: number; df?: number; p?: number; low?: number; high?: number }[] =
    [{ test: 'chi-square', statistic: chiSquare, df: freedom, p: pValue }];
  if (freedom === 1) {
    const yates = testCrossTable(table, { yates: true });
    found.push({ test: 'chi-square, Yates', statistic: yates.chiSquare, df: 1, p: yates.pValue });
  }
  found.push({ test: 'G (likelihood ratio)', statistic: g, df: freedom, p: gPValue });
  if (exact) found.push({ test: exact.draws > 0 ? 'Fisher, drawn' : 'Fisher exact', p: exact.pValue });
  if (exact?.odds) {
    const { ratio, low, high } = exact.odds;
    found.push({ test: 'odds ratio', statistic: ratio, low, high });
  }
  found.push({ test: 'Cramér V', statistic: cramersV });
  found.push({ test: 'Cramér V, corrected for bias', statistic: correctedV });
  const { doubles, words } = toColumnsOf(found);
  return [
    words('test', ({ test }) => test),
    doubles('statistic', ({ statistic }) => statistic),
    doubles('df', ({ df }) => df),
    doubles('p_value', ({ p }) => p),
    doubles('low', ({ low }) => low),
    doubles('high', ({ high }) => high),
  ];
}
