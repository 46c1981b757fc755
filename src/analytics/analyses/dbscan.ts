import type { Note } from '../../lib/note';
import { toAllCodes } from '../complete';
import type { Random } from '../core/random';
import type { Analysis, GivenColumn } from '../frame';
import { toMeasure } from '../segment/choosing';
import type { Dense } from '../segment/dbscan';
import { findDense, suggestRadius } from '../segment/dbscan';
import { toKdTree } from '../segment/kdTree';
import type { Points } from '../segment/points';
import { pickPoints } from '../segment/points';
import { sortClusters, toCentres } from '../segment/sorted';
import { describeClusters, toClusterColumn } from './clusters';
import { toColumnsOf } from './columns';
import { toPercent } from './percent';
import { readPoints } from './points';

export interface DbscanSettings {
  /** None where it is to be found. */
  radius: number | null;
  /** How many rows within the radius make a core, itself among them; none for what is usual. */
  least: number | null;
  scaled: boolean;
}

/** The cluster of each row that lies among many others; the others are of none. */
export const analyse: Analysis<DbscanSettings> = (
  frame,
  { radius: given, least: asked, scaled },
  { random, onProgress },
) => {
  const read = readPoints(frame, { needed: 3, scaled });
  const { complete, points } = read;
  const least = asked ?? toUsual(points);
  const tree = toKdTree(points);
  const { radius: suggested, distances } = suggestRadius(points, tree, least);
  const radius = given ?? suggested;
  const { codes, count, isCore } = findDense(points, tree, { radius, least, onProgress });
  const clusters = sortClusters(codes, toCentres(points, codes, count), count);
  const silhouette = toSilhouette(points, clusters.codes, count, random);
  const { tables, notes } = describeClusters(read, clusters, silhouette);
  const kinds = codes.map((code, row) => (isCore[row] === 1 ? CORE : code < 0 ? NOISE : EDGE));
  return {
    added: [
      toClusterColumn(read, clusters.codes, frame.rows),
      {
        name: 'place',
        type: 'VARCHAR',
        codes: toAllCodes(kinds, complete.places, frame.rows),
        labels: ['core', 'edge', 'noise'],
      },
    ],
    tables: { ...tables, distances: toCurve(distances) },
    notes: [
      toLead({ codes, count }),
      {
        why: `radius-${given === null ? 'found' : 'given'}${scaled ? '-scaled' : ''}`,
        params: { radius, least },
      },
      ...notes,
    ],
  };
};

const [CORE, EDGE, NOISE] = [0, 1, 2];

/** Twice the columns (Sander et al., Data Mining and Knowledge Discovery 2, 1998), and more of many rows, whose noise is dense in places. */
function toUsual({ rows, width }: Points): number {
  return Math.max(4, 2 * width, Math.ceil(Math.log(rows)));
}

function toSilhouette(points: Points, codes: Int32Array, count: number, random: Random): number | undefined {
  const places = Int32Array.from(codes.keys()).filter((row) => codes[row]! >= 0);
  const measure = toMeasure(pickPoints(points, places), random);
  return measure(
    places.map((row) => codes[row]!),
    count,
  );
}

function toLead({ codes, count }: Pick<Dense, 'codes' | 'count'>): Note {
  const rows = codes.length;
  const noise = codes.reduce((sum, code) => sum + (code < 0 ? 1 : 0), 0);
  const one = noise === 0 ? 'dense-whole' : 'dense-one';
  const why = count === 0 ? 'dense-none' : count === 1 ? one : 'dense-found';
  return { why, params: { rows, k: count, noise, percent: toPercent(noise / rows) } };
}

/** As many points as a curve needs. */
const MOST_POINTS = 500;

/** How many rows, as a share, have so many others within a distance. */
function toCurve(distances: Float64Array): GivenColumn[] {
  const last = distances.length - 1;
  const points = Math.min(MOST_POINTS, distances.length);
  const places = Int32Array.from({ length: points }, (_, at) => Math.round((at * last) / (points - 1)));
  const { doubles } = toColumnsOf(places);
  return [
    doubles('share', (place) => (place + 1) / distances.length),
    doubles('distance', (place) => distances[place]),
  ];
}
