import { describe, expect, test } from 'vitest';
import { minimise, toSlope } from '../../../src/analytics/core/minimise';

const valley = ([x, y]: Float64Array) => 100 * (y! - x! * x!) ** 2 + (1 - x!) ** 2;

describe("Rosenbrock's valley", () => {
  test('has its floor at 1, 1', () => {
    const { at, converged } = minimise(toSlope(valley), Float64Array.of(-1.2, 1), { tolerance: 1e-14 });
    expect(at[0]).toBeCloseTo(1, 5);
    expect(at[1]).toBeCloseTo(1, 5);
    expect(converged).toBe(true);
  });

  // with x at most 0.5 the least is at x = 0.5, y = 0.25 (Moré, Garbow, Hillstrom 1981, in a box)
  test('ends at the side of a box', () => {
    const { at } = minimise(toSlope(valley), Float64Array.of(-1.2, 1), {
      lower: Float64Array.of(-2, -2),
      upper: Float64Array.of(0.5, 2),
      tolerance: 1e-14,
    });
    expect(at[0]).toBe(0.5);
    expect(at[1]).toBeCloseTo(0.25, 6);
  });
});

test('a start outside the box is brought in', () => {
  const { at } = minimise(
    toSlope(([x]) => (x! - 3) ** 2),
    Float64Array.of(100),
    { lower: Float64Array.of(5), upper: Float64Array.of(6) },
  );
  expect([...at]).toEqual([5]);
});

test('places without a value are walked around', () => {
  const { at } = minimise(
    toSlope(([x]) => (x! > 0 ? x! - Math.log(x!) : NaN)),
    Float64Array.of(5),
    { firstStep: 100 },
  );
  expect(at[0]).toBeCloseTo(1, 5);
});

test('a search that is cut off says so', () => {
  const { converged, rounds } = minimise(toSlope(valley), Float64Array.of(-1.2, 1), { maxRounds: 3 });
  expect([converged, rounds]).toEqual([false, 3]);
});
