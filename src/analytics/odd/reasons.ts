/** Why a row is odd: the column in which it lies farthest from what is usual there. */
import { pick } from '../complete';
import { toRange, type Spread } from './spread';

export interface Reasons {
  /** The column for each row. */
  columns: Int32Array;
  /** How far above what is usual its value lies there, and below where it is less than 0; not a number where nothing could be compared. */
  distances: Float64Array;
}

/** Of fewer values nothing is usual. */
const FEWEST = 3;

/** Values that are no finite numbers are passed over. */
export function findReasons(
  columns: readonly Float64Array[],
  { spread = 'mad', groups }: { spread?: Spread; groups?: readonly Int32Array[] } = {},
): Reasons {
  const rows = columns[0]?.length ?? 0;
  const parts = groups ?? [Int32Array.from({ length: rows }, (_, row) => row)];
  const reasons = { columns: new Int32Array(rows), distances: new Float64Array(rows).fill(NaN) };
  for (const [column, values] of columns.entries()) {
    for (const part of parts) {
      const places = part.filter((row) => Number.isFinite(values[row]));
      if (places.length < FEWEST) continue;
      const { low, high, unit } = toRange(pick(values, places), spread);
      for (const row of places) {
        const value = values[row]!;
        const beyond = value > high ? value - high : value < low ? value - low : 0;
        const distance = unit === 0 ? 0 : beyond / unit;
        if (Math.abs(distance) <= Math.abs(reasons.distances[row]!)) continue;
        reasons.columns[row] = column;
        reasons.distances[row] = distance;
      }
    }
  }
  return reasons;
}
