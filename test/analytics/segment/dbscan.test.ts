import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../src/analytics/core/random';
import { findDense, suggestRadius, toDistances } from '../../../src/analytics/segment/dbscan';
import { toKdTree } from '../../../src/analytics/segment/kdTree';
import { findKnee } from '../../../src/analytics/segment/knee';
import { toPoints, toScale } from '../../../src/analytics/segment/points';
import iris from './iris.json';
import { toPlain, toSpots } from './spots';

const columns = iris.columns.map((values) => Float64Array.from(values));
const scaled = toPoints(columns, toScale(columns));
const spots = toPlain(toSpots(300));

function find(points: typeof scaled, radius: number, least: number) {
  const { codes, count, isCore } = findDense(points, toKdTree(points), { radius, least });
  const sizes = Array.from({ length: count }, (_, code) => codes.filter((one) => one === code).length);
  const noise = Array.from(codes.keys()).filter((row) => codes[row] === -1);
  return { sizes: sizes.sort((a, b) => b - a), noise, cores: isCore.filter((core) => core === 1).length };
}

describe('DBSCAN', () => {
  // scikit-learn 1.2.1: DBSCAN(eps, min_samples).fit(X): sizes of labels_, how many are -1 and the first of them, core_sample_indices_
  it.each([
    ['iris', toPlain(columns), 0.5, 5, [84, 49], 17, 117, [41, 57, 60, 68]],
    ['iris', toPlain(columns), 0.4, 4, [47, 38, 36, 4], 25, 104, [14, 22, 41, 62]],
    ['iris scaled', scaled, 0.6, 5, [78, 46], 26, 112, [15, 32, 33, 41]],
    ['spots', spots, 0.3, 5, [284], 16, 275, [27, 34, 53, 61]],
    ['spots', spots, 0.12, 6, [117, 33, 15, 14, 9], 112, 152, [4, 5, 7, 9]],
    ['spots', spots, 0.08, 4, [90, 12, 11, 10, 9, 7, 6, 6, 5, 4], 140, 136, [1, 4, 5, 9]],
  ])('finds the clusters of scikit-learn: %s %#', (_, points, radius, least, sizes, noise, cores, first) => {
    const found = find(points, radius, least);
    expect(found.sizes).toEqual(sizes);
    expect(found.noise).toHaveLength(noise);
    expect(found.noise.slice(0, 4)).toEqual(first);
    expect(found.cores).toBe(cores);
  });

  it('does not mind the order of rows', () => {
    const random = createRandom(4);
    const order = random.shuffle(Int32Array.from({ length: 300 }, (_, row) => row));
    const mixed = toPlain(toSpots(300).map((values) => Float64Array.from(order, (row) => values[row]!)));
    const plain = findDense(spots, toKdTree(spots), { radius: 0.12, least: 6 }).codes;
    const codes = findDense(mixed, toKdTree(mixed), { radius: 0.12, least: 6 }).codes;
    const pairs = new Set(Array.from(order, (row, at) => `${plain[row]} ${codes[at]}`));
    expect(pairs.size).toBe(6);
  });

  it('takes equal rows as dense, and nothing as dense where more are asked for than there are', () => {
    const same = toPlain([new Float64Array(40).fill(3)]);
    expect(find(same, 0, 40).sizes).toEqual([40]);
    expect(find(same, 1, 41).noise).toHaveLength(40);
  });
});

describe('the radius that is suggested', () => {
  it('is where distances to the last neighbour bend', () => {
    // scikit-learn 1.2.1: LocalOutlierFactor(5).fit(X).kneighbors()[0][:, 3], sorted
    const distances = toDistances(toKdTree(spots), 5);
    expect([distances[0], distances[150], distances[299]]).toEqual(
      [0.01578038720111842, 0.10324571177857117, 0.6588868239663606].map((known) =>
        expect.closeTo(known, 13),
      ),
    );
    expect(findKnee([0, 0, 0, 1, 4])).toBe(2);
    expect(findKnee([4, 1, 0, 0])).toBe(1);
    expect(findKnee([0, 1, 2, 3])).toBeUndefined();
  });

  it('parts clusters from the noise between them, though one row lies very far away', () => {
    const random = createRandom(9);
    const places = [0, 8, 16].flatMap((at) => Array.from({ length: 200 }, () => at + random.normal()));
    const noise = Array.from({ length: 30 }, () => -20 + 60 * random.next());
    const heights = [...places.map(() => random.normal()), ...noise.map(() => -20 + 40 * random.next())];
    const points = toPlain([Float64Array.of(...places, ...noise, 1e6), Float64Array.of(...heights, 1e6)]);
    const tree = toKdTree(points);
    const { radius } = suggestRadius(points, tree, 5);
    const { sizes } = find(points, radius, 5);
    expect(sizes.slice(0, 3).every((size) => size > 180 && size < 215)).toBe(true);
    expect(sizes[3] ?? 0).toBeLessThan(12);
  });

  it('joins rounded numbers that lie side by side, and parts the few values of a scale', () => {
    const random = createRandom(3);
    const draw = (sign: number) =>
      Float64Array.from({ length: 9000 }, (_, at) => Math.round((at % 3) * 20 * sign + 3 * random.normal()));
    const rounded = toPlain([draw(1), draw(-1)]);
    const { radius } = suggestRadius(rounded, toKdTree(rounded), 10);
    const { sizes } = find(rounded, radius, 10);
    expect(sizes.filter((size) => size > 2500)).toHaveLength(3);
    const scale = toPlain([Float64Array.from({ length: 90 }, (_, at) => at % 3)]);
    expect(find(scale, suggestRadius(scale, toKdTree(scale), 5).radius, 5).sizes).toEqual([30, 30, 30]);
  });
});
