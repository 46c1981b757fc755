import { toUpperStudentQuantile } from '../../analytics/core/distributions/student';
import type { Value } from '../../table/column';

/** What the least squares of a group's rows follow from: means, and sums of products of what they are apart. */
export interface Fit {
  /** The group, by slot. */
  readonly by: Readonly<Record<string, Value>>;
  readonly count: number;
  readonly meanX: number;
  readonly meanY: number;
  readonly xx: number;
  readonly yy: number;
  readonly xy: number;
  readonly least: number;
  readonly greatest: number;
}

export interface Line {
  readonly slope: number;
  readonly intercept: number;
  /** Of the variance of y, the share that the line explains. */
  readonly explained: number;
  /** The mean of y at x, and how far the band about it reaches to either side; no number where there are too few rows. */
  at(x: number): { readonly y: number; readonly reach: number };
}

/** The line of least squares with the confidence band of the mean (Draper and Smith, Applied Regression Analysis, 1.4). */
export function toLine({ count, meanX, meanY, xx, yy, xy }: Fit, confidence = 0.95): Line | undefined {
  if (count < 2 || !(xx > 0)) return undefined;
  const slope = xy / xx;
  const left = Math.max(0, yy - (xy * xy) / xx);
  const freedom = count - 2;
  const deviation = Math.sqrt(left / freedom);
  const quantile = freedom > 0 ? toUpperStudentQuantile((1 - confidence) / 2, freedom) : NaN;
  return {
    slope,
    intercept: meanY - slope * meanX,
    explained: yy > 0 ? (xy * xy) / (xx * yy) : NaN,
    at: (x) => ({
      y: meanY + slope * (x - meanX),
      reach: quantile * deviation * Math.sqrt(1 / count + (x - meanX) ** 2 / xx),
    }),
  };
}
