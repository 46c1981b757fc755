/**
 * Tests of a table of counts: Pearson's chi-square (1900) with Yates's correction (1934), the likelihood ratio G; adjusted residuals
 * (Haberman, Biometrics 29, 1973); Cramér's V, and corrected for its bias (Bergsma, J. Korean Stat. Soc. 42, 2013).
 */
import { toMisfit } from '../core/check';
import { toChiSquare } from '../core/distributions/gamma';

export interface CrossTable {
  rows: number;
  columns: number;
  /** Row by row. */
  counts: Float64Array;
}

export interface CrossTest {
  /** Row by row, as are the residuals. */
  expected: Float64Array;
  /** (observed - expected) / √expected. */
  residuals: Float64Array;
  /** Residuals that are standard normal where rows and columns have nothing to do with each other. */
  adjusted: Float64Array;
  total: number;
  freedom: number;
  chiSquare: number;
  pValue: number;
  g: number;
  gPValue: number;
  cramersV: number;
  correctedV: number;
  /** Chi-square is doubtful where more than a fifth of the expected counts are below 5, or one below 1. */
  leastExpected: number;
  shareBelowFive: number;
}

export function countPairs(
  rowCodes: Int32Array,
  columnCodes: Int32Array,
  rows: number,
  columns: number,
): CrossTable {
  const counts = new Float64Array(rows * columns);
  for (let at = 0; at < rowCodes.length; at++) counts[rowCodes[at]! * columns + columnCodes[at]!]!++;
  return { rows, columns, counts };
}

/** Rows and columns without any count are left out of the test; their residuals are 0. */
export function testCrossTable(table: CrossTable, { yates = false } = {}): CrossTest {
  const { rows, columns, counts } = table;
  const { ofRows, ofColumns, total } = toTotals(table);
  const usedRows = ofRows.filter((count) => count > 0).length;
  const usedColumns = ofColumns.filter((count) => count > 0).length;
  if (usedRows < 2 || usedColumns < 2) throw toMisfit('no-variation');
  const freedom = (usedRows - 1) * (usedColumns - 1);
  const expected = new Float64Array(counts.length);
  const residuals = new Float64Array(counts.length);
  const adjusted = new Float64Array(counts.length);
  let [chiSquare, plain, g, below] = [0, 0, 0, 0];
  let leastExpected = Infinity;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const at = row * columns + column;
      const fit = (ofRows[row]! * ofColumns[column]!) / total;
      if (fit === 0) continue;
      const count = counts[at]!;
      const off = count - fit;
      expected[at] = fit;
      residuals[at] = off / Math.sqrt(fit);
      adjusted[at] = off / Math.sqrt(fit * (1 - ofRows[row]! / total) * (1 - ofColumns[column]! / total));
      plain += (off * off) / fit;
      // as R has it: never by more than the difference itself
      const corrected = yates && freedom === 1 ? Math.abs(off) - Math.min(0.5, Math.abs(off)) : off;
      chiSquare += (corrected * corrected) / fit;
      if (count > 0) g += 2 * count * Math.log(count / fit);
      if (fit < 5) below++;
      leastExpected = Math.min(leastExpected, fit);
    }
  }
  g = Math.max(0, g);
  return {
    expected,
    residuals,
    adjusted,
    total,
    freedom,
    chiSquare,
    pValue: toChiSquare(chiSquare, freedom).upper,
    g,
    gPValue: toChiSquare(g, freedom).upper,
    cramersV: Math.min(1, Math.sqrt(plain / total / (Math.min(usedRows, usedColumns) - 1))),
    correctedV: toCorrectedV(plain / total, total, usedRows, usedColumns),
    leastExpected,
    shareBelowFive: below / (usedRows * usedColumns),
  };
}

export function toTotals({ rows, columns, counts }: CrossTable): {
  ofRows: Float64Array;
  ofColumns: Float64Array;
  total: number;
} {
  const ofRows = new Float64Array(rows);
  const ofColumns = new Float64Array(columns);
  let total = 0;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const count = counts[row * columns + column]!;
      ofRows[row]! += count;
      ofColumns[column]! += count;
      total += count;
    }
  }
  return { ofRows, ofColumns, total };
}

function toCorrectedV(phi: number, total: number, rows: number, columns: number): number {
  const chance = ((rows - 1) * (columns - 1)) / (total - 1);
  const ofRows = rows - (rows - 1) ** 2 / (total - 1);
  const ofColumns = columns - (columns - 1) ** 2 / (total - 1);
  const most = Math.min(ofRows, ofColumns) - 1;
  return most > 0 ? Math.min(1, Math.sqrt(Math.max(0, phi - chance) / most)) : 0;
}
