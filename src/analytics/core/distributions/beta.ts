/** The beta distribution over the incomplete beta function. */
import { toBetaExponent, toBetaTails } from '../incompleteBeta';
import type { Tails } from '../incompleteGamma';
import { invertTail } from '../invertTail';
import { exp, subtract } from '../pair';

export interface Beta {
  a: number;
  b: number;
}

export function toBeta(value: number, { a, b }: Beta): Tails {
  return toBetaTails(a, b, value);
}

export function toBetaDensity(value: number, { a, b }: Beta): number {
  if (value < 0 || value > 1) return 0;
  if (value === 0) return a < 1 ? Infinity : a === 1 ? b : 0;
  if (value === 1) return b < 1 ? Infinity : b === 1 ? a : 0;
  return exp(toBetaExponent(a, b, value, subtract(1, value))) / (value * (1 - value));
}

/** The value with the share `share` below it, or above it. */
export function toBetaQuantile(share: number, { a, b }: Beta, side: 'lower' | 'upper' = 'lower'): number {
  if (side === 'upper') return 1 - toBetaQuantile(share, { a: b, b: a });
  const mean = a / (a + b);
  const { lower } = toBetaTails(a, b, mean);
  if (share <= lower) return findQuantile(share, { a, b }, 'lower', mean);
  return findQuantile(1 - share, { a, b }, 'upper', mean);
}

function findQuantile(share: number, beta: Beta, side: 'lower' | 'upper', start: number): number {
  return invertTail({
    tail: (value) => toBeta(value, beta)[side],
    density: (value) => toBetaDensity(value, beta),
    isUpper: side === 'upper',
    share,
    start,
    most: 1,
  });
}
