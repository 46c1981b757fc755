/** The gamma distribution, and chi-square as one of its kind, over the incomplete gamma function. */
import { type Tails, toGammaExponent, toGammaTails } from '../incompleteGamma';
import { invertTail } from '../invertTail';
import { exp } from '../pair';

export interface Gamma {
  shape: number;
  scale: number;
}

export function toGamma(value: number, { shape, scale }: Gamma): Tails {
  return toGammaTails(shape, value / scale);
}

export function toGammaDensity(value: number, { shape, scale }: Gamma): number {
  if (value < 0 || value === Infinity) return 0;
  if (value === 0) return shape < 1 ? Infinity : shape === 1 ? 1 / scale : 0;
  return exp(toGammaExponent(shape, value / scale)) / value;
}

/** The value with the share `share` below it, or above it. */
export function toGammaQuantile(
  share: number,
  { shape, scale }: Gamma,
  side: 'lower' | 'upper' = 'lower',
): number {
  // Each tail is inverted where it is the smaller one; at the mean neither is far from a half.
  const other = side === 'lower' ? 'upper' : 'lower';
  const isSmall = share <= toGammaTails(shape, shape)[side];
  const used = isSmall ? side : other;
  return (
    scale *
    invertTail({
      tail: (value) => toGammaTails(shape, value)[used],
      density: (value) => toGammaDensity(value, { shape, scale: 1 }),
      isUpper: used === 'upper',
      share: isSmall ? share : 1 - share,
      start: shape,
    })
  );
}

export function toChiSquare(value: number, freedom: number): Tails {
  return toGammaTails(freedom / 2, value / 2);
}

export function toChiSquareQuantile(share: number, freedom: number, side?: 'lower' | 'upper'): number {
  return toGammaQuantile(share, { shape: freedom / 2, scale: 2 }, side);
}
