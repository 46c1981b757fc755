import type { Random } from '../core/random';
import type { Analysis, GivenColumn } from '../frame';
import { toBestCount, toMeasure, toMostCounts } from '../segment/choosing';
import type { Linkage, Merges } from '../segment/hierarchical';
import { countDifferent, cutMerges, findMerges, MOST_ROWS } from '../segment/hierarchical';
import { assignNearest, toClustersTable } from '../segment/keptClusters';
import type { Points } from '../segment/points';
import { pickPoints } from '../segment/points';
import { sortClusters, toCentres } from '../segment/sorted';
import { describeClusters, toClusterColumn, toExplained } from './clusters';
import { toColumnsOf } from './columns';
import { readPoints } from './points';

export interface HierarchicalSettings {
  /** None where the number of clusters is to be found. */
  clusters: number | null;
  linkage: Linkage;
  scaled: boolean;
}

/** The cluster of each row where clusters are merged until there are as many as wanted, and the merges. */
export const analyse: Analysis<HierarchicalSettings> = (
  frame,
  { clusters: wanted, linkage, scaled },
  { random, onProgress },
) => {
  const read = readPoints(frame, { needed: wanted ?? 3, scaled });
  const { points } = read;
  const places = points.rows > MOST_ROWS ? random.sample(points.rows, MOST_ROWS).sort() : undefined;
  const sample = places ? pickPoints(points, places) : points;
  const merges = findMerges(sample, { linkage, onProgress });
  const tried = wanted === null ? tryCuts(sample, merges, random) : undefined;
  const chosen = wanted ?? toBestCount(tried!);
  const cut = cutMerges(merges, chosen);
  // rows that were not drawn go with the nearest that was
  const codes = places ? assignNearest(sample, cut, points) : cut;
  const clusters = sortClusters(codes, toCentres(points, codes, chosen), chosen);
  const silhouette = toMeasure(points, random)(clusters.codes, chosen);
  const { tables, notes } = describeClusters(read, clusters, silhouette);
  return {
    added: [toClusterColumn(read, clusters.codes, frame.rows)],
    tables: {
      ...tables,
      ...(tried && { choice: toChoice(tried, chosen) }),
      merges: toMergeColumns(merges),
      model: toClustersTable({
        method: 'hierarchical',
        names: read.names,
        rows: points.rows,
        nearest: {
          scale: read.scale,
          scaled,
          points: sample,
          codes: places ? places.map((place) => clusters.codes[place]!) : clusters.codes,
        },
      }),
    },
    notes: [
      {
        why: tried ? 'clusters-chosen' : 'clusters',
        params: { rows: points.rows, k: chosen, explained: toExplained(read, clusters) },
      },
      ...(places ? [{ why: 'merges-sampled', params: { sample: MOST_ROWS, rows: points.rows } }] : []),
      ...notes,
    ],
  };
};

interface CutTried {
  count: number;
  silhouette: number | undefined;
  /** How far apart the two are that would be merged next. */
  height: number;
}

function tryCuts(points: Points, merges: Merges, random: Random): CutTried[] {
  const measure = toMeasure(points, random);
  const most = toMostCounts(points.rows, countDifferent(merges));
  return Array.from({ length: most }, (_, at) => ({
    count: at + 1,
    silhouette: measure(cutMerges(merges, at + 1), at + 1),
    height: merges.heights[points.rows - at - 1] ?? NaN,
  }));
}

function toChoice(tried: readonly CutTried[], best: number): GivenColumn[] {
  const { counts, doubles, flags } = toColumnsOf(tried);
  return [
    counts('clusters', ({ count }) => count),
    doubles('silhouette', ({ silhouette }) => silhouette),
    doubles('height', ({ height }) => height),
    flags('is_best', ({ count }) => count === best),
  ];
}

/** Rows are 1 to n, and merge m makes n + m. */
function toMergeColumns({ one, other, heights, sizes }: Merges): GivenColumn[] {
  const { counts, doubles } = toColumnsOf(heights);
  return [
    counts('merge', (_, at) => at + 1),
    counts('one', (_, at) => one[at]! + 1),
    counts('other', (_, at) => other[at]! + 1),
    doubles('height', (height) => height),
    counts('size', (_, at) => sizes[at]),
  ];
}
