import type { GivenColumn } from '../frame';
import { findComponents, toScores } from '../segment/pca';
import type { Points } from '../segment/points';
import { toColumnsOf } from './columns';

/** As many as a picture shows one by one. */
const MOST_MAPPED = 20_000;

/**
 * Points on a plane, with the cluster of each: the two principal components of the columns as they were clustered by. Of more rows than
 * can be told apart every so many; none where the columns themselves are a plane.
 */
export function toClusterMap(
  { values, rows, width }: Points,
  codes: Int32Array,
): { columns: GivenColumn[]; rows: number } | undefined {
  const every = Math.max(1, Math.ceil(rows / MOST_MAPPED));
  const shown = Math.ceil(rows / every);
  if (width < 3 || shown < 3) return undefined;
  const columns = Array.from({ length: width }, (_, column) =>
    Float64Array.from({ length: shown }, (_, at) => values[at * every * width + column]!),
  );
  const varied = columns.filter((column) => column.some((value) => value !== column[0]));
  if (varied.length < 2) return undefined;
  const found = findComponents(varied, { scaled: false });
  const [across, up] = [toScores(found, varied, 0), toScores(found, varied, 1)];
  const { doubles, counts } = toColumnsOf(across);
  return {
    columns: [
      doubles('pc1', (value) => value),
      doubles('pc2', (_, at) => up[at]),
      counts('cluster', (_, at) => (codes[at * every]! < 0 ? undefined : codes[at * every]! + 1)),
    ],
    rows: shown,
  };
}
