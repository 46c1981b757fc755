import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../src/analytics/core/random';
import { createSearch, toFarSquare, toKdTree, toNearSquare } from '../../../src/analytics/segment/kdTree';
import { toSquare, type Points } from '../../../src/analytics/segment/points';
import { toPlain } from './spots';

/** The rows by how far they are from one, itself left out; of equals the first is first. */
function findByHand({ values, rows, width }: Points, row: number, count: number) {
  const square = (other: number) => toSquare(values, row * width, values, other * width, width);
  const others = Array.from({ length: rows }, (_, other) => other).filter((other) => other !== row);
  return others.sort((a, b) => square(a) - square(b) || a - b).slice(0, count);
}

const random = createRandom(5);
const draw = (rows: number, of: () => number) => Float64Array.from({ length: rows }, of);

describe('a tree of points', () => {
  it.each([
    ['drawn points', toPlain([draw(500, random.normal), draw(500, random.next), draw(500, random.next)])],
    [
      'a grid, where many are as far',
      toPlain([draw(400, () => random.below(6)), draw(400, () => random.below(6))]),
    ],
    ['a single column', toPlain([draw(97, random.next)])],
    ['rows that are all the same', toPlain([draw(60, () => 7), draw(60, () => 0)])],
    ['fewer rows than a leaf holds', toPlain([draw(4, random.next)])],
  ])('finds the nearest of %s', (_, points) => {
    const count = Math.min(9, points.rows - 1);
    const search = createSearch(toKdTree(points), count);
    for (let row = 0; row < points.rows; row += 7) {
      expect(search.find(points.values, row * points.width, row)).toBe(count);
      expect([...search.rows]).toEqual(findByHand(points, row, count));
    }
  });

  it('finds no more than there are', () => {
    const search = createSearch(toKdTree(toPlain([Float64Array.of(1, 4)])), 3);
    expect(search.find(Float64Array.of(2), 0)).toBe(2);
    expect([...search.rows.subarray(0, 2)]).toEqual([0, 1]);
    expect([...search.squares.subarray(0, 2)]).toEqual([1, 4]);
  });

  it('knows how near and how far the points of a node can be', () => {
    const tree = toKdTree(toPlain([Float64Array.of(1, 3), Float64Array.of(1, 2)]));
    expect(toNearSquare(tree, 0, Float64Array.of(0, 4), 0)).toBe(1 + 4);
    expect(toFarSquare(tree, 0, Float64Array.of(0, 4), 0)).toBe(9 + 9);
    expect(toNearSquare(tree, 0, Float64Array.of(2, 2), 0)).toBe(0);
  });
});
