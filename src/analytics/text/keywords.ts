/**
 * What a group says more than all others: log-odds ratios with an informative Dirichlet prior, divided by their standard errors
 * (Monroe, Colaresi and Quinn, “Fightin’ Words”, Political Analysis 16, 2008, equations 16, 18, 22 and 23).
 */
import type { GroupSums } from './groups';

/**
 * A score a group and word, group by group. `prior` is what is held to be known beforehand, as a number of words that are spread as in
 * all texts.
 */
export function scoreWords({ groups, columns, sums }: GroupSums, { prior = columns } = {}): Float64Array {
  const ofWords = new Float64Array(columns);
  const ofGroups = new Float64Array(groups);
  for (let group = 0; group < groups; group++) {
    for (let word = 0; word < columns; word++) {
      ofWords[word]! += sums[group * columns + word]!;
      ofGroups[group]! += sums[group * columns + word]!;
    }
  }
  const all = ofGroups.reduce((sum, count) => sum + count, 0);
  const scores = new Float64Array(groups * columns);
  for (let group = 0; group < groups; group++) {
    const here = ofGroups[group]!;
    for (let word = 0; word < columns; word++) {
      const known = (prior * ofWords[word]!) / all;
      const one = sums[group * columns + word]! + known;
      const other = ofWords[word]! + 2 * known - one;
      const odds = Math.log(one / (here + prior - one)) - Math.log(other / (all - here + prior - other));
      scores[group * columns + word] = odds / Math.sqrt(1 / one + 1 / other);
    }
  }
  return scores;
}
