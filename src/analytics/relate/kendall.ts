/**
 * Kendall's tau-b in n log n (Knight, J. Am. Stat. Assoc. 61, 1966). The p-value is exact for up to fifty rows without ties, by the
 * recursion over inversions; else normal, with the variance that ties leave (Kendall, Rank Correlation Methods, 4th ed. 1970).
 */
import { checkFinite, checkRows, toMisfit } from '../core/check';
import { toNormalUpper } from '../core/distributions/normal';
import { toRanks } from './ranks';
import type { RankCorrelation } from './spearman';

export interface KendallCorrelation extends RankCorrelation {
  concordant: number;
  discordant: number;
}

const MOST_EXACT = 50;

export function toKendall(x: Float64Array, y: Float64Array): KendallCorrelation {
  const count = x.length;
  checkRows(count, 3);
  checkFinite([x, y]);
  const [one, other] = [toRanks(x), toRanks(y)];
  for (const [column, { levels }] of [one, other].entries()) {
    if (levels < 2) throw toMisfit('constant-column', { column });
  }
  // rows in the order of x, those equal in x in the order of y; ranks are halves, so twice them are whole
  const width = 2 * count + 1;
  const keys = one.ranks.map((rank, row) => 2 * rank * width + 2 * other.ranks[row]!).sort();
  const inOrder = Int32Array.from(keys, (key) => key % width);
  const tiesOfX = countTies(one.ranks);
  const tiesOfY = countTies(other.ranks);
  const tiesOfBoth = countTies(keys);
  const pairs = (count * (count - 1)) / 2;
  const discordant = countInversions(inOrder);
  const concordant = pairs - tiesOfX.pairs - tiesOfY.pairs + tiesOfBoth.pairs - discordant;
  const surplus = concordant - discordant;
  const value = surplus / Math.sqrt(pairs - tiesOfX.pairs) / Math.sqrt(pairs - tiesOfY.pairs);
  const isExact = count <= MOST_EXACT && tiesOfX.pairs === 0 && tiesOfY.pairs === 0;
  return {
    value: Math.max(-1, Math.min(1, value)),
    pValue: isExact
      ? toExactP(count, Math.min(concordant, discordant))
      : toNormalP(surplus, count, tiesOfX, tiesOfY),
    isExact,
    count,
    concordant,
    discordant,
  };
}

interface Ties {
  /** Σ t (t - 1) / 2 over the sizes of the ties, and the other sums that the variance needs. */
  pairs: number;
  triples: number;
  weighted: number;
}

function countTies(values: Float64Array): Ties {
  const sorted = values.slice().sort();
  const ties = { pairs: 0, triples: 0, weighted: 0 };
  for (let from = 0; from < sorted.length;) {
    let to = from + 1;
    while (to < sorted.length && sorted[to] === sorted[from]) to++;
    const size = to - from;
    ties.pairs += (size * (size - 1)) / 2;
    ties.triples += size * (size - 1) * (size - 2);
    ties.weighted += size * (size - 1) * (2 * size + 5);
    from = to;
  }
  return ties;
}

function toNormalP(surplus: number, count: number, x: Ties, y: Ties): number {
  const pairs = count * (count - 1);
  const variance =
    (pairs * (2 * count + 5) - x.weighted - y.weighted) / 18 +
    (2 * x.pairs * y.pairs) / pairs +
    (x.triples * y.triples) / (9 * pairs * (count - 2));
  return 2 * toNormalUpper(Math.abs(surplus) / Math.sqrt(variance));
}

/** The chance of no more than so few inversions, doubled. */
function toExactP(count: number, inversions: number): number {
  let chances = new Float64Array(inversions + 1);
  chances[0] = 1;
  for (let size = 2; size <= count; size++) {
    const next = new Float64Array(inversions + 1);
    let sum = 0;
    for (let at = 0; at <= inversions; at++) {
      sum += chances[at]! - (chances[at - size] ?? 0);
      next[at] = sum / size;
    }
    chances = next;
  }
  return Math.min(1, 2 * chances.reduce((total, chance) => total + chance, 0));
}

/** How many pairs stand in falling order, by merging; overwrites the values. */
function countInversions(values: Int32Array): number {
  let inversions = 0;
  let from: Int32Array = values;
  let to: Int32Array = new Int32Array(values.length);
  for (let size = 1; size < values.length; size *= 2) {
    for (let start = 0; start < values.length; start += 2 * size) {
      const middle = Math.min(start + size, values.length);
      const end = Math.min(start + 2 * size, values.length);
      let [left, right] = [start, middle];
      for (let at = start; at < end; at++) {
        if (left < middle && (right >= end || from[left]! <= from[right]!)) to[at] = from[left++]!;
        else {
          inversions += middle - left;
          to[at] = from[right++]!;
        }
      }
    }
    [from, to] = [to, from];
  }
  return inversions;
}
