/**
 * Whether values look normal: Jarque and Bera (Int. Stat. Rev. 55, 1987); Shapiro and Wilk (Biometrika 52, 1965) as Royston extended it
 * (Statistics and Computing 2, 1992; AS R94, Applied Statistics 44, 1995), whose polynomials these are.
 */
import { checkFinite, checkRows, toMisfit } from '../core/check';
import { toChiSquare } from '../core/distributions/gamma';
import { toNormalQuantile, toNormalUpper } from '../core/distributions/normal';
import { dot, toCentred } from '../core/sums';
import { toMoments } from '../describe/moments';
import { toSorted } from '../describe/quantiles';

export interface NormalityTest {
  statistic: number;
  pValue: number;
}

const MOST_SHAPIRO = 5000;

export function testJarqueBera(values: Float64Array): NormalityTest {
  checkRows(values.length, 3);
  checkFinite([values]);
  const { skewness, kurtosis } = toMoments(values);
  if (skewness === undefined || kurtosis === undefined) throw toMisfit('no-variation');
  const statistic = (values.length / 6) * (skewness ** 2 + kurtosis ** 2 / 4);
  return { statistic, pValue: toChiSquare(statistic, 2).upper };
}

/** For 3 to 5,000 rows. */
export function testShapiroWilk(values: Float64Array): NormalityTest {
  const count = values.length;
  checkRows(count, 3);
  if (count > MOST_SHAPIRO) throw toMisfit('too-many-rows', { most: MOST_SHAPIRO, rows: count });
  checkFinite([values]);
  const centred = toCentred(toSorted(values));
  const squares = dot(centred, centred);
  if (!(squares > 0)) throw toMisfit('no-variation');
  const weights = toWeights(count);
  let along = 0;
  for (let at = 0; at < weights.length; at++)
    along += weights[at]! * (centred[count - 1 - at]! - centred[at]!);
  const statistic = Math.min(1, along ** 2 / squares);
  return { statistic, pValue: toShapiroP(statistic, count) };
}

/** Of the largest value first; those of the lower half are the same with the other sign. */
function toWeights(count: number): Float64Array {
  if (count === 3) return Float64Array.of(Math.SQRT1_2);
  const half = Math.floor(count / 2);
  const scores = Float64Array.from(
    { length: half },
    (_, at) => -toNormalQuantile((at + 1 - 0.375) / (count + 0.25)),
  );
  const squares = 2 * dot(scores, scores);
  const root = 1 / Math.sqrt(count);
  const length = Math.sqrt(squares);
  const first =
    toPolynomial([0, 0.221157, -0.147981, -2.07119, 4.434685, -2.706056], root) + scores[0]! / length;
  const weights = scores.slice();
  let fixed = 1;
  let factor = Math.sqrt((squares - 2 * scores[0]! ** 2) / (1 - 2 * first ** 2));
  if (count > 5) {
    const second =
      toPolynomial([0, 0.042981, -0.293762, -1.752461, 5.682633, -3.582633], root) + scores[1]! / length;
    factor = Math.sqrt(
      (squares - 2 * scores[0]! ** 2 - 2 * scores[1]! ** 2) / (1 - 2 * first ** 2 - 2 * second ** 2),
    );
    weights[1] = second;
    fixed = 2;
  }
  weights[0] = first;
  for (let at = fixed; at < half; at++) weights[at]! /= factor;
  return weights;
}

function toShapiroP(statistic: number, count: number): number {
  if (count === 3) {
    // exact: 6/π (arcsin √W - arcsin √¾)
    return Math.max(0, (6 / Math.PI) * (Math.asin(Math.sqrt(statistic)) - Math.asin(Math.sqrt(0.75))));
  }
  const rest = Math.log(1 - statistic);
  if (count <= 11) {
    const limit = toPolynomial([-2.273, 0.459], count);
    if (rest >= limit) return 1e-99;
    const mean = toPolynomial([0.544, -0.39978, 0.025054, -6.714e-4], count);
    const deviation = Math.exp(toPolynomial([1.3822, -0.77857, 0.062767, -0.0020322], count));
    return toNormalUpper((-Math.log(limit - rest) - mean) / deviation);
  }
  const size = Math.log(count);
  const mean = toPolynomial([-1.5861, -0.31082, -0.083751, 0.0038915], size);
  const deviation = Math.exp(toPolynomial([-0.4803, -0.082676, 0.0030302], size));
  return toNormalUpper((rest - mean) / deviation);
}

function toPolynomial(factors: readonly number[], x: number): number {
  return factors.reduceRight((value, factor) => value * x + factor, 0);
}
