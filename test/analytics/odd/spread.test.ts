import { describe, expect, it } from 'vitest';
import { findReasons } from '../../../src/analytics/odd/reasons';
import { toRange } from '../../../src/analytics/odd/spread';

const values = Float64Array.of(2, 4, 4, 5, 9, 30);

describe('what is usual of numbers', () => {
  // NumPy 1.24: mean, std(ddof=1), median, median(abs(x - median)), quantile(.25), quantile(.75)
  it('is within standard deviations, median deviations or quartile ranges', () => {
    expect(toRange(values, 'z')).toEqual({ low: 9, high: 9, unit: expect.closeTo(10.545141061171254, 12) });
    expect(toRange(values, 'mad')).toEqual({ low: 4.5, high: 4.5, unit: expect.closeTo(1.5 * 1.4826, 12) });
    expect(toRange(values, 'iqr')).toEqual({ low: 4, high: 8, unit: 4 });
  });

  it('is within standard deviations where most numbers are the same, and has no unit where all are', () => {
    const most = Float64Array.of(0, 0, 0, 0, 10);
    for (const spread of ['z', 'mad', 'iqr'] as const) {
      expect(toRange(most, spread).unit).toBeCloseTo(Math.sqrt(20), 12);
      expect(toRange(new Float64Array(4).fill(1e15), spread).unit).toBe(0);
    }
  });

  it('is not told of numbers whose squares are no numbers', () => {
    expect(() => toRange(Float64Array.of(1e200, -1e200, 3), 'z')).toThrow(
      expect.objectContaining({ params: { why: 'numbers-too-large' } }),
    );
  });
});

describe('the reasons of odd rows', () => {
  it('pass over what is no finite number, and do not judge what cannot be compared', () => {
    const holes = Float64Array.of(2, 4, 4, Infinity, NaN, 30);
    const { distances } = findReasons([holes], { spread: 'iqr' });
    // the quartiles of 2, 4, 4, 30 are 3.5 and 10.5
    expect([...distances]).toEqual([-1.5 / 7, 0, 0, NaN, NaN, 19.5 / 7]);
    expect([...findReasons([Float64Array.of(1, 9)]).distances]).toEqual([NaN, NaN]);
  });

  it('are those within the groups', () => {
    const groups = [Int32Array.of(0, 2, 4), Int32Array.of(1, 3)];
    const { distances } = findReasons([values], { spread: 'mad', groups });
    expect([...distances]).toEqual([-2, NaN, 0, NaN, 5].map((of) => of / (2 * 1.4826)).concat(NaN));
  });
});
