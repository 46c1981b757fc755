import { describe, expect, test } from 'vitest';
import {
  hasRootsBeyond,
  toArma,
  toAutocovariances,
  toFactors,
  toPartials,
} from '../../../src/analytics/time/armaPolynomials';

const none = new Float64Array(0);

test('any numbers give factors that are stationary and can be inverted', () => {
  const order = { p: 3, q: 2, P: 1, Q: 1, period: 4 };
  const factors = toFactors(Float64Array.of(3, -2, 1, 4, -4, 0.5, -3), order);
  const { phi, theta } = toArma(factors, 4);
  expect([phi.length, theta.length]).toEqual([7, 6]);
  expect(hasRootsBeyond(phi)).toBe(true);
  expect(hasRootsBeyond(theta.map((value) => -value))).toBe(true);
});

test('factors multiply: (1 - 0.5 B)(1 - 0.2 B⁴) and (1 + 0.5 B)(1 + 0.2 B⁴)', () => {
  const [plain, seasonal] = [Float64Array.of(0.5), Float64Array.of(0.2)];
  const { phi, theta } = toArma({ ar: plain, ma: plain, seasonalAr: seasonal, seasonalMa: seasonal }, 4);
  expect([...phi]).toEqual([0.5, 0, 0, 0.2, -0.1]);
  expect([...theta]).toEqual([0.5, 0, 0, 0.2, 0.1]);
});

describe('roots', () => {
  // 1 - 1.5 z + 0.56 z² = (1 - 0.7 z)(1 - 0.8 z): roots at 1/0.7 and 1.25
  test('lie beyond what they lie beyond, and not beyond more', () => {
    const phi = Float64Array.of(1.5, -0.56);
    expect(hasRootsBeyond(phi, 1.24)).toBe(true);
    expect(hasRootsBeyond(phi, 1.26)).toBe(false);
    expect(hasRootsBeyond(Float64Array.of(1))).toBe(false);
    expect(hasRootsBeyond(none)).toBe(true);
  });

  test('partial autocorrelations lead back to the coefficients', () => {
    const values = Float64Array.of(0.3, -0.8, 0.2, 0.1);
    const { ar } = toFactors(values, { p: 4, q: 0, P: 0, Q: 0, period: 1 });
    toPartials(ar)!.forEach((partial, at) => expect(partial).toBeCloseTo(Math.tanh(values[at]!), 13));
  });
});

test('autocovariances of AR(1) are phi^k / (1 - phi²), and those of what is not stationary are none', () => {
  const found = toAutocovariances(Float64Array.of(0.6), 3)!;
  found.forEach((value, lag) => expect(value).toBeCloseTo(0.6 ** lag / 0.64, 13));
  expect(toAutocovariances(Float64Array.of(1.01), 3)).toBeUndefined();
});
