/**
 * Exponential smoothing (ETS): every admissible model, fitted by likelihood, the best by AICc (Hyndman, Koehler, Snyder,
 * Grose 2002, Int. J. Forecasting 18; Hyndman, Koehler, Ord, Snyder 2008). Left out, as in R's forecast: trends that
 * multiply, and additive errors with what multiplies, whose variance is infinite.
 */
import { toMisfit } from '../core/check';
import { checkPeriod, checkSeries } from './series';
import * as place from './etsLoss';
import { createEtsWork, findEtsLoss, type EtsShape } from './etsLoss';
import { searchEts, type Found } from './etsSearch';

export interface EtsModel extends EtsShape {
  kind: 'ets';
  /** `ETS(M,Ad,M)` */
  name: string;
  period: number;
  alpha: number;
  beta: number | undefined;
  gamma: number | undefined;
  phi: number | undefined;
  first: EtsStates;
  last: EtsStates;
  /** Of the errors, which are shares of the fitted value where they multiply; by the rows less what was fitted. */
  variance: number;
  logLikelihood: number;
  aic: number;
  aicc: number;
  bic: number;
  rows: number;
  fitted: Float64Array;
  /** What was seen less what was fitted, in the series' unit. */
  residuals: Float64Array;
  converged: boolean;
}

export interface EtsStates {
  level: number;
  trend: number;
  /** In the order of time: the first is met by the next value. */
  seasons: Float64Array;
}

export interface EtsOptions {
  /** Rows in a cycle, such as 12; 1 for none. */
  period?: number;
  error?: EtsShape['error'] | 'auto';
  trend?: EtsShape['trend'] | 'auto';
  season?: EtsShape['season'] | 'auto';
}

export interface EtsChoice {
  model: EtsModel;
  tried: { name: string; aicc: number }[];
}

/** Each place of a cycle is a value to fit; a longer season wants `fitStlEts`, and is left out here. */
export const MOST_SEASONS = 60;

export function chooseEts(
  series: Float64Array,
  { period = 1, error = 'auto', trend = 'auto', season = 'auto' }: EtsOptions = {},
): EtsChoice {
  checkSeries(series, 4);
  if (period !== 1)
    checkPeriod(period, series.length, { cycles: season === 'none' || season === 'auto' ? 0 : 1 });
  const asked = (name: string, choice: string) => choice === 'auto' || choice === name;
  const isPositive = series.every((value) => value > 0);
  const shapes = findShapes(isPositive).filter(
    (shape) =>
      asked(shape.error, error) &&
      asked(shape.trend, trend) &&
      asked(shape.season, season) &&
      (shape.season === 'none' || (period > 1 && period <= MOST_SEASONS)) &&
      // two rows more than values to fit, so that AICc exists
      countValues(shape, period) + 2 < series.length,
  );
  if (shapes.length === 0) throw findMisfit(isPositive, series.length, error, season);

  let best: Fitted | undefined;
  const tried: EtsChoice['tried'] = [];
  const work = createEtsWork(series.length, period);
  for (const shape of shapes) {
    const found = searchEts(shape, series, period, work);
    const aicc = toAicc(found.loss, countValues(shape, period) + 1, series.length);
    tried.push({ name: toName(shape), aicc });
    if (!best || aicc < best.aicc) best = { ...found, shape, aicc };
  }
  return { model: toModel(best!, series, period), tried: tried.sort((a, b) => a.aicc - b.aicc) };
}

interface Fitted extends Found {
  shape: EtsShape;
  aicc: number;
}

function findShapes(isPositive: boolean): EtsShape[] {
  const trends = ['none', 'additive', 'damped'] as const;
  const make = (error: EtsShape['error'], seasons: EtsShape['season'][]) =>
    seasons.flatMap((season) => trends.map((trend) => ({ error, trend, season })));
  const additive = make('additive', ['none', 'additive']);
  return isPositive
    ? [...additive, ...make('multiplicative', ['none', 'additive', 'multiplicative'])]
    : additive;
}

function toModel(
  { shape, values, loss, converged, aicc }: Fitted,
  series: Float64Array,
  period: number,
): EtsModel {
  const rows = series.length;
  const cycle = shape.season === 'none' ? 1 : period;
  const work = createEtsWork(rows, cycle);
  findEtsLoss(shape, series, values, work);
  const count = countValues(shape, period);
  let squares = 0;
  for (let row = 0; row < rows; row++)
    squares += (work.errors[row]! / (shape.error === 'multiplicative' ? work.fitted[row]! : 1)) ** 2;
  const alpha = values[place.ALPHA]!;
  const first = values.slice(place.SEASONS, place.SEASONS + cycle - 1);
  const rest = first.reduce((left, value) => left - value, shape.season === 'multiplicative' ? cycle : 0);
  return {
    kind: 'ets',
    ...shape,
    name: toName(shape),
    period: cycle,
    alpha,
    beta: shape.trend === 'none' ? undefined : alpha * values[place.BETA_SHARE]!,
    gamma: shape.season === 'none' ? undefined : (1 - alpha) * values[place.GAMMA_SHARE]!,
    phi: shape.trend === 'damped' ? values[place.PHI]! : undefined,
    first: {
      level: values[place.LEVEL]!,
      trend: values[place.TREND]!,
      seasons: shape.season === 'none' ? new Float64Array(0) : Float64Array.of(...first, rest),
    },
    last: {
      level: work.level,
      trend: work.trend,
      seasons:
        shape.season === 'none'
          ? new Float64Array(0)
          : work.seasons.map((_, at) => work.seasons[(rows + at) % cycle]!),
    },
    variance: squares / (rows - count),
    logLikelihood: -loss / 2,
    aic: loss + 2 * (count + 1),
    aicc,
    bic: loss + Math.log(rows) * (count + 1),
    rows,
    fitted: work.fitted,
    residuals: work.errors,
    converged,
  };
}

export function toName({ error, trend, season }: EtsShape): string {
  const letters = { none: 'N', additive: 'A', multiplicative: 'M', damped: 'Ad' };
  return `ETS(${letters[error]},${letters[trend]},${letters[season]})`;
}

/** Smoothing values and first states; the variance is not counted. */
function countValues({ trend, season }: EtsShape, period: number): number {
  return 2 + { none: 0, additive: 2, damped: 3 }[trend] + (season === 'none' ? 0 : period);
}

function toAicc(loss: number, count: number, rows: number): number {
  return loss + 2 * count + (2 * count * (count + 1)) / (rows - count - 1);
}

function findMisfit(isPositive: boolean, rows: number, error: string, season: string) {
  if (!isPositive && (error === 'multiplicative' || season === 'multiplicative'))
    return toMisfit('not-positive');
  if (error === 'additive' && season === 'multiplicative') return toMisfit('ets-shape');
  return toMisfit('too-few-rows', { needed: rows + 1, rows });
}
