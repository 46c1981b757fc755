import { expect, test } from 'vitest';
import { fitAnova, fitWelchAnova, testVariances } from '../../../src/analytics/relate/anova';
import { testKruskalWallis } from '../../../src/analytics/relate/kruskal';
import { compareByTukey } from '../../../src/analytics/relate/tukey';
import { createRandom } from '../../../src/analytics/core/random';
import { toDigits } from '../digits';
import { hasNist, readBaselines, readCertified, readColumns, readOwnColumns } from '../nist';

// R's PlantGrowth (Dobson 1983): control, treatment 1, treatment 2
const WEIGHTS = Float64Array.from(
  [
    [4.17, 5.58, 5.18, 6.11, 4.5, 4.61, 5.17, 4.53, 5.33, 5.14],
    [4.81, 4.17, 4.41, 3.59, 5.87, 3.83, 6.03, 4.89, 4.32, 4.69],
    [6.31, 5.12, 5.54, 5.5, 5.37, 5.29, 4.92, 6.15, 5.8, 5.26],
  ].flat(),
);
const PLANTS = Int32Array.from({ length: 30 }, (_, row) => Math.floor(row / 10));

function fit(columns: Record<string, Float64Array>) {
  const [codes, values] = Object.values(columns);
  const least = codes!.reduce((a, b) => Math.min(a, b));
  return fitAnova(
    values!,
    Int32Array.from(codes!, (code) => code - least),
    10,
  );
}

/** Of the values as doubles hold them, which are not NIST's decimals: worked out with Python's fractions. */
const EXACT: Record<string, number> = {
  AtmWtAg: 15.946733566676926,
  SiRstv: 1.1804623744024467,
  SmLs03: 2001.0000000000002,
  SmLs06: 2001.0000001288329,
  SmLs09: 2001.1349262209505,
};

test.runIf(hasNist)('F has at least the digits of NIST’s values that the best system has', () => {
  const baselines = readBaselines().anova;
  for (const [name, certified] of Object.entries(readCertified().anova)) {
    const found = fit(readColumns(name));
    // the baselines have one digit behind the point
    const digits = Math.round(10 * toDigits(found.f, certified.between.F)) / 10;
    expect(digits, name).toBeGreaterThanOrEqual(Math.max(...Object.values(baselines[name]!)));
    if (EXACT[name]) expect(found.f / EXACT[name], name).toBeCloseTo(1, 14);
    expect(found.between.freedom, name).toBe(Number(certified.between.df));
  }
});

test('silicon resistivity and silver’s weight have NIST’s digits as far as doubles hold the data', () => {
  const silicon = fit(readOwnColumns('SiRstv'));
  expect(toDigits(silicon.f, '1.18046237440255')).toBeGreaterThan(12.9);
  expect(toDigits(silicon.etaSquared, '0.190999039051129')).toBeGreaterThan(12.9);
  const silver = fit(readOwnColumns('AtmWtAg')).f;
  expect(toDigits(silver, '15.9467335677930')).toBeGreaterThan(10);
  expect(silver / EXACT.AtmWtAg!).toBeCloseTo(1, 14);
});

test('an analysis of variance is R’s', () => {
  const found = fitAnova(WEIGHTS, PLANTS, 3);
  expect(found.between.squares).toBeCloseTo(3.76634, 13);
  expect(found.within.squares).toBeCloseTo(10.49209, 13);
  expect(found.f).toBeCloseTo(4.84608786238013, 13);
  expect(found.pValue).toBeCloseTo(0.01590995832562294, 15);
  expect(found.etaSquared).toBeCloseTo(3.76634 / 14.25843, 14);
  expect(found.groups[1]).toMatchObject({ code: 1, count: 10, mean: expect.closeTo(4.661, 14) });
});

test('Welch’s is R’s, and the tests of variances are SciPy’s', () => {
  const welch = fitWelchAnova(WEIGHTS, PLANTS, 3);
  expect(welch.f).toBeCloseTo(5.180972408113189, 13);
  expect(welch.below).toBeCloseTo(17.128418616644129, 12);
  expect(welch.pValue).toBeCloseTo(0.01739282149017, 14);
  const levene = testVariances(WEIGHTS, PLANTS, 3, { around: 'mean' });
  expect(levene.f).toBeCloseTo(1.2369629544697844, 13);
  expect(levene.pValue).toBeCloseTo(0.30619492299144685, 14);
  const brown = testVariances(WEIGHTS, PLANTS, 3);
  expect(brown.f).toBeCloseTo(1.1191856948703909, 13);
  expect(brown.pValue).toBeCloseTo(0.3412266241254737, 14);
});

