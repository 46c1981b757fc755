/**
 * Methods compared by forecasts of what is known already: from each of several rows a model is fitted to what came before, and its forecasts
 * are held against what came (rolling origins: Tashman 2000, Int. J. Forecasting 16).
 */
import { findAccuracy, findNaiveStep, type Accuracy } from './accuracy';
import { fitMethod, forecastModel, type ForecastMethod } from './methods';
import type { Calendar } from './regressionChoice';
import { checkHorizon, checkSeries } from './series';

export interface BacktestOptions {
  methods: readonly ForecastMethod[];
  period?: number;
  /** How many values each forecast reaches. */
  horizon?: number;
  /** How many forecasts are made; as many as fit. */
  origins?: number;
  /** Rows from one forecast to the next. */
  step?: number;
  /** Where rows are days. */
  calendar?: Calendar;
  onProgress?: (share: number) => void;
}

export interface Backtest {
  /** The first forecast row of each forecast. */
  origins: Int32Array;
  /** The naive, or seasonal naive, that the others have to beat. */
  baseline: MethodResult;
  methods: MethodResult[];
}

export interface MethodResult {
  method: ForecastMethod;
  accuracy: Accuracy;
  /** The mean absolute error of the first value to come, the second, … */
  maeByStep: Float64Array;
  /** How many of the values to come fell into the interval of 95 %. */
  coverage: number;
  /** Less than 1 is better than the baseline: the ratio of the mean absolute errors; undefined where that makes none. */
  relative: number | undefined;
  /** A forecast's values, by origin. */
  forecasts: Float64Array[];
}

export function backtest(
  series: Float64Array,
  {
    methods,
    period = 1,
    horizon = Math.max(period, 6),
    origins = 10,
    step = 1,
    calendar,
    onProgress,
  }: BacktestOptions,
): Backtest {
  checkHorizon(horizon);
  const least = Math.max(2 * period + 1, 8);
  checkSeries(series, least + horizon);
  const starts: number[] = [];
  for (let start = series.length - horizon; start >= least && starts.length < origins; start -= step)
    starts.unshift(start);

  const naive: ForecastMethod = period > 1 ? 'seasonal-naive' : 'naive';
  const all = [naive, ...methods.filter((method) => method !== naive)];
  let done = 0;
  const results = all.map((method) =>
    run(method, series, starts, {
      period,
      horizon,
      calendar,
      onDone: () => onProgress?.(++done / (all.length * starts.length)),
    }),
  );
  const baseline = results[0]!;
  for (const result of results)
    result.relative = baseline.accuracy.mae > 0 ? result.accuracy.mae / baseline.accuracy.mae : undefined;
  return {
    origins: Int32Array.from(starts),
    baseline,
    methods: methods.map((method) => results.find((result) => result.method === method)!),
  };
}

function run(
  method: ForecastMethod,
  series: Float64Array,
  starts: readonly number[],
  {
    period,
    horizon,
    calendar,
    onDone,
  }: { period: number; horizon: number; calendar: Calendar | undefined; onDone: () => void },
): MethodResult {
  const count = starts.length * horizon;
  const actual = new Float64Array(count);
  const forecasts = new Float64Array(count);
  const scales = new Float64Array(count);
  const maeByStep = new Float64Array(horizon);
  let inside = 0;
  for (const [at, start] of starts.entries()) {
    const known = series.slice(0, start);
    const model = fitMethod(method, known, period, calendar);
    const { mean, intervals } = forecastModel(model, { horizon, levels: [0.95] });
    const { lower, upper } = intervals[0]!;
    const scale = findNaiveStep(known, period);
    for (let ahead = 0; ahead < horizon; ahead++) {
      const value = series[start + ahead]!;
      const place = at * horizon + ahead;
      actual[place] = value;
      forecasts[place] = mean[ahead]!;
      scales[place] = scale;
      maeByStep[ahead]! += Math.abs(value - mean[ahead]!) / starts.length;
      if (value >= lower[ahead]! && value <= upper[ahead]!) inside++;
    }
    onDone();
  }
  return {
    method,
    accuracy: findAccuracy(actual, forecasts, scales),
    maeByStep,
    coverage: inside / count,
    relative: undefined,
    forecasts: starts.map((_, at) => forecasts.slice(at * horizon, (at + 1) * horizon)),
  };
}
