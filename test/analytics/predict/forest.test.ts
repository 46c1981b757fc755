import { describe, expect, it } from 'vitest';
import { fitForest, predictForest } from '../../../src/analytics/predict/forest';
import { drawn } from './drawn';
import { refusal } from './learning';

const near = (values: number[], within: number) => ({
  asymmetricMatch: (found: ArrayLike<number>) =>
    found.length === values.length && values.every((value, at) => Math.abs(found[at]! - value) < within),
  toString: () => `within ${within} of ${values}`,
});

// means of five forests of 300 trees of scikit-learn 1.2.1, random_state=0 to 4
describe('a forest', () => {
  it('of numbers comes near that of scikit-learn', () => {
    // RandomForestRegressor(300, oob_score=True, max_features=1, min_samples_leaf=5)
    const model = fitForest(drawn.columns, drawn.number, { trees: 300, seed: 1 });
    expect(model.outOfBag.rows).toBe(300);
    expect(Math.abs(model.outOfBag.score! - 0.8453)).toBeLessThan(0.012);
    expect(model.importances).toEqual(
      near([0.10991362648777456, 0.6272621710419192, 0.19135145828891242, 0.07147274418139378], 0.02),
    );
    const found = predictForest(model, drawn.columns) as Float64Array;
    const known = [5.917342500351523, 36.28579831860496, 31.351514075614393, 32.11575899803896];
    expect(found.slice(0, 4)).toEqual(near(known, 1));
  });

  it('of classes comes near that of scikit-learn', () => {
    // RandomForestClassifier(300, oob_score=True)
    const model = fitForest(drawn.columns, drawn.three, { trees: 300, seed: 1 });
    expect(Math.abs(model.outOfBag.score! - 0.908)).toBeLessThan(0.012);
    expect(model.importances).toEqual(
      near([0.15370526545722862, 0.5427703933442796, 0.23252509173586478, 0.07099924946262706], 0.015),
    );
    const shares = predictForest(model, drawn.columns) as Float64Array[];
    expect(shares.map((share) => share[2])).toEqual(
      near([0.002, 0.11466666666666667, 0.8833333333333332], 0.06),
    );
    for (const row of drawn.columns[0]!.keys())
      expect(shares.reduce((sum, share) => sum + share[row]!, 0)).toBeCloseTo(1, 12);
  });

  it('is, of one tree on all columns without limits, right on most of the rows that it drew', () => {
    const model = fitForest(drawn.columns, drawn.two, { trees: 1, tried: 4, seed: 4 });
    const shares = predictForest(model, drawn.columns) as Float64Array[];
    const right = drawn.two.codes.filter((code, row) => shares[code]![row] === 1).length;
    // 63 % are drawn
    expect(right).toBeGreaterThan(0.63 * 300);
    expect(model.outOfBag.rows).toBeGreaterThan(0.3 * 300);
    expect(model.outOfBag.rows).toBeLessThan(0.43 * 300);
  });

  it('draws the same from the same seed, and its first trees are the same however many follow', () => {
    const fit = (trees: number, seed: number) => fitForest(drawn.columns, drawn.two, { trees, seed });
    expect(fit(5, 3)).toEqual(fit(5, 3));
    expect(fit(3, 3).trees).toEqual(fit(5, 3).trees.slice(0, 3));
    expect(fit(3, 4).trees).not.toEqual(fit(3, 3).trees);
  });

  it('looks where a column varies when the columns that it drew do not', () => {
    const columns = [new Float64Array(300), new Float64Array(300), drawn.columns[1]!];
    const { importances } = fitForest(columns, drawn.number, { trees: 3, tried: 1, seed: 1 });
    expect([...importances]).toEqual([0, 0, 1]);
  });

  it('has no score where every row was drawn', () => {
    const columns = [Float64Array.of(1, 2)];
    const target = { kind: 'class' as const, codes: Int32Array.of(0, 1), classes: 2 };
    const model = fitForest(columns, target, { trees: 1, seed: 1 });
    const seen = [1, 2, 3, 4, 5, 6].map((seed) => fitForest(columns, target, { trees: 1, seed }).outOfBag);
    expect(model.classes).toBe(2);
    expect(seen).toContainEqual({ score: undefined, rows: 0 });
  });

  it('says how far it is', () => {
    const progress: number[] = [];
    const onProgress = (share: number) => progress.push(share);
    fitForest(drawn.columns, drawn.two, { trees: 4, seed: 1, onProgress });
    expect(progress).toEqual([0.25, 0.5, 0.75, 1]);
  });

  it('refuses squares without end', () => {
    const target = { kind: 'number' as const, values: Float64Array.of(-1e300, 1e300, 0) };
    expect(() => fitForest([Float64Array.of(1, 2, 3)], target, { seed: 1 })).toThrow(
      refusal('numbers-too-large'),
    );
  });
});
