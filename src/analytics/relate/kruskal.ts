/** Kruskal and Wallis's test by ranks (J. Am. Stat. Assoc. 47, 1952), and Dunn's of all pairs after it (Technometrics 6, 1964). */
import { toMisfit } from '../core/check';
import { toChiSquare } from '../core/distributions/gamma';
import { toNormalUpper } from '../core/distributions/normal';
import { type Adjustment, adjustPValues } from './adjust';
import { findGroups } from './groups';
import { toRanks } from './ranks';

export interface KruskalWallis {
  h: number;
  freedom: number;
  pValue: number;
  /** The share of the variation of ranks that the groups make up. */
  epsilonSquared: number;
  groups: { code: number; count: number; meanRank: number }[];
  pairs: DunnPair[];
}

export interface DunnPair {
  one: number;
  other: number;
  z: number;
  /** Of both sides. */
  pValue: number;
  adjusted: number;
}

export function testKruskalWallis(
  values: Float64Array,
  codes: Int32Array,
  groups: number,
  { adjustment = 'holm' }: { adjustment?: Adjustment } = {},
): KruskalWallis {
  findGroups(values, codes, groups);
  const { ranks, tieCubes, levels } = toRanks(values);
  if (levels < 2) throw toMisfit('no-variation');
  const count = values.length;
  const means = findGroups(ranks, codes, groups).map(({ code, values }) => ({
    code,
    count: values.length,
    meanRank: values.reduce((sum, rank) => sum + rank, 0) / values.length,
  }));
  // what the variance of ranks is, less what ties take of it
  const variance = (count * (count + 1)) / 12 - tieCubes / (12 * (count - 1));
  let squares = 0;
  for (const group of means) squares += group.count * (group.meanRank - (count + 1) / 2) ** 2;
  const h = squares / variance;
  const freedom = means.length - 1;
  return {
    h,
    freedom,
    pValue: toChiSquare(h, freedom).upper,
    epsilonSquared: h / (count - 1),
    groups: means,
    pairs: toPairs(means, variance, adjustment),
  };
}

function toPairs(groups: KruskalWallis['groups'], variance: number, adjustment: Adjustment): DunnPair[] {
  const pairs = groups.flatMap((one, at) =>
    groups.slice(at + 1).map((other) => {
      const error = Math.sqrt(variance * (1 / one.count + 1 / other.count));
      const z = (one.meanRank - other.meanRank) / error;
      return { one: one.code, other: other.code, z, pValue: Math.min(1, 2 * toNormalUpper(Math.abs(z))) };
    }),
  );
  const adjusted = adjustPValues(
    Float64Array.from(pairs, ({ pValue }) => pValue),
    adjustment,
  );
  return pairs.map((pair, at) => ({ ...pair, adjusted: adjusted[at]! }));
}
