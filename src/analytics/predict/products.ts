/** Sums of products of every two columns, less their centres: a block of rows at a time, which stays near the processor. */
import { toMisfit } from '../core/check';
import { factorCholesky } from '../core/cholesky';
import { toMean } from '../core/sums';

export const BLOCK = 1024;

export interface Centred {
  columns: readonly Float64Array[];
  centers: Float64Array;
  factors: Float64Array;
}

/** Gives each block of rows its values less their centres, times their factors. */
export function eachBlock(
  { columns, centers, factors }: Centred,
  rows: number,
  take: (values: readonly Float64Array[], from: number, count: number) => void,
): void {
  const values = columns.map(() => new Float64Array(BLOCK));
  for (let from = 0; from < rows; from += BLOCK) {
    const count = Math.min(BLOCK, rows - from);
    for (let at = 0; at < columns.length; at++) {
      const read = columns[at]!.subarray(from, from + count);
      setCentred(values[at]!, read, centers[at]!, factors[at]!);
    }
    take(values, from, count);
  }
}

function setCentred(into: Float64Array, read: Float64Array, center: number, factor: number): void {
  for (let row = 0; row < read.length; row++) into[row] = (read[row]! - center) * factor;
}

/** Adds the columns of a block, each times its factor: two at a time, so that the sums are read and written half as often. */
export function addColumns(
  sums: Float64Array,
  values: readonly Float64Array[],
  factors: Float64Array,
  count: number,
): void {
  const even = factors.length - (factors.length % 2);
  for (let at = 0; at < even; at += 2)
    addTwo(sums, values[at]!, factors[at]!, values[at + 1]!, factors[at + 1]!, count);
  if (even < factors.length) addTwo(sums, values[even]!, factors[even]!, values[even]!, 0, count);
}

function addTwo(
  sums: Float64Array,
  one: Float64Array,
  ofOne: number,
  other: Float64Array,
  ofOther: number,
  count: number,
): void {
  for (let row = 0; row < count; row++) sums[row]! += ofOne * one[row]! + ofOther * other[row]!;
}

const ONES = new Float64Array(BLOCK).fill(1);

/** Adds Σ weight · one · other of a block to a matrix, both of its halves: two columns by two at a time, which are read once. */
export function addProducts(
  matrix: Float64Array,
  values: readonly Float64Array[],
  count: number,
  weights = ONES,
): void {
  const size = values.length;
  const four = new Float64Array(4);
  for (let one = 0; one < size; one += 2) {
    const [a, b] = [values[one]!, values[one + 1] ?? values[one]!];
    for (let other = one; other < size; other += 2) {
      const [c, d] = [values[other]!, values[other + 1] ?? values[other]!];
      setFour(four, a, b, c, d, weights, count);
      add(one, other, four[0]!);
      add(one, other + 1, four[1]!);
      if (other > one) add(one + 1, other, four[2]!);
      add(one + 1, other + 1, four[3]!);
    }
  }

  function add(one: number, other: number, product: number): void {
    if (one >= size || other >= size) return;
    matrix[one * size + other]! += product;
    if (other !== one) matrix[other * size + one]! += product;
  }
}

/** A function of its own, since a loop among others is compiled to half its speed. */
function setFour(
  four: Float64Array,
  a: Float64Array,
  b: Float64Array,
  c: Float64Array,
  d: Float64Array,
  weights: Float64Array,
  count: number,
): void {
  let [ac, ad, bc, bd] = [0, 0, 0, 0];
  for (let row = 0; row < count; row++) {
    const weight = weights[row]!;
    const left = a[row]! * weight;
    const right = b[row]! * weight;
    ac += left * c[row]!;
    ad += left * d[row]!;
    bc += right * c[row]!;
    bd += right * d[row]!;
  }
  four[0] = ac;
  four[1] = ad;
  four[2] = bc;
  four[3] = bd;
}

/** Four sums side by side, because one would wait for itself. */
export function multiplyBlock(one: Float64Array, other: Float64Array, count: number): number {
  let [a, b, c, d] = [0, 0, 0, 0];
  const last = count - (count % 4);
  for (let row = 0; row < last; row += 4) {
    a += one[row]! * other[row]!;
    b += one[row + 1]! * other[row + 1]!;
    c += one[row + 2]! * other[row + 2]!;
    d += one[row + 3]! * other[row + 3]!;
  }
  for (let row = last; row < count; row++) a += one[row]! * other[row]!;
  return a + b + (c + d);
}

/** Columns of mean 0 and spread 1, without those that do not vary or that the ones before them make up; `kept` are the others. */
export function toStandard(columns: readonly Float64Array[]): Centred & { kept: number[] } {
  const size = columns.length;
  const rows = columns[0]?.length ?? 0;
  const centers = Float64Array.from(columns, toMean);
  const matrix = new Float64Array(size * size);
  const factors = new Float64Array(size).fill(1);
  eachBlock({ columns, centers, factors }, rows, (values, _, count) => addProducts(matrix, values, count));
  const squares = (at: number) => matrix[at * (size + 1)]!;
  const kept: number[] = [];
  for (let at = 0; at < size; at++) {
    if (!Number.isFinite(squares(at))) throw toMisfit('numbers-too-large');
    const next = [...kept, at];
    const part = Float64Array.from(
      { length: next.length ** 2 },
      (_, place) => matrix[next[Math.floor(place / next.length)]! * size + next[place % next.length]!]!,
    );
    const r = factorCholesky(part, next.length);
    if (r && r.at(-1)! ** 2 > 1e-10 * squares(at)) kept.push(at);
  }
  return {
    columns: kept.map((at) => columns[at]!),
    centers: Float64Array.from(kept, (at) => centers[at]!),
    factors: Float64Array.from(kept, (at) => 1 / Math.sqrt(squares(at) / rows)),
    kept,
  };
}
