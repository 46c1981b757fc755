import { expect, test } from 'vitest';
import { squaresFrom, toMean } from '../../../src/analytics/core/sums';
import { fitLinear } from '../../../src/analytics/predict/linear';
import { fitLogistic, predictLogistic } from '../../../src/analytics/predict/logistic';
import { toRoc } from '../../../src/analytics/predict/metrics';
import { toDigits } from '../digits';
import { readSklearnAnswers, readSklearnColumns, sklearnFolder } from './sklearnData';

// both with scikit-learn 1.9.1
const expected = sklearnFolder && readSklearnAnswers();

test.runIf(sklearnFolder)('diabetes has the linear regression of scikit-learn', () => {
  const table = readSklearnColumns('diabetes');
  const { coefficients, rSquared } = fitLinear(table.slice(0, 10), table[10]!);
  const { ols_coef: estimates, ols_intercept: intercept, ols_r2: share } = expected.diabetes;
  for (const [at, estimate] of [intercept, ...estimates].entries())
    expect(toDigits(coefficients[at]!.estimate, estimate)).toBeGreaterThan(9);
  expect(toDigits(rSquared, share)).toBeGreaterThan(12);
});

test.runIf(sklearnFolder)('breast cancer has the logistic regression of scikit-learn', () => {
  const table = readSklearnColumns('breast_cancer');
  const five = table.slice(0, 5);
  const target = Uint8Array.from(table[30]!);
  const fit = fitLogistic(five, target);
  const { logreg_unpenalised_first5_standardised_coef: estimates, auc } = expected.breast_cancer;
  for (const [at, column] of five.entries()) {
    const spread = Math.sqrt(squaresFrom(column, toMean(column)) / column.length);
    expect(toDigits(fit.coefficients[at + 1]!.estimate * spread, estimates[at])).toBeGreaterThan(6);
  }
  expect(toRoc(target, predictLogistic(fit, five, target.length)).area).toBeCloseTo(auc, 12);
});