test('Tukey’s pairs are R’s as far as its own quadrature goes', () => {
  const pairs = compareByTukey(fitAnova(WEIGHTS, PLANTS, 3));
  const expected = [
    [-0.371, -1.0622160514104579, 0.3202160514104589, 0.39087114420212665],
    [0.494, -0.1972160514104578, 1.185216051410459, 0.19799599129970713],
    [0.865, 0.1737839485895417, 1.5562160514104586, 0.01200642397945273],
  ];
  for (const [at, [difference, low, high, pValue]] of expected.entries()) {
    expect(pairs[at]!.difference).toBeCloseTo(difference!, 13);
    expect(pairs[at]!.low).toBeCloseTo(low!, 7);
    expect(pairs[at]!.high).toBeCloseTo(high!, 7);
    expect(pairs[at]!.pValue).toBeCloseTo(pValue!, 8);
  }
  expect(pairs.map(({ one, other }) => [one, other])).toEqual([
    [0, 1],
    [0, 2],
    [1, 2],
  ]);
});

test('Kruskal and Wallis’s test is R’s, with ties too, and Dunn’s of two groups agrees with it', () => {
  const found = testKruskalWallis(WEIGHTS, PLANTS, 3);
  expect(found.h).toBeCloseTo(7.988228749443715, 13);
  expect(found.pValue).toBeCloseTo(0.01842375573147197, 15);
  const values = Float64Array.of(1, 2, 2, 3, 4, 4, 4, 6, 7, 1);
  const tied = testKruskalWallis(values, Int32Array.of(0, 0, 0, 0, 1, 1, 1, 2, 2, 2), 3);
  expect(tied.h).toBeCloseTo(3.412735849056612, 13);
  expect(tied.pValue).toBeCloseTo(0.1815239052600658, 14);
  const two = testKruskalWallis(values, Int32Array.of(0, 0, 0, 0, 0, 1, 1, 1, 1, 1), 2);
  expect(two.pairs[0]!.z ** 2).toBeCloseTo(two.h, 13);
  expect(two.pairs[0]!.pValue).toBeCloseTo(two.pValue, 14);
});

test('groups without rows are left out; one group alone, or no variation, is refused', () => {
  const codes = PLANTS.map((code) => 2 * code);
  expect(fitAnova(WEIGHTS, codes, 6).f).toBe(fitAnova(WEIGHTS, PLANTS, 3).f);
  expect(fitAnova(WEIGHTS, codes, 6).groups.map(({ code }) => code)).toEqual([0, 2, 4]);
  const refused = (run: () => unknown) => expect(run).toThrow('analysis-misfit');
  refused(() => fitAnova(WEIGHTS, new Int32Array(30), 1));
  refused(() => fitAnova(new Float64Array(30).fill(0.1), PLANTS, 3));
  refused(() => fitAnova(Float64Array.of(1, 2), Int32Array.of(0, 1), 2));
  refused(() => fitWelchAnova(Float64Array.of(1, 1, 2, 3), Int32Array.of(0, 0, 1, 1), 2));
  refused(() => testKruskalWallis(new Float64Array(30).fill(1), PLANTS, 3));
  refused(() => testVariances(Float64Array.of(1, 1, 2, 2), Int32Array.of(0, 0, 1, 1), 2));
});

test('groups that do not vary within but between them have p 0, and no NaN', () => {
  const found = fitAnova(Float64Array.of(1, 1, 2, 2), Int32Array.of(0, 0, 1, 1), 2);
  expect([found.f, found.pValue, found.etaSquared]).toEqual([Infinity, 0, 1]);
  expect(compareByTukey(found)[0]).toMatchObject({ difference: 1, low: 1, high: 1, pValue: 0 });
});

test('F does not depend on the order of rows, nor on shift and scale', () => {
  const order = createRandom(2).shuffle([...WEIGHTS.keys()]);
  const plain = fitAnova(WEIGHTS, PLANTS, 3);
  const values = Float64Array.from(order, (row) => WEIGHTS[row]! * 1024);
  const codes = Int32Array.from(order, (row) => PLANTS[row]!);
  expect(fitAnova(values, codes, 3).f).toBeCloseTo(plain.f, 13);
  const whole = WEIGHTS.map((value) => Math.round(100 * value));
  const far = fitAnova(
    whole.map((value) => value + 1e15),
    PLANTS,
    3,
  );
  expect(far.f).toBeCloseTo(fitAnova(whole, PLANTS, 3).f, 12);
});
