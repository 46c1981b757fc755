import { expect, test } from 'vitest';
import { createRandom } from '../../../src/analytics/core/random';
import { toCoded } from '../../../src/analytics/predict/codes';
import { createGrower } from '../../../src/analytics/predict/growTree';

const ROWS = 4000;
const random = createRandom(11);
const drawn = Array.from({ length: 3 }, () => Float64Array.from({ length: ROWS }, random.normal));
const few = Float64Array.from({ length: ROWS }, () => random.below(40));
// the last is cut as the one before it, and is added up from its other end
const columns = [...drawn, few, few.map((value) => -value)];
const weights = Float64Array.from({ length: ROWS }, () => 0.01 + random.next());
const values = drawn[0]!.map((value, row) => Math.abs(value) + drawn[1]![row]! * few[row]! + random.normal());

function grow(target: Float64Array, keepSums: boolean) {
  const coded = columns.map((column) => toCoded(column, 255));
  const options = { mostLeaves: 60, leastRows: 5, leastWeight: 0.1, keepSums };
  const grower = createGrower(coded, { kind: 'number', values: target }, options);
  const all = Int32Array.from({ length: ROWS }, (_, row) => row);
  grower.grow(all.slice(), weights);
  // a second tree finds what the first has left behind
  return grower.grow(all, weights);
}

test('a tree of kept sums has the cuts of one that adds up every node, and of columns that tell as much the first', () => {
  const kept = grow(values, true);
  expect(kept).toEqual(grow(values, false));
  expect(kept.column).toHaveLength(119);
  expect(kept.column).toContain(3);
  expect(kept.column).not.toContain(4);
});

test('what rounding leaves of a value far from all others is not taken for a cut', () => {
  const far = values.slice();
  far[7] = 1e17;
  far[2000] = -1e12;
  expect(grow(far, true)).toEqual(grow(far, false));
});

test('where nothing can be told apart there is no cut', () => {
  expect(grow(new Float64Array(ROWS).fill(0.1), true).column).toEqual(Int32Array.of(-1));
});
