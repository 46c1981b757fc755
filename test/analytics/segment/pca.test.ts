import { describe, expect, it } from 'vitest';
import { findComponents, toScores } from '../../../src/analytics/segment/pca';
import iris from './iris.json';

const columns = iris.columns.map((values) => Float64Array.from(values));
const close = (known: readonly number[], digits = 12) => known.map((value) => expect.closeTo(value, digits));

describe('principal components of the irises', () => {
  // scikit-learn 1.2.1: PCA().fit(StandardScaler().fit_transform(load_iris().data)), signs turned so that the largest part is positive
  it('are those of scikit-learn, with columns scaled', () => {
    const found = findComponents(columns);
    expect([...found.shares]).toEqual(
      close([0.7296244541329987, 0.2285076178670178, 0.03668921889282873, 0.005178709107154799]),
    );
    expect([...found.variances]).toEqual(
      close([2.938085050199996, 0.9201649041624882, 0.14774182104494799, 0.02085386217646229]),
    );
    expect([...found.weights[0]!]).toEqual(
      close([0.5210659146701195, -0.2693474425059428, 0.5804130957962944, 0.564856535779361]),
    );
    expect([...found.weights[2]!]).toEqual(
      close([0.7195663527008168, -0.24438177951439907, -0.14212636933390307, -0.6342727371109234]),
    );
    const scores = [0, 1].map((at) => toScores(found, columns, at)[1]!);
    expect(scores).toEqual(close([-2.080961151965766, -0.674133556605353]));
  });

  // scikit-learn 1.2.1: PCA().fit(load_iris().data)
  it('are those of scikit-learn, with columns in their units', () => {
    const found = findComponents(columns, { scaled: false });
    expect([...found.variances]).toEqual(
      close([4.228241706034864, 0.24267074792863344, 0.07820950004291942, 0.023835092973449434]),
    );
    expect([...found.weights[0]!]).toEqual(
      close([0.3613865917853687, -0.08452251406456868, 0.8566706059498351, 0.3582891971515508]),
    );
    expect(toScores(found, columns, 0)[0]).toBeCloseTo(-2.6841256259695374, 12);
  });

  it('have as loadings the correlations of columns with scores', () => {
    const found = findComponents(columns);
    const scores = toScores(found, columns, 0);
    const own = findComponents([scores, columns[2]!]);
    // of two columns, the larger variance is 1 and their correlation
    const correlation = (own.variances[0]! * 149) / 150 - 1;
    expect(found.loadings[0]![2]).toBeCloseTo(correlation, 12);
  });

  it('do not mind the order of columns, nor where zero lies', () => {
    const turned = findComponents([...columns].reverse().map((values) => values.map((value) => value + 1e6)));
    expect([...turned.shares]).toEqual(close([...findComponents(columns).shares], 8));
    expect([...turned.weights[0]!].reverse()).toEqual(close([...findComponents(columns).weights[0]!], 8));
  });
});

describe('principal components of columns that say little', () => {
  it('have no part of a column that does not vary, and none left where two say the same', () => {
    const same = new Float64Array(150).fill(0.1);
    const found = findComponents([columns[0]!, same, columns[0]!]);
    expect([...found.shares]).toEqual(close([1, 0, 0]));
    expect([...found.loadings[0]!]).toEqual(close([1, 0, 1]));
    expect(found.weights[0]![1]).toBe(0);
  });

  it('want rows, and something that varies', () => {
    expect(() => findComponents([Float64Array.of(1), Float64Array.of(2)])).toThrow(
      expect.objectContaining({ params: { why: 'too-few-rows', needed: 2, rows: 1 } }),
    );
    expect(() => findComponents([new Float64Array(4), new Float64Array(4).fill(1e15)])).toThrow(
      expect.objectContaining({ params: { why: 'no-variation' } }),
    );
  });
});
