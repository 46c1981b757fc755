import { expect, test } from 'vitest';
import { createRandom } from '../../../src/analytics/core/random';
import { toCalibration } from '../../../src/analytics/predict/calibration';
import { findImportances } from '../../../src/analytics/predict/permutation';
import { findThreshold } from '../../../src/analytics/predict/thresholdByCost';
import { expectClose, refusal, toNumbersTarget } from './learning';

const truth = Uint8Array.of(1, 0, 1, 1, 0, 0, 1, 0, 1, 0);
const chances = Float64Array.of(0.9, 0.8, 0.8, 0.7, 0.6, 0.55, 0.3, 0.3, 0.2, 0.1);

test('what chances come to is what scikit-learn counts', () => {
  // scikit-learn 1.2.1: calibration_curve(n_bins=5), where 0.6 and 0.8 are the upper ends of their bins
  const { bins, error, largest, brier } = toCalibration(truth, chances, { bins: 5 });
  expectClose(
    bins.map(({ share }) => share),
    [0.5, 0.5, 0, 2 / 3, 1],
    12,
  );
  expectClose(
    bins.map(({ chance }) => chance),
    [0.15, 0.3, 0.575, 2.3 / 3, 0.9],
    12,
  );
  // by hand: 2 · 0.35, 2 · 0.2, 2 · 0.575, 3 · 0.1, 0.1
  expect(error).toBeCloseTo((0.7 + 0.4 + 1.15 + 0.3 + 0.1) / 10, 12);
  expect(largest).toBeCloseTo(0.575, 12);
  expect(brier).toBeCloseTo(0.26725, 12);
});

test('bins of as many rows never part equal chances', () => {
  const { bins } = toCalibration(truth, chances, { bins: 3, by: 'rows' });
  expect(bins.map(({ rows }) => rows)).toEqual([4, 3, 3]);
  expect(toCalibration(truth, new Float64Array(10).fill(0.4), { by: 'rows' }).bins).toHaveLength(1);
  expect(() => toCalibration(new Uint8Array(0), new Float64Array(0))).toThrow(refusal('too-few-rows'));
});

test('the dearer a miss, the sooner it pays to act', () => {
  const even = findThreshold(truth, chances, { falsePositive: 1, falseNegative: 1 });
  expect(even).toMatchObject({ threshold: 0.7, cost: 3, atHalf: 5, atNone: 5, atAll: 5, expected: 0.5 });
  expect(even.confusion).toEqual({ truePositive: 3, falsePositive: 1, falseNegative: 2, trueNegative: 4 });
  const dear = findThreshold(truth, chances, { falsePositive: 1, falseNegative: 9 });
  expect(dear).toMatchObject({ threshold: 0.2, cost: 4, atNone: 45, atAll: 5, expected: 0.1 });
  expect(findThreshold(truth, chances, { falsePositive: 9, falseNegative: 1 }).threshold).toBe(0.9);
  expect(findThreshold(truth, chances, { falsePositive: 99, falseNegative: 0 })).toMatchObject({
    threshold: Infinity,
    cost: 0,
  });
  expect(
    findThreshold(new Uint8Array(2), Float64Array.of(0.2, 0.9), { falsePositive: 1, falseNegative: 1 }).cost,
  ).toBe(0);
});

test('a column that the model does not read is worth nothing, and columns dealt out together count together', () => {
  const random = createRandom(3);
  const columns = Array.from({ length: 4 }, () => Float64Array.from({ length: 500 }, random.normal));
  const predict = ([a, b, c]: readonly Float64Array[]) =>
    a!.map((value, row) => 3 * value + b![row]! - c![row]!);
  const target = toNumbersTarget(predict(columns));
  const options = { measure: 'rSquared', repeats: 8, seed: 6 } as const;
  const found = findImportances(predict, columns, target, options);
  // dealing out a column adds twice its variance to the error: 2 · 9 / 11 of what there is
  expect(found[0]!.mean).toBeGreaterThan(1.4);
  expect(found[0]!.mean).toBeLessThan(1.9);
  expect(found[0]!.spread).toBeGreaterThan(0);
  expect(found[1]!.mean).toBeCloseTo(2 / 11, 1);
  expect(found[3]).toMatchObject({ columns: [3], mean: 0, spread: 0 });
  expect(findImportances(predict, columns, target, options)).toEqual(found);
  const together = findImportances(predict, columns, target, { ...options, groups: [[0], [1, 2]] });
  expect(together[1]!.mean).toBeGreaterThan(1.4 * found[1]!.mean);
});
