/**
 * The mean of a function over the deviation s of a normal sample of deviation 1, whose s² is chi-square over its freedom: over log s by
 * the trapezoidal rule, which for smooth integrands that vanish at both ends has all digits (Trefethen and Weideman, SIAM Rev. 56, 2014).
 */
import { logGammaPair } from '../logGamma';
import { add, log, multiply, subtract } from '../pair';

/** The function times the density has to rise once and fall once. */
export function integrateDeviation(freedom: number, toValue: (deviation: number) => number): number {
  const width = Math.min(0.12, 0.4 / Math.sqrt(2 * freedom));
  const half = freedom / 2;
  const [rest] = subtract(multiply(half, log(half)), add(half, logGammaPair(half)));
  const height = Math.LN2 + rest;
  let sum = 0;
  for (const direction of [-1, 1]) {
    for (let at = direction < 0 ? 1 : 0; ; at++) {
      const u = direction * at * width;
      const weight = Math.exp(height + freedom * (u - Math.expm1(2 * u) / 2));
      const part = weight === 0 ? 0 : weight * toValue(Math.exp(u));
      sum += part;
      if (weight === 0 || part < sum * 1e-17) break;
    }
  }
  return sum * width;
}
