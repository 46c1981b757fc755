/** How lonely each row is beside its neighbours: the local outlier factor (Breunig, Kriegel, Ng and Sander, SIGMOD 2000), as scikit-learn has it. */
import { checkRows, toMisfit } from '../core/check';
import type { Points } from '../segment/points';
import { createSearch, toKdTree } from '../segment/kdTree';

export interface LocalOddness {
  /** About 1 is as dense as the neighbours are; what is well above lies apart. */
  scores: Float64Array;
  /** Rows with at least as many that are the same as there are neighbours: what is near them seems lonelier than it is. */
  repeated: number;
}

/** Of many columns, each row may have to be laid beside every other. */
const MOST_ROWS = 200_000;

/** Keeps rows that are the same as their neighbours from being infinitely dense, as in scikit-learn. */
const TINY = 1e-10;

export function findLocalOddness(
  points: Points,
  { neighbours, onProgress }: { neighbours: number; onProgress?: (share: number) => void },
): LocalOddness {
  const { values, rows, width } = points;
  checkRows(rows, 3);
  if (rows > MOST_ROWS) throw toMisfit('too-many-rows', { rows, limit: MOST_ROWS });
  const count = Math.min(neighbours, rows - 1);
  const tree = toKdTree(points);
  const search = createSearch(tree, count);
  const near = new Int32Array(rows * count);
  const apart = new Float64Array(rows * count);
  // in the order of the leaves, where neighbours are in the processor's memory already
  for (const [at, row] of tree.rows.entries()) {
    search.find(values, row * width, row);
    near.set(search.rows, row * count);
    for (let one = 0; one < count; one++) apart[row * count + one] = Math.sqrt(search.squares[one]!);
    if (at % 4096 === 0) onProgress?.(at / rows);
  }

  const densities = new Float64Array(rows);
  let repeated = 0;
  for (let row = 0; row < rows; row++) {
    let sum = 0;
    for (let at = row * count; at < (row + 1) * count; at++)
      sum += Math.max(apart[at]!, apart[near[at]! * count + count - 1]!);
    densities[row] = 1 / (sum / count + TINY);
    if (apart[(row + 1) * count - 1] === 0) repeated++;
  }
  const scores = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    let sum = 0;
    for (let at = row * count; at < (row + 1) * count; at++) sum += densities[near[at]!]!;
    scores[row] = sum / count / densities[row]!;
  }
  return { scores, repeated };
}
