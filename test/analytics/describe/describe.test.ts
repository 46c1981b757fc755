import { expect, test } from 'vitest';
import { createRandom } from '../../../src/analytics/core/random';
import { toAutocorrelation } from '../../../src/analytics/describe/autocorrelation';
import { describe } from '../../../src/analytics/describe/describe';
import { toShareInterval } from '../../../src/analytics/describe/intervals';
import { toQuantile, type QuantileType, toSorted } from '../../../src/analytics/describe/quantiles';
import { toDigits } from '../digits';
import { hasNist, readBaselines, readCertified, readColumns } from '../nist';

const VALUES = Float64Array.of(2.5, 3.1, 4.7, 4.7, 5.9, 8.2, 9.9, 13.4, 21, 4.7);

/** Of the values as doubles hold them, which are not NIST's decimals: worked out with Python's fractions. */
const EXACT_LAGS: Record<string, string> = {
  Mavro: '0.9379891834382589',
  NumAcc3: '-0.9989999999994185',
  NumAcc4: '-0.9989999999906961',
};

test.runIf(hasNist)('mean, deviation and autocorrelation have the digits of the best systems at NIST', () => {
  const baselines = readBaselines().univariate;
  for (const [name, certified] of Object.entries(readCertified().univariate)) {
    const { y } = readColumns(name);
    const { mean, deviation } = describe(y!);
    const {
      duckdb_mean: ofMean = 14,
      duckdb_sd: ofDuck = 8,
      numpy_sd: ofNumpy = 8,
      numpy_r1: ofLag = 8,
    } = baselines[name] ?? {};
    expect(toDigits(mean!, certified.mean), name).toBeGreaterThanOrEqual(ofMean);
    // 10000000.2 has no more than these digits of its tenths as a double
    const most = name === 'NumAcc4' || name === 'NumAcc3' ? 8.2 : Math.max(ofDuck, ofNumpy);
    expect(toDigits(deviation!, certified.sd), name).toBeGreaterThanOrEqual(most);
    const lag = toAutocorrelation(y!, 1)!;
    const exact = EXACT_LAGS[name];
    if (exact === undefined)
      expect(toDigits(lag, certified.lag1_autocorr), name).toBeGreaterThanOrEqual(ofLag);
    else expect(toDigits(lag, exact), name).toBe(15);
  }
});

test('moments are those of SciPy 1.10.1, biased and corrected', () => {
  const found = describe(VALUES);
  expect(found.mean).toBeCloseTo(7.81, 14);
  expect(found.variance).toBeCloseTo(32.53211111111111, 13);
  expect(found.standardError).toBeCloseTo(1.80366601983602, 14);
  expect(found.skewness).toBeCloseTo(1.3426871295207645, 14);
  expect(found.sampleSkewness).toBeCloseTo(1.5922310678546705, 14);
  expect(found.kurtosis).toBeCloseTo(0.8313431795425443, 13);
  expect(found.sampleKurtosis).toBeCloseTo(2.4339816924055704, 13);
  expect(found.mode).toEqual({ value: 4.7, count: 3, ties: 1 });
});

test('intervals and the median deviation are those of R 4.2.2', () => {
  const found = describe(VALUES);
  expect(found.medianDeviation).toBeCloseTo(2.5, 14);
  expect(found.meanInterval!.low).toBeCloseTo(3.729823993932218, 13);
  expect(found.meanInterval!.high).toBeCloseTo(11.890176006067783, 13);
  // order statistics 2 and 9; 1 - 2 pbinom(1, 10, 0.5)
  expect(found.medianInterval).toEqual({ low: 3.1, high: 13.4, confidence: 0.978515625 });
  expect(describe(VALUES.subarray(0, 5)).medianInterval).toBeUndefined();
  const wilson = toShareInterval(7, 20, 0.95);
  expect(wilson.low).toBeCloseTo(0.1811918241010821, 14);
  expect(wilson.high).toBeCloseTo(0.5671457233147637, 14);
  expect(toShareInterval(0, 20, 0.95).low).toBe(0);
  expect(toShareInterval(0, 20, 0.95).high).toBeCloseTo(0.1611251580528193, 14);
  expect(toShareInterval(20, 20, 0.95).high).toBe(1);
});

