/** What sets clusters apart: the means of their columns, and how far these lie from the means of all rows. */
import type { Scale } from './points';

export interface Profile {
  /** A mean of each cluster, for each column, in its own units. */
  means: Float64Array[];
  /** The same less the mean of all rows, in standard deviations of the column; 0 where it does not vary. */
  differences: Float64Array[];
}

export function toProfile(
  columns: readonly Float64Array[],
  codes: Int32Array,
  { sizes, scale }: { sizes: Float64Array; scale: Scale },
): Profile {
  const above = columns.map((values, at) => {
    const origin = scale.means[at]!;
    const sums = new Float64Array(sizes.length);
    for (let row = 0; row < values.length; row++) {
      const code = codes[row]!;
      if (code >= 0) sums[code] = sums[code]! + (values[row]! - origin);
    }
    return sums.map((sum, code) => sum / sizes[code]!);
  });
  return {
    means: above.map((differences, at) => differences.map((difference) => scale.means[at]! + difference)),
    differences: above.map((differences, at) =>
      differences.map((difference) => (scale.deviations[at]! > 0 ? difference / scale.deviations[at]! : 0)),
    ),
  };
}
