import { expect, test } from 'vitest';
import { toExp } from '../../../src/analytics/core/exp';

test('powers of e are right to the last digit', () => {
  // Python 3.11's decimal, with 60 digits, rounded
  const known = [
    [1, Math.E],
    [-0.5, 0.6065306597126334],
    [10, 22026.465794806718],
    [-20, 2.061153622438558e-9],
    [100, 2.6881171418161356e43],
    [-700, 9.85967654375977e-305],
    [1e-10, 1.0000000001],
  ] as const;
  for (const [value, power] of known) expect(Math.abs(toExp(value) / power - 1)).toBeLessThan(2.3e-16);
});

test('between all ends it is what Math.exp says, to two units of the last digit', () => {
  for (let value = -745; value < 709; value += 0.37) {
    const power = Math.exp(value);
    const close = Math.max(2 * Number.EPSILON * power, 5e-324);
    expect(Math.abs(toExp(value) - power)).toBeLessThanOrEqual(close);
  }
  expect([toExp(0), toExp(-Infinity), toExp(-800), toExp(Infinity), toExp(710)]).toEqual([
    1,
    0,
    0,
    Infinity,
    Infinity,
  ]);
  expect(toExp(709.78)).toBeCloseTo(1.7928227943945155e308, -295);
  expect(toExp(NaN)).toBeNaN();
});
