import { setSoftmax } from './softmax';
import type { Target } from './target';

export interface BoostingLoss {
  /** Newton's step of each row's score, and the second derivative that it weighs. */
  steps: Float64Array;
  weights: Float64Array;
  /** Those of one score. */
  setSteps(output: number): void;
  /** To be called when scores have changed. */
  update(): void;
  /** The mean loss of the rows. */
  measure(rows: Int32Array): number;
}

/** A score a row, and for more than two classes one for each. */
export function createBoostingLoss(target: Target, scores: readonly Float64Array[]): BoostingLoss {
  return target.kind === 'number' ? createSquares(target.values, scores[0]!) : createLogLoss(target, scores);
}

/** The scores that lose least where all rows have the same. */
export function toBoostingStart(target: Target, rows: Int32Array): Float64Array {
  if (target.kind === 'number') {
    const first = target.values[rows[0]!]!;
    let sum = 0;
    for (const row of rows) sum += target.values[row]! - first;
    return Float64Array.of(first + sum / rows.length);
  }
  const counts = new Float64Array(target.classes);
  for (const row of rows) counts[target.codes[row]!]!++;
  // logarithms may differ in their last digits from browser to browser
  const logs = counts.map(
    (count) => Math.round(Math.log(Math.max(count / rows.length, Number.EPSILON)) * 1e12) / 1e12,
  );
  return target.classes > 2 ? logs : Float64Array.of(logs[1]! - logs[0]!);
}

function createSquares(values: Float64Array, scores: Float64Array): BoostingLoss {
  const steps = new Float64Array(values.length);
  return {
    steps,
    weights: new Float64Array(values.length).fill(1),
    setSteps() {
      for (let row = 0; row < steps.length; row++) steps[row] = values[row]! - scores[row]!;
    },
    update() {},
    measure(rows) {
      let sum = 0;
      for (const row of rows) sum += (values[row]! - scores[row]!) ** 2;
      return sum / rows.length;
    },
  };
}

/** A class may be next to certain, but not so much that its second derivative is 0. */
const LEAST_SHARE = 2 ** -40;

/** So small the product of shares may become before its logarithm is taken, which is then not done for every row. */
const SMALL = 2 ** -900;

function createLogLoss(
  { codes, classes }: { codes: Int32Array; classes: number },
  scores: readonly Float64Array[],
): BoostingLoss {
  const steps = new Float64Array(codes.length);
  const weights = new Float64Array(codes.length);
  const shares = Array.from({ length: classes }, () => new Float64Array(codes.length));
  update();
  return { steps, weights, setSteps, update, measure };

  function update(): void {
    const skipped = classes - scores.length;
    if (skipped > 0) shares[0]!.fill(0);
    for (const [at, score] of scores.entries()) shares[at + skipped]!.set(score);
    setSoftmax(shares);
  }

  function setSteps(output: number): void {
    const code = output + classes - scores.length;
    const share = shares[code]!;
    for (let row = 0; row < steps.length; row++) {
      const likely = Math.min(1 - LEAST_SHARE, Math.max(LEAST_SHARE, share[row]!));
      const weight = likely * (1 - likely);
      weights[row] = weight;
      steps[row] = ((codes[row] === code ? 1 : 0) - likely) / weight;
    }
  }

  function measure(rows: Int32Array): number {
    let sum = 0;
    let product = 1;
    for (const row of rows) {
      product *= Math.max(LEAST_SHARE, shares[codes[row]!]![row]!);
      if (product > SMALL) continue;
      sum -= Math.log(product);
      product = 1;
    }
    return (sum - Math.log(product)) / rows.length;
  }
}
