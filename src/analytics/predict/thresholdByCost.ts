/** From which chance on it pays to act, where a false alarm costs one thing and a miss another (Elkan, IJCAI 2001). */
import { type Confusion, toRoc } from './metrics';

export interface Threshold {
  /** Rows from this chance on are acted on; infinite where none should be. */
  threshold: number;
  cost: number;
  confusion: Confusion;
  /** Where the chances are right, the threshold that costs least. */
  expected: number;
  /** What acting from one half on, on none, and on all costs. */
  atHalf: number;
  atNone: number;
  atAll: number;
  /** For a picture: each chance there is, the highest first, and what it costs to act from there on. */
  thresholds: Float64Array;
  costs: Float64Array;
}

export interface Costs {
  falsePositive: number;
  falseNegative: number;
}

/** Of thresholds that cost the same, the highest: it acts on the fewest. */
export function findThreshold(
  truth: Uint8Array,
  chances: Float64Array,
  { falsePositive, falseNegative }: Costs,
): Threshold {
  const yes = truth.reduce((sum, value) => sum + value, 0);
  const no = truth.length - yes;
  const { thresholds, falseRates, trueRates } = toRoc(truth, chances);
  const toConfusion = (at: number): Confusion => {
    const found = yes > 0 ? Math.round(trueRates[at]! * yes) : 0;
    const alarms = no > 0 ? Math.round(falseRates[at]! * no) : 0;
    return {
      truePositive: found,
      falseNegative: yes - found,
      falsePositive: alarms,
      trueNegative: no - alarms,
    };
  };
  const costs = thresholds.map((_, at) => {
    const confusion = toConfusion(at);
    return confusion.falsePositive * falsePositive + confusion.falseNegative * falseNegative;
  });
  const best = costs.reduce((least, cost, at) => (cost < costs[least]! ? at : least), 0);
  const half = thresholds.findLastIndex((threshold) => threshold >= 0.5);
  const both = falsePositive + falseNegative;
  return {
    threshold: thresholds[best]!,
    cost: costs[best]!,
    confusion: toConfusion(best),
    expected: both > 0 ? falsePositive / both : 0.5,
    atHalf: costs[half]!,
    atNone: costs[0]!,
    atAll: costs.at(-1)!,
    thresholds,
    costs,
  };
}
