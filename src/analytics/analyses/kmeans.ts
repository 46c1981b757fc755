import type { Note } from '../../lib/note';
import type { Analysis, GivenColumn } from '../frame';
import type { CountTried } from '../segment/choosing';
import { findElbow, toBestCount, toMeasure, tryCounts } from '../segment/choosing';
import { toClustersTable } from '../segment/keptClusters';
import { findClusters } from '../segment/kmeans';
import { describeClusters, toClusterColumn, toExplained } from './clusters';
import { toColumnsOf } from './columns';
import { readPoints } from './points';

export interface KmeansSettings {
  /** None where the number of clusters is to be found. */
  clusters: number | null;
  scaled: boolean;
  restarts: number;
}

/** The cluster of each row, and what the clusters are like. */
export const analyse: Analysis<KmeansSettings> = (
  frame,
  { clusters: wanted, scaled, restarts },
  { random, onProgress },
) => {
  const read = readPoints(frame, { needed: wanted ?? 3, scaled });
  const { points } = read;
  const tried = wanted === null ? tryCounts(points, { random, onProgress: half(onProgress, 0) }) : undefined;
  const chosen = wanted ?? toBestCount(tried!);
  const clusters = findClusters(points, {
    count: chosen,
    restarts,
    random,
    onProgress: tried ? half(onProgress, 0.5) : onProgress,
  });
  const silhouette = toMeasure(points, random)(clusters.codes, chosen);
  const { tables, notes } = describeClusters(read, clusters, silhouette);
  return {
    added: [toClusterColumn(read, clusters.codes, frame.rows)],
    tables: {
      ...tables,
      ...(tried && { choice: toChoice(tried, chosen) }),
      model: toClustersTable({
        method: 'kmeans',
        names: read.names,
        rows: points.rows,
        nearest: {
          scale: read.scale,
          scaled,
          points: { values: clusters.centres, rows: chosen, width: points.width },
          codes: Int32Array.from({ length: chosen }, (_, code) => code),
        },
      }),
    },
    notes: [
      {
        why: tried ? 'clusters-chosen' : 'clusters',
        params: { rows: points.rows, k: chosen, explained: toExplained(read, clusters) },
      },
      ...(tried ? toElbow(tried, chosen) : []),
      ...notes,
    ],
  };
};

function half(onProgress: (share: number) => void, from: number): (share: number) => void {
  return (share) => onProgress(from + share / 2);
}

function toElbow(tried: readonly CountTried[], chosen: number): Note[] {
  const elbow = findElbow(tried);
  if (elbow === undefined) return [];
  return [{ why: elbow === chosen ? 'elbow-too' : 'elbow-other', params: { k: elbow } }];
}

function toChoice(tried: readonly CountTried[], best: number): GivenColumn[] {
  const elbow = findElbow(tried);
  const { counts, doubles, flags } = toColumnsOf(tried);
  return [
    counts('clusters', ({ count }) => count),
    doubles('silhouette', ({ silhouette }) => silhouette),
    doubles('inertia', ({ inertia }) => inertia),
    flags('is_best', ({ count }) => count === best),
    flags('is_elbow', ({ count }) => count === elbow),
  ];
}
