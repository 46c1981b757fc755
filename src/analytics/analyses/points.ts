import type { Complete } from '../complete';
import { toComplete, toNumbers } from '../complete';
import { checkRows, toMisfit } from '../core/check';
import type { Frame } from '../frame';
import type { Points, Scale } from '../segment/points';
import { toPoints, toScale } from '../segment/points';

/** Rows of a frame as points, whatever is looked for among them. */
export interface PointsRead {
  complete: Complete;
  names: readonly string[];
  columns: readonly Float64Array[];
  scale: Scale;
  points: Points;
}

export function readPoints(
  frame: Frame,
  { needed, scaled }: { needed: number; scaled: boolean },
): PointsRead {
  const complete = toComplete(frame);
  checkRows(complete.rows, needed);
  const numbers = toNumbers(complete.columns);
  const columns = numbers.map(({ values }) => values);
  const scale = toScale(columns);
  if (scale.deviations.every((deviation) => deviation === 0)) throw toMisfit('no-variation');
  const names = numbers.map(({ name }) => name);
  return { complete, names, columns, scale, points: toPoints(columns, scale, { scaled }) };
}
