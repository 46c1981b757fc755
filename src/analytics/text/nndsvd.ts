/**
 * Where a factorisation begins: the positive parts of the first singular vectors (NNDSVD: Boutsidis and Gallopoulos, Pattern
 * Recognition 41, 2008), zeros filled with the mean (its variant a, which scikit-learn begins with, too). The singular vectors are found
 * by subspace iteration from random ones (Halko, Martinsson and Tropp, SIAM Review 53, 2011).
 */
import { findEigen } from '../core/eigen';
import type { Random } from '../core/random';
import { multiply, multiplyTurned, toBlock, toColumns, toGram } from './block';
import type { Sparse } from './sparse';

export interface Factors {
  /** A column of a value for each row, and one of a value for each column, for each part. */
  left: Float64Array[];
  right: Float64Array[];
}

/** More vectors than are wanted make the iteration settle sooner (Halko et al., section 4.2). */
const MORE = 10;
/** A start need not be exact. */
const MOST_ROUNDS = 8;
const SETTLED = 1e-6;
/** What rounding leaves is nothing. */
const NOTHING = 1e-6;

export function findStart(table: Sparse, parts: number, random: Random): Factors {
  const { values, left, right } = findLargest(table, parts, random);
  const mean = table.values.reduce((sum, value) => sum + value, 0) / table.rows / table.columns;
  const factors: Factors = { left: [], right: [] };
  for (let part = 0; part < parts; part++) {
    const [one, other] = [left[part]!, right[part]!];
    const positive = toLength(one, 1) * toLength(other, 1);
    const negative = toLength(one, -1) * toLength(other, -1);
    const sign = positive >= negative ? 1 : -1;
    const scale = Math.sqrt(values[part]! * Math.max(positive, negative));
    factors.left.push(toPart(one, { sign, scale, mean }));
    factors.right.push(toPart(other, { sign, scale, mean }));
  }
  return factors;
}

/** The length of the part of a vector that has this sign. */
function toLength(vector: Float64Array, sign: number): number {
  let squares = 0;
  for (const value of vector) if (value * sign > 0) squares += value * value;
  return Math.sqrt(squares);
}

function toPart(
  vector: Float64Array,
  { sign, scale, mean }: { sign: number; scale: number; mean: number },
): Float64Array {
  const length = toLength(vector, sign) || 1;
  return vector.map((value) => {
    const scaled = value * sign > 0 ? (Math.abs(value) / length) * scale : 0;
    return scaled < NOTHING ? mean : scaled;
  });
}

function findLargest(table: Sparse, wanted: number, random: Random) {
  const width = Math.min(wanted + MORE, table.rows, table.columns);
  const drawn = Array.from({ length: width }, () =>
    Float64Array.from({ length: table.columns }, () => random.normal()),
  );
  let right = makeUpright(drawn);
  let before = 0;
  for (let round = 0; ; round++) {
    const images = multiply(table, toBlock(right));
    const { values, vectors } = findEigen(toGram(images), width);
    const total = values.subarray(0, wanted).reduce((sum, value) => sum + value, 0);
    if (Math.abs(total - before) <= SETTLED * total || round === MOST_ROUNDS) {
      const largest = vectors.slice(0, wanted);
      const lengths = values.subarray(0, wanted).map((value) => Math.sqrt(Math.max(value, 0)));
      const left = toColumns(images);
      return {
        values: lengths,
        left: largest.map((mix, at) => combine(left, mix, lengths[at]! || 1)),
        right: largest.map((mix) => combine(right, mix, 1)),
      };
    }
    before = total;
    right = makeUpright(toColumns(multiplyTurned(table, images)));
  }
}

function combine(vectors: readonly Float64Array[], mix: Float64Array, divisor: number): Float64Array {
  const sum = new Float64Array(vectors[0]!.length);
  for (const [at, vector] of vectors.entries()) addTimes(sum, mix[at]! / divisor, vector);
  return sum;
}

/** At right angles and of length 1, in place (Gram and Schmidt, twice over); what the others make up becomes nothing. */
function makeUpright(vectors: Float64Array[]): Float64Array[] {
  for (const [at, vector] of vectors.entries()) {
    const before = Math.sqrt(toProduct(vector, vector));
    for (let time = 0; time < 2; time++)
      for (const other of vectors.slice(0, at)) addTimes(vector, -toProduct(vector, other), other);
    const length = Math.sqrt(toProduct(vector, vector));
    const scale = length > 1e-12 * before ? 1 / length : 0;
    for (let place = 0; place < vector.length; place++) vector[place]! *= scale;
  }
  return vectors;
}

function addTimes(to: Float64Array, weight: number, vector: Float64Array): void {
  for (let place = 0; place < to.length; place++) to[place]! += weight * vector[place]!;
}

function toProduct(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let place = 0; place < one.length; place++) sum += one[place]! * other[place]!;
  return sum;
}
