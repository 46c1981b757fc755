/** Whether a single column says almost all of the target: its share of the variance, with the freedom that it takes counted. */
import { squaresFrom, toMean } from '../core/sums';
import type { FrameColumn } from '../frame';
import { toRoc } from './metrics';

/** From here on it is said to give the answer away. */
export const GIVES_AWAY = 0.999;

/** Whether it gives away which rows are of a class: 1 in `truth`, else 0. */
export function isGivingClass(column: FrameColumn, truth: Uint8Array): boolean {
  if (column.kind === 'text') return toShareAlone(column, Float64Array.from(truth)) > GIVES_AWAY;
  const { area = 0.5 } = toRoc(truth, column.values);
  return Math.max(area, 1 - area) > GIVES_AWAY;
}

/** The share of the target's variance that a column by itself explains: along a line, or by the means of its values. */
export function toShareAlone(column: FrameColumn, target: Float64Array): number {
  const rows = target.length;
  const mean = toMean(target);
  const total = squaresFrom(target, mean);
  if (column.kind === 'number') {
    const center = toMean(column.values);
    let products = 0;
    for (let row = 0; row < rows; row++) products += (column.values[row]! - center) * (target[row]! - mean);
    return toAdjusted(products ** 2 / squaresFrom(column.values, center) / total, rows, 2);
  }
  const sums = new Float64Array(column.labels.length);
  const counts = new Float64Array(column.labels.length);
  for (let row = 0; row < rows; row++) {
    sums[column.codes[row]!]! += target[row]! - mean;
    counts[column.codes[row]!]!++;
  }
  let between = 0;
  let groups = 0;
  for (const [code, count] of counts.entries()) {
    if (count === 0) continue;
    groups++;
    between += sums[code]! ** 2 / count;
  }
  return toAdjusted(between / total, rows, groups);
}

function toAdjusted(share: number, rows: number, groups: number): number {
  return rows > groups ? 1 - ((1 - share) * (rows - 1)) / (rows - groups) : 0;
}
