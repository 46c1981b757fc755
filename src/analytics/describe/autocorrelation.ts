import { dot, toCentred } from '../core/sums';

/** How a series goes with itself some rows before, as NIST defines it (Box and Jenkins 1976); undefined where it does not vary. */
export function toAutocorrelation(values: Float64Array, lag: number): number | undefined {
  if (values.length <= lag) return undefined;
  const centred = toCentred(values);
  const squares = dot(centred, centred);
  return squares > 0 ? dot(centred.subarray(lag), centred) / squares : undefined;
}
