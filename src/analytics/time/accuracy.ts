/** How far forecasts were off (Hyndman, Koehler 2006, Int. J. Forecasting 22; sMAPE as the M4 competition counts it). */
export interface Accuracy {
  count: number;
  /** The mean of actual less forecast: above 0 where forecasts were too low. */
  bias: number;
  mae: number;
  rmse: number;
  /** In percent, 0 to 200. */
  smape: number;
  /** Against the mean step of the (seasonal) naive forecast on the rows fitted; undefined where these do not vary. */
  mase: number | undefined;
}

/** `scales` are what each error is measured by for MASE: `findNaiveStep` of the rows before it. */
export function findAccuracy(actual: Float64Array, forecast: Float64Array, scales: Float64Array): Accuracy {
  const count = actual.length;
  let [bias, absolute, squares, shares, scaled] = [0, 0, 0, 0, 0];
  for (let at = 0; at < count; at++) {
    const error = actual[at]! - forecast[at]!;
    const size = Math.abs(actual[at]!) + Math.abs(forecast[at]!);
    bias += error;
    absolute += Math.abs(error);
    squares += error * error;
    shares += size > 0 ? (200 * Math.abs(error)) / size : 0;
    scaled += Math.abs(error) / scales[at]!;
  }
  return {
    count,
    bias: bias / count,
    mae: absolute / count,
    rmse: Math.sqrt(squares / count),
    smape: shares / count,
    mase: Number.isFinite(scaled) ? scaled / count : undefined,
  };
}

/** The mean size of what a value differs from the one a cycle before. */
export function findNaiveStep(series: Float64Array, period: number): number {
  const lag = series.length > period ? period : 1;
  let sum = 0;
  for (let at = lag; at < series.length; at++) sum += Math.abs(series[at]! - series[at - lag]!);
  return sum / (series.length - lag);
}
