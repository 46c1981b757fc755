import { expect, test } from 'vitest';
import { createRandom } from '../../../src/analytics/core/random';
import { toFolds, toTargetFolds } from '../../../src/analytics/predict/folds';
import { splitByTime } from '../../../src/analytics/predict/split';
import { refusal, toNumbersTarget } from './learning';

const count = (folds: Int32Array, is: (row: number) => boolean = () => true) =>
  folds.reduce(
    (counts, fold, row) => (is(row) ? counts.with(fold, counts[fold]! + 1) : counts),
    Array<number>(5).fill(0),
  );

test('folds differ by a row at the most, and a seed gives the same', () => {
  const folds = toFolds(23, { count: 5, random: createRandom(1) });
  expect(count(folds).sort()).toEqual([4, 4, 5, 5, 5]);
  expect(toFolds(23, { count: 5, random: createRandom(1) })).toEqual(folds);
  expect(toFolds(23, { count: 5, random: createRandom(2) })).not.toEqual(folds);
  expect(() => toFolds(4, { count: 5, random: createRandom(1) })).toThrow(refusal('too-few-rows'));
});

test('each class is in each fold as in the whole', () => {
  const codes = Int32Array.from({ length: 103 }, (_, row) => Number(row % 10 === 0));
  const folds = toTargetFolds({ kind: 'class', codes, classes: 2 }, { count: 5, random: createRandom(1) });
  const small = count(folds, (row) => codes[row] === 1);
  expect(small.sort()).toEqual([2, 2, 2, 2, 3]);
  expect(Math.max(...count(folds)) - Math.min(...count(folds))).toBeLessThanOrEqual(1);
  const values = Float64Array.from(codes);
  expect(toTargetFolds(toNumbersTarget(values), { count: 5, random: createRandom(1) })).toEqual(
    toFolds(103, { count: 5, random: createRandom(1) }),
  );
});

test('the last share in time is held back, and rows of one time stay together', () => {
  expect([...splitByTime(Float64Array.of(4, 1, 3, 2, 5), { share: 0.4 })]).toEqual([1, 0, 0, 0, 1]);
  expect([...splitByTime(Float64Array.of(1, 2, 2, 2, 3), { share: 0.4 })]).toEqual([0, 1, 1, 1, 1]);
  expect([...splitByTime(Float64Array.of(1, 1, 1, 2), { share: 0.75 })]).toEqual([0, 0, 0, 1]);
  expect([...splitByTime(Float64Array.of(1, 2, 3), { share: 0 })]).toEqual([0, 0, 1]);
  expect(() => splitByTime(Float64Array.of(7, 7), { share: 0.2 })).toThrow(refusal('one-time'));
});
