import { toFreeName } from '../../lib/freeName';
import type { Note } from '../../lib/note';
import { toAllRows } from '../complete';
import type { GivenColumn } from '../frame';
import type { Scale } from '../segment/points';
import { toSquare } from '../segment/points';
import type { Profile } from '../segment/profile';
import { toProfile } from '../segment/profile';
import type { Sorted } from '../segment/sorted';
import { toClusterMap } from './clusterMap';
import { toColumnsOf } from './columns';
import { toLeftOut } from './leftOut';
import { toPercent } from './percent';
import type { PointsRead } from './points';
import { toTraits } from './traits';

/** The clusters beside all rows of a frame, from 1. */
export function toClusterColumn({ complete }: PointsRead, codes: Int32Array, rows: number): GivenColumn {
  const values = Float64Array.from(codes, (code) => (code < 0 ? NaN : code + 1));
  return { name: 'cluster', type: 'BIGINT', values: toAllRows(values, complete.places, rows) };
}

/** The share of all squared distances to the mean that is between the clusters. */
export function toExplained({ points }: PointsRead, { codes, centres }: Sorted): number {
  const { values, width } = points;
  let within = 0;
  for (const [row, code] of codes.entries())
    within += toSquare(values, row * width, centres, code * width, width);
  return toPercent(1 - within / values.reduce((sum, value) => sum + value * value, 0));
}

/** What the clusters are like: as tables, and in words with how well they lie apart. */
export function describeClusters(
  { complete, names, columns, scale, points }: PointsRead,
  { codes, sizes }: Sorted,
  silhouette: number | undefined,
): { tables: Record<string, GivenColumn[]>; notes: Note[] } {
  const profile = toProfile(columns, codes, { sizes, scale });
  const extent = { sizes, shares: sizes.map((size) => size / codes.length) };
  const map = toClusterMap(points, codes);
  return {
    tables: {
      centers: toCenters(names, extent, profile),
      profile: toDifferences(names, extent, profile),
      ...(map && { map: map.columns }),
    },
    notes: [
      ...toPortraits(names, extent, profile),
      ...(silhouette === undefined ? [] : [toSeparation(silhouette)]),
      ...(map && map.rows < points.rows
        ? [{ why: 'clusters-map-some', params: { count: map.rows, of: points.rows } }]
        : []),
      ...toConstant(names, scale),
      ...toLeftOut(complete),
    ],
  };
}

interface Extent {
  sizes: Float64Array;
  /** Of all rows that were looked at. */
  shares: Float64Array;
}

function toCenters(names: readonly string[], { sizes, shares }: Extent, { means }: Profile): GivenColumn[] {
  const taken = ['cluster', 'size', 'share'];
  const { counts, doubles } = toColumnsOf(sizes);
  return [
    counts('cluster', (_, at) => at + 1),
    counts('size', (size) => size),
    doubles('share', (_, at) => shares[at]),
    ...names.map((given, at): GivenColumn => {
      const name = toFreeName(given, taken);
      taken.push(name);
      return { name, type: 'DOUBLE', values: means[at]! };
    }),
  ];
}

/** In standard deviations: from here on a cluster is said to be high or low in a column. */
const TELLING = 0.5;

function toTendency(difference: number): 'high' | 'low' | null {
  if (Math.abs(difference) < TELLING) return null;
  return difference > 0 ? 'high' : 'low';
}

function toDifferences(
  names: readonly string[],
  { sizes }: Extent,
  { means, differences }: Profile,
): GivenColumn[] {
  const cells = Array.from(sizes, (_, cluster) =>
    names.map((name, column) => ({
      name,
      cluster,
      mean: means[column]![cluster]!,
      difference: differences[column]![cluster]!,
    })),
  ).flat();
  const { counts, doubles, words } = toColumnsOf(cells);
  return [
    counts('cluster', ({ cluster }) => cluster + 1),
    words('column', ({ name }) => name),
    doubles('mean', ({ mean }) => mean),
    doubles('difference', ({ difference }) => difference),
    words('tendency', ({ difference }) => toTendency(difference)),
  ];
}

const MOST_PORTRAITS = 10;

/** What is high and what is low in each of the larger clusters, the most telling column first. */
function toPortraits(names: readonly string[], { sizes, shares }: Extent, { differences }: Profile): Note[] {
  const portraits = Array.from(sizes.subarray(0, MOST_PORTRAITS), (size, cluster): Note => {
    const strengths = Float64Array.from(differences, (of) => of[cluster]!);
    const { high, low } = toTraits(names, strengths, { least: TELLING });
    return {
      why: `cluster${high && '-high'}${low && '-low'}${high || low ? '' : '-plain'}`,
      params: { cluster: cluster + 1, size, percent: toPercent(shares[cluster]!), high, low },
    };
  });
  const others = sizes.length - portraits.length;
  return others > 0 ? [...portraits, { why: 'clusters-others', params: { count: others } }] : portraits;
}

/** The borders are those of Kaufman and Rousseeuw (Finding Groups in Data, 1990, p. 88). */
function toSeparation(silhouette: number): Note {
  const why = silhouette > 0.5 ? 'clusters-apart' : silhouette > 0.25 ? 'clusters-touch' : 'clusters-overlap';
  return { why, params: { silhouette } };
}

function toConstant(names: readonly string[], { deviations }: Scale): Note[] {
  return names.flatMap((column, at) =>
    deviations[at] === 0 ? [{ why: 'column-without-say', params: { column } }] : [],
  );
}
