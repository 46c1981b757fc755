/**
 * A forecast by least squares on a line, the season's waves and any columns, such as holidays: what a person can read off (Hyndman,
 * Athanasopoulos 2021, ch. 7). What is left is not chance where it goes with itself: then ARIMA with the same columns is the better model.
 */
import { toMisfit } from '../core/check';
import { toUpperStudentQuantile } from '../core/distributions/student';
import { fitLeastSquares, toLeverages, type Basis } from '../core/leastSquares';
import { checkHorizon, checkSeries } from './series';
import type { Forecast, ForecastOptions } from './forecast';

export interface SeasonRegression {
  kind: 'season-regression';
  rows: number;
  plan: SeasonPlan;
  /** The intercept, the line, sine and cosine of each wave, then the columns given. */
  coefficients: Float64Array;
  errors: Float64Array;
  /** Columns given that others make up, by place: they have no coefficient. */
  aliased: number[];
  basis: Basis;
  variance: number;
  freedom: number;
  rSquared: number | undefined;
  fitted: Float64Array;
  residuals: Float64Array;
}

export interface SeasonPlan {
  hasTrend: boolean;
  /** Each with how many waves: 1 is one rise and fall a cycle, half the period are as many as there can be. */
  seasons: readonly { period: number; waves: number }[];
}

export interface RegressionOptions {
  hasTrend?: boolean;
  seasons?: SeasonPlan['seasons'];
  columns?: readonly Float64Array[];
}

export function fitSeasonRegression(
  series: Float64Array,
  { hasTrend = true, seasons = [], columns = [] }: RegressionOptions = {},
): SeasonRegression {
  for (const { period, waves } of seasons)
    if (!(period >= 2 && Number.isInteger(waves) && waves >= 1 && waves <= period / 2))
      throw toMisfit('waves', { period, waves });
  const plan = { hasTrend, seasons };
  const own = toPlanColumns(plan, 0, series.length);
  const all = [...own, ...columns];
  checkSeries(series, all.length + 2);
  const fit = fitLeastSquares(all, series);
  const freedom = series.length - fit.rank;
  if (freedom < 1) throw toMisfit('too-few-rows', { needed: fit.rank + 1, rows: series.length });
  const variance = fit.residualSquares / freedom;
  const size = all.length + 1;
  const whole = fitLeastSquares([], series).residualSquares;
  return {
    kind: 'season-regression',
    rows: series.length,
    plan,
    coefficients: fit.coefficients,
    errors: fit.coefficients.map((_, at) => Math.sqrt(variance * fit.inverse[at * size + at]!)),
    aliased: fit.aliased.filter((at) => at >= own.length).map((at) => at - own.length),
    basis: fit.basis,
    variance,
    freedom,
    rSquared: whole > 0 ? 1 - fit.residualSquares / whole : undefined,
    fitted: series.map((value, at) => value - fit.residuals[at]!),
    residuals: fit.residuals,
  };
}

/** `columns` are what the columns will be. Intervals count what the coefficients are not sure of. */
export function forecastSeasonRegression(
  model: SeasonRegression,
  {
    horizon = 12,
    levels = [0.8, 0.95],
    columns = [],
  }: Partial<ForecastOptions> & Pick<RegressionOptions, 'columns'> = {},
): Forecast {
  checkHorizon(horizon);
  const own = toPlanColumns(model.plan, model.rows, horizon);
  const all = [...own, ...columns];
  if (all.length !== model.coefficients.length - 1 || columns.some((column) => column.length < horizon))
    throw toMisfit('regressors-missing', { needed: model.coefficients.length - 1 - own.length });
  const mean = new Float64Array(horizon).fill(model.coefficients[0]!);
  all.forEach((column, at) => {
    for (let step = 0; step < horizon; step++) mean[step]! += model.coefficients[at + 1]! * column[step]!;
  });
  const spread = toLeverages(model.basis, all, horizon).map((leverage) =>
    Math.sqrt(model.variance * (1 + leverage)),
  );
  const intervals = levels.map((level) => {
    const reach = toUpperStudentQuantile((1 - level) / 2, model.freedom);
    return {
      level,
      lower: mean.map((value, at) => value - reach * spread[at]!),
      upper: mean.map((value, at) => value + reach * spread[at]!),
    };
  });
  return { mean, spread, intervals };
}

/** The line, then sine and cosine of each wave. */
export function toPlanColumns({ hasTrend, seasons }: SeasonPlan, from: number, rows: number): Float64Array[] {
  const fill = (value: (row: number) => number) =>
    Float64Array.from({ length: rows }, (_, at) => value(from + at));
  return [
    ...(hasTrend ? [fill((row) => row + 1)] : []),
    ...seasons.flatMap(({ period, waves }) =>
      Array.from({ length: waves }, (_, at) => at + 1).flatMap((wave) => {
        const turn = (row: number) => 2 * Math.PI * ((((row + 1) * wave) % period) / period);
        const isHalf = 2 * wave === period;
        return [...(isHalf ? [] : [fill((row) => Math.sin(turn(row)))]), fill((row) => Math.cos(turn(row)))];
      }),
    ),
  ];
}
