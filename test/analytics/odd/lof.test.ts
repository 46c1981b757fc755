import { describe, expect, it } from 'vitest';
import { findLocalOddness } from '../../../src/analytics/odd/lof';
import { toPlain, toSpots } from '../segment/spots';

describe('the local outlier factor', () => {
  // scikit-learn 1.2.1: -LocalOutlierFactor(k).fit(X).negative_outlier_factor_: the oddest rows, their scores, those of the first three, the sum
  it.each([
    [
      5,
      [0, 244, 180, 179],
      [2.713853670492341, 2.689723182966835, 1.7763280614420711, 1.6886131362766474],
      [2.713853670492341, 1.1142981493105448, 1.251905484561587],
      326.73307117721515,
    ],
    [
      20,
      [218, 165, 53, 231],
      [1.6633490222988605, 1.6447570070167976, 1.4423217053044068, 1.439758926386937],
      [1.1106247993934537, 1.0010974536700552, 0.9917289988906909],
      317.1264610534585,
    ],
  ])('is that of scikit-learn with %i neighbours', (neighbours, rows, oddest, first, sum) => {
    const { scores, repeated } = findLocalOddness(toPlain(toSpots(300)), { neighbours });
    const order = [...scores.keys()].sort((a, b) => scores[b]! - scores[a]!);
    expect(order.slice(0, 4)).toEqual(rows);
    expect(order.slice(0, 4).map((row) => scores[row])).toEqual(
      oddest.map((score) => expect.closeTo(score, 11)),
    );
    expect([...scores.subarray(0, 3)]).toEqual(first.map((score) => expect.closeTo(score, 11)));
    expect(scores.reduce((total, score) => total + score, 0)).toBeCloseTo(sum, 9);
    expect(repeated).toBe(0);
  });

  it('tells of rows that are the same as all their neighbours', () => {
    const values = Float64Array.from({ length: 30 }, (_, row) => (row < 10 ? 5 : row));
    const { scores, repeated } = findLocalOddness(toPlain([values]), { neighbours: 4 });
    expect(repeated).toBe(10);
    expect(scores.every(Number.isFinite)).toBe(true);
  });

  it('wants three rows, and takes fewer neighbours where there are fewer rows', () => {
    expect(() => findLocalOddness(toPlain([Float64Array.of(1, 2)]), { neighbours: 5 })).toThrow(
      expect.objectContaining({ params: { why: 'too-few-rows', needed: 3, rows: 2 } }),
    );
    const { scores } = findLocalOddness(toPlain([Float64Array.of(1, 2, 3)]), { neighbours: 20 });
    expect([...scores]).toEqual([1, 1, 1].map(() => expect.closeTo(1, 0)));
  });
});
