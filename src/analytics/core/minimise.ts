/**
 * A smooth function's minimum in a box: BFGS with the step projected on the bounds and a backtracking search
 * (Bertsekas 1982, SIAM J. Control Optim. 20; Nocedal and Wright 2006, ch. 6). Dense: for up to some sixty values.
 */

/** Gives the value at a point, and its gradient where one is asked for. Infinity or NaN is a place not to go. */
export type Slope = (at: Float64Array, gradient?: Float64Array) => number;

export interface Minimum {
  at: Float64Array;
  value: number;
  rounds: number;
  converged: boolean;
}

export interface MinimiseOptions {
  lower?: Float64Array;
  upper?: Float64Array;
  maxRounds?: number;
  /** The search ends when two rounds in a row gain less than this share of the value. */
  tolerance?: number;
  /** The length of the first step. */
  firstStep?: number;
}

const ARMIJO = 1e-4;

export function minimise(
  slope: Slope,
  start: Float64Array,
  { lower, upper, maxRounds = 200, tolerance = 1e-10, firstStep = 0.1 }: MinimiseOptions = {},
): Minimum {
  const size = start.length;
  let at = Float64Array.from(start, (value, i) => clamp(value, lower?.[i], upper?.[i]));
  let next = new Float64Array(size);
  let gradient = new Float64Array(size);
  let nextGradient = new Float64Array(size);
  const inverse = new Float64Array(size * size);
  const direction = new Float64Array(size);
  const change = new Float64Array(size);
  const isHeld = new Uint8Array(size);
  let isFresh = true;
  let small = 0;
  let value = slope(at, gradient);

  for (let round = 1; round <= maxRounds; round++) {
    let largest = 0;
    for (let i = 0; i < size; i++) {
      const g = gradient[i]!;
      isHeld[i] =
        (at[i]! <= (lower?.[i] ?? -Infinity) && g > 0) || (at[i]! >= (upper?.[i] ?? Infinity) && g < 0)
          ? 1
          : 0;
      if (!isHeld[i]) largest = Math.max(largest, Math.abs(g));
    }
    if (!(largest > 1e-9)) return { at, value, rounds: round, converged: Number.isFinite(value) };

    if (isFresh) resetTo(inverse, size, firstStep / largest);
    let descent = findDirection(inverse, gradient, isHeld, direction);
    if (!(descent < 0)) {
      resetTo(inverse, size, firstStep / largest);
      isFresh = true;
      descent = findDirection(inverse, gradient, isHeld, direction);
    }

    let share = 1;
    let nextValue = Infinity;
    for (let halving = 0; halving < 40; halving++, share *= halving < 3 ? 0.5 : 0.2) {
      let promised = 0;
      for (let i = 0; i < size; i++) {
        next[i] = clamp(at[i]! + share * direction[i]!, lower?.[i], upper?.[i]);
        promised += gradient[i]! * (next[i]! - at[i]!);
      }
      nextValue = slope(next);
      if (nextValue <= value + ARMIJO * promised) break;
    }
    if (!(nextValue < value)) {
      if (isFresh) return { at, value, rounds: round, converged: true };
      isFresh = true;
      continue;
    }

    slope(next, nextGradient);
    small = value - nextValue <= tolerance * (Math.abs(nextValue) + tolerance) ? small + 1 : 0;
    for (let i = 0; i < size; i++) {
      change[i] = isHeld[i] ? 0 : next[i]! - at[i]!;
      gradient[i] = isHeld[i] ? 0 : nextGradient[i]! - gradient[i]!;
    }
    update(inverse, change, gradient, direction, isFresh);
    isFresh = false;
    [at, next] = [next, at];
    [gradient, nextGradient] = [nextGradient, gradient];
    value = nextValue;
    if (small === 2) return { at, value, rounds: round, converged: true };
  }
  return { at, value, rounds: maxRounds, converged: false };
}

/** Whether the box kept a search from going on. */
export function isAtBorder(at: Float64Array, lower: Float64Array, upper: Float64Array): boolean {
  return at.some((value, i) => value <= lower[i]! + 1e-6 || value >= upper[i]! - 1e-6);
}

/** The same for a function without a gradient: central differences, whose error at this step is some 1e-10 of the function's curvature. */
export function toSlope(of: (at: Float64Array) => number): Slope {
  return (at, gradient) => {
    if (gradient) {
      const near = at.slice();
      for (let i = 0; i < at.length; i++) {
        const step = 1e-5 * Math.max(1, Math.abs(at[i]!));
        near[i] = at[i]! + step;
        const above = of(near);
        near[i] = at[i]! - step;
        gradient[i] = (above - of(near)) / (2 * step);
        near[i] = at[i]!;
      }
    }
    return of(at);
  };
}

function findDirection(
  inverse: Float64Array,
  gradient: Float64Array,
  isHeld: Uint8Array,
  into: Float64Array,
) {
  const free = gradient.map((value, i) => (isHeld[i] ? 0 : -value));
  const rise = multiply(inverse, free, into);
  for (let i = 0; i < into.length; i++) if (isHeld[i]) into[i] = 0;
  return -rise;
}

/** The product of a matrix and a vector goes into `into`; what comes back is the product of that with the vector. */
function multiply(matrix: Float64Array, vector: Float64Array, into: Float64Array): number {
  const size = vector.length;
  let length = 0;
  for (let i = 0; i < size; i++) {
    let sum = 0;
    for (let j = 0; j < size; j++) sum += matrix[i * size + j]! * vector[j]!;
    into[i] = sum;
    length += sum * vector[i]!;
  }
  return length;
}

/** `turn` is how the gradient changed; `space` is overwritten. */
function update(
  inverse: Float64Array,
  change: Float64Array,
  turn: Float64Array,
  space: Float64Array,
  isFresh: boolean,
) {
  const size = change.length;
  let curve = 0;
  let turned = 0;
  let moved = 0;
  for (let i = 0; i < size; i++) {
    curve += change[i]! * turn[i]!;
    turned += turn[i]! * turn[i]!;
    moved += change[i]! * change[i]!;
  }
  if (!(curve > 1e-10 * Math.sqrt(turned * moved))) return;
  if (isFresh) resetTo(inverse, size, curve / turned);
  const length = multiply(inverse, turn, space);
  const grow = (1 + length / curve) / curve;
  for (let i = 0; i < size; i++)
    for (let j = 0; j < size; j++)
      inverse[i * size + j]! +=
        grow * change[i]! * change[j]! - (space[i]! * change[j]! + change[i]! * space[j]!) / curve;
}

function resetTo(matrix: Float64Array, size: number, diagonal: number) {
  matrix.fill(0);
  for (let i = 0; i < size; i++) matrix[i * size + i] = diagonal;
}

function clamp(value: number, lower = -Infinity, upper = Infinity) {
  return value < lower ? lower : value > upper ? upper : value;
}
