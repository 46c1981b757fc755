import { toNormalQuantile } from '../core/distributions/normal';

export interface Forecast {
  mean: Float64Array;
  /** Standard errors of the values themselves, not of their mean. */
  spread: Float64Array;
  intervals: Interval[];
}

export interface Interval {
  /** 0.95 */
  level: number;
  lower: Float64Array;
  upper: Float64Array;
}

export interface ForecastOptions {
  /** How many values to come. */
  horizon: number;
  levels: readonly number[];
}

/** With intervals of normal errors. */
export function toForecast(mean: Float64Array, spread: Float64Array, levels: readonly number[]): Forecast {
  const intervals = levels.map((level) => {
    const reach = toNormalQuantile((1 + level) / 2);
    return {
      level,
      lower: mean.map((value, at) => value - reach * spread[at]!),
      upper: mean.map((value, at) => value + reach * spread[at]!),
    };
  });
  return { mean, spread, intervals };
}
