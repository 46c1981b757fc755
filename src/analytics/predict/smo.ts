/**
 * Sequential minimal optimisation: of the weights, two at a time, chosen by what they promise to second order (Fan, Chen and Lin, Journal of
 * Machine Learning Research 6, 2005). It finds the least ½ Σ Σ sᵢ sⱼ K(i, j) aᵢ aⱼ + Σ pᵢ aᵢ with Σ sᵢ aᵢ = 0 and 0 ≤ aᵢ ≤ cost.
 */
export interface Quadratic {
  /** How alike a row is to each. There may be several weights to a row: weight `at` belongs to row `at` modulo their number. */
  toRow: (row: number) => Float32Array;
  /** Of each row with itself. */
  diagonal: Float64Array;
  /** By weight: 1 or -1. */
  signs: Int8Array;
  linear: Float64Array;
  cost: number;
}

export interface Solved {
  weights: Float64Array;
  /** What is taken off Σ sᵢ aᵢ K(i, x). */
  offset: number;
  rounds: number;
  settled: boolean;
}

const LEAST_CURVE = 1e-12;

export function solveQuadratic(
  { toRow, diagonal, signs, linear, cost }: Quadratic,
  {
    tolerance = 1e-3,
    most = Math.max(100_000, 100 * signs.length),
    onProgress = () => {},
  }: { tolerance?: number; most?: number; onProgress?: (share: number) => void } = {},
): Solved {
  const rows = diagonal.length;
  const size = signs.length;
  const weights = new Float64Array(size);
  // what a weight that moves by its sign gains; and whether it may move so, or against it
  const pulls = linear.map((value, at) => -signs[at]! * value);
  const mayRise = Uint8Array.from(signs, (sign) => Number(sign > 0));
  const mayFall = Uint8Array.from(signs, (sign) => Number(sign < 0));
  let [highest, lowest, one] = findEnds(pulls, mayRise, mayFall);
  const first = highest - lowest;
  for (let round = 0; ; round++) {
    const gap = highest - lowest;
    const settled = !(gap > tolerance);
    if (settled || round === most)
      return { weights, offset: toOffset(weights, pulls, mayRise, mayFall), rounds: round, settled };
    if (round % 1000 === 0)
      onProgress(Math.max(0, 1 - Math.log(gap / tolerance) / Math.log(first / tolerance)));

    const row = toRow(one % rows);
    const own = diagonal[one % rows]!;
    let best = -1;
    let other = -1;
    for (let at = 0, base = 0; at < size; at++, base++) {
      if (base === rows) base = 0;
      const ahead = highest - pulls[at]!;
      if (ahead <= 0 || mayFall[at] === 0) continue;
      const curve = Math.max(LEAST_CURVE, own + diagonal[base]! - 2 * row[base]!);
      const gain = (ahead * ahead) / curve;
      if (gain > best) {
        best = gain;
        other = at;
      }
    }
    const curve = Math.max(LEAST_CURVE, own + diagonal[other % rows]! - 2 * row[other % rows]!);
    const oneRoom = signs[one]! > 0 ? cost - weights[one]! : weights[one]!;
    const otherRoom = signs[other]! > 0 ? weights[other]! : cost - weights[other]!;
    const step = Math.min((highest - pulls[other]!) / curve, oneRoom, otherRoom);
    // at a bound, exactly there
    weights[one] = step === oneRoom ? (signs[one]! > 0 ? cost : 0) : weights[one]! + signs[one]! * step;
    weights[other] =
      step === otherRoom ? (signs[other]! > 0 ? 0 : cost) : weights[other]! - signs[other]! * step;
    for (const at of [one, other]) {
      mayRise[at] = Number(signs[at]! > 0 ? weights[at]! < cost : weights[at]! > 0);
      mayFall[at] = Number(signs[at]! > 0 ? weights[at]! > 0 : weights[at]! < cost);
    }
    const otherRow = toRow(other % rows);
    for (let at = 0, base = 0; at < size; at++, base++) {
      if (base === rows) base = 0;
      pulls[at]! -= step * (row[base]! - otherRow[base]!);
    }
    [highest, lowest, one] = findEnds(pulls, mayRise, mayFall);
  }
}

/** The most that a weight gains by its sign, the least that one that may go against it does, and the place of the first. */
function findEnds(pulls: Float64Array, mayRise: Uint8Array, mayFall: Uint8Array): [number, number, number] {
  let highest = -Infinity;
  let lowest = Infinity;
  let one = -1;
  for (let at = 0; at < pulls.length; at++) {
    const pull = pulls[at]!;
    if (pull > highest && mayRise[at] === 1) {
      highest = pull;
      one = at;
    }
    if (pull < lowest && mayFall[at] === 1) lowest = pull;
  }
  return [highest, lowest, one];
}

/** The mean over the weights that are at no bound, or the middle of what the others allow. */
function toOffset(
  weights: Float64Array,
  pulls: Float64Array,
  mayRise: Uint8Array,
  mayFall: Uint8Array,
): number {
  let [sum, free, upper, lower] = [0, 0, Infinity, -Infinity];
  for (let at = 0; at < weights.length; at++) {
    const value = -pulls[at]!;
    if (mayRise[at] === 1 && mayFall[at] === 1) {
      sum += value;
      free++;
    } else if (mayRise[at] === 1) upper = Math.min(upper, value);
    else lower = Math.max(lower, value);
  }
  return free > 0 ? sum / free : (upper + lower) / 2;
}
