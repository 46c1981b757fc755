import { expect, test } from 'vitest';
import { compareRates } from '../../../src/analytics/relate/compareRates';
import { testJarqueBera, testShapiroWilk } from '../../../src/analytics/relate/normality';
import {
  toDetectableMean,
  toDetectableRate,
  toPowerOfMeans,
  toPowerOfRates,
  toSizeOfMeans,
  toSizeOfRates,
} from '../../../src/analytics/relate/power';
import { testMannWhitney, testWilcoxon } from '../../../src/analytics/relate/rankTests';
import { testMean, testMeans, testPairs } from '../../../src/analytics/relate/tTest';

const A = Float64Array.of(5.1, 4.9, 6.2, 5.8, 6, 5.5, 5.3, 6.7);
const B = Float64Array.of(6.1, 7.2, 6.8, 7.9, 6.5, 7, 8.3, 5.9, 6.6, 7.7);
const refused = (run: () => unknown) => expect(run).toThrow('analysis-misfit');

test('t tests, pooled and Welch’s, are R’s', () => {
  const pooled = testMeans(A, B, { pooled: true });
  expect(pooled.t).toBeCloseTo(-3.901250391897788, 13);
  expect(pooled.freedom).toBe(16);
  expect(pooled.pValue).toBeCloseTo(0.001270421342850097, 16);
  expect(pooled.interval.low).toBeCloseTo(-2.025701006273886, 13);
  const welch = testMeans(A, B);
  expect(welch.t).toBeCloseTo(-4.019488590045421, 13);
  expect(welch.freedom).toBeCloseTo(15.992638517385084, 12);
  expect(welch.pValue).toBeCloseTo(9.914268727593137e-4, 16);
  expect(welch.interval.high).toBeCloseTo(-0.6202527810543159, 13);
  expect(testMeans(A, B, { alternative: 'less' }).pValue).toBeCloseTo(4.957134363796569e-4, 16);
  // d = t √(1/8 + 1/10) of the pooled test; J(16) = Γ(8) / (√8 Γ(7.5))
  expect(welch.effect).toBeCloseTo(pooled.t * Math.sqrt(0.225), 13);
  expect(welch.hedges / welch.effect).toBeCloseTo(0.9522538348043521, 14);
});

test('tests of pairs and of one sample are R’s', () => {
  const pairs = testPairs(A, B.subarray(0, 8));
  expect(pairs.t).toBeCloseTo(-2.98820634255060025, 13);
  expect(pairs.pValue).toBeCloseTo(0.02027777837309352, 15);
  expect(pairs.interval.low).toBeCloseTo(-2.28393163830427426, 13);
  const one = testMean(A, { against: 5, alternative: 'greater' });
  expect(one.t).toBeCloseTo(3.22257546745653, 13);
  expect(one.pValue).toBeCloseTo(0.007300591806759862, 16);
});

test('t tests need two rows and some variation', () => {
  refused(() => testMeans(Float64Array.of(1), B));
  refused(() => testMeans(Float64Array.of(1, 1), Float64Array.of(2, 2)));
  refused(() => testMean(new Float64Array(0)));
  refused(() => testPairs(A, A));
  expect(
    testMeans(
      A.map((value) => value + 2 ** 40),
      B.map((value) => value + 2 ** 40),
    ).t,
  ).toBeCloseTo(-4.0195, 2);
});

