import { expect, test } from 'vitest';
import { fitLinear } from '../../../src/analytics/predict/linear';
import { expandPolynomial, toPolynomial } from '../../../src/analytics/predict/polynomial';
import { cars } from './cars';
import { refusal } from './learning';

test('terms come in the order of scikit-learn', () => {
  // scikit-learn 1.2.1: PolynomialFeatures(3, include_bias=False).powers_ of three columns
  const powers = toPolynomial(3, { degree: 3 }).terms.map((term) =>
    [0, 1, 2].map((at) => term.filter((one) => one === at).length).join(''),
  );
  expect(powers.join(' ')).toBe(
    '100 010 001 200 110 101 020 011 002 300 210 201 120 111 102 030 021 012 003',
  );
});

test('only the chosen columns are raised, and without products by themselves alone', () => {
  expect(toPolynomial(3, { chosen: [0, 2] }).terms).toEqual([[0], [1], [2], [0, 0], [0, 2], [2, 2]]);
  expect(toPolynomial(2, { degree: 3, products: false }).terms).toEqual([
    [0],
    [1],
    [0, 0],
    [1, 1],
    [0, 0, 0],
    [1, 1, 1],
  ]);
  expect(toPolynomial(2, { degree: 1 }).terms).toEqual([[0], [1]]);
});

test('a parabola is found, far from 0 too', () => {
  const years = Float64Array.from({ length: 30 }, (_, row) => 2000 + row);
  const sales = years.map((year) => 5 + 3 * (year - 2010) + 0.5 * (year - 2010) ** 2);
  const plan = toPolynomial(1);
  const { high, low } = expandPolynomial(plan, [years]);
  const fit = fitLinear(high, sales, { low });
  expect(fit.coefficients[2]!.estimate).toBeCloseTo(0.5, 9);
  expect(expandPolynomial(toPolynomial(2), [cars.wt, cars.qsec]).high[3]![0]).toBeCloseTo(2.62 * 16.46, 12);
});

test('too many terms, and values that grow beyond all bounds, are refused', () => {
  expect(() => toPolynomial(40)).toThrow(refusal('too-many-terms'));
  expect(() => expandPolynomial(toPolynomial(1), [Float64Array.of(1e200, 1)])).toThrow(
    refusal('numbers-too-large'),
  );
});
