import { expect, test } from 'vitest';
import { fitLasso, toAlphas, toSolve } from '../../../src/analytics/predict/lasso';
import { toFolded, toMoments } from '../../../src/analytics/predict/moments';
import { chooseAlpha, predictPenalised } from '../../../src/analytics/predict/penalised';
import { expandPolynomial, toPolynomial } from '../../../src/analytics/predict/polynomial';
import { fitRidge, solveRidge } from '../../../src/analytics/predict/ridge';
import { fitLinear } from '../../../src/analytics/predict/linear';
import { cars } from './cars';
import { expectClose, refusal, toNumbersTarget } from './learning';

const columns = [cars.wt, cars.hp, cars.qsec, Float64Array.from(cars.cyl)];
const target = toNumbersTarget(cars.mpg);
const four = { folds: Int32Array.from({ length: 32 }, (_, row) => Math.floor(row / 8)), count: 4 };

// scikit-learn 1.2.1 of StandardScaler's columns: Ridge(alpha=2), Lasso(alpha=0.5, tol=1e-14), ElasticNet(alpha=0.5, l1_ratio=0.3)
test('ridge, lasso and elastic net have the weights of scikit-learn', () => {
  const ridge = fitRidge(columns, target, { alpha: 2 });
  expectClose(
    ridge.weights,
    [-2.9492398301308125, -1.102635188172109, 0.2310353524491099, -1.5932221064974004],
    12,
  );
  expectClose(predictPenalised(ridge, columns).slice(0, 2), [22.50661769193379, 21.79926639411599], 11);
  const lasso = fitLasso(columns, target, { alpha: 0.5 });
  expectClose(lasso.weights, [-2.7744959815093373, -0.9510114857137313, 0, -1.5923514005877752], 10);
  expect(lasso.dropped).toEqual([2]);
  expect(lasso.coefficients[3]).toBe(0);
  const net = fitLasso(columns, target, { alpha: 0.5, ratio: 0.3 });
  expectClose(
    net.weights,
    [-2.1929685218699193, -1.1925824168624752, 0.1319816895292138, -1.569085894827652],
    10,
  );
});

test('the strength of a lasso is chosen as LassoCV chooses it', () => {
  // scikit-learn 1.2.1: LassoCV(cv=KFold(4)), its alphas_, mse_path_.mean(1) and coef_
  const folded = toFolded(columns, cars.mpg, four);
  const choice = chooseAlpha(folded, toAlphas(toMoments(folded), 1), toSolve(1));
  expect(choice.alphas[0]).toBeCloseTo(5.146981062831445, 12);
  expect(choice.alphas[99]).toBeCloseTo(0.005146981062831445, 14);
  expect(choice.best).toBe(99);
  expect(choice.errors[0]).toBeCloseTo(38.972427150554346, 10);
  expect(choice.errors[99]).toBeCloseTo(6.9424448110818755, 9);
  expect(choice.counts[0]).toBe(0);
  expect(choice.simplest).toBeLessThan(choice.best);
});

test('the error of each ridge on rows held back is that of scikit-learn', () => {
  // scikit-learn 1.2.1: cross_val_score(Ridge(alpha), cv=KFold(4), scoring='neg_mean_squared_error') of standardised columns
  const folded = toFolded(columns, cars.mpg, four);
  const { errors, best } = chooseAlpha(folded, Float64Array.of(100, 10, 1, 0.1), solveRidge);
  expectClose(errors, [21.51964060954225, 8.811809077567254, 7.014709152235647, 6.940288980797925], 9);
  expect(best).toBe(3);
});

test('a ridge that chooses for itself predicts, by the same seed the same', () => {
  const fit = fitRidge(columns, target, { seed: 3 });
  expect(fit.choice!.alphas[fit.choice!.best]).toBe(fit.alpha);
  expect(fitRidge(columns, target, { seed: 3 })).toEqual(fit);
  expect(fit.choice!.alphas).toHaveLength(81);
  const { errors, best, simplest, spreads } = fit.choice!;
  expect(errors[best]).toBe(Math.min(...errors));
  expect(errors[simplest]).toBeLessThanOrEqual(errors[best]! + spreads[best]!);
});

