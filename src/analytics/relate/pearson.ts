/**
 * Pearson's correlation with its p-value by Student's t and its interval by Fisher's transformation (Biometrika 10, 1915; Metron 1,
 * 1921).
 */
import { checkFinite, checkRows, toMisfit } from '../core/check';
import { toUpperNormalQuantile } from '../core/distributions/normal';
import { toBetaTails } from '../core/incompleteBeta';
import { multiply, subtract } from '../core/pair';
import { dot, toCentred } from '../core/sums';

export interface Correlation {
  /** From -1 to 1. */
  value: number;
  pValue: number;
  count: number;
}

export interface PearsonCorrelation extends Correlation {
  t: number;
  freedom: number;
  /** Undefined for three rows or fewer. */
  interval: { low: number; high: number } | undefined;
}

export function toPearson(x: Float64Array, y: Float64Array, { confidence = 0.95 } = {}): PearsonCorrelation {
  checkRows(x.length, 3);
  checkFinite([x, y]);
  const [one, other] = [toUnit(x), toUnit(y)];
  for (const [column, unit] of [one, other].entries()) {
    if (!unit) throw toMisfit('constant-column', { column });
  }
  const value = correlate(one!, other!);
  const freedom = x.length - 2;
  return {
    value,
    pValue: toCorrelationP(value, x.length),
    count: x.length,
    t: value / Math.sqrt(((1 - value) * (1 + value)) / freedom),
    freedom,
    interval: toFisherInterval(value, x.length, confidence),
  };
}

/** The column less its mean, of length 1; undefined where it does not vary. */
export function toUnit(values: Float64Array): Float64Array | undefined {
  let largest = 0;
  for (let row = 0; row < values.length; row++) largest = Math.max(largest, Math.abs(values[row]!));
  // squares of numbers beyond these would run over or under
  const isFar = largest > 1e140 || largest < 1e-140;
  const centred = toCentred(isFar && largest > 0 ? values.map((value) => value / largest) : values);
  const squares = dot(centred, centred);
  if (!(squares > 0)) return undefined;
  const scale = 1 / Math.sqrt(squares);
  for (let row = 0; row < centred.length; row++) centred[row]! *= scale;
  return centred;
}

export function correlate(one: Float64Array, other: Float64Array): number {
  const value = Math.max(-1, Math.min(1, dot(one, other)));
  // what is off 1 by the rounding of the two columns alone is a straight line
  return 1 - Math.abs(value) < 2 ** -51 ? Math.sign(value) : value;
}

/** Of both sides, by t with n - 2 degrees of freedom. */
export function toCorrelationP(value: number, count: number): number {
  const square = multiply(value, value);
  return toBetaTails((count - 2) / 2, 0.5, subtract(1, square), square).lower;
}

function toFisherInterval(
  value: number,
  count: number,
  confidence: number,
): { low: number; high: number } | undefined {
  if (count <= 3) return undefined;
  const width = toUpperNormalQuantile((1 - confidence) / 2) / Math.sqrt(count - 3);
  const z = Math.atanh(value);
  return { low: Math.tanh(z - width), high: Math.tanh(z + width) };
}
