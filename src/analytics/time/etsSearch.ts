import { minimise } from '../core/minimise';
import { toMean } from '../core/sums';
import * as place from './etsLoss';
import { findEtsLoss, type EtsShape, type EtsWork } from './etsLoss';
import { findEtsStart } from './etsStart';

export interface Found {
  /** In the unit of the series. */
  values: Float64Array;
  loss: number;
  converged: boolean;
}

/** The likeliest values of a shape. They are looked for on values around 1, with a first guess at the states. */
export function searchEts(shape: EtsShape, series: Float64Array, period: number, work: EtsWork): Found {
  const isRelative = shape.error === 'multiplicative';
  const shift = isRelative ? 0 : toMean(series);
  const scale = findScale(series, shift);
  const scaled = series.map((value) => (value - shift) / scale);
  const start = findEtsStart(shape, scaled, period);
  const values = new Float64Array(place.SEASONS + period - 1);
  values[place.PHI] = 1;
  values[place.LEVEL] = start.level;
  values[place.TREND] = start.trend;
  values.set(start.seasons.subarray(0, period - 1), place.SEASONS);
  const { free, lower, upper } = findBox(shape, period);
  const full = new Float64Array(values.length);
  const run = (from: Float64Array) =>
    minimise(
      (point, slope) => {
        for (let i = 0; i < free.length; i++) values[free[i]!] = point[i]!;
        const loss = findEtsLoss(shape, scaled, values, work, slope && full);
        if (slope) for (let i = 0; i < free.length; i++) slope[i] = full[free[i]!]! / series.length;
        return loss / series.length;
      },
      Float64Array.from(free, (i) => from[i]!),
      { lower, upper, maxRounds: 500, tolerance: 1e-9 },
    );
  const [first, slow] = findStarts(shape, scaled, values, work);
  let best = run(first);
  // with a trend the likelihood often has two tops, one where level and trend hardly move
  const other = shape.trend === 'none' ? best : run(slow);
  if (other.value < best.value) best = other;
  const { at, converged } = best;
  free.forEach((place, i) => (values[place] = at[i]!));
  const loss = findEtsLoss(shape, scaled, values, work) + 2 * series.length * Math.log(scale);
  values[place.LEVEL] = values[place.LEVEL]! * scale + shift;
  values[place.TREND]! *= scale;
  if (shape.season === 'additive') for (let i = place.SEASONS; i < values.length; i++) values[i]! *= scale;
  return { values, loss, converged };
}

/** The best of a few places, and one where all moves slowly. */
function findStarts(shape: EtsShape, series: Float64Array, values: Float64Array, work: EtsWork) {
  const shares = [0.02, 0.2];
  const hasTrend = shape.trend !== 'none';
  const hasSeason = shape.season !== 'none';
  const setWeights = (alpha: number, beta: number, gamma: number) => {
    values[place.ALPHA] = alpha;
    values[place.BETA_SHARE] = hasTrend ? beta : 0;
    values[place.GAMMA_SHARE] = hasSeason ? gamma : 0;
    return values;
  };
  if (shape.trend === 'damped') values[place.PHI] = 0.95;
  let least = Infinity;
  let best = values.slice();
  for (const alpha of [0.05, 0.2, 0.5, 0.8])
    for (const beta of hasTrend ? shares : [0])
      for (const gamma of hasSeason ? shares : [0]) {
        const loss = findEtsLoss(shape, series, setWeights(alpha, beta, gamma), work);
        if (loss < least) [least, best] = [loss, values.slice()];
      }
  return [best, setWeights(0.05, 0.05, 0.02).slice()] as const;
}

/** The usual bounds: weights between 0 and 1, so that the newest counts most; phi as R's forecast has it. */
function findBox(shape: EtsShape, period: number) {
  const bounds: [place: number, lower: number, upper: number][] = [
    [place.ALPHA, 1e-4, 0.9999],
    [place.LEVEL, -Infinity, Infinity],
  ];
  if (shape.trend !== 'none') bounds.push([place.BETA_SHARE, 0, 0.9999], [place.TREND, -Infinity, Infinity]);
  if (shape.trend === 'damped') bounds.push([place.PHI, 0.8, 0.98]);
  if (shape.season !== 'none') {
    bounds.push([place.GAMMA_SHARE, 0, 0.9999]);
    const least = shape.season === 'multiplicative' ? 0.01 : -Infinity;
    for (let at = 0; at < period - 1; at++) bounds.push([place.SEASONS + at, least, Infinity]);
  }
  return {
    free: bounds.map(([at]) => at),
    lower: Float64Array.from(bounds, ([, lower]) => lower),
    upper: Float64Array.from(bounds, ([, , upper]) => upper),
  };
}

function findScale(series: Float64Array, shift: number): number {
  let sum = 0;
  for (const value of series) sum += Math.abs(value - shift) / series.length;
  return sum > 0 ? sum : 1;
}
