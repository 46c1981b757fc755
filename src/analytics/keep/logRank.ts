/**
 * The log-rank test of several groups: at each time those who go are compared with what equal groups would have, with the
 * covariances of the hypergeometric distribution (Mantel, Cancer Chemotherapy Reports 50, 1966; Peto and Peto, J. R. Stat. Soc. A 135, 1972).
 */
import { pick } from '../complete';
import { factorCholesky, solveCholesky } from '../core/cholesky';
import { toChiSquare } from '../core/distributions/gamma';
import type { LifeTable } from './lifeTable';

export interface LogRank {
  statistic: number;
  freedom: number;
  pValue: number;
}

export interface LogRankTest {
  /** How many would have gone of each group if it made no difference. */
  expected: Float64Array;
  /** Undefined where nobody went while there were two groups. */
  test: LogRank | undefined;
}

export function testLogRank({ times, groups }: LifeTable): LogRankTest {
  const count = groups.length;
  const here = Float64Array.from(groups, ({ rows }) => rows);
  const expected = new Float64Array(count);
  const above = new Float64Array(count);
  const covariance = new Float64Array(count * count);
  for (let at = 0; at < times.length; at++) {
    let atRisk = 0;
    let gone = 0;
    for (let group = 0; group < count; group++) {
      atRisk += here[group]!;
      gone += groups[group]!.gone[at]!;
    }
    if (gone > 0) {
      const spread = atRisk > 1 ? (gone * (atRisk - gone)) / (atRisk - 1) : 0;
      for (let group = 0; group < count; group++) {
        const share = here[group]! / atRisk;
        expected[group]! += gone * share;
        above[group]! += groups[group]!.gone[at]! - gone * share;
        for (let other = 0; other < count; other++)
          covariance[group * count + other]! +=
            spread * share * (Number(group === other) - here[other]! / atRisk);
      }
    }
    for (let group = 0; group < count; group++) here[group]! -= groups[group]!.last[at]!;
  }
  return { expected, test: maybeTest(expected, above, covariance) };
}

/** One group is left out, as it follows from the others; and those of which nobody was there when somebody went. */
function maybeTest(
  expected: Float64Array,
  above: Float64Array,
  covariance: Float64Array,
): LogRank | undefined {
  const count = expected.length;
  const used = Int32Array.from(expected.keys())
    .filter((group) => expected[group]! > 0)
    .slice(1);
  const freedom = used.length;
  const matrix = new Float64Array(freedom * freedom);
  for (let one = 0; one < freedom; one++)
    for (let other = 0; other < freedom; other++)
      matrix[one * freedom + other] = covariance[used[one]! * count + used[other]!]!;
  const factor = freedom > 0 ? factorCholesky(matrix, freedom) : undefined;
  if (!factor) return undefined;
  const differences = pick(above, used);
  const solved = differences.slice();
  solveCholesky(factor, freedom, solved);
  const statistic = differences.reduce((sum, value, at) => sum + value * solved[at]!, 0);
  return { statistic, freedom, pValue: toChiSquare(statistic, freedom).upper };
}
