import { expect, it } from 'vitest';
import { digamma } from '../../../src/analytics/core/digamma';
import { toDigits } from '../digits';

// scipy 1.10.1: scipy.special.digamma
it.each([
  [1e-5, -100000.57719921567],
  [0.25, -4.2274535333762655],
  [1, -0.5772156649015329],
  [1.5, 0.03648997397857652],
  [9.99, 2.250700372831201],
  [10, 2.251752589066721],
  [123.456, 4.811829323828985],
  [1e9, 20.723265836446412],
])('digamma of %d', (value, expected) => {
  expect(toDigits(digamma(value), expected)).toBeGreaterThan(12.5);
});
