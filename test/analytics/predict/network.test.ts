import { expect, test } from 'vitest';
import { createRandom } from '../../../src/analytics/core/random';
import {
  createActivations,
  createLayers,
  feedBack,
  feedForward,
} from '../../../src/analytics/predict/layers';
import { toLikeliest } from '../../../src/analytics/predict/learner';
import { fitNetwork, predictNetwork } from '../../../src/analytics/predict/network';
import { expectClose, flowers, isEven, isOdd, kinds, refusal, toNumbersTarget } from './learning';

test('what goes forward is what the layers say', () => {
  const layers = [
    { inputs: 2, outputs: 2, weights: Float64Array.of(1, 2, -1, 1), biases: Float64Array.of(0.5, -4) },
    { inputs: 2, outputs: 1, weights: Float64Array.of(3, 7), biases: Float64Array.of(-1) },
  ];
  const activations = createActivations(layers);
  activations[0]!.set([1, 2]);
  // the second in the middle is -1 + 2 - 4, which is below 0
  expect([...feedForward(layers, activations)]).toEqual([3 * 5.5 - 1]);
});

test('gradients are the slopes of the error', () => {
  const layers = createLayers([3, 5, 4, 2], createRandom(5));
  const gradients = createLayers([3, 5, 4, 2], createRandom(5)).map((layer) => ({
    ...layer,
    weights: layer.weights.fill(0),
  }));
  const goal = [0.3, -0.8];
  const activations = createActivations(layers);
  activations[0]!.set([0.7, -1.1, 0.4]);
  const toLoss = () =>
    feedForward(layers, activations).reduce((sum, value, at) => sum + (value - goal[at]!) ** 2 / 2, 0);
  toLoss();
  const misses = createActivations(layers);
  misses[3]!.set(activations[3]!.map((value, at) => value - goal[at]!));
  feedBack(layers, activations, misses, gradients);
  for (const [at, { weights }] of layers.entries())
    for (let place = 0; place < weights.length; place++) {
      const before = weights[place]!;
      weights[place] = before + 1e-6;
      const above = toLoss();
      weights[place] = before - 1e-6;
      const below = toLoss();
      weights[place] = before;
      expect(gradients[at]!.weights[place]).toBeCloseTo((above - below) / 2e-6, 7);
    }
});

const random = createRandom(8);
const one = Float64Array.from({ length: 400 }, () => 4 * random.next() - 2);
const other = Float64Array.from({ length: 400 }, () => 4 * random.next() - 2);
const wave = one.map((value, row) => 100 + 20 * Math.abs(value) - 10 * other[row]! ** 2);

test('what bends is learnt, of a number and of classes', () => {
  const evens = [one.filter(isEven), other.filter(isEven)];
  const odds = [one.filter(isOdd), other.filter(isOdd)];
  const model = fitNetwork(evens, toNumbersTarget(wave.filter(isEven)), { hidden: [24, 12], seed: 2 });
  const predicted = predictNetwork(model, odds) as Float64Array;
  const truth = wave.filter(isOdd);
  const mean = truth.reduce((sum, value) => sum + value, 0) / truth.length;
  const toSquares = (from: (row: number) => number) =>
    truth.reduce((sum, value, row) => sum + (value - from(row)) ** 2, 0);
  expect(1 - toSquares((row) => predicted[row]!) / toSquares(() => mean)).toBeGreaterThan(0.95);

  const half = { kind: 'class', codes: kinds.filter(isEven), classes: 3 } as const;
  const irises = fitNetwork(
    flowers.map((column) => column.filter(isEven)),
    half,
  );
  const shares = predictNetwork(
    irises,
    flowers.map((column) => column.filter(isOdd)),
  ) as Float64Array[];
  const right = toLikeliest(shares).filter((code, row) => code === Math.floor(row / 25)).length;
  expect(right).toBeGreaterThanOrEqual(70);
  expect(shares.reduce((sum, share) => sum + share[0]!, 0)).toBeCloseTo(1, 12);
});

test('the weights of the best round are kept, and a seed gives the same to the last bit', () => {
  const options = { hidden: [8], seed: 4, most: 60 };
  const model = fitNetwork([one, other], toNumbersTarget(wave), options);
  expect(model.losses[model.best - 1]).toBe(Math.min(...model.losses));
  expect(model.layers.map(({ weights }) => weights.length)).toEqual([16, 8]);
  const again = fitNetwork([one, other], toNumbersTarget(wave), options);
  expect(again).toEqual(model);
  const moved = fitNetwork(
    [one.map((value) => value * 4 + 8), other],
    toNumbersTarget(wave.map((value) => value * 2)),
    options,
  );
  expectClose(moved.losses, [...model.losses], 5);
  expect(fitNetwork([one, other], toNumbersTarget(wave), { ...options, seed: 5 }).losses).not.toEqual(
    model.losses,
  );
});

test('ten rows are the least, and a class with a row has shares', () => {
  expect(() => fitNetwork([one.slice(0, 9)], toNumbersTarget(wave.slice(0, 9)))).toThrow(
    refusal('too-few-rows'),
  );
  const target = {
    kind: 'class',
    codes: Int32Array.from({ length: 10 }, (_, row) => row),
    classes: 11,
  } as const;
  const shares = predictNetwork(fitNetwork([one.slice(0, 10)], target, { most: 3 }), [
    one.slice(0, 2),
  ]) as Float64Array[];
  expect(shares).toHaveLength(11);
  expect(shares.every((share) => share.every((value) => value >= 0 && value <= 1))).toBe(true);
});
