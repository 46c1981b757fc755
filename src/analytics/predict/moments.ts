/**
 * All that a penalised linear model needs of rows: sums of products of every two columns. Those of all rows less those of a fold are the
 * rest's, so that cross-validation reads the rows once.
 */
import { toMean } from '../core/sums';
import { toScale } from '../segment/points';
import { addProducts, BLOCK, eachBlock } from './products';

export interface Standard {
  means: Float64Array;
  /** What each column is divided by; 1 where it does not vary. */
  deviations: Float64Array;
  targetMean: number;
}

export interface Folded {
  standard: Standard;
  /** Sums of products of the standardised columns, the target above its mean, and 1, of the rows of each fold. */
  folds: Float64Array[];
}

/** `folds` are codes from 0, below `count`, one a row. */
export function toFolded(
  columns: readonly Float64Array[],
  target: Float64Array,
  { folds, count }: { folds: Int32Array; count: number },
): Folded {
  const { means, deviations } = toScale(columns);
  const standard = {
    means,
    deviations: deviations.map((deviation) => deviation || 1),
    targetMean: toMean(target),
  };
  const all = [...columns, target];
  const centers = Float64Array.of(...means, standard.targetMean);
  const factors = Float64Array.of(...standard.deviations.map((deviation) => 1 / deviation), 1);
  const one = new Float64Array(BLOCK).fill(1);
  return {
    standard,
    folds: Array.from({ length: count }, (_, fold) => {
      const picked = count === 1 ? all : all.map((column) => column.filter((_, row) => folds[row] === fold));
      const products = new Float64Array((all.length + 1) ** 2);
      eachBlock({ columns: picked, centers, factors }, picked[0]!.length, (values, _, taken) =>
        addProducts(products, [...values, one], taken),
      );
      return products;
    }),
  };
}

export interface Moments {
  rows: number;
  means: Float64Array;
  targetMean: number;
  /** Of what the columns and the target are above their means: Σ x x', Σ x y. */
  gram: Float64Array;
  cross: Float64Array;
  /** Σ y². */
  square: number;
}

/** Of all folds but one. */
export function toMoments({ folds }: Folded, without?: number): Moments {
  const wide = Math.sqrt(folds[0]!.length);
  const sums = new Float64Array(wide * wide);
  for (const [fold, products] of folds.entries())
    if (fold !== without) for (let at = 0; at < sums.length; at++) sums[at]! += products[at]!;
  const size = wide - 2;
  const rows = sums.at(-1)!;
  const above = (one: number, other: number) =>
    sums[one * wide + other]! - (sums[one * wide + wide - 1]! * sums[other * wide + wide - 1]!) / rows;
  return {
    rows,
    means: Float64Array.from({ length: size }, (_, at) => sums[at * wide + wide - 1]! / rows),
    targetMean: sums[size * wide + wide - 1]! / rows,
    gram: Float64Array.from({ length: size * size }, (_, at) => above(Math.floor(at / size), at % size)),
    cross: Float64Array.from({ length: size }, (_, at) => above(at, size)),
    square: above(size, size),
  };
}

/** The mean of squared errors in a fold, of a model that these moments gave. */
export function toFoldError(
  products: Float64Array,
  { means, targetMean }: Moments,
  weights: Float64Array,
): number {
  const intercept = weights.reduce((rest, weight, at) => rest - weight * means[at]!, targetMean);
  const signed = Float64Array.of(...weights, -1, intercept);
  const wide = signed.length;
  let squares = 0;
  for (let one = 0; one < wide; one++)
    for (let other = 0; other < wide; other++)
      squares += signed[one]! * signed[other]! * products[one * wide + other]!;
  return Math.max(0, squares) / products.at(-1)!;
}