test('Mann and Whitney’s test is R’s, exact and with ties', () => {
  const exact = testMannWhitney(A, B);
  expect(exact).toMatchObject({ statistic: 7, isExact: true, chanceAbove: 7 / 80 });
  expect(exact.pValue).toBeCloseTo(0.002056766762649116, 16);
  expect(testMannWhitney(A, B, { alternative: 'less' }).pValue).toBeCloseTo(0.001028383381324558, 16);
  const [one, other] = [Float64Array.of(1, 2, 2, 3, 5, 5, 7, 8), Float64Array.of(2, 4, 4, 5, 6, 7, 9, 9, 10)];
  const tied = testMannWhitney(one, other);
  expect(tied).toMatchObject({ statistic: 20.5, isExact: false });
  expect(tied.pValue).toBeCloseTo(0.1461671814404328, 14);
  expect(testMannWhitney(one, other, { alternative: 'greater' }).pValue).toBeCloseTo(0.9394393266434675, 14);
  expect(testMannWhitney(other, one).effect).toBeCloseTo(-tied.effect, 15);
});

test('Wilcoxon’s signed ranks are R’s, exact and with ties and zeros', () => {
  const exact = testWilcoxon(A, B.subarray(0, 8));
  expect(exact).toMatchObject({ statistic: 3, isExact: true, pValue: 0.0390625 });
  // depression scores (Hollander and Wolfe 1973, p. 29)
  const before = Float64Array.of(1.83, 0.5, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.3);
  const after = Float64Array.of(0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29);
  expect(testWilcoxon(before, after)).toMatchObject({ statistic: 40, pValue: 0.0390625 });
  expect(testWilcoxon(before, after, { alternative: 'greater' }).pValue).toBe(0.01953125);
  const tied = testWilcoxon(Float64Array.of(1, 2, 3, 4, 5, 6, 7, 3), Float64Array.of(2, 2, 5, 3, 3, 9, 9, 1));
  expect(tied).toMatchObject({ statistic: 10.5, isExact: false, zeros: 1 });
  expect(tied.pValue).toBeCloseTo(0.6049071548927589, 14);
  refused(() => testWilcoxon(A, A));
  refused(() => testMannWhitney(new Float64Array(3), new Float64Array(3)));
});

test('exact tests of the largest samples add up to one', () => {
  const one = Float64Array.from({ length: 49 }, (_, at) => 2 * at);
  const other = Float64Array.from({ length: 49 }, (_, at) => 2 * at + 1.5 + at / 100);
  const less = testMannWhitney(one, other, { alternative: 'less' }).pValue;
  const greater = testMannWhitney(one, other, { alternative: 'greater' }).pValue;
  expect(testMannWhitney(one, other).isExact).toBe(true);
  expect(less + greater).toBeGreaterThan(1);
  expect(less + greater).toBeLessThan(1.01);
});

test('two rates are compared as R’s prop.test and statsmodels 0.13.5 do it', () => {
  const found = compareRates({ hits: 56, count: 70 }, { hits: 48, count: 80 });
  expect(found.z).toBeCloseTo(-2.650171951258533, 13);
  expect(found.pValue).toBeCloseTo(0.008045081368196564, 15);
  // Newcombe (1998), table II, example (a), which the published method gives as 0.0524, 0.3339
  expect(found.differenceInterval.low).toBeCloseTo(-0.33387265403690614, 13);
  expect(found.differenceInterval.high).toBeCloseTo(-0.05243147240236498, 13);
  expect(found.liftInterval!.low).toBeCloseTo(0.6056023628042958 - 1, 13);
  expect(found.liftInterval!.high).toBeCloseTo(0.9288272875873426 - 1, 13);
  expect(found.difference).toBeCloseTo(-0.2, 15);
  expect(found.lift).toBeCloseTo(-0.25, 15);
});

test('rates without hits are told, those of nobody refused', () => {
  const none = compareRates({ hits: 0, count: 50 }, { hits: 4, count: 50 });
  expect([none.lift, none.liftInterval]).toEqual([undefined, undefined]);
  expect(none.pValue).toBeGreaterThan(0);
  expect(none.exactPValue).toBeCloseTo(0.1174632927210247, 13);
  refused(() => compareRates({ hits: 0, count: 5 }, { hits: 0, count: 5 }));
  refused(() => compareRates({ hits: 0, count: 0 }, { hits: 1, count: 5 }));
  refused(() => compareRates({ hits: 6, count: 5 }, { hits: 1, count: 5 }));
});

