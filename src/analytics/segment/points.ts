import { toMisfit } from '../core/check';
import { squaresFrom, toMean } from '../core/sums';

/** Rows one after another, each a point; a copy that may be worked on. */
export interface Points {
  values: Float64Array;
  rows: number;
  width: number;
}

export interface Scale {
  means: Float64Array;
  /** What a value above the mean is divided by; 0 where a column does not vary. */
  deviations: Float64Array;
}

/** The mean and the standard deviation of each column, over all rows as those of a population. */
export function toScale(columns: readonly Float64Array[]): Scale {
  const means = Float64Array.from(columns, toMean);
  const deviations = Float64Array.from(columns, (values, at) =>
    values.every((value) => value === values[0])
      ? 0
      : Math.sqrt(squaresFrom(values, means[at]!) / values.length),
  );
  const tooLarge = deviations.findIndex((deviation) => !Number.isFinite(deviation));
  if (tooLarge >= 0) throw toMisfit('numbers-too-large');
  return { means, deviations };
}

/** Points around the mean; of unit variance in each column that varies, unless they keep their units. */
export function toPoints(
  columns: readonly Float64Array[],
  { means, deviations }: Scale,
  { scaled = true } = {},
): Points {
  const width = columns.length;
  const rows = columns[0]?.length ?? 0;
  const values = new Float64Array(rows * width);
  for (const [at, column] of columns.entries()) {
    const mean = means[at]!;
    const unit = scaled && deviations[at]! > 0 ? deviations[at]! : 1;
    for (let row = 0, to = at; row < rows; row++, to += width) values[to] = (column[row]! - mean) / unit;
  }
  return { values, rows, width };
}

/** The first row of each different point, as far as a limit. */
export function findDifferent({ values, rows, width }: Points, limit = Infinity): Int32Array {
  const known = new Map<string, number>();
  for (let row = 0; row < rows && known.size < limit; row++) {
    const point = values.subarray(row * width, (row + 1) * width).join();
    if (!known.has(point)) known.set(point, row);
  }
  return Int32Array.from(known.values());
}

export function pickPoints({ values, width }: Points, places: Int32Array): Points {
  const picked = new Float64Array(places.length * width);
  for (let at = 0; at < places.length; at++) {
    const from = places[at]! * width;
    picked.set(values.subarray(from, from + width), at * width);
  }
  return { values: picked, rows: places.length, width };
}

/** The square of the distance between the points that begin at these places. */
export function toSquare(
  one: Float64Array,
  atOne: number,
  other: Float64Array,
  atOther: number,
  width: number,
): number {
  let square = 0;
  for (let part = 0; part < width; part++) {
    const apart = one[atOne + part]! - other[atOther + part]!;
    square += apart * apart;
  }
  return square;
}
