import { expect, test } from 'vitest';
import { add, divide, exp, log, multiply, subtract } from '../../../src/analytics/core/pair';

test('a logarithm has what a double leaves off', () => {
  // mpmath 1.2.1: the double next to the logarithm, and the rest
  for (const [value, high, low] of [
    [3, 1.0986122886681098, -9.07129723500153e-17],
    [0.7, -0.35667494393873245, 4.82556379937662e-18],
    [1e-300, -690.7755278982137, -2.3670096176709832e-14],
    [1e300, 690.7755278982137, 2.3747660028800243e-14],
  ] as const) {
    const found = log(value);
    expect(found[0]).toBe(high);
    expect(found[1] / low).toBeCloseTo(1, 12);
  }
  expect([log(0)[0], log(Infinity)[0]]).toEqual([-Infinity, Infinity]);
});

test('sums, products and quotients keep what doubles lose', () => {
  expect(subtract(add(1, 1e-20), 1)).toEqual([1e-20, 0]);
  expect(subtract(multiply(0.1, 0.1), 0.1 * 0.1)[0]).toBe(-8.326672684688674e-19);
  const third = divide(1, 3);
  expect(subtract(multiply(third, 3), 1)[0]).toBe(0);
  expect(exp([1, 1e-10])).toBe(Math.E + Math.E * 1e-10);
  expect([add(Infinity, 1)[0], multiply(1e200, 1e200)[0], divide(1, 0)[0]]).toEqual([
    Infinity,
    Infinity,
    Infinity,
  ]);
});
