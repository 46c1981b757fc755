import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../src/analytics/core/random';
import { findElbow, toBestCount, toMeasure, tryCounts } from '../../../src/analytics/segment/choosing';
import { findClusters } from '../../../src/analytics/segment/kmeans';
import { toPoints, toScale } from '../../../src/analytics/segment/points';
import { toProfile } from '../../../src/analytics/segment/profile';
import iris from './iris.json';

const columns = iris.columns.map((values) => Float64Array.from(values));
const toAll = (from: readonly Float64Array[], scaled = true) => toPoints(from, toScale(from), { scaled });
const options = (count: number) => ({ count, restarts: 30, random: createRandom(3) });

describe('k-means of the irises', () => {
  // scikit-learn 1.2.1: KMeans(k, n_init=50, random_state=1), on the columns as they are and after StandardScaler
  it.each([
    [false, 2, 152.34795176035797, 0.6810461692117462],
    [false, 3, 78.851441426146, 0.5528190123564095],
    [false, 4, 57.22847321428572, 0.49805050499728737],
    [false, 5, 46.44618205128204, 0.4887488870931056],
    [true, 2, 222.36170496502302, 0.5817500491982808],
    [true, 3, 139.82049635974974, 0.45994823920518635],
    [true, 5, 90.80759161913359, 0.34551099599809465],
  ])(
    'has the inertia and silhouette of scikit-learn (scaled %s, %i clusters)',
    (scaled, count, inertia, silhouette) => {
      const points = toAll(columns, scaled);
      const found = findClusters(points, options(count));
      expect(found.inertia).toBeCloseTo(inertia, 9);
      expect(toMeasure(points, createRandom(1))(found.codes, count)).toBeCloseTo(silhouette, 12);
    },
  );

  it('has the largest cluster first, and its means in the units of the columns', () => {
    const scale = toScale(columns);
    const found = findClusters(toPoints(columns, scale, { scaled: false }), options(3));
    expect([...found.sizes]).toEqual([62, 50, 38]);
    const { means, differences } = toProfile(columns, found.codes, { sizes: found.sizes, scale });
    expect(means.map((of) => of[0])).toEqual(
      [5.901612903225806, 2.7483870967741937, 4.393548387096774, 1.4338709677419355].map((mean) =>
        expect.closeTo(mean, 12),
      ),
    );
    expect(differences[2]![1]).toBeLessThan(-1);
  });

  it('finds two clusters by the silhouette', () => {
    const tried = tryCounts(toAll(columns), { random: createRandom(1) });
    expect(tried.map(({ count }) => count)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(toBestCount(tried)).toBe(2);
    expect(tried.slice(0, 2).map(({ silhouette }) => silhouette)).toEqual([
      undefined,
      expect.closeTo(0.5817500491982808, 12),
    ]);
  });

  it('bends at two clusters', () => {
    const tried = tryCounts(toAll(columns, false), { random: createRandom(1) });
    // the squared distances to the mean of all, and those that scikit-learn finds above
    expect(tried.slice(0, 3).map(({ inertia }) => inertia)).toEqual(
      [681.3706, 152.34795176035797, 78.851441426146].map((known) => expect.closeTo(known, 9)),
    );
    expect(findElbow(tried)).toBe(2);
  });

  it('draws the same from the same seed', () => {
    const points = toAll(columns);
    expect(findClusters(points, options(5))).toEqual(findClusters(points, options(5)));
  });

  it('does not mind units, where columns are scaled, nor where zero lies', () => {
    const moved = columns.map((values, at) => values.map((value) => value * 4 ** at + 1e6));
    const { codes } = findClusters(toAll(moved), options(3));
    expect(codes).toEqual(findClusters(toAll(columns), options(3)).codes);
  });

  it('does not mind the order of columns', () => {
    const { codes } = findClusters(toAll([...columns].reverse()), options(3));
    expect(codes).toEqual(findClusters(toAll(columns), options(3)).codes);
  });
});

describe('k-means of many rows', () => {
  it('comes from a sample to what all rows say', () => {
    const random = createRandom(5);
    const x = Float64Array.from({ length: 60_000 }, (_, at) => (at % 6 < 3 ? -9 : at % 6 < 5 ? 0 : 9));
    const values = x.map((value) => value + random.normal());
    const found = findClusters(toAll([values], false), options(3));
    expect([...found.sizes]).toEqual([30_000, 20_000, 10_000]);
    // what lies within the clusters is the noise alone
    expect(found.inertia / 60_000).toBeCloseTo(1, 1);
  });

  it('finds the few rows that a sample has not', () => {
    const values = new Float64Array(100_000);
    values[17] = 5;
    values[99_000] = 9;
    const found = findClusters(toAll([values]), options(3));
    expect([...found.sizes]).toEqual([99_998, 1, 1]);
    expect(found.inertia).toBeCloseTo(0, 12);
  });
});

describe('k-means of what cannot be clustered', () => {
  it('says that there are too few rows, or too few different ones', () => {
    const points = toAll([Float64Array.of(1, 1, 2)]);
    expect(() => findClusters(points, options(4))).toThrow(
      expect.objectContaining({ params: { why: 'too-few-rows', needed: 4, rows: 3 } }),
    );
    expect(() => findClusters(points, options(3))).toThrow(
      expect.objectContaining({ params: { why: 'too-few-different', needed: 3, found: 2 } }),
    );
    expect(() => tryCounts(toAll([new Float64Array(9)]), { random: createRandom(1) })).toThrow(
      expect.objectContaining({ params: { why: 'too-few-different', needed: 3, found: 1 } }),
    );
  });

  it('gives each row a cluster of its own where there are as many', () => {
    const found = findClusters(toAll([Float64Array.of(3, 1, 7)]), options(3));
    expect([...found.sizes]).toEqual([1, 1, 1]);
    expect(found.inertia).toBe(0);
  });

  it('refuses numbers whose squares are no numbers', () => {
    expect(() => toAll([Float64Array.of(1e200, -1e200, 3)])).toThrow(
      expect.objectContaining({ params: { why: 'numbers-too-large' } }),
    );
  });

  it('keeps apart what lies far from zero', () => {
    const found = findClusters(
      toAll([Float64Array.of(1e15, 1e15 + 1, 1e15 + 8, 1e15 + 9, 1e15)]),
      options(2),
    );
    expect([...found.codes]).toEqual([0, 0, 1, 1, 0]);
  });
});
