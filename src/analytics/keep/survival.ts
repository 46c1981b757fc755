/**
 * The share that is left after each time (Kaplan and Meier, J. Am. Stat. Assoc. 53, 1958) with Greenwood's variance; intervals on
 * the log-log scale (Kalbfleisch and Prentice 1980, 1.3); those of a quantile are where the curve's own bounds cross (Brookmeyer
 * and Crowley, Biometrics 38, 1982); the restricted mean is the area under the curve (Irwin, J. Hygiene 47, 1949).
 */
import { pick } from '../complete';
import { toUpperNormalQuantile } from '../core/distributions/normal';
import type { Lives } from './lifeTable';

export interface SurvivalCurve {
  /** When somebody of the group was last seen, in order. */
  times: Float64Array;
  /** How many were seen up to each time or longer. */
  atRisk: Float64Array;
  gone: Float64Array;
  censored: Float64Array;
  /** What is left after each time. */
  share: Float64Array;
  /** 1 where all are left; not a number where none are, as nothing is known of the spread then. */
  lower: Float64Array;
  upper: Float64Array;
}

export interface SurvivalTime {
  /** Undefined where the curve stays above. */
  value: number | undefined;
  low: number | undefined;
  high: number | undefined;
}

export interface RestrictedMean {
  mean: number;
  standardError: number;
}

export function toCurve(
  times: Float64Array,
  lives: Lives,
  { confidence = 0.95 }: { confidence?: number } = {},
): SurvivalCurve {
  const places = Int32Array.from(times.keys()).filter((at) => lives.last[at]! > 0);
  const gone = pick(lives.gone, places);
  const last = pick(lives.last, places);
  const size = places.length;
  const atRisk = new Float64Array(size);
  const share = new Float64Array(size);
  const lower = new Float64Array(size);
  const upper = new Float64Array(size);
  const z = toUpperNormalQuantile((1 - confidence) / 2);
  let here = lives.rows;
  let left = 1;
  let greenwood = 0;
  for (let at = 0; at < size; at++) {
    const events = gone[at]!;
    atRisk[at] = here;
    if (events > 0) {
      left *= (here - events) / here;
      greenwood += events / (here * (here - events));
    }
    share[at] = left;
    const spread = left === 1 ? 1 : Math.exp((z * Math.sqrt(greenwood)) / -Math.log(left));
    lower[at] = left > 0 ? left ** spread : NaN;
    upper[at] = left > 0 ? left ** (1 / spread) : NaN;
    here -= last[at]!;
  }
  return {
    times: pick(times, places),
    atRisk,
    gone,
    censored: last.map((all, at) => all - gone[at]!),
    share,
    lower,
    upper,
  };
}

/** When no more than `share` are left; halfway where the curve stays on it for a time. */
export function findTime({ times, share, lower, upper }: SurvivalCurve, wanted: number): SurvivalTime {
  return {
    value: findCrossing(times, share, wanted),
    low: findCrossing(times, lower, wanted),
    high: findCrossing(times, upper, wanted),
  };
}

// products of shares that come to the one that is asked for may be a rounding beside it
const ROUNDING = 1.5e-8;

function findCrossing(times: Float64Array, curve: Float64Array, wanted: number): number | undefined {
  const reached = curve.findIndex((share) => share <= wanted + ROUNDING);
  if (reached < 0) return undefined;
  const passed = curve.findIndex((share) => share < wanted - ROUNDING);
  return (times[reached]! + times[passed < 0 ? times.length - 1 : passed]!) / 2;
}

/** The mean time up to `until`, which must not be after the last time of the curve. */
export function toRestrictedMean(
  { times, atRisk, gone, share }: SurvivalCurve,
  until: number,
): RestrictedMean {
  let end = times.length - 1;
  while (end >= 0 && times[end]! > until) end--;
  let area = 0;
  let variance = 0;
  let to = until;
  for (let at = end; at >= 0; at--) {
    area += share[at]! * (to - times[at]!);
    to = times[at]!;
    const rest = atRisk[at]! - gone[at]!;
    if (rest > 0) variance += (area * area * gone[at]!) / (atRisk[at]! * rest);
  }
  return { mean: area + to, standardError: Math.sqrt(variance) };
}
