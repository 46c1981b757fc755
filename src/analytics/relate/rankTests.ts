/**
 * Tests by ranks: Mann and Whitney (Ann. Math. Stat. 18, 1947), Wilcoxon's signed ranks (Biometrics Bull. 1, 1945). Exact for fewer than
 * fifty rows without ties, as in R; else normal with the variance that ties leave, and corrected for continuity.
 */
import { checkFinite, checkRows, toMisfit } from '../core/check';
import { toNormalLower, toNormalUpper } from '../core/distributions/normal';
import { toRanks } from './ranks';
import type { Alternative } from './tTest';

export interface RankTest {
  /** U of the first sample, or the sum of the positive ranks. */
  statistic: number;
  pValue: number;
  isExact: boolean;
  /** From -1 to 1: how far the first is above the second (rank-biserial). */
  effect: number;
  /** The chance that a value of the first is above one of the second, ties halved; of pairs undefined. */
  chanceAbove: number | undefined;
  /** Pairs that are equal, which are left out. */
  zeros: number;
}

export interface RankTestOptions {
  alternative?: Alternative;
}

const EXACT_BELOW = 50;

export function testMannWhitney(
  one: Float64Array,
  other: Float64Array,
  { alternative = 'differs' }: RankTestOptions = {},
): RankTest {
  checkRows(Math.min(one.length, other.length), 1);
  checkFinite([one, other]);
  const [m, n] = [one.length, other.length];
  const both = new Float64Array(m + n);
  both.set(one);
  both.set(other, m);
  const { ranks, tieCubes, levels } = toRanks(both);
  if (levels < 2) throw toMisfit('no-variation');
  let statistic = (-m * (m + 1)) / 2;
  for (let row = 0; row < m; row++) statistic += ranks[row]!;
  const isExact = m < EXACT_BELOW && n < EXACT_BELOW && tieCubes === 0;
  const deviation = Math.sqrt(((m * n) / 12) * (m + n + 1 - tieCubes / ((m + n) * (m + n - 1))));
  const chanceAbove = statistic / (m * n);
  return {
    statistic,
    pValue: isExact
      ? toExactP(countSums(m, n), statistic, alternative)
      : toNormalP(statistic - (m * n) / 2, deviation, alternative),
    isExact,
    effect: 2 * chanceAbove - 1,
    chanceAbove,
    zeros: 0,
  };
}

export function testWilcoxon(
  one: Float64Array,
  other: Float64Array,
  { alternative = 'differs' }: RankTestOptions = {},
): RankTest {
  checkRows(one.length, 1);
  checkFinite([one, other]);
  const differences = one.map((value, row) => value - other[row]!).filter((difference) => difference !== 0);
  const count = differences.length;
  if (count === 0) throw toMisfit('no-variation');
  const { ranks, tieCubes } = toRanks(differences.map(Math.abs));
  let statistic = 0;
  for (let row = 0; row < count; row++) if (differences[row]! > 0) statistic += ranks[row]!;
  const sum = (count * (count + 1)) / 2;
  const zeros = one.length - count;
  const isExact = one.length < EXACT_BELOW && tieCubes === 0 && zeros === 0;
  const deviation = Math.sqrt((count * (count + 1) * (2 * count + 1) - tieCubes / 2) / 24);
  return {
    statistic,
    pValue: isExact
      ? toExactP(countSigned(count), statistic, alternative)
      : toNormalP(statistic - sum / 2, deviation, alternative),
    isExact,
    effect: (2 * statistic) / sum - 1,
    chanceAbove: undefined,
    zeros,
  };
}

/** The share of each U among all ways to choose which ranks are of the first sample. */
function countSums(m: number, n: number): Float64Array {
  const shares = new Float64Array(m * n + 1);
  shares[0] = 1;
  // the Gaussian binomial: times (1 - q^(n+i)), over (1 - q^i); each step a share of what it was
  for (let i = 1; i <= m; i++) {
    for (let at = m * n; at >= n + i; at--) shares[at]! -= shares[at - n - i]!;
    for (let at = i; at <= m * n; at++) shares[at]! += shares[at - i]!;
    const whole = i / (n + i);
    for (let at = 0; at <= m * n; at++) shares[at]! *= whole;
  }
  return shares;
}

function countSigned(count: number): Float64Array {
  const shares = new Float64Array((count * (count + 1)) / 2 + 1);
  shares[0] = 1;
  for (let rank = 1; rank <= count; rank++) {
    for (let at = shares.length - 1; at >= 0; at--) {
      shares[at] = (shares[at]! + (shares[at - rank] ?? 0)) / 2;
    }
  }
  return shares;
}

// Both distributions are symmetric, and their lower halves have all their digits.
function toExactP(shares: Float64Array, statistic: number, alternative: Alternative): number {
  const sumTo = (last: number) => {
    let sum = 0;
    for (let at = 0; at <= last; at++) sum += shares[at]!;
    return Math.min(1, sum);
  };
  const atMost = sumTo(statistic);
  const atLeast = sumTo(shares.length - 1 - statistic);
  if (alternative === 'differs') return Math.min(1, 2 * Math.min(atMost, atLeast));
  return alternative === 'less' ? atMost : atLeast;
}

function toNormalP(above: number, deviation: number, alternative: Alternative): number {
  if (alternative === 'less') return toNormalLower((above + 0.5) / deviation);
  if (alternative === 'greater') return toNormalUpper((above - 0.5) / deviation);
  return Math.min(1, 2 * toNormalUpper(Math.max(0, Math.abs(above) - 0.5) / deviation));
}
