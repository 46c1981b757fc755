import { expect, test } from 'vitest';
import { findAccuracy, findNaiveStep } from '../../../src/analytics/time/accuracy';

const actual = Float64Array.of(10, 20, 30, 40);
const forecast = Float64Array.of(12, 18, 33, 40);

test('measures are those of their definitions', () => {
  const found = findAccuracy(actual, forecast, new Float64Array(4).fill(2));
  expect(found.count).toBe(4);
  expect(found.bias).toBeCloseTo(-0.75, 14);
  expect(found.mae).toBeCloseTo(1.75, 14);
  expect(found.rmse).toBeCloseTo(Math.sqrt(17 / 4), 14);
  expect(found.smape).toBeCloseTo((200 * (2 / 22 + 2 / 38 + 3 / 63)) / 4, 12);
  expect(found.mase).toBeCloseTo(0.875, 14);
});

test('sMAPE of nothing against nothing is 0, and MASE of what never varied is none', () => {
  const zeros = new Float64Array(3);
  expect(findAccuracy(zeros, zeros, new Float64Array(3).fill(1)).smape).toBe(0);
  expect(findAccuracy(actual, forecast, new Float64Array(4)).mase).toBeUndefined();
});

test('the naive step is that of a cycle where there is one', () => {
  expect(findNaiveStep(Float64Array.of(1, 5, 2, 7), 2)).toBe(1.5);
  expect(findNaiveStep(Float64Array.of(1, 5), 12)).toBe(4);
});
