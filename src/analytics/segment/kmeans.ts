/**
 * k-means: the best of several starts. Of many rows the starts are tried on a sample, and the best of them goes on with all rows:
 * ten starts then cost hardly more than one, and end as well.
 */
import { toMisfit } from '../core/check';
import type { Random } from '../core/random';
import { settle } from './lloyd';
import type { Points } from './points';
import { pickPoints } from './points';
import { findSeeds } from './seeds';
import type { Sorted } from './sorted';
import { sortClusters } from './sorted';

export interface Clusters extends Sorted {
  /** The sum of squared distances to the centres. */
  inertia: number;
  rounds: number;
}

/** As many rows as starts are tried on. */
const SAMPLE = 20_000;

/** What scikit-learn stops at, as a share of the variance; of few rows, nothing moves any more. */
const TOLERANCE = 1e-4;

export function findClusters(
  points: Points,
  {
    count,
    restarts = 10,
    random,
    onProgress,
  }: { count: number; restarts?: number; random: Random; onProgress?: (share: number) => void },
): Clusters {
  const { rows } = points;
  if (rows < count) throw toMisfit('too-few-rows', { needed: count, rows });
  const isSampled = rows > SAMPLE;
  const tried = isSampled ? pickPoints(points, random.sample(rows, SAMPLE)) : points;
  const tolerance = isSampled ? TOLERANCE * toVariance(tried) : 0;
  let best: (ReturnType<typeof settle> & { centres: Float64Array }) | undefined;
  for (let start = 0; start < restarts; start++) {
    const centres = toSeeds(tried, points, count, random);
    const settled = settle(tried, centres, { tolerance });
    if (!best || settled.inertia < best.inertia) best = { ...settled, centres };
    onProgress?.(((start + 1) / restarts) * (isSampled ? 0.5 : 1));
  }
  const { centres } = best!;
  const whole = isSampled ? settle(points, centres, { tolerance }) : best!;
  if (!Number.isFinite(whole.inertia)) throw toMisfit('numbers-too-large');
  const { codes, inertia, rounds } = whole;
  return { ...sortClusters(codes, centres, count), inertia, rounds };
}

/** Values that only a few rows have may not be in a sample, so that it has too few different points. */
function toSeeds(tried: Points, points: Points, count: number, random: Random): Float64Array {
  const size = count * points.width;
  let seeds = findSeeds(tried, count, random);
  if (seeds.length < size && tried !== points) seeds = findSeeds(points, count, random);
  if (seeds.length < size)
    throw toMisfit('too-few-different', { needed: count, found: seeds.length / points.width });
  return seeds;
}

function toVariance({ values, rows, width }: Points): number {
  let squares = 0;
  const sums = new Float64Array(width);
  for (let at = 0; at < values.length; at++) {
    sums[at % width] = sums[at % width]! + values[at]!;
    squares += values[at]! ** 2;
  }
  const means = sums.reduce((sum, part) => sum + (part / rows) ** 2, 0);
  return (squares / rows - means) / width;
}
