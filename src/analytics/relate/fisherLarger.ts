/**
 * Fisher's exact test of larger tables (Freeman and Halton, Biometrika 38, 1951). Where there are too many tables to count, by some that
 * are drawn at random.
 */
import { toMisfit } from '../core/check';
import { createRandom } from '../core/random';
import { type CrossTable, toTotals } from './crossTable';
import { drawTable } from './drawTable';
import { sumTables } from './sumTables';

export interface LargerFisherTest {
  pValue: number;
  isExact: boolean;
  /** How many tables were drawn, where it is not exact. */
  draws: number;
}

export interface LargerFisherOptions {
  seed: number;
  draws?: number;
  /** How many steps are taken before tables are drawn instead. */
  most?: number;
  onProgress?: (share: number) => void;
}

/** Chances nearer than this share are equal, as R has it. */
const NEAR = 1e-7;

export function testLargerFisher(
  table: CrossTable,
  { seed, draws = 100_000, most = 2_000_000, onProgress }: LargerFisherOptions,
): LargerFisherTest {
  const { ofRows, ofColumns, total } = toTotals(table);
  const rows = ofRows.filter((count) => count > 0);
  const columns = ofColumns.filter((count) => count > 0);
  if (rows.length < 2 || columns.length < 2) throw toMisfit('no-variation');
  const logs = toLogFactorials(total);
  // Σ log cell! of a table: the smaller, the likelier
  let observed = 0;
  for (const count of table.counts) observed += logs[count]!;
  const bound = observed - NEAR;

  const [few, many] = countStates(rows) <= countStates(columns) ? [rows, columns] : [columns, rows];
  const exact = sumTables(few, many, { logs, bound, most });
  if (exact !== undefined) return { pValue: Math.min(1, exact), isExact: true, draws: 0 };

  const random = createRandom(seed);
  let hits = 0;
  for (let draw = 0; draw < draws; draw++) {
    if (drawTable(few, many, logs, random) >= bound) hits++;
    if (draw % 1000 === 999) onProgress?.((draw + 1) / draws);
  }
  return { pValue: (hits + 1) / (draws + 1), isExact: false, draws };
}

/** How many ways there are to have something left of each total. */
function countStates(totals: Float64Array): number {
  return totals.reduce((states, total) => states * (total + 1), 1);
}

function toLogFactorials(most: number): Float64Array {
  const logs = new Float64Array(most + 1);
  let rest = 0;
  for (let at = 2; at <= most; at++) {
    const part = Math.log(at) + rest;
    logs[at] = logs[at - 1]! + part;
    rest = part - (logs[at]! - logs[at - 1]!);
  }
  return logs;
}
