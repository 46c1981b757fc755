/**
 * Spearman's rank correlation (Am. J. Psychol. 15, 1904), ties by mean ranks. Its p-value is exact for up to nine rows without ties,
 * from all orders there are; else by t.
 */
import { checkFinite, checkRows, toMisfit } from '../core/check';
import { type Correlation, correlate, toCorrelationP, toUnit } from './pearson';
import { toRanks } from './ranks';

export interface RankCorrelation extends Correlation {
  /** Whether the p-value is exact. */
  isExact: boolean;
}

const MOST_EXACT = 9;

export function toSpearman(x: Float64Array, y: Float64Array): RankCorrelation {
  checkRows(x.length, 3);
  checkFinite([x, y]);
  const [one, other] = [toRanks(x), toRanks(y)];
  for (const [column, { levels }] of [one, other].entries()) {
    if (levels < 2) throw toMisfit('constant-column', { column });
  }
  const value = correlate(toUnit(one.ranks)!, toUnit(other.ranks)!);
  return { value, count: x.length, ...toSpearmanP(value, x.length, one.tieCubes + other.tieCubes > 0) };
}

export function toSpearmanP(
  value: number,
  count: number,
  hasTies: boolean,
): { pValue: number; isExact: boolean } {
  if (hasTies || count > MOST_EXACT) return { pValue: toCorrelationP(value, count), isExact: false };
  const distances = countDistances(count);
  const cubes = count * (count * count - 1);
  const found = Math.round(((1 - Math.abs(value)) * cubes) / 6);
  let tail = 0;
  let all = 0;
  for (const [distance, orders] of distances.entries()) {
    all += orders;
    if (distance <= found) tail += orders;
  }
  return { pValue: Math.min(1, (2 * tail) / all), isExact: true };
}

const known = new Map<number, Float64Array>();

/** How many orders of n ranks have each sum of squared distances from 1 … n. */
function countDistances(count: number): Float64Array {
  const before = known.get(count);
  if (before) return before;
  const counts = new Float64Array((count * (count * count - 1)) / 3 + 1);
  const used = new Uint8Array(count);
  const place = (at: number, distance: number) => {
    if (at === count) {
      counts[distance]!++;
      return;
    }
    for (let rank = 0; rank < count; rank++) {
      if (used[rank]) continue;
      used[rank] = 1;
      place(at + 1, distance + (rank - at) ** 2);
      used[rank] = 0;
    }
  };
  place(0, 0);
  known.set(count, counts);
  return counts;
}
