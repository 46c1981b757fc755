/**
 * Mean, variance, skewness and kurtosis, around a mean that is right to its last digit. Skewness and kurtosis as moments (g1, g2) and
 * corrected for a sample (G1, G2): Joanes and Gill, The Statistician 47, 1998.
 */
import { squaresFrom, sum, toCentred, toMean } from '../core/sums';

export interface Moments {
  count: number;
  sum: number;
  mean: number | undefined;
  /** Over n - 1. */
  variance: number | undefined;
  deviation: number | undefined;
  standardError: number | undefined;
  /** g1: the third moment over the 3/2 power of the second. */
  skewness: number | undefined;
  /** G1, as Excel, SAS and SPSS have it. */
  sampleSkewness: number | undefined;
  /** g2: the fourth moment over the square of the second, less 3. */
  kurtosis: number | undefined;
  /** G2, as Excel, SAS and SPSS have it; 0 for a normal distribution, too. */
  sampleKurtosis: number | undefined;
}

export function toMoments(values: Float64Array): Moments {
  const count = values.length;
  const mean = count > 0 ? toMean(values) : undefined;
  const squares = mean === undefined ? 0 : squaresFrom(values, mean);
  const variance = count > 1 ? squares / (count - 1) : undefined;
  const deviation = variance === undefined ? undefined : Math.sqrt(variance);
  return {
    count,
    sum: sum(values),
    mean,
    variance,
    deviation,
    standardError: deviation === undefined ? undefined : deviation / Math.sqrt(count),
    ...toShape(values, Math.sqrt(squares / count)),
  };
}

type Shape = Pick<Moments, 'skewness' | 'sampleSkewness' | 'kurtosis' | 'sampleKurtosis'>;

function toShape(values: Float64Array, deviation: number): Shape {
  const n = values.length;
  if (!(deviation > 0 && deviation < Infinity)) {
    return { skewness: undefined, sampleSkewness: undefined, kurtosis: undefined, sampleKurtosis: undefined };
  }
  const centred = toCentred(values);
  let cubes = 0;
  let fourths = 0;
  for (let at = 0; at < n; at++) {
    const score = centred[at]! / deviation;
    cubes += score * score * score;
    fourths += score * score * score * score;
  }
  const skewness = cubes / n;
  const kurtosis = fourths / n - 3;
  return {
    skewness,
    sampleSkewness: n > 2 ? (skewness * Math.sqrt(n * (n - 1))) / (n - 2) : undefined,
    kurtosis,
    sampleKurtosis: n > 3 ? (((n + 1) * kurtosis + 6) * (n - 1)) / ((n - 2) * (n - 3)) : undefined,
  };
}
