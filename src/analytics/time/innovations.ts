/**
 * The exact one-step forecasts of an ARMA process, by the innovations algorithm on the band that is left of its covariances once
 * the autoregression is taken off (Ansley 1979, Biometrika 66; Brockwell, Davis 1991, §5.3). It gives the exact likelihood at a
 * cost of rows times q², and less once the weights stand still.
 */
import { toAutocovariances, type Arma } from './armaPolynomials';

export interface Innovations extends Arma {
  /** From this row on the autoregression is taken off. */
  head: number;
  width: number;
  /** Weights of the errors before, by row: `band[row * width + back - 1]`. */
  band: Float64Array;
  /** Of each row's error, as a multiple of the last error's variance. */
  variances: Float64Array;
  /** From this row on the weights are theta, the variances 1. */
  steady: number;
}

const STEADY = 1e-13;

/** Undefined where the autoregression is not stationary. */
export function findInnovations(
  { phi, theta }: Arma,
  rows: number,
  space?: Innovations,
): Innovations | undefined {
  const [p, q] = [phi.length, theta.length];
  const head = Math.max(p, q);
  const width = Math.max(1, head);
  const covariances = findCovariances(phi, theta, head);
  if (!covariances) return undefined;
  const { plain, mixed, tail } = covariances;
  const band = space?.band ?? new Float64Array(rows * width);
  const variances = space?.variances ?? new Float64Array(rows);
  const drawn = new Float64Array(width + 1);

  let still = 0;
  let row = 0;
  for (; row < rows; row++) {
    const reach = row < head ? row : q;
    let variance = row < head ? plain[0]! : tail[0]!;
    for (let back = reach; back >= 1; back--) {
      const other = row - back;
      const known = row < head ? plain : other < head ? mixed : tail;
      let sum = known[back]!;
      const shared = Math.min(reach - back, other < head ? other : q);
      for (let more = 1; more <= shared; more++) sum -= band[other * width + more - 1]! * drawn[back + more]!;
      drawn[back] = sum;
      const weight = sum / variances[other]!;
      band[row * width + back - 1] = weight;
      variance -= weight * sum;
    }
    if (!(variance > 0)) return undefined;
    variances[row] = variance;
    still = row >= head && variance - 1 < STEADY ? still + 1 : 0;
    if (still > q) break;
  }
  variances.fill(1, row, rows);
  return { phi, theta, head, width, band, variances, steady: row };
}

/** What each value differs from its forecast by all values before it. */
export function findErrors(series: Float64Array, model: Innovations, into: Float64Array): Float64Array {
  const { phi, theta, head, width, band, steady } = model;
  const q = theta.length;
  for (let row = 0; row < series.length; row++) {
    let error = series[row]!;
    if (row >= head)
      for (let back = 1; back <= phi.length; back++) error -= phi[back - 1]! * series[row - back]!;
    if (row >= steady) for (let back = 1; back <= q; back++) error -= theta[back - 1]! * into[row - back]!;
    else {
      const reach = row < head ? row : q;
      const from = row * width - 1;
      for (let back = 1; back <= reach; back++) error -= band[from + back]! * into[row - back]!;
    }
    into[row] = error;
  }
  return into;
}

/** Of the process with itself, with its errors' moving mean, and of that mean with itself, by lag. */
function findCovariances(phi: Float64Array, theta: Float64Array, head: number) {
  const q = theta.length;
  const weights = Float64Array.of(1, ...theta);
  const auto = toAutocovariances(phi, head + q);
  if (!auto) return undefined;
  const tail = new Float64Array(q + 1);
  for (let lag = 0; lag <= q; lag++)
    for (let at = 0; at + lag <= q; at++) tail[lag]! += weights[at]! * weights[at + lag]!;

  const plain = new Float64Array(head + 1);
  for (let lag = 0; lag <= head; lag++) {
    let sum = tail[0]! * auto[lag]!;
    for (let shift = 1; shift <= q; shift++)
      sum += tail[shift]! * (auto[lag + shift]! + auto[Math.abs(lag - shift)]!);
    plain[lag] = sum;
  }

  const impulse = new Float64Array(q + 1);
  for (let at = 0; at <= q; at++) {
    let sum = weights[at]!;
    for (let back = 1; back <= Math.min(at, phi.length); back++) sum += phi[back - 1]! * impulse[at - back]!;
    impulse[at] = sum;
  }
  const mixed = new Float64Array(q + 1);
  for (let lag = 0; lag <= q; lag++)
    for (let at = lag; at <= q; at++) mixed[lag]! += weights[at]! * impulse[at - lag]!;
  return { plain, mixed, tail };
}
