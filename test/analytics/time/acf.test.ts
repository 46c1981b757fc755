import { describe, expect, test } from 'vitest';
import { createRandom } from '../../../src/analytics/core/random';
import { findAutocorrelation, testLjungBox, toUsualLags } from '../../../src/analytics/time/acf';
import { readSeries } from './readSeries';

describe('R 4.2.2 on lh', () => {
  test('`acf` and `pacf`', () => {
    const { acf, pacf, limit } = findAutocorrelation(readSeries('lh'));
    [
      1, 0.575524475524475, 0.181818181818182, -0.144755244755245, -0.174825174825175, -0.14965034965035,
    ].forEach((value, lag) => expect(acf[lag]).toBeCloseTo(value, 13));
    [0.575524475524475, -0.223409972864297, -0.226940201650241, 0.102768377006222, -0.07593441965331].forEach(
      (value, at) => expect(pacf[at + 1]).toBeCloseTo(value, 13),
    );
    expect(acf).toHaveLength(17);
    expect(limit).toBeCloseTo(1.96 / Math.sqrt(48), 4);
  });

  test('`Box.test(type = "Ljung")`', () => {
    const { statistic, freedom, p } = testLjungBox(readSeries('lh'));
    expect(statistic).toBeCloseTo(25.3509303605002, 11);
    expect(freedom).toBe(10);
    expect(p).toBeCloseTo(0.00471855659525622, 14);
    const fitted = testLjungBox(readSeries('Nile'), { fitted: 1 });
    expect(fitted.statistic).toBeCloseTo(88.1268715513, 9);
    expect(fitted.p / 3.88578058618805e-15).toBeCloseTo(1, 1);
  });
});

test('an offset of 10^15 leaves what its rounding leaves', () => {
  const random = createRandom(1);
  const series = Float64Array.from({ length: 200 }, () => random.below(1000));
  const plain = findAutocorrelation(series, 3);
  const shifted = findAutocorrelation(
    series.map((value) => value + 1e15),
    3,
  );
  expect(shifted.acf[1]).toBeCloseTo(plain.acf[1]!, 6);
});

test('lags are no more than there are rows', () => {
  expect(toUsualLags(5)).toBe(4);
  expect(findAutocorrelation(Float64Array.of(1, 2, 4), 100).acf).toHaveLength(3);
});

test('what does not vary has none', () => {
  const why = expect.objectContaining({ code: 'analysis-misfit', params: { why: 'no-variation' } });
  expect(() => findAutocorrelation(new Float64Array(10).fill(3))).toThrow(why);
  expect(() => testLjungBox(new Float64Array(20).fill(3))).toThrow(why);
});
