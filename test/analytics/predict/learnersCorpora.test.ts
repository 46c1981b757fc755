import { expect, test } from 'vitest';
import { createRandom } from '../../../src/analytics/core/random';
import { crossValidate } from '../../../src/analytics/predict/crossValidate';
import { toTargetFolds } from '../../../src/analytics/predict/folds';
import { fitLasso } from '../../../src/analytics/predict/lasso';
import type { Learner } from '../../../src/analytics/predict/learner';
import { fitMultinomial, predictMultinomial } from '../../../src/analytics/predict/multinomial';
import { fitNaiveBayes, predictNaiveBayes } from '../../../src/analytics/predict/naiveBayes';
import { fitNeighbours, predictNeighbours } from '../../../src/analytics/predict/neighbours';
import { fitNetwork, predictNetwork } from '../../../src/analytics/predict/network';
import { fitRidge } from '../../../src/analytics/predict/ridge';
import { fitSvm, predictSvm } from '../../../src/analytics/predict/svm';
import { expectClose, toStandardised } from './learning';
import { readSklearnAnswers, readSklearnColumns, sklearnFolder } from './sklearnData';

function readClasses(name: string) {
  const table = readSklearnColumns(name);
  const codes = Int32Array.from(table.at(-2)!);
  return {
    columns: table.slice(0, -2),
    target: { kind: 'class', codes, classes: Math.max(...codes) + 1 } as const,
  };
}

/** The mean accuracy of ten folds, over some ways of dealing them. */
function toAccuracy<Model>(name: string, learner: Learner<Model>, deals: number): number {
  const { columns, target } = readClasses(name);
  let sum = 0;
  for (let seed = 1; seed <= deals; seed++) {
    const folds = toTargetFolds(target, { count: 10, random: createRandom(seed) });
    sum += crossValidate(learner, columns, target, { folds }).means.accuracy!;
  }
  return sum / deals;
}

test.runIf(sklearnFolder)('diabetes has the ridge and the lasso of scikit-learn', () => {
  const table = readSklearnColumns('diabetes');
  const columns = table.slice(0, 10);
  const target = { kind: 'number', values: table[10]! } as const;
  const { ridge_alpha1_scaled_coef: weights, lasso_alpha1_scaled_nonzero: count } =
    readSklearnAnswers().diabetes;
  expectClose(fitRidge(columns, target, { alpha: 1 }).weights, weights, 10);
  expect(10 - fitLasso(columns, target, { alpha: 1 }).dropped.length).toBe(count);
});

test.runIf(sklearnFolder)('three wines have the weights of scikit-learn without a penalty', () => {
  const { columns, target } = readClasses('wine');
  const fit = fitMultinomial(columns.slice(0, 3).map(toStandardised), target);
  expect(fit.separated).toBe(false);
  // scikit-learn 1.2.1: LogisticRegression(penalty='none', multi_class='multinomial', solver='newton-cg', tol=1e-13)
  expectClose(
    fit.coefficients[0]!,
    [-0.2403869726470135, 1.9010881542587663, -0.5713339057319642, 0.3012432908967228],
    6,
  );
  expectClose(
    fit.coefficients[2]!,
    [0.25713843363095606, 0.18267312651899306, 0.8230587855476761, 0.2201202484786301],
    6,
  );
  expect(fitMultinomial(columns, target).separated).toBe(true);
});

const toLogistic: Learner<ReturnType<typeof fitMultinomial>> = {
  fit: (columns, target) => fitMultinomial(columns, target, { penalty: 1 }),
  predict: predictMultinomial,
};
const toNeighbours: Learner<ReturnType<typeof fitNeighbours>> = {
  fit: fitNeighbours,
  predict: predictNeighbours,
};
const toMachine: Learner<ReturnType<typeof fitSvm>> = { fit: fitSvm, predict: predictSvm };
const toNetwork: Learner<ReturnType<typeof fitNetwork>> = { fit: fitNetwork, predict: predictNetwork };

test.runIf(sklearnFolder)(
  'irises, wines and tumours are told as often as by scikit-learn, within a hundredth',
  () => {
    for (const name of ['iris', 'wine', 'breast_cancer']) {
      const answers = readSklearnAnswers()[name];
      const isNear = (found: number, expected: number) =>
        expect(Math.abs(found - expected)).toBeLessThan(0.01);
      isNear(toAccuracy(name, toLogistic, 4), answers.cv10_accuracy_logreg);
      isNear(
        toAccuracy(name, { fit: fitNaiveBayes, predict: predictNaiveBayes }, 4),
        answers.cv10_accuracy_nb,
      );
      isNear(toAccuracy(name, toNeighbours, 4), answers.cv10_accuracy_knn5);
    }
  },
);

test.runIf(sklearnFolder)('machines and networks do as well as those of scikit-learn', () => {
  // scikit-learn 1.2.1: SVC() and MLPClassifier((32,)) of standardised columns, means of ten folds dealt in some ways
  expect(toAccuracy('iris', toMachine, 2)).toBeGreaterThan(0.962 - 0.015);
  expect(toAccuracy('wine', toMachine, 2)).toBeGreaterThan(0.984 - 0.015);
  expect(toAccuracy('breast_cancer', toMachine, 1)).toBeGreaterThan(0.977 - 0.015);
  expect(toAccuracy('iris', toNetwork, 1)).toBeGreaterThan(0.957 - 0.02);
  // SVR() of a standardised target has a mean R² of 0.446 there, MLPRegressor((32,), early_stopping=True) 0.447
  const table = readSklearnColumns('diabetes');
  const target = { kind: 'number', values: table[10]! } as const;
  const folds = toTargetFolds(target, { count: 10, random: createRandom(1) });
  for (const learner of [toMachine, toNetwork] as Learner[])
    expect(crossValidate(learner, table.slice(0, 10), target, { folds }).means.rSquared).toBeGreaterThan(
      0.41,
    );
});
