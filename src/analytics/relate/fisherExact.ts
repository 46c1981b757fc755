/**
 * Fisher's exact test of a table of two by two; the odds ratio by conditional likelihood, with its exact interval (Cornfield 1956), as
 * R's `fisher.test` has them.
 */
import { toMisfit } from '../core/check';
import { toHypergeometric, toHypergeometricChance } from '../core/distributions/counts';
import { type CrossTable, toTotals } from './crossTable';

export interface FisherTest {
  pValue: number;
  /** Of the first row and column having fewer, or more, than by chance. */
  lessPValue: number;
  greaterPValue: number;
  /** ad / bc; undefined for 0 / 0. */
  sampleOddsRatio: number | undefined;
  /** Of the greatest likelihood given the totals. */
  oddsRatio: number;
  interval: { low: number; high: number };
}

export function testFisher(table: CrossTable, { confidence = 0.95 } = {}): FisherTest {
  if (table.rows !== 2 || table.columns !== 2) throw new Error(`not two by two: ${table.rows}`);
  const [a, b, c, d] = table.counts as unknown as [number, number, number, number];
  const { ofRows, ofColumns, total } = toTotals(table);
  if (ofRows.includes(0) || ofColumns.includes(0)) throw toMisfit('no-variation');
  const given = { population: total, marked: ofRows[0]!, drawn: ofColumns[0]! };
  const support = toSupport(given);
  const { lower } = toHypergeometric(a, given);
  const { upper } = toHypergeometric(a - 1, given);
  const found = toHypergeometricChance(a, given) * (1 + 1e-7);
  let pValue = 0;
  for (const chance of support.chances) if (chance <= found) pValue += chance;
  const tail = (1 - confidence) / 2;
  return {
    pValue: Math.min(1, pValue),
    lessPValue: lower,
    greaterPValue: upper,
    sampleOddsRatio: b * c > 0 ? (a * d) / (b * c) : a * d > 0 ? Infinity : undefined,
    oddsRatio:
      a === support.least
        ? 0
        : a === support.most
          ? Infinity
          : findOdds(support, a, (weighted) => weighted.mean - a),
    interval: {
      low: a === support.least ? 0 : findOdds(support, a, (weighted) => weighted.atLeast - tail),
      high: a === support.most ? Infinity : findOdds(support, a, (weighted) => tail - weighted.atMost),
    },
  };
}

interface Support {
  least: number;
  most: number;
  chances: Float64Array;
}

function toSupport(given: { population: number; marked: number; drawn: number }): Support {
  const least = Math.max(0, given.drawn + given.marked - given.population);
  const most = Math.min(given.marked, given.drawn);
  const chances = Float64Array.from({ length: most - least + 1 }, (_, at) =>
    toHypergeometricChance(least + at, given),
  );
  return { least, most, chances };
}

interface Weighted {
  mean: number;
  atLeast: number;
  atMost: number;
}

// The chances when the odds are so many times what they are by chance.
function weigh({ least, chances }: Support, count: number, logOdds: number): Weighted {
  let highest = -Infinity;
  for (let at = 0; at < chances.length; at++) {
    highest = Math.max(highest, Math.log(chances[at]!) + at * logOdds);
  }
  const sums = { all: 0, mean: 0, atLeast: 0, atMost: 0 };
  for (let at = 0; at < chances.length; at++) {
    const weight = Math.exp(Math.log(chances[at]!) + at * logOdds - highest);
    sums.all += weight;
    sums.mean += weight * (least + at);
    if (least + at >= count) sums.atLeast += weight;
    if (least + at <= count) sums.atMost += weight;
  }
  return { mean: sums.mean / sums.all, atLeast: sums.atLeast / sums.all, atMost: sums.atMost / sums.all };
}

/** Where something that rises with the odds is zero. */
function findOdds(support: Support, count: number, toValue: (weighted: Weighted) => number): number {
  const value = (logOdds: number) => toValue(weigh(support, count, logOdds));
  let [low, high] = [-1, 1];
  while (value(low) > 0) if ((low *= 2) < -700) return 0;
  while (value(high) < 0) if ((high *= 2) > 700) return Infinity;
  for (let step = 0; step < 100 && high - low > 1e-15 * Math.max(1, Math.abs(low)); step++) {
    const middle = (low + high) / 2;
    if (value(middle) < 0) low = middle;
    else high = middle;
  }
  return Math.exp((low + high) / 2);
}
