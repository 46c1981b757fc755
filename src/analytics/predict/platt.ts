/**
 * Chances out of the decisions of a machine that knows none: a sigmoid of them (Platt, 1999, as mended by Lin, Lin and Weng, Machine
 * Learning 68, 2007), and those of every two classes made into shares of all (Wu, Lin and Weng, JMLR 5, 2004, their second way).
 */
export interface Sigmoid {
  slope: number;
  shift: number;
}

const MOST_ROUNDS = 100;
const RIDGE = 1e-12;

/** Of decisions that are above 0 for what is 1. */
export function fitSigmoid(decisions: Float64Array, truth: Uint8Array): Sigmoid {
  const ones = truth.reduce((sum, value) => sum + value, 0);
  const none = truth.length - ones;
  // a row beside each side's, so that chances of 0 and 1 are nobody's
  const goals = Float64Array.from(truth, (value) => (value ? (ones + 1) / (ones + 2) : 1 / (none + 2)));
  const toLoss = ({ slope, shift }: Sigmoid) => {
    let loss = 0;
    for (let row = 0; row < decisions.length; row++) {
      const odds = slope * decisions[row]! + shift;
      loss +=
        Math.log1p(Math.exp(-Math.abs(odds))) + (odds > 0 ? (1 - goals[row]!) * odds : -goals[row]! * odds);
    }
    return loss;
  };
  let at: Sigmoid = { slope: 0, shift: Math.log((ones + 1) / (none + 1)) };
  let loss = toLoss(at);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    let [slopes, across, shifts, bySlope, byShift] = [RIDGE, 0, RIDGE, 0, 0];
    for (let row = 0; row < decisions.length; row++) {
      const decision = decisions[row]!;
      const chance = toChance(at, decision);
      const spread = chance * (1 - chance);
      const miss = goals[row]! - chance;
      slopes += decision * decision * spread;
      across += decision * spread;
      shifts += spread;
      bySlope += decision * miss;
      byShift += miss;
    }
    if (Math.abs(bySlope) < 1e-9 && Math.abs(byShift) < 1e-9) break;
    const determinant = slopes * shifts - across * across;
    const step = {
      slope: (shifts * bySlope - across * byShift) / determinant,
      shift: (slopes * byShift - across * bySlope) / determinant,
    };
    const gain = step.slope * bySlope + step.shift * byShift;
    let share = 1;
    let next = at;
    let nextLoss = loss;
    for (; share > 1e-10; share /= 2) {
      next = { slope: at.slope + share * step.slope, shift: at.shift + share * step.shift };
      nextLoss = toLoss(next);
      if (nextLoss < loss - 1e-4 * share * gain) break;
    }
    if (!(nextLoss < loss)) break;
    [at, loss] = [next, nextLoss];
  }
  return at;
}

export function toChance({ slope, shift }: Sigmoid, decision: number): number {
  return 1 / (1 + Math.exp(-(slope * decision + shift)));
}

/** `pairs` has in row i, column j the chance of i where it is i or j. The shares are 1 together. */
export function coupleChances(pairs: Float64Array, count: number, shares: Float64Array): void {
  shares.fill(1 / count);
  const matrix = new Float64Array(count * count);
  for (let one = 0; one < count; one++)
    for (let other = 0; other < count; other++) {
      if (one === other) continue;
      matrix[one * (count + 1)]! += pairs[other * count + one]! ** 2;
      matrix[one * count + other] = -pairs[other * count + one]! * pairs[one * count + other]!;
    }
  const slopes = new Float64Array(count);
  for (let round = 0; round < Math.max(100, count); round++) {
    let whole = 0;
    for (let one = 0; one < count; one++) {
      slopes[one] = 0;
      for (let other = 0; other < count; other++)
        slopes[one]! += matrix[one * count + other]! * shares[other]!;
      whole += shares[one]! * slopes[one]!;
    }
    const apart = slopes.reduce((most, slope) => Math.max(most, Math.abs(slope - whole)), 0);
    if (apart < 1e-12) break;
    for (let one = 0; one < count; one++) {
      const own = matrix[one * (count + 1)]!;
      const step = (whole - slopes[one]!) / own;
      shares[one]! += step;
      whole = (whole + step * (step * own + 2 * slopes[one]!)) / (1 + step) ** 2;
      for (let other = 0; other < count; other++) {
        slopes[other] = (slopes[other]! + step * matrix[one * count + other]!) / (1 + step);
        shares[other]! /= 1 + step;
      }
    }
  }
}
