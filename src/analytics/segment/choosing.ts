/** How many clusters: the number whose silhouette is largest, on a sample of the rows; beside it the elbow (Thorndike, Psychometrika 18, 1953). */
import { toMisfit } from '../core/check';
import type { Random } from '../core/random';
import { findClusters } from './kmeans';
import { findKnee } from './knee';
import type { Points } from './points';
import { findDifferent, pickPoints } from './points';
import { toSilhouette } from './silhouette';

interface Judged {
  count: number;
  /** None of a single cluster. */
  silhouette: number | undefined;
}

export interface CountTried extends Judged {
  inertia: number;
}

/** Silhouettes take as long as the square of the rows. */
const MOST_ROWS = 2000;

/** What each number of clusters comes to, up to eight, as far as there are different rows for so many. */
export function tryCounts(
  points: Points,
  { random, onProgress }: { random: Random; onProgress?: (share: number) => void },
): CountTried[] {
  const sample = toSample(points, random);
  const limit = toMostCounts(sample.rows, findDifferent(sample, MOST_CLUSTERS).length);
  return Array.from({ length: limit }, (_, at) => {
    const count = at + 1;
    const { codes, inertia } = findClusters(sample, { count, random });
    onProgress?.(count / limit);
    return { count, silhouette: toSilhouette(sample, codes, count), inertia };
  });
}

const MOST_CLUSTERS = 8;

/** Up to how many clusters are tried. */
export function toMostCounts(rows: number, different: number): number {
  const limit = Math.min(MOST_CLUSTERS, different, rows - 1);
  if (limit < 2) throw toMisfit('too-few-different', { needed: 3, found: limit });
  return limit;
}

/** A measure of clusters, their silhouette: on one sample for all where there are many rows. */
export function toMeasure(points: Points, random: Random) {
  if (points.rows <= MOST_ROWS)
    return (codes: Int32Array, count: number) => toSilhouette(points, codes, count);
  const places = random.sample(points.rows, MOST_ROWS);
  const sample = pickPoints(points, places);
  return (codes: Int32Array, count: number) =>
    toSilhouette(
      sample,
      places.map((place) => codes[place]!),
      count,
    );
}

export function toBestCount(tried: readonly Judged[]): number {
  const height = ({ silhouette = -Infinity }: Judged) => silhouette;
  return tried.reduce((best, next) => (height(next) > height(best) ? next : best)).count;
}

/** From which number on more clusters bring little; undefined where there is no such number. */
export function findElbow(tried: readonly CountTried[]): number | undefined {
  const knee = findKnee(tried.map(({ inertia }) => inertia));
  return knee === undefined ? undefined : tried[knee]!.count;
}

function toSample(points: Points, random: Random): Points {
  return points.rows > MOST_ROWS ? pickPoints(points, random.sample(points.rows, MOST_ROWS)) : points;
}