test('a penalty near nothing is least squares', () => {
  const plain = fitLinear(columns, cars.mpg).coefficients.map(({ estimate }) => estimate);
  expectClose(fitRidge(columns, target, { alpha: 1e-10 }).coefficients, plain, 8);
  expectClose(fitLasso(columns, target, { alpha: 1e-12 }).coefficients, plain, 8);
  expect(fitRidge(columns, target, { alpha: 1e9 }).coefficients[0]).toBeCloseTo(20.090625, 4);
});

test('units, the order of columns, and how far off they are do not matter', () => {
  const fit = fitLasso(columns, target, { alpha: 0.5 });
  const moved = columns.map((column) => column.map((value) => value * 1000 + 1e7)).reverse();
  const other = fitLasso(moved, target, { alpha: 0.5 });
  expect(other.dropped).toEqual([1]);
  expectClose(other.weights, [...fit.weights].reverse(), 7);
});

test('columns twice, and one that does not vary, are no obstacle', () => {
  const doubled = [cars.wt, cars.wt, new Float64Array(32).fill(3)];
  const ridge = fitRidge(doubled, target, { alpha: 2 });
  expect(ridge.weights[0]).toBeCloseTo(ridge.weights[1]!, 12);
  expect(ridge.weights[2]).toBe(0);
  expect(fitLasso(doubled, target, { alpha: 0.5 }).dropped).toEqual([1, 2]);
  expect(() => fitRidge(doubled, target, { alpha: 0 })).toThrow(refusal('penalty-too-small'));
});

test('columns that all but make one another up come to an end', () => {
  const years = Float64Array.from({ length: 60 }, (_, row) => 1990 + row / 2);
  const { high } = expandPolynomial(toPolynomial(1, { degree: 4 }), [years]);
  const sales = years.map((year) => 0.3 * (year - 2000) ** 2 + Math.abs((year % 7) - 3));
  const found = toNumbersTarget(sales);
  const fit = fitLasso(high, found, { alpha: 0.01 });
  const errors = (predicted: Float64Array) =>
    sales.reduce((sum, value, row) => sum + (value - predicted[row]!) ** 2, 0);
  // the objective of scikit-learn 1.2.1: Lasso(0.01, tol=1e-9, max_iter=10**6) of StandardScaler's columns
  const sizes = fit.weights.reduce((sum, weight) => sum + Math.abs(weight), 0);
  expect(errors(predictPenalised(fit, high)) / 120 + 0.01 * sizes).toBeCloseTo(63.01401074951628, 3);
});

test('powers far from 0 have the weights that scikit-learn comes to with patience', () => {
  const years = Float64Array.from({ length: 60 }, (_, row) => 1990 + row / 2);
  const { high } = expandPolynomial(toPolynomial(1), [years]);
  const sales = years.map((year) => 0.3 * (year - 2000) ** 2 + Math.abs((year % 7) - 3));
  const fit = fitLasso(high, toNumbersTarget(sales), { alpha: 0.01 });
  // scikit-learn 1.2.1, as above
  expectClose(fit.weights, [-4914.733647753999, 4939.450398555172], 5);
  expect(fit.dropped).toEqual([]);
});

test('nothing to learn from is refused', () => {
  const few = toNumbersTarget(Float64Array.of(1, 2));
  expect(() => fitLasso([Float64Array.of(1, 2)], few)).toThrow(refusal('too-few-rows'));
  expect(() => fitRidge([new Float64Array(32)], target)).toThrow(refusal('nothing-varies'));
  expect(() => fitRidge(columns, toNumbersTarget(new Float64Array(32)))).toThrow(refusal('constant-target'));
  expect(() => fitRidge([cars.wt.map(() => Infinity)], target)).toThrow(refusal('not-finite'));
  const across = Float64Array.of(1, -1, 1, -1);
  expect(() => fitLasso([across], toNumbersTarget(Float64Array.of(1, 1, 2, 2)))).toThrow(
    refusal('nothing-in-common'),
  );
});
