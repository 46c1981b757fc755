/** The baselines that a model has to beat: the last value, the last cycle, the line from first to last (Hyndman, Athanasopoulos 2021, §5.2 and 5.5). */
import { checkHorizon, checkPeriod, checkSeries } from './series';
import { toForecast, type Forecast, type ForecastOptions } from './forecast';

export interface NaiveModel {
  kind: 'naive';
  way: 'last' | 'seasonal' | 'drift';
  period: number;
  /** The last value, or the last cycle. */
  last: Float64Array;
  /** What a step adds. */
  drift: number;
  variance: number;
  rows: number;
  fitted: Float64Array;
  residuals: Float64Array;
}

/** The first values have nothing before them: their fitted ones are themselves, and do not count. */
export function fitNaive(
  series: Float64Array,
  { way = 'last', period = 1 }: { way?: NaiveModel['way']; period?: number } = {},
): NaiveModel {
  const lag = way === 'seasonal' ? period : 1;
  checkSeries(series, way === 'drift' ? 3 : lag + 1);
  if (way === 'seasonal') checkPeriod(period, series.length, { cycles: 1 });
  const rows = series.length;
  const drift = way === 'drift' ? (series[rows - 1]! - series[0]!) / (rows - 1) : 0;
  const fitted = series.map((value, at) => (at < lag ? value : series[at - lag]! + drift));
  const residuals = series.map((value, at) => value - fitted[at]!);
  const squares = residuals.reduce((sum, value) => sum + value * value, 0);
  const variance = squares / (rows - lag - (way === 'drift' ? 1 : 0));
  return {
    kind: 'naive',
    way,
    period: lag,
    last: series.slice(rows - lag),
    drift,
    variance,
    rows,
    fitted,
    residuals,
  };
}

export function forecastNaive(
  { way, period, last, drift, variance, rows }: NaiveModel,
  { horizon = 12, levels = [0.8, 0.95] }: Partial<ForecastOptions> = {},
): Forecast {
  checkHorizon(horizon);
  const mean = new Float64Array(horizon);
  const spread = new Float64Array(horizon);
  for (let step = 0; step < horizon; step++) {
    const steps = step + 1;
    mean[step] = last[step % period]! + drift * steps;
    const spreads = way === 'drift' ? steps * (1 + steps / (rows - 1)) : Math.floor(step / period) + 1;
    spread[step] = Math.sqrt(variance * spreads);
  }
  return toForecast(mean, spread, levels);
}