test('power and sample size of rates are R’s power.prop.test', () => {
  const plan = { base: 0.1, other: 0.13 };
  expect(toPowerOfRates(500, plan)).toBeCloseTo(0.3178834337333006, 13);
  expect(toPowerOfRates(500, { ...plan, sides: 1 })).toBeCloseTo(0.4371628332608088, 13);
  expect(toSizeOfRates(0.8, plan)).toBeCloseTo(1773.975573433144, 8);
  expect(toDetectableRate(1000, 0.8, { base: 0.1 })).toBeCloseTo(0.140745154311823, 11);
  expect(toDetectableRate(2, 0.99, { base: 0.9 })).toBeUndefined();
  // a whole plan says no more than what is asked of it
  expect(toDetectableRate(1000, 0.8, plan)).toBe(toDetectableRate(1000, 0.8, { base: plan.base }));
  refused(() => toSizeOfRates(0.8, { base: 0.1, other: 0.1 }));
});

test('power and sample size of means are R’s power.t.test', () => {
  const plan = { difference: 1, deviation: 1.5 };
  expect(toPowerOfMeans(20, plan)).toBeCloseTo(0.5377573242149383, 9);
  expect(toSizeOfMeans(0.9, plan)).toBeCloseTo(48.26429021928458, 6);
  expect(toDetectableMean(20, 0.9, { deviation: 1.5 })).toBeCloseTo(1.577989689987492, 8);
  expect(toDetectableMean(20, 0.9, plan)).toBe(toDetectableMean(20, 0.9, { deviation: 1.5 }));
  expect(toPowerOfMeans(1e6, { ...plan, difference: 1e-3 })).toBeCloseTo(0.0683, 3);
  refused(() => toSizeOfMeans(0.8, { ...plan, difference: 0 }));
});

test('Shapiro and Wilk’s test is R’s from three to five thousand rows', () => {
  for (const [values, statistic, pValue] of [
    [[1, 2, 5], 0.923076923076923, 0.4632628749337937],
    [[1, 2, 5, 11], 0.89450624733447, 0.4042863466709151],
    [A, 0.975206044940928, 0.9354350252938219],
    [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 40], 0.6272684831681945, 1.828363307364117e-4],
  ] as const) {
    const found = testShapiroWilk(Float64Array.from(values));
    expect(found.statistic).toBeCloseTo(statistic, 13);
    expect(found.pValue).toBeCloseTo(pValue, 12);
  }
  const many = testShapiroWilk(Float64Array.from({ length: 5000 }, (_, at) => (at + 1) ** 1.1));
  expect(many.statistic).toBeCloseTo(0.9513590402039731, 12);
  expect(many.pValue / 7.421634914754232e-38).toBeCloseTo(1, 8);
  refused(() => testShapiroWilk(new Float64Array(5001)));
  refused(() => testShapiroWilk(new Float64Array(9).fill(0.1)));
  expect(testShapiroWilk(A.map((value) => value * 4 + 16)).statistic).toBeCloseTo(0.975206044940928, 12);
});

test('Jarque and Bera’s test is SciPy’s', () => {
  const weights = [4.17, 5.58, 5.18, 6.11, 4.5, 4.61, 5.17, 4.53, 5.33, 5.14, 4.81, 4.17, 4.41, 3.59, 5.87];
  weights.push(3.83, 6.03, 4.89, 4.32, 4.69, 6.31, 5.12, 5.54, 5.5, 5.37, 5.29, 4.92, 6.15, 5.8, 5.26);
  const found = testJarqueBera(Float64Array.from(weights));
  expect(found.statistic).toBeCloseTo(0.6604168203063833, 13);
  expect(found.pValue).toBeCloseTo(0.7187739180385753, 13);
  refused(() => testJarqueBera(new Float64Array(9).fill(0.1)));
});
