/** Where to cut a column so that its sides differ most: by the largest fall of squares, or of Gini's impurity. */
import { addCode, takeCodes, type UsedCodes } from './usedCodes';

export interface Cut {
  /** How much the impurity falls, times the weight. */
  gain: number;
  /** -1 where no cut was found. */
  column: number;
  /** The last code on the first side, and the first on the second. */
  code: number;
  next: number;
}

/** A node by its rows, from one place of a list to another. */
export interface NodePart {
  from: number;
  to: number;
  weight: number;
  /** As equal as this, the cut that was found first stays. */
  tie: number;
}

export interface NodeRows extends NodePart {
  rows: Int32Array;
  /** By place in the list, as what follows. */
  weights: Float64Array;
  /** Weight times distance from the node's mean; of a class its code. */
  distances: Float64Array;
}

export interface CutRules {
  leastRows: number;
  leastWeight: number;
}

/** What is added up for each code, all 0 between one search and the next. */
export interface CutSums {
  sums: Float64Array;
  used: UsedCodes;
  /** The weight of each class, in the node and on the first side. */
  totals: Float64Array;
  left: Float64Array;
}

export function createCut(): Cut {
  return { gain: -Infinity, column: -1, code: 0, next: 0 };
}

/** Those of a code: rows, distances, weights. */
export const NUMBER_SUMS = 3;

export function findNumberCut(
  best: Cut,
  column: number,
  codes: Uint8Array | Int32Array,
  here: NodeRows,
  rules: CutRules,
  { sums, used }: CutSums,
): void {
  const { rows, from, to, weights, distances } = here;
  for (let at = from; at < to; at++) {
    const code = codes[rows[at]!]!;
    const place = NUMBER_SUMS * code;
    if (sums[place] === 0) addCode(used, code);
    sums[place]! += 1;
    sums[place + 1]! += distances[at]!;
    sums[place + 2]! += weights[at]!;
  }
  const count = takeCodes(used);
  const { taken } = used;
  compareCuts(best, column, here, rules, { sums, taken, count });
  for (let at = 0; at < count; at++) {
    const place = NUMBER_SUMS * taken[at]!;
    sums[place] = 0;
    sums[place + 1] = 0;
    sums[place + 2] = 0;
  }
}

/** The same sums of some rows, where few codes are not taken. */
export function addUp(
  sums: Float64Array,
  codes: Uint8Array | Int32Array,
  { rows, weights, distances }: NodeRows,
  from: number,
  to: number,
): void {
  for (let at = from; at < to; at++) {
    const place = NUMBER_SUMS * codes[rows[at]!]!;
    sums[place]! += 1;
    sums[place + 1]! += distances[at]!;
    sums[place + 2]! += weights[at]!;
  }
}

/** Looks at the cuts behind each code that was taken. */
export function compareCuts(
  best: Cut,
  column: number,
  { from, to, weight, tie }: NodePart,
  { leastRows, leastWeight }: CutRules,
  { sums, taken, count }: { sums: Float64Array; taken: Int32Array; count: number },
): void {
  let leftRows = 0;
  let left = 0;
  let leftWeight = 0;
  for (let at = 0; at < count - 1; at++) {
    const place = NUMBER_SUMS * taken[at]!;
    leftRows += sums[place]!;
    left += sums[place + 1]!;
    leftWeight += sums[place + 2]!;
    const rightWeight = weight - leftWeight;
    if (leftRows < leastRows || to - from - leftRows < leastRows) continue;
    if (leftWeight < leastWeight || rightWeight < leastWeight) continue;
    const gain = left * left * (1 / leftWeight + 1 / rightWeight);
    if (gain > best.gain + tie) setCut(best, gain, column, taken[at]!, taken[at + 1]!);
  }
}

/** The sums of a code are its rows, and the weight of each class. */
export function findClassCut(
  best: Cut,
  column: number,
  codes: Uint8Array | Int32Array,
  { rows, from, to, weights, distances, tie }: NodeRows,
  { leastRows }: CutRules,
  { sums, used, totals, left }: CutSums,
): void {
  const classes = totals.length;
  const width = classes + 1;
  for (let at = from; at < to; at++) {
    const code = codes[rows[at]!]!;
    const place = width * code;
    if (sums[place] === 0) addCode(used, code);
    sums[place]! += 1;
    sums[place + 1 + distances[at]!]! += weights[at]!;
  }
  let weight = 0;
  let rightSquares = 0;
  for (let one = 0; one < classes; one++) {
    left[one] = 0;
    weight += totals[one]!;
    rightSquares += totals[one]! * totals[one]!;
  }
  const before = rightSquares / weight;
  const count = takeCodes(used);
  const { taken } = used;
  let leftRows = 0;
  let leftWeight = 0;
  let leftSquares = 0;
  for (let at = 0; at < count; at++) {
    const place = width * taken[at]!;
    leftRows += sums[place]!;
    sums[place] = 0;
    for (let one = 0; one < classes; one++) {
      const moved = sums[place + 1 + one]!;
      if (moved === 0) continue;
      const held = left[one]!;
      leftSquares += moved * (2 * held + moved);
      rightSquares -= moved * (2 * (totals[one]! - held) - moved);
      left[one] = held + moved;
      leftWeight += moved;
      sums[place + 1 + one] = 0;
    }
    if (at === count - 1 || leftRows < leastRows || to - from - leftRows < leastRows) continue;
    const gain = leftSquares / leftWeight + rightSquares / (weight - leftWeight) - before;
    if (gain > best.gain + tie) setCut(best, gain, column, taken[at]!, taken[at + 1]!);
  }
}

function setCut(best: Cut, gain: number, column: number, code: number, next: number): void {
  best.gain = gain;
  best.column = column;
  best.code = code;
  best.next = next;
}