test.for<[QuantileType, number[]]>([
  [1, [2.5, 2.5, 4.7, 4.7, 4.7, 13.4, 21]],
  [2, [2.5, 2.8, 4.7, 4.7, 5.3, 17.2, 21]],
  [3, [2.5, 2.5, 3.1, 4.7, 4.7, 13.4, 21]],
  [4, [2.5, 2.5, 3.9, 4.7, 4.7, 13.4, 21]],
  [5, [2.5, 2.8, 4.7, 4.7, 5.3, 17.2, 21]],
  [6, [2.5, 2.56, 4.3, 4.7, 5.3, 20.24, 21]],
  [7, [2.5, 3.04, 4.7, 4.7, 5.3, 14.16, 21]],
  [8, [2.5, 2.72, 4.566666666666666, 4.7, 5.3, 18.21333333333333, 21]],
  [9, [2.5, 2.74, 4.6, 4.7, 5.3, 17.96, 21]],
])('quantiles of type %i are those of R', ([type, expected]) => {
  const sorted = toSorted(VALUES);
  for (const [at, share] of [0, 0.1, 0.25, 0.333, 0.5, 0.9, 1].entries()) {
    expect(toQuantile(sorted, share, type), String(share)).toBeCloseTo(expected[at]!, 13);
  }
});

test('what few rows or no variation cannot tell is undefined, never NaN', () => {
  const one = describe(Float64Array.of(5));
  expect([one.variance, one.skewness, one.meanInterval, one.mode]).toEqual(Array(4).fill(undefined));
  expect([one.mean, one.median, one.medianDeviation]).toEqual([5, 5, 0]);
  const constant = describe(new Float64Array(9).fill(0.1));
  expect([constant.mean, constant.variance, constant.skewness, constant.kurtosis]).toEqual([
    0.1,
    0,
    undefined,
    undefined,
  ]);
  expect(describe(Float64Array.of(1, 2, 4)).sampleKurtosis).toBeUndefined();
  expect(toAutocorrelation(new Float64Array(9).fill(0.1), 1)).toBeUndefined();
  expect(() => describe(new Float64Array(0))).toThrow('analysis-misfit');
  expect(() => describe(Float64Array.of(1, NaN))).toThrow('analysis-misfit');
});

test('the largest numbers there are give infinities at worst, never NaN', () => {
  const found = describe(Float64Array.of(1e308, 1e308, -1e308, 1.5e308));
  const numbers = Object.values(found).filter((value) => typeof value === 'number');
  expect(numbers.some(Number.isNaN)).toBe(false);
  expect(found.mean! / 1e308).toBeCloseTo(0.625, 14);
});

test('values far from zero have the variance of those near it', () => {
  const near = Float64Array.of(1, 2, 4, 7, 3, 3);
  const [one, other] = [describe(near), describe(near.map((value) => value + 1e15))];
  expect(other.variance).toBeCloseTo(one.variance!, 13);
  expect(other.sampleKurtosis).toBeCloseTo(one.sampleKurtosis!, 1);
  expect(other.quantiles.map((value) => value - 1e15)).toEqual(
    one.quantiles.map((value) => expect.closeTo(value, 0)),
  );
});

test('the order of rows does not matter, and a scale goes through', () => {
  const random = createRandom(6);
  const values = Float64Array.from({ length: 500 }, random.normal);
  const one = describe(values);
  const other = describe(random.shuffle(values.map((value) => value * 1024)));
  expect(other.mean).toBe(one.mean! * 1024);
  expect(other.variance).toBeCloseTo(one.variance! * 2 ** 20, 6);
  expect(other.sampleSkewness).toBeCloseTo(one.sampleSkewness!, 12);
  expect(other.sampleKurtosis).toBeCloseTo(one.sampleKurtosis!, 12);
});
