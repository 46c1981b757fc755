/** One machine: which side of an edge rows are on, or a number within a tube, by sequential minimal optimisation. */
import { pickPoints, type Points } from '../segment/points';
import { findSides } from './folds';
import { createKernelRows, type Kernel, setKernelRow, toDiagonal } from './kernel';
import { solveQuadratic } from './smo';

export interface Machine {
  /** The rows that hold the edge; of a linear machine the one direction that they come to. */
  support: Points;
  coefficients: Float64Array;
  offset: number;
  settled: boolean;
  /** How many rows hold the edge. */
  held: number;
}

/** Chances are fitted to decisions on rows that were not learnt from. */
export const FOLDS = 3;

export interface How {
  kernel: Kernel;
  cost: number;
  tolerance: number;
  onProgress?: (share: number) => void;
}

export function fitSides(points: Points, signs: Int8Array, { kernel, cost, ...options }: How): Machine {
  const toRow = createKernelRows(kernel, points);
  const linear = new Float64Array(points.rows).fill(-1);
  const solved = solveQuadratic(
    { toRow, diagonal: toDiagonal(kernel, points), signs, linear, cost },
    options,
  );
  return toMachine(
    points,
    solved.weights.map((weight, row) => weight * signs[row]!),
    kernel,
    solved,
  );
}

export function fitNumbers(
  points: Points,
  goals: Float64Array,
  { kernel, cost, slack, ...options }: How & { slack: number },
): Machine {
  const { rows } = points;
  const toRow = createKernelRows(kernel, points);
  const signs = new Int8Array(2 * rows).fill(1).fill(-1, rows);
  const linear = Float64Array.from(signs, (sign, at) => slack - sign * goals[at % rows]!);
  const { weights, ...solved } = solveQuadratic(
    { toRow, diagonal: toDiagonal(kernel, points), signs, linear, cost },
    options,
  );
  return toMachine(
    points,
    goals.map((_, row) => weights[row]! - weights[row + rows]!),
    kernel,
    solved,
  );
}

function toMachine(
  points: Points,
  coefficients: Float64Array,
  kernel: Kernel,
  { offset, settled }: { offset: number; settled: boolean },
): Machine {
  const places = Int32Array.from(coefficients.keys()).filter((row) => coefficients[row] !== 0);
  const held = {
    coefficients: coefficients.filter((value) => value !== 0),
    support: pickPoints(points, places),
  };
  const rest = { offset, settled, held: places.length };
  if (kernel.kind === 'rbf') return { ...held, ...rest };
  const { width } = points;
  const values = new Float64Array(width);
  for (let at = 0; at < held.support.values.length; at++)
    values[at % width]! += held.coefficients[Math.floor(at / width)]! * held.support.values[at]!;
  return { support: { values, rows: 1, width }, coefficients: Float64Array.of(1), ...rest };
}

/** How far each row is from the edge; above 0 is the first side. */
export function decide(
  { support, coefficients, offset }: Machine,
  kernel: Kernel,
  { values, rows, width }: Points,
): Float64Array {
  const decisions = new Float64Array(rows);
  const alike = new Float64Array(support.rows);
  for (let row = 0; row < rows; row++) {
    setKernelRow(kernel, support, { of: values, start: row * width }, alike);
    let sum = -offset;
    for (let at = 0; at < alike.length; at++) sum += coefficients[at]! * alike[at]!;
    decisions[row] = sum;
  }
  return decisions;
}

/** Of each row by a machine that it was not in; undefined where a side has too few rows for that. */
export function decideFolds(
  points: Points,
  signs: Int8Array,
  folds: Int32Array,
  how: How,
): Float64Array | undefined {
  const decisions = new Float64Array(points.rows);
  for (let fold = 0; fold < FOLDS; fold++) {
    const { held, learnt } = findSides(folds, fold);
    const sides = Int8Array.from(learnt, (row) => signs[row]!);
    if (!sides.includes(1) || !sides.includes(-1)) return undefined;
    const machine = fitSides(pickPoints(points, learnt), sides, how);
    const found = decide(machine, how.kernel, pickPoints(points, held));
    for (const [at, row] of held.entries()) decisions[row] = found[at]!;
  }
  return decisions;
}
