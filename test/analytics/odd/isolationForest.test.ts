import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../src/analytics/core/random';
import { findOddness, toExpectedDepths } from '../../../src/analytics/odd/isolationForest';
import { findReasons } from '../../../src/analytics/odd/reasons';
import { toPoints, toScale } from '../../../src/analytics/segment/points';
import iris from '../segment/iris.json';

const columns = iris.columns.map((values) => Float64Array.from(values));
const toAll = (from: readonly Float64Array[]) => toPoints(from, toScale(from), { scaled: false });
const score = (from: readonly Float64Array[], trees = 100) =>
  findOddness(toAll(from), { trees, random: createRandom(2) }).scores;

describe('an isolation forest', () => {
  // scikit-learn 1.2.1: the mean of -IsolationForest(n_estimators=500, random_state=s).fit(X).score_samples(X) for s in range(8)
  it('finds the irises as odd as scikit-learn does', () => {
    const scores = score(columns, 1000);
    const rows = [131, 117, 41, 13, 60, 100, 77];
    const known = [0.6456, 0.6306, 0.6123, 0.6054, 0.5933, 0.5433, 0.4332];
    for (const [at, row] of rows.entries()) expect(Math.abs(scores[row]! - known[at]!)).toBeLessThan(0.012);
    expect(scores.reduce((sum, value) => sum + value, 0) / 150).toBeCloseTo(0.4723, 2);
  });

  it('knows how many cuts a row takes in a random tree', () => {
    // sklearn.ensemble._iforest._average_path_length([0, 1, 2, 5, 256]) of scikit-learn 1.2.1
    const depths = toExpectedDepths(256);
    expect([0, 1, 2, 5, 256].map((size) => depths[size])).toEqual(
      [0, 0, 1, 2.3270200520458, 10.244770920119].map((depth) => expect.closeTo(depth, 11)),
    );
  });

  it('has what lies far away as the oddest, and what is in the midst as usual', () => {
    const random = createRandom(8);
    const x = Float64Array.from({ length: 2000 }, () => random.normal());
    const y = Float64Array.from({ length: 2000 }, () => random.normal());
    x[77] = 9;
    y[77] = -9;
    x[78] = 0;
    y[78] = 0;
    const scores = score([x, y]);
    expect(scores.indexOf(Math.max(...scores))).toBe(77);
    expect(scores[77]).toBeGreaterThan(0.75);
    expect(scores[78]).toBeLessThan(0.45);
  });

  it('draws the same from the same seed, in whatever units', () => {
    expect(score(columns)).toEqual(score(columns));
    const doubled = columns.map((values, at) => values.map((value) => value * 2 ** (at + 1)));
    expect(score(doubled)).toEqual(score(columns));
  });

  it('wants rows that differ', () => {
    expect(() => score([new Float64Array(9)])).toThrow(
      expect.objectContaining({ params: { why: 'no-variation' } }),
    );
    expect(() => score([Float64Array.of(1)])).toThrow(
      expect.objectContaining({ params: { why: 'too-few-rows', needed: 2, rows: 1 } }),
    );
  });
});

describe('why a row is odd', () => {
  it('is the column in which it lies farthest from the median, in robust deviations', () => {
    const { columns: why, distances } = findReasons([
      Float64Array.of(1, 2, 3, 4, 100),
      Float64Array.of(10, 12, 11, -40, 13),
    ]);
    expect([...why].slice(3)).toEqual([1, 0]);
    // the medians 3 and 11, the median distances 1 and 1
    expect(distances[3]).toBeCloseTo(-51 / 1.4826, 12);
    expect(distances[4]).toBeCloseTo(97 / 1.4826, 12);
  });

  it('is found where most values are the same, and is nothing where all are', () => {
    const { columns: why, distances } = findReasons([new Float64Array(5), Float64Array.of(0, 0, 0, 0, 10)]);
    expect(why[4]).toBe(1);
    expect(distances[4]).toBeCloseTo(Math.sqrt(5), 14);
    expect([...findReasons([new Float64Array(3)]).distances]).toEqual([0, 0, 0]);
  });
});
