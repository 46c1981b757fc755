/** The noncentral t, upper tail: the normal tail over the distribution of the deviation, by the trapezoidal rule. */
import { integrateDeviation } from './deviation';
import { toNormalUpper } from './normal';

export interface NoncentralT {
  freedom: number;
  /** The mean over the deviation. */
  shift: number;
}

export function toNoncentralUpper(t: number, { freedom, shift }: NoncentralT): number {
  return Math.min(
    1,
    integrateDeviation(freedom, (deviation) => toNormalUpper(t * deviation - shift)),
  );
}
