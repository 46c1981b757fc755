import { toMedian, toSorted } from '../../describe/quantiles';
import { testMannWhitney, testWilcoxon } from '../../relate/rankTests';
import { testMeans, testPairs } from '../../relate/tTest';
import { toMean } from '../../core/sums';
import type { CompareSettings, Comparison, Part } from './comparison';
import { checkSpread } from './comparison';
import { chooseMethod } from './doubtful';

/** Two groups, or two columns row by row. */
export function compareTwo(
  parts: readonly [Part, Part],
  target: string,
  settings: CompareSettings,
): Comparison {
  const isPaired = settings.how === 'pairs';
  const tested = isPaired ? [toDifferences(parts)] : parts;
  const { byRanks, notes } = chooseMethod(tested, settings);
  if (!byRanks) checkSpread(tested);
  const [against, group] = parts;
  const toMiddle = ({ values }: Part) => (byRanks ? toMedian(toSorted(values))! : toMean(values));
  const [least, most] = [...parts].sort((a, b) => toMiddle(a) - toMiddle(b)) as [Part, Part];
  const found = (byRanks ? testRanks : testMiddles)(group.values, against.values, settings);
  const { test, pValue } = found;
  const difference = found.difference ?? toMiddle(group) - toMiddle(against);
  const isShown = pValue < 1 - settings.confidence;
  const why = `compare-${isPaired ? 'paired' : 'two'}-${byRanks ? 'ranks' : 'means'}-${isShown ? 'differ' : 'alike'}`;
  return {
    parts,
    tests: [found],
    pairs: [{ ...found, group: group.name, against: against.name, difference, method: test }],
    notes: [
      {
        why,
        params: {
          target,
          most: most.name,
          least: least.name,
          mostMiddle: toMiddle(most),
          leastMiddle: toMiddle(least),
          difference: Math.abs(difference),
          p: pValue,
        },
      },
      { why: 'compare-by', params: { test } },
      ...notes,
    ],
  };
}

function testMiddles(one: Float64Array, other: Float64Array, { how, confidence }: CompareSettings) {
  const isPaired = how === 'pairs';
  const { t, freedom, hedges, interval, ...found } = (isPaired ? testPairs : testMeans)(one, other, {
    confidence,
  });
  return {
    test: isPaired ? 'paired t' : 'Welch t',
    statistic: t,
    df1: freedom,
    pValue: found.pValue,
    effect: hedges,
    measure: 'Hedges g',
    difference: found.difference,
    ...interval,
  };
}

function testRanks(one: Float64Array, other: Float64Array, { how }: CompareSettings) {
  const isPaired = how === 'pairs';
  const { statistic, pValue, effect } = (isPaired ? testWilcoxon : testMannWhitney)(one, other);
  return {
    test: isPaired ? 'Wilcoxon signed ranks' : 'Mann–Whitney U',
    statistic,
    pValue,
    effect,
    measure: 'rank-biserial correlation',
    difference: undefined,
  };
}

function toDifferences([one, other]: readonly [Part, Part]): Part {
  return {
    name: `${other.name} − ${one.name}`,
    values: one.values.map((value, row) => other.values[row]! - value),
  };
}
