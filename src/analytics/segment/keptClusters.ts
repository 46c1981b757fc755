import { toNumbers } from '../complete';
import type { Frame, FrameColumn } from '../frame';
import { maybeParts, toPartsTable } from '../keptParts';
import type { Encoding } from '../predict/encode';
import { createSearch, toKdTree } from './kdTree';
import { type Points, type Scale, toPoints } from './points';

/** Clusters as they are kept, so that other rows go with the nearest of their points. */
export interface KeptClusters {
  method: 'kmeans' | 'hierarchical';
  /** The columns that are read, all of numbers. */
  encoding: Encoding;
  /** How many rows they were found in. */
  rows: number;
  /** The centres, or rows of which it is known where they belong. */
  nearest: { scale: Scale; scaled: boolean; points: Points; codes: Int32Array };
}

const PARTS = ['method', 'encoding', 'rows', 'nearest'] as const;

export function toClustersTable({
  names,
  ...kept
}: Omit<KeptClusters, 'encoding'> & { names: readonly string[] }) {
  const columns = names.map((name) => ({ kind: 'number', name }) as const);
  return toPartsTable({ ...kept, encoding: { kind: 'encoding', columns } }, PARTS);
}

/** Undefined where the table is none of clusters. */
export function maybeClusters(frame: Frame): KeptClusters | undefined {
  return maybeParts(frame, PARTS) as KeptClusters | undefined;
}

/** The cluster of each row, from 0, by the scale of the rows in which the clusters were found. */
export function assignClusters(
  { nearest: { scale, scaled, points, codes } }: KeptClusters,
  columns: readonly FrameColumn[],
): Int32Array {
  const values = toNumbers(columns).map((column) => column.values);
  return assignNearest(points, codes, toPoints(values, scale, { scaled }));
}

/** Each point goes where the nearest of those is whose codes are known. */
export function assignNearest(known: Points, codes: Int32Array, { values, rows, width }: Points): Int32Array {
  const search = createSearch(toKdTree(known), 1);
  return Int32Array.from({ length: rows }, (_, row) => {
    search.find(values, row * width);
    return codes[search.rows[0]!]!;
  });
}
