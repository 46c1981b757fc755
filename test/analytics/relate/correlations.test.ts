import { expect, test } from 'vitest';
import { createRandom } from '../../../src/analytics/core/random';
import { adjustPValues } from '../../../src/analytics/relate/adjust';
import { toCorrelations } from '../../../src/analytics/relate/correlations';
import { toKendall } from '../../../src/analytics/relate/kendall';
import { toPearson } from '../../../src/analytics/relate/pearson';
import { toSpearman } from '../../../src/analytics/relate/spearman';

// Anscombe's first set (The American Statistician 27, 1973)
const X = Float64Array.of(10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5);
const Y = Float64Array.of(8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68);
const TIED_X = Float64Array.of(1, 2, 2, 3, 3, 3, 4, 5, 6, 7, 7, 8);
const TIED_Y = Float64Array.of(2, 1, 3, 3, 5, 4, 4, 4, 8, 6, 9, 9);

test('Pearson’s correlation, its p-value and interval are those of R 4.2.2', () => {
  const found = toPearson(X, Y);
  expect(found.value).toBeCloseTo(0.81642051634484, 14);
  expect(found.pValue).toBeCloseTo(0.00216962887307879, 16);
  expect(found.t).toBeCloseTo(4.241455288892833, 13);
  expect(found.interval!.low).toBeCloseTo(0.4243912133932166, 14);
  expect(found.interval!.high).toBeCloseTo(0.9506932537865606, 14);
});

test('Spearman’s is that of SciPy 1.10.1 with ties, and exact for few rows as in R', () => {
  const tied = toSpearman(TIED_X, TIED_Y);
  expect(tied.value).toBeCloseTo(0.9071428571428571, 14);
  expect(tied.pValue).toBeCloseTo(4.64409783307667e-5, 17);
  const few = toSpearman(X.subarray(0, 8), Y.subarray(0, 8));
  expect(few).toEqual({
    value: expect.closeTo(0.761904761904762, 14),
    count: 8,
    isExact: true,
    pValue: 1482 / 40320,
  });
  expect(1482 / 40320).toBeCloseTo(0.03675595238095238, 16);
});

test('Kendall’s is that of SciPy 1.10.1 with ties, and exact without as in R', () => {
  const tied = toKendall(TIED_X, TIED_Y);
  expect(tied.value).toBeCloseTo(0.7868852459016394, 14);
  expect(tied.pValue).toBeCloseTo(0.000725776762612385, 16);
  expect(tied.isExact).toBe(false);
  const exact = toKendall(X, Y);
  expect(exact.value).toBeCloseTo(0.6363636363636364, 15);
  expect(exact.pValue).toBeCloseTo(0.005707170915504249, 15);
  expect([exact.concordant, exact.discordant, exact.isExact]).toEqual([45, 10, true]);
});

test('Kendall’s counts pairs as one would by hand', () => {
  const random = createRandom(3);
  const draw = () => Float64Array.from({ length: 60 }, () => random.below(12));
  const [x, y] = [draw(), draw()];
  let [concordant, discordant] = [0, 0];
  for (let one = 0; one < 60; one++) {
    for (let other = 0; other < one; other++) {
      const sign = Math.sign(x[one]! - x[other]!) * Math.sign(y[one]! - y[other]!);
      if (sign > 0) concordant++;
      if (sign < 0) discordant++;
    }
  }
  expect(toKendall(x, y)).toMatchObject({ concordant, discordant });
});

test('correlations stay the same when columns are shifted, scaled and rows shuffled', () => {
  const plain = toPearson(X, Y);
  for (const change of [(v: number) => v * 1e-200, (v: number) => v * 1e200, (v: number) => v + 1e15]) {
    const far = toPearson(X.map(change), Y);
    expect(far.value).toBeCloseTo(plain.value, 13);
    expect(far.pValue / plain.pValue).toBeCloseTo(1, 10);
  }
  const order = createRandom(1).shuffle([...X.keys()]);
  const shuffle = (values: Float64Array) => Float64Array.from(order, (row) => values[row]!);
  expect(toPearson(shuffle(X), shuffle(Y)).value).toBeCloseTo(plain.value, 15);
  expect(toKendall(shuffle(X), shuffle(Y))).toEqual(toKendall(X, Y));
});

test('a straight line has 1, with a p-value of 0 and no NaN', () => {
  const line = toPearson(
    X,
    X.map((value) => 0.1 - 3 * value),
  );
  expect(line).toMatchObject({ value: -1, pValue: 0, t: -Infinity, interval: { low: -1, high: -1 } });
  expect(toSpearman(X, X.map(Math.exp)).value).toBe(1);
});

test('columns that do not vary, and too few rows, are refused', () => {
  const flat = new Float64Array(11).fill(0.1);
  const why = (run: () => unknown) => {
    try {
      return run();
    } catch (error) {
      return (error as { params: unknown }).params;
    }
  };
  expect(why(() => toPearson(X, flat))).toEqual({ why: 'constant-column', column: 1 });
  expect(why(() => toSpearman(flat, Y))).toEqual({ why: 'constant-column', column: 0 });
  expect(why(() => toKendall(X, flat))).toEqual({ why: 'constant-column', column: 1 });
  expect(why(() => toPearson(Float64Array.of(1, 2), Float64Array.of(1, 2)))).toEqual({
    why: 'too-few-rows',
    needed: 3,
    rows: 2,
  });
  expect(why(() => toPearson(Float64Array.of(1, 2, Infinity), Float64Array.of(1, 2, 3)))).toEqual({
    why: 'not-finite',
    column: 0,
  });
});

test.for(['pearson', 'spearman', 'kendall'] as const)(
  'a matrix of %s has each pair, and leaves constants out',
  (method) => {
    const flat = new Float64Array(11).fill(3);
    const found = toCorrelations([X, flat, Y, X], { method });
    const pair = { pearson: toPearson, spearman: toSpearman, kendall: toKendall }[method](X, Y);
    expect(found.values[2]).toBe(pair.value);
    expect(found.values[8]).toBe(pair.value);
    expect(found.pValues[8]).toBe(pair.pValue);
    expect(found.values[3]).toBe(1);
    expect([found.values[1], found.values[5], found.pValues[7]]).toEqual([undefined, undefined, undefined]);
    expect(found.constant).toEqual([1]);
  },
);

test('p-values are corrected as R’s p.adjust does it, in the order given', () => {
  const values = Float64Array.of(0.01, 0.013, 0.2, 0.04, 0.05, 0.9);
  const close = (expected: number[]) => expected.map((value) => expect.closeTo(value, 14));
  expect([...adjustPValues(values, 'holm')]).toEqual(close([0.06, 0.065, 0.4, 0.16, 0.16, 0.9]));
  expect([...adjustPValues(values, 'benjamini-hochberg')]).toEqual(
    close([0.039, 0.039, 0.24, 0.075, 0.075, 0.9]),
  );
  expect([...adjustPValues(values, 'bonferroni')]).toEqual(close([0.06, 0.078, 1, 0.24, 0.3, 1]));
  expect(adjustPValues(values, 'none')).toEqual(values);
});

test('a matrix corrects each pair once', () => {
  const columns = [X, Y, Float64Array.from(X).reverse()];
  const plain = toCorrelations(columns);
  const corrected = toCorrelations(columns, { adjustment: 'bonferroni' });
  expect(corrected.pValues[1]).toBeCloseTo(3 * plain.pValues[1]!, 15);
  expect(corrected.pValues[3]).toBe(corrected.pValues[1]);
});
