import { checkRows, toMisfit } from '../../core/check';
import { toMean } from '../../core/sums';
import { toMedian, toSorted } from '../../describe/quantiles';
import { fitAnova, fitWelchAnova, testVariances } from '../../relate/anova';
import { compareByGamesHowell } from '../../relate/gamesHowell';
import { testKruskalWallis } from '../../relate/kruskal';
import { compareByTukey } from '../../relate/tukey';
import type { CompareSettings, Comparison, Pair, Part, Test } from './comparison';
import { checkSpread, maybeTested } from './comparison';
import { chooseMethod } from './doubtful';

/** Each pair is an integral in two dimensions, and nobody reads more of them. */
const MOST_GROUPS = 50;

/** Three groups or more. */
export function compareSeveral(
  parts: readonly Part[],
  target: string,
  settings: CompareSettings,
): Comparison {
  if (parts.length > MOST_GROUPS)
    throw toMisfit('too-many-groups', { groups: parts.length, limit: MOST_GROUPS });
  const { byRanks, notes } = chooseMethod(parts, settings);
  const { tests, pairs, p, spread } = (byRanks ? testRanks : testMiddles)(parts, settings);
  const toMiddle = ({ values }: Part) => (byRanks ? toMedian(toSorted(values))! : toMean(values));
  const sorted = [...parts].sort((a, b) => toMiddle(a) - toMiddle(b));
  const [least, most] = [sorted[0]!, sorted.at(-1)!];
  const level = 1 - settings.confidence;
  const apart = pairs.filter(({ pValue }) => pValue < level).length;
  return {
    parts,
    tests,
    pairs,
    notes: [
      {
        why: `compare-more-${byRanks ? 'ranks' : 'means'}-${p < level ? 'differ' : 'alike'}`,
        params: {
          target,
          groups: parts.length,
          most: most.name,
          least: least.name,
          mostMiddle: toMiddle(most),
          leastMiddle: toMiddle(least),
          p,
        },
      },
      ...(p < level
        ? [{ why: 'compare-pairs', params: { apart, pairs: pairs.length, method: pairs[0]!.method } }]
        : []),
      { why: 'compare-by', params: { test: tests[0]!.test } },
      ...notes,
      ...(spread !== undefined && spread < level
        ? [{ why: 'compare-spread-differs', params: { p: spread } }]
        : []),
    ],
  };
}

interface Found {
  /** That whose p-value counts first. */
  tests: Test[];
  pairs: Pair[];
  p: number;
  /** How easily chance alone makes the groups vary so differently. */
  spread?: number;
}

function testMiddles(parts: readonly Part[], { confidence }: CompareSettings): Found {
  checkSpread(parts);
  const { values, codes } = toCoded(parts);
  const one = fitAnova(values, codes, parts.length);
  const welch = maybeTested(() => fitWelchAnova(values, codes, parts.length));
  const spread = maybeTested(() => {
    for (const part of parts) checkRows(part.values.length, 3);
    return testVariances(values, codes, parts.length);
  });
  const isUneven = welch !== undefined && spread !== undefined && spread.pValue < 1 - confidence;
  const pairs = isUneven
    ? compareByGamesHowell(one.groups, { confidence })
    : compareByTukey(one, { confidence });
  const plain: Test = {
    test: 'one-way ANOVA F',
    statistic: one.f,
    df1: one.between.freedom,
    df2: one.within.freedom,
    pValue: one.pValue,
    effect: one.omegaSquared,
    measure: 'omega squared',
  };
  const tests = [
    ...(welch ? [{ ...toF('Welch ANOVA F', welch), effect: one.etaSquared, measure: 'eta squared' }] : []),
    plain,
    ...(spread ? [toF('Brown–Forsythe F of variances', spread)] : []),
  ];
  return {
    tests,
    pairs: pairs.map(({ one, other, ...pair }) => ({
      ...pair,
      group: parts[other]!.name,
      against: parts[one]!.name,
      method: isUneven ? 'Games–Howell' : 'Tukey',
    })),
    p: tests[0]!.pValue,
    ...(spread && { spread: spread.pValue }),
  };
}

function toF(test: string, found: { f: number; above: number; below: number; pValue: number }): Test {
  return { test, statistic: found.f, df1: found.above, df2: found.below, pValue: found.pValue };
}

function testRanks(parts: readonly Part[]): Found {
  const { values, codes } = toCoded(parts);
  const { h, freedom, pValue, epsilonSquared, groups, pairs } = testKruskalWallis(
    values,
    codes,
    parts.length,
  );
  return {
    tests: [
      {
        test: 'Kruskal–Wallis H',
        statistic: h,
        df1: freedom,
        pValue,
        effect: epsilonSquared,
        measure: 'epsilon squared',
      },
    ],
    pairs: pairs.map(({ one, other, adjusted }) => ({
      group: parts[other]!.name,
      against: parts[one]!.name,
      difference: groups[other]!.meanRank - groups[one]!.meanRank,
      pValue: adjusted,
      method: 'Dunn, Holm',
    })),
    p: pValue,
  };
}

function toCoded(parts: readonly Part[]): { values: Float64Array; codes: Int32Array } {
  const rows = parts.reduce((sum, { values }) => sum + values.length, 0);
  const values = new Float64Array(rows);
  const codes = new Int32Array(rows);
  let from = 0;
  for (const [code, part] of parts.entries()) {
    values.set(part.values, from);
    codes.fill(code, from, from + part.values.length);
    from += part.values.length;
  }
  return { values, codes };
}
