/** Fisher's F over the incomplete beta function, whose argument is kept with twice the digits. */
import { toBetaExponent, toBetaTails } from '../incompleteBeta';
import type { Tails } from '../incompleteGamma';
import { invertTail } from '../invertTail';
import { add, divide, exp, multiply, type Pair } from '../pair';
import { toChiSquare } from './gamma';

export interface Freedoms {
  /** Of what stands above the line; may not be infinite. */
  above: number;
  /** Of what stands below it; Infinity gives chi-square over its freedom. */
  below: number;
}

export function toFisher(value: number, { above, below }: Freedoms): Tails {
  if (Number.isNaN(value)) throw new Error('no tails of NaN');
  if (below === Infinity) return toChiSquare(value * above, above);
  if (value > 1e250) return { lower: 1, upper: 0 };
  const { share, rest } = toShares(value, { above, below });
  return toBetaTails(above / 2, below / 2, share, rest);
}

export function toFisherDensity(value: number, { above, below }: Freedoms): number {
  if (value < 0 || value > 1e250) return 0;
  if (value === 0) return above < 2 ? Infinity : above === 2 ? 1 : 0;
  const { share, rest } = toShares(value, { above, below });
  return exp(toBetaExponent(above / 2, below / 2, share, rest)) / value;
}

/** The value with the share `share` below it, or above it. */
export function toFisherQuantile(
  share: number,
  freedoms: Freedoms,
  side: 'lower' | 'upper' = 'lower',
): number {
  const other = side === 'lower' ? 'upper' : 'lower';
  const isSmall = share <= toFisher(1, freedoms)[side];
  const used = isSmall ? side : other;
  return invertTail({
    tail: (value) => toFisher(value, freedoms)[used],
    density: (value) => toFisherDensity(value, freedoms),
    isUpper: used === 'upper',
    share: isSmall ? share : 1 - share,
    start: 1,
  });
}

function toShares(value: number, { above, below }: Freedoms): { share: Pair; rest: Pair } {
  const part = multiply(value, above);
  const whole = add(part, below);
  return { share: divide(part, whole), rest: divide(below, whole) };
}
