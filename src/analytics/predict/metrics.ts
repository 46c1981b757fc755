/**
 * How good predictions of two classes are: counts of right and wrong, and the curve of all thresholds with the area under it (Fawcett,
 * Pattern Recognition Letters 27, 2006), the loss of the logarithm, and Brier's score (Monthly Weather Review 78, 1950).
 */
export interface Confusion {
  truePositive: number;
  falsePositive: number;
  falseNegative: number;
  trueNegative: number;
}

/** Both are 1 for the class that is asked for, else 0. */
export function toConfusion(truth: Uint8Array, predicted: Uint8Array): Confusion {
  const counts = [0, 0, 0, 0];
  for (let row = 0; row < truth.length; row++) counts[2 * truth[row]! + predicted[row]!]!++;
  const [trueNegative, falsePositive, falseNegative, truePositive] = counts as [
    number,
    number,
    number,
    number,
  ];
  return { truePositive, falsePositive, falseNegative, trueNegative };
}

export interface Scores {
  accuracy: number;
  /** Of those predicted, how many are; none where none is predicted. */
  precision: number | undefined;
  /** Of those that are, how many are predicted. */
  recall: number | undefined;
  /** Of those that are not, how many are not predicted. */
  specificity: number | undefined;
  f1: number | undefined;
}

export function toScores({ truePositive, falsePositive, falseNegative, trueNegative }: Confusion): Scores {
  const share = (part: number, rest: number) => (part + rest > 0 ? part / (part + rest) : undefined);
  const right = truePositive + trueNegative;
  return {
    accuracy: right / (right + falsePositive + falseNegative),
    precision: share(truePositive, falsePositive),
    recall: share(truePositive, falseNegative),
    specificity: share(trueNegative, falsePositive),
    f1: share(2 * truePositive, falsePositive + falseNegative),
  };
}

export interface Roc {
  /** From the highest score down; the first, above all scores, is infinite. */
  thresholds: Float64Array;
  falseRates: Float64Array;
  trueRates: Float64Array;
  /** The chance that one of the class scores higher than one that is not, ties by half; none of one class alone. */
  area: number | undefined;
}

/** A point for each score, ties together. */
export function toRoc(truth: Uint8Array, scores: Float64Array): Roc {
  const yes = scores.filter((_, row) => truth[row] === 1).sort();
  const no = scores.filter((_, row) => truth[row] === 0).sort();
  const points: number[] = [Infinity, 0, 0];
  let [above, below, pairs] = [yes.length, no.length, 0];
  while (above > 0 || below > 0) {
    const score = Math.max(yes[above - 1] ?? -Infinity, no[below - 1] ?? -Infinity);
    const before = above;
    while (above > 0 && yes[above - 1] === score) above--;
    let tied = 0;
    for (; below > 0 && no[below - 1] === score; tied++) below--;
    pairs += tied * (yes.length - (before + above) / 2);
    points.push(score, no.length - below, yes.length - above);
  }
  const pick = (offset: number, of: number) =>
    Float64Array.from({ length: points.length / 3 }, (_, at) => points[3 * at + offset]! / of);
  return {
    thresholds: pick(0, 1),
    falseRates: pick(1, no.length),
    trueRates: pick(2, yes.length),
    area: yes.length > 0 && no.length > 0 ? pairs / (yes.length * no.length) : undefined,
  };
}

/** Of the chances that were given to what came: 0 is right and certain. A certainty that is wrong is held to 2^-52. */
export function toLogLoss(truth: Uint8Array, chances: Float64Array): number {
  let loss = 0;
  for (let row = 0; row < truth.length; row++) {
    const chance = truth[row] === 1 ? chances[row]! : 1 - chances[row]!;
    loss -= Math.log(Math.max(chance, Number.EPSILON));
  }
  return loss / truth.length;
}

export function toBrier(truth: Uint8Array, chances: Float64Array): number {
  let squares = 0;
  for (let row = 0; row < truth.length; row++) squares += (truth[row]! - chances[row]!) ** 2;
  return squares / truth.length;
}
