/** Principal components (Hotelling, J. Educ. Psychol. 24, 1933): the eigenvectors of the correlations, or of the covariances. */
import { checkRows, toMisfit } from '../core/check';
import { findEigen } from '../core/eigen';
import { dot, toCentred } from '../core/sums';
import { toScale } from './points';

export interface Components {
  kind: 'components';
  means: Float64Array;
  /** What each column was divided by; 1 where columns keep their units. */
  units: Float64Array;
  /** The variance along each component, over n - 1, falling; as many as there are columns. */
  variances: Float64Array;
  /** Of all variance, that of each. */
  shares: Float64Array;
  /** A unit vector a component, with a part for each column; the largest part is positive. */
  weights: Float64Array[];
  /** How far each column is correlated with each component; 0 for one that does not vary. */
  loadings: Float64Array[];
}

export function findComponents(columns: readonly Float64Array[], { scaled = true } = {}): Components {
  const rows = columns[0]?.length ?? 0;
  const width = columns.length;
  checkRows(rows, 2);
  const { means, deviations } = toScale(columns);
  if (deviations.every((deviation) => deviation === 0)) throw toMisfit('no-variation');
  const units = deviations.map((deviation) => (scaled && deviation > 0 ? deviation : 1));
  const centred = columns.map((values, at) => {
    const copy = toCentred(values);
    // what rounding leaves of a column that does not vary is nothing
    if (deviations[at] === 0) return copy.fill(0);
    for (let row = 0; row < rows; row++) copy[row] = copy[row]! / units[at]!;
    return copy;
  });
  const matrix = new Float64Array(width * width);
  for (let one = 0; one < width; one++) {
    for (let other = one; other < width; other++) {
      const across = dot(centred[one]!, centred[other]!) / (rows - 1);
      matrix[one * width + other] = across;
      matrix[other * width + one] = across;
    }
  }
  const { values, vectors } = findEigen(matrix, width);
  const variances = values.map((value) => Math.max(0, value));
  const total = variances.reduce((sum, value) => sum + value, 0);
  return {
    kind: 'components',
    means,
    units,
    variances,
    shares: variances.map((variance) => variance / total),
    weights: vectors,
    loadings: vectors.map((vector, at) =>
      vector.map((part, column) => {
        const own = matrix[column * width + column]!;
        return own > 0 ? (part * Math.sqrt(variances[at]!)) / Math.sqrt(own) : 0;
      }),
    ),
  };
}

/** Where rows, of this table or another of the same columns, lie along a component. */
export function toScores(
  { means, units, weights }: Components,
  columns: readonly Float64Array[],
  component: number,
): Float64Array {
  const scores = new Float64Array(columns[0]?.length ?? 0);
  for (const [at, values] of columns.entries()) {
    const weight = weights[component]![at]! / units[at]!;
    for (let row = 0; row < scores.length; row++)
      scores[row] = scores[row]! + (values[row]! - means[at]!) * weight;
  }
  return scores;
}
