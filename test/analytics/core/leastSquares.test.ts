import { expect, test } from 'vitest';
import { fitLeastSquares, toLeverages } from '../../../src/analytics/core/leastSquares';
import { toPowers } from '../../../src/analytics/core/powers';
import { createRandom } from '../../../src/analytics/core/random';
import { toDigits } from '../digits';
import { hasNist, readBaselines, readCertified, readColumns, readOwnColumns } from '../nist';

const DEGREES: Record<string, number> = {
  Filip: 10,
  Pontius: 2,
  Wampler1: 5,
  Wampler2: 5,
  Wampler3: 5,
  Wampler4: 5,
  Wampler5: 5,
};

function fit(name: string, { y, ...x }: Record<string, Float64Array>) {
  const degree = DEGREES[name];
  const { high, low } = degree ? toPowers(x.x!, degree) : { high: Object.values(x), low: undefined };
  const found = fitLeastSquares(high, y!, { intercept: !name.startsWith('NoInt'), low });
  const size = found.coefficients.length;
  const sd = Math.sqrt(found.residualSquares / (y!.length - found.rank));
  return {
    ...found,
    sd,
    errors: found.coefficients.map((_, at) => sd * Math.sqrt(found.inverse[at * size + at]!)),
  };
}

function toWorst(found: Float64Array, certified: string[]): number {
  return Math.min(...certified.map((value, at) => toDigits(found[at]!, value)));
}

test.runIf(hasNist)('coefficients have at least the digits of NIST’s values that the best system has', () => {
  const baselines = readBaselines().linear_regression;
  for (const [name, certified] of Object.entries(readCertified().linear_regression)) {
    const { coefficients, errors, sd } = fit(name, readColumns(name));
    // DuckDB's figure is of the slope alone
    const { duckdb_regr_slope: slope = 0, ...others } = baselines[name]!;
    const worst = toWorst(
      coefficients,
      certified.params.map(({ estimate }) => estimate),
    );
    expect(worst, name).toBeGreaterThanOrEqual(Math.max(13, ...Object.values(others)));
    expect(toDigits(coefficients[1] ?? 0, certified.params[1]?.estimate ?? '0'), name).toBeGreaterThanOrEqual(
      slope,
    );
    const deviation = toWorst(
      errors,
      certified.params.map(({ se }) => se),
    );
    expect(deviation, name).toBeGreaterThan(12.5);
    expect(toDigits(sd, certified.residual_sd), name).toBeGreaterThan(13);
  }
});

test('Longley has every digit of the values that NIST certified', () => {
  const { coefficients, errors } = fit('Longley', readOwnColumns('Longley'));
  const estimates = [
    '-3482258.63459582',
    '15.0618722713733',
    '-0.0358191792925910',
    '-2.02022980381683',
    '-1.03322686717359',
    '-0.0511041056535807',
    '1829.15146461355',
  ];
  expect(toWorst(coefficients, estimates)).toBeGreaterThan(14.5);
  expect(toDigits(errors[0]!, '890420.383607373')).toBeGreaterThan(14.5);
});

test('Filip, of degree ten, has fourteen digits of the values that NIST certified', () => {
  const { coefficients, errors, settled } = fit('Filip', readOwnColumns('Filip'));
  expect(settled).toBe(true);
  expect(toDigits(coefficients[0]!, '-1467.48961422980')).toBeGreaterThan(13.9);
  expect(toDigits(coefficients[10]!, '-0.0000402962525080404')).toBeGreaterThan(13.9);
  expect(toDigits(errors[0]!, '298.084530995537')).toBeGreaterThan(12.5);
});

test('columns that others make up are left out and named', () => {
  const random = createRandom(1);
  const draw = () => Float64Array.from({ length: 50 }, random.normal);
  const [one, two, target] = [draw(), draw(), draw()];
  const both = one.map((value, row) => value + 3 * two[row]! - 7);
  const columns = [one, new Float64Array(50).fill(0.1), two, both];
  const found = fitLeastSquares(columns, target);
  expect(found.aliased).toEqual([1, 3]);
  expect([found.coefficients[2], found.coefficients[4]]).toEqual([0, 0]);
  const plain = fitLeastSquares([one, two], target);
  expect(found.coefficients[1]).toBeCloseTo(plain.coefficients[1]!, 14);
  expect(found.rank).toBe(3);
  expect(found.inverse[2 * 5 + 2]).toBe(0);
});

test('values far from zero and of any scale lose no digit that they have', () => {
  const x = Float64Array.from([0, 1, 2, 3, 4, 5]);
  const y = Float64Array.from([1, 3, 2, 5, 4, 6]);
  const plain = fitLeastSquares([x], y);
  const far = fitLeastSquares([x.map((value) => value + 1e15)], y);
  expect(far.coefficients[1]).toBeCloseTo(plain.coefficients[1]!, 14);
  expect(far.coefficients[0]! / (plain.coefficients[0]! - 1e15 * plain.coefficients[1]!)).toBeCloseTo(1, 14);
  const small = fitLeastSquares(
    [x.map((value) => value * 1e-140)],
    y.map((value) => value * 1e150),
  );
  expect(small.coefficients[1]! / 1e290 / plain.coefficients[1]!).toBeCloseTo(1, 13);
});

test('leverages are those of the hat matrix, and sum up to the rank', () => {
  const x = Float64Array.from([1, 2, 3, 4, 10]);
  const { basis, rank } = fitLeastSquares([x], Float64Array.from([2, 1, 4, 3, 5]));
  const leverages = toLeverages(basis, [x], 5);
  // 1/n + (x - mean)² / Σ(x - mean)², mean 4, sum 50
  for (const [row, value] of x.entries()) expect(leverages[row]).toBeCloseTo(0.2 + (value - 4) ** 2 / 50, 14);
  expect(leverages.reduce((total, value) => total + value)).toBeCloseTo(rank, 13);
  expect(toLeverages(basis, [Float64Array.of(14)], 1)[0]).toBeCloseTo(0.2 + 2, 14);
});

test('a table without rows and one that is not finite are refused', () => {
  expect(() => fitLeastSquares([new Float64Array(0)], new Float64Array(0))).toThrow('analysis-misfit');
  expect(() => fitLeastSquares([Float64Array.of(1, Infinity)], Float64Array.of(1, 2))).toThrow(
    'analysis-misfit',
  );
});

test('fewer rows than columns give a fit through every row, and the columns that were left out', () => {
  const found = fitLeastSquares([Float64Array.of(1, 2), Float64Array.of(5, 1)], Float64Array.of(3, 4));
  expect([...found.coefficients]).toEqual([2, 1, 0]);
  expect(found.aliased).toEqual([1]);
  expect(found.residualSquares).toBeCloseTo(0, 20);
});
