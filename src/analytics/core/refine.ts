/**
 * Iterative refinement of least squares: r + Xb = f and X'r = g are solved together, their residuals worked out with twice the
 * digits (Björck, BIT 7, 1967; Higham, Accuracy and Stability of Numerical Algorithms, 2nd ed. 2002, 20.5).
 */
import { applyQ, applyQt, type Qr } from './qr';
import { dot, toProductError } from './sums';
import { solveUpper, solveUpperTransposed } from './triangle';

export interface Columns {
  high: readonly Float64Array[];
  /** What rounding left of each value, where there is something. */
  low: readonly (Float64Array | undefined)[];
}

export interface Augmented {
  /** One for each column that is not left out, in the order of the factors. */
  coefficients: Float64Array;
  /** What rounding left of each coefficient. */
  rests: Float64Array;
  residuals: Float64Array;
  rounds: number;
  /** Whether the last correction was down to the last digits. */
  settled: boolean;
}

const MOST_ROUNDS = 12;
/** Once the whole is settled, one more round does it for the small coefficients beside large ones. */
const FEWEST_ROUNDS = 3;

/** The columns are those in the order of the factors. */
export function solveAugmented(
  qr: Qr,
  { high, low }: Columns,
  target: Float64Array | undefined,
  rightSide: Float64Array | undefined,
  { refine = true } = {},
): Augmented {
  const rows = high[0]?.length ?? target?.length ?? 0;
  const { rank } = qr;
  const coefficients = new Float64Array(rank);
  const rests = new Float64Array(rank);
  const residuals = new Float64Array(rows);
  const first = new Float64Array(rows);
  const second = new Float64Array(rank);
  const lost = new Float64Array(rows);
  let before = Infinity;
  let rounds = 0;

  for (;;) {
    if (target) first.set(target);
    else first.fill(0);
    second.fill(0);
    if (rightSide) second.set(rightSide);
    if (rounds > 0) {
      lost.fill(0);
      takeOff(first, lost, residuals, 1, undefined);
      for (let at = 0; at < rank; at++) {
        takeOff(first, lost, high[at]!, coefficients[at]!, low[at]);
        takeOffSmall(lost, high[at]!, rests[at]!);
      }
      for (let row = 0; row < rows; row++) first[row]! += lost[row]!;
      for (let at = 0; at < rank; at++) second[at]! -= along(high[at]!, low[at], residuals);
    }
    solve(qr, first, second);
    for (let row = 0; row < rows; row++) residuals[row]! += first[row]!;
    const size = add(coefficients, rests, second);
    rounds++;
    const settled = size < 2 ** -50;
    const isDone = (settled && rounds >= FEWEST_ROUNDS) || rounds === MOST_ROUNDS || size > before / 2;
    if (!refine || isDone) return { coefficients, rests, residuals, rounds, settled };
    before = Math.max(size, 2 ** -60);
  }
}

/** The correction: `first` becomes that of the residuals, `second` that of the coefficients. */
function solve(qr: Qr, first: Float64Array, second: Float64Array): void {
  const { rank, r } = qr;
  applyQt(qr, first);
  solveUpperTransposed(r, rank, second);
  for (let at = 0; at < rank; at++) {
    const held = second[at]!;
    second[at] = first[at]! - held;
    first[at] = held;
  }
  solveUpper(r, rank, second);
  applyQ(qr, first);
}

/** How large the largest correction is beside the largest coefficient. */
function add(coefficients: Float64Array, rests: Float64Array, corrections: Float64Array): number {
  let change = 0;
  let size = 0;
  for (let at = 0; at < coefficients.length; at++) {
    const correction = corrections[at]! + rests[at]!;
    const held = coefficients[at]!;
    const next = held + correction;
    const part = next - held;
    rests[at] = held - (next - part) + (correction - part);
    coefficients[at] = next;
    change = Math.max(change, Math.abs(corrections[at]!));
    size = Math.max(size, Math.abs(next));
  }
  return change === 0 ? 0 : change / size;
}

/** high + low -= factor (column + rest), with twice the digits. */
function takeOff(
  high: Float64Array,
  low: Float64Array,
  column: Float64Array,
  factor: number,
  rest: Float64Array | undefined,
): void {
  for (let row = 0; row < high.length; row++) {
    const value = column[row]!;
    const product = value * factor;
    const held = high[row]!;
    const next = held - product;
    const part = next - held;
    low[row]! += held - (next - part) - (product + part) - toProductError(value, factor, product);
    high[row] = next;
  }
  if (rest) takeOffSmall(low, rest, factor);
}

function takeOffSmall(low: Float64Array, column: Float64Array, factor: number): void {
  for (let row = 0; row < low.length; row++) low[row]! -= column[row]! * factor;
}

function along(column: Float64Array, rest: Float64Array | undefined, residuals: Float64Array): number {
  let small = 0;
  if (rest) for (let row = 0; row < residuals.length; row++) small += rest[row]! * residuals[row]!;
  return dot(column, residuals) + small;
}
