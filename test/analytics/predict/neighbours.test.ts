import { expect, test } from 'vitest';
import { toLikeliest } from '../../../src/analytics/predict/learner';
import {
  fitNeighbours,
  type NeighbourWeights,
  predictNeighbours,
} from '../../../src/analytics/predict/neighbours';
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

const learnt = flowers.map((column) => column.filter(isEven));
const tried = flowers.map((column) => column.filter(isOdd));
const half = { kind: 'class', codes: kinds.filter(isEven), classes: 3 } as const;

test('every second iris is told by its seven neighbours as scikit-learn tells it', () => {
  // scikit-learn 1.2.1: KNeighborsClassifier(7, weights=…, algorithm='brute') of StandardScaler's columns
  const expected = {
    uniform: [0, 6 / 7, 1 / 7, 0, 1, 0, 0, 5 / 7, 2 / 7, 0, 3 / 7, 4 / 7, 0, 5 / 7, 2 / 7],
    distance: [
      0, 0.8875558426527723, 0.11244415734722758, 0, 1, 0, 0, 0.6996633098462596, 0.3003366901537404, 0,
      0.3360904904936853, 0.6639095095063148, 0, 0.7052189272521563, 0.2947810727478437,
    ],
  };
  for (const [weights, shares] of Object.entries(expected)) {
    const model = fitNeighbours(learnt, half, { count: 7, weights: weights as NeighbourWeights });
    const predicted = predictNeighbours(model, tried) as Float64Array[];
    const found = [25, 35, 38, 60, 66].flatMap((row) => predicted.map((share) => share[row]!));
    expectClose(found, shares, 12);
    const right = toLikeliest(predicted).filter((code, row) => code === Math.floor(row / 25));
    expect(right).toHaveLength(71);
  }
});

test('a number is the mean of its neighbours', () => {
  const columns = [cars.wt, cars.hp, cars.qsec, Float64Array.from(cars.cyl)];
  const evens = columns.map((column) => column.filter(isEven));
  const odds = columns.map((column) => column.filter(isOdd));
  const target = { kind: 'number', values: cars.mpg.filter(isEven) } as const;
  // scikit-learn 1.2.1: KNeighborsRegressor(4, weights=…)
  const plain = predictNeighbours(fitNeighbours(evens, target, { count: 4 }), odds) as Float64Array;
  expectClose(plain.slice(0, 5), [20, 20.775, 21.225, 21.225, 17.825], 12);
  const near = fitNeighbours(evens, target, { count: 4, weights: 'distance' });
  expectClose(
    (predictNeighbours(near, odds) as Float64Array).slice(0, 5),
    [20.301587224150285, 19.558668108291112, 20.315821483206577, 21.335786877280718, 17.821737113445643],
    11,
  );
  expect(predictNeighbours(fitNeighbours(evens, target, { count: 1 }), evens)).toEqual(target.values);
});

test('of neighbours that are as near the first rows count, and those at no distance count alone', () => {
  const column = [Float64Array.of(0, 2, 1, 1, 9)];
  const target = toNumbersTarget(Float64Array.of(10, 20, 30, 40, 50));
  const model = fitNeighbours(column, target, { count: 3 });
  const at = [Float64Array.of(1)];
  expect(predictNeighbours(model, at)).toEqual(Float64Array.of((30 + 40 + 10) / 3));
  expect(predictNeighbours({ ...model, weights: 'distance' }, at)).toEqual(Float64Array.of(35));
});

test('units do not matter, and shares are 1 together', () => {
  const far = fitNeighbours(
    learnt.map((column) => column.map((value) => value * 8 + 1024)),
    half,
  );
  const near = fitNeighbours(learnt, half);
  const shares = predictNeighbours(near, tried) as Float64Array[];
  const others = predictNeighbours(
    far,
    tried.map((column) => column.map((value) => value * 8 + 1024)),
  ) as Float64Array[];
  expect([...toLikeliest(others)]).toEqual([...toLikeliest(shares)]);
  for (let row = 0; row < 75; row++)
    expect(shares.reduce((sum, share) => sum + share[row]!, 0)).toBeCloseTo(1, 12);
});

test('fewer rows than neighbours are refused', () => {
  expect(() => fitNeighbours(flowers, kindsTarget, { count: 151 })).toThrow(refusal('too-few-rows'));
  expect(() => fitNeighbours([new Float64Array(150)], kindsTarget)).toThrow(refusal('nothing-varies'));
});
