import { expect, test } from 'vitest';
import { fitBaseline, predictBaseline } from '../../../src/analytics/predict/baseline';
import { crossValidate } from '../../../src/analytics/predict/crossValidate';
import { type Settings, searchGrid, toCombinations } from '../../../src/analytics/predict/gridSearch';
import type { Learner } from '../../../src/analytics/predict/learner';
import { measure, toConfusionMatrix, toScore } from '../../../src/analytics/predict/measures';
import {
  fitNeighbours,
  type NeighboursModel,
  type NeighbourWeights,
  predictNeighbours,
} from '../../../src/analytics/predict/neighbours';
import { predictPenalised } from '../../../src/analytics/predict/penalised';
import { fitRidge } from '../../../src/analytics/predict/ridge';
import { cars } from './cars';
import {
  expectClose,
  flowers,
  isEven,
  isOdd,
  kinds,
  kindsTarget,
  refusal,
  toNumbersTarget,
} from './learning';

const traits = [cars.wt, cars.hp, cars.qsec, Float64Array.from(cars.cyl)];
const mpg = toNumbersTarget(cars.mpg);
const folds = Int32Array.from({ length: 32 }, (_, row) => row % 4);

test('predictions of numbers and classes are measured as scikit-learn measures them', () => {
  // scikit-learn 1.2.1: r2_score, mean_squared_error, mean_absolute_error of KNeighborsRegressor(4); accuracy_score,
  // balanced_accuracy_score, f1_score(average='macro'), log_loss, roc_auc_score(multi_class='ovr') of KNeighborsClassifier(7)
  const evens = traits.map((column) => column.filter(isEven));
  const odds = traits.map((column) => column.filter(isOdd));
  const numbers = fitNeighbours(evens, toNumbersTarget(cars.mpg.filter(isEven)), { count: 4 });
  const found = measure(toNumbersTarget(cars.mpg.filter(isOdd)), predictNeighbours(numbers, odds));
  expect(found.rSquared).toBeCloseTo(0.6667520273910456, 12);
  expect(found.rmse).toBeCloseTo(3.832860591320795, 12);
  expect(found.mae).toBeCloseTo(3.0765624999999996, 12);

  const half = { kind: 'class', codes: kinds.filter(isEven), classes: 3 } as const;
  const classes = fitNeighbours(
    flowers.map((column) => column.filter(isEven)),
    half,
    { count: 7 },
  );
  const shares = predictNeighbours(
    classes,
    flowers.map((column) => column.filter(isOdd)),
  );
  const measured = measure({ ...half, codes: kinds.filter(isOdd) }, shares);
  expect(measured.accuracy).toBeCloseTo(0.9466666666666667, 12);
  expect(measured.balanced).toBeCloseTo(0.9466666666666667, 12);
  expect(measured.f1).toBeCloseTo(0.9465811965811964, 12);
  expect(measured.logLoss).toBeCloseTo(0.1484576205364123, 12);
  expect(measured.auc).toBeCloseTo(0.9946666666666667, 12);
  expect(toScore(measured, 'logLoss')).toBe(-measured.logLoss!);
});

test('a measure that these rows do not have is not there', () => {
  const one = { kind: 'class', codes: Int32Array.of(1, 1), classes: 2 } as const;
  expect(measure(one, [Float64Array.of(0, 0), Float64Array.of(1, 1)])).toEqual({
    accuracy: 1,
    balanced: 1,
    f1: 1,
    logLoss: 0,
  });
  expect(measure(toNumbersTarget(Float64Array.of(5)), Float64Array.of(4))).toEqual({ rmse: 1, mae: 1 });
  expect([...toConfusionMatrix(Int32Array.of(0, 1, 2, 2), Int32Array.of(0, 2, 2, 1), 3)]).toEqual([
    1, 0, 0, 0, 0, 1, 0, 1, 1,
  ]);
});

test('a ridge does on its folds as in scikit-learn', () => {
  const learner = {
    fit: (columns, target) => fitRidge(columns, target, { alpha: 2 }),
    predict: predictPenalised,
  } satisfies Learner<ReturnType<typeof fitRidge>>;
  const shares: number[] = [];
  const {
    folds: each,
    means,
    spreads,
    predicted,
  } = crossValidate(learner, traits, mpg, { folds, onProgress: (share) => shares.push(share) });
  // scikit-learn 1.2.1: cross_validate(make_pipeline(StandardScaler(), Ridge(2)), cv=PredefinedSplit(row % 4))
  expectClose(
    each.map(({ rSquared }) => rSquared!),
    [-0.5985091856633005, 0.7841054010497838, 0.8919222635235022, 0.8290365751343854],
    10,
  );
  expectClose(
    each.map(({ rmse }) => rmse!),
    [3.354475458075166, 2.5810787642197783, 2.0835211771428686, 3.1279764713084273],
    10,
  );
  expect(means.rmse).toBeCloseTo(2.7867629676865, 9);
  expect(spreads.rmse).toBeCloseTo(0.5702569988814998, 9);
  expect(predicted).toHaveLength(32);
  expect(shares).toEqual([0.25, 0.5, 0.75, 1]);
});

test('every combination is tried, and the best is that of scikit-learn', () => {
  const toLearner = ({ count, weights }: Settings): Learner<NeighboursModel> => ({
    fit: (columns, target) =>
      fitNeighbours(columns, target, { count: count as number, weights: weights as NeighbourWeights }),
    predict: predictNeighbours,
  });
  const { tried, best } = searchGrid(
    toLearner,
    { count: [1, 3, 5, 9], weights: ['uniform', 'distance'] },
    traits,
    mpg,
    { folds, measure: 'rmse' },
  );
  // scikit-learn 1.2.1: GridSearchCV(..., scoring='neg_root_mean_squared_error').cv_results_
  expectClose(
    tried.map(({ means }) => means.rmse!),
    [
      2.8072797029807175, 2.8072797029807175, 3.0712238084831767, 2.7934579608847443, 3.2181425928820766,
      2.8373162794199533, 3.295732837784662, 2.8691388036727647,
    ],
    9,
  );
  expect(tried[best]!.settings).toEqual({ count: 3, weights: 'distance' });
  const many = Array.from({ length: 15 }, (_, at) => at);
  expect(() => toCombinations({ a: many, b: many })).toThrow(refusal('too-many-combinations'));
});

test('the naive model says the mean, or the share of each class', () => {
  expect(predictBaseline(fitBaseline(traits, mpg), traits)).toEqual(new Float64Array(32).fill(20.090625));
  const shares = predictBaseline(fitBaseline(flowers, kindsTarget), flowers) as Float64Array[];
  expect(shares[2]![7]).toBeCloseTo(1 / 3, 12);
  expect(() => fitBaseline([], toNumbersTarget(new Float64Array(3)))).toThrow(refusal('constant-target'));
});
