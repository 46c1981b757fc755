/**
 * A forecast for seasons too long to be smoothed value by value, such as the year in days: STL takes the season off, exponential smoothing
 * goes on with the rest, and the last cycle's season comes back (Hyndman, Athanasopoulos 2021, §5.7; R's `stlf`).
 */
import { chooseEts, type EtsModel } from './ets';
import { forecastEts } from './etsForecast';
import { toForecast, type Forecast, type ForecastOptions } from './forecast';
import { findStl } from './stl';

export interface StlEtsModel {
  kind: 'stl-ets';
  /** `STL + ETS(A,N,N)` */
  name: string;
  period: number;
  /** In the order of time: the first is the next value's. */
  seasons: Float64Array;
  rest: EtsModel;
  rows: number;
  fitted: Float64Array;
  residuals: Float64Array;
}

export function fitStlEts(
  series: Float64Array,
  { period, seasonWindow = 11 }: { period: number; seasonWindow?: number | 'periodic' },
): StlEtsModel {
  const { season } = findStl(series, { period, seasonWindow });
  const { model } = chooseEts(series.map((value, row) => value - season[row]!));
  const fitted = model.fitted.map((value, row) => value + season[row]!);
  return {
    kind: 'stl-ets',
    name: `STL + ${model.name}`,
    period,
    seasons: season.slice(-period),
    rest: model,
    rows: series.length,
    fitted,
    residuals: series.map((value, row) => value - fitted[row]!),
  };
}

/** The season is taken to be known: intervals are those of the rest. */
export function forecastStlEts(
  { rest, seasons, period }: StlEtsModel,
  { horizon = 12, levels = [0.8, 0.95] }: Partial<ForecastOptions> = {},
): Forecast {
  const { mean, spread } = forecastEts(rest, { horizon, levels });
  return toForecast(
    mean.map((value, step) => value + seasons[step % period]!),
    spread,
    levels,
  );
}
