/** One series forecast in the way that did best on its own last values, or in the way that is asked for. */
import { Problem } from '../../lib/problem';
import type { Accuracy } from './accuracy';
import { backtest } from './backtest';
import type { Forecast } from './forecast';
import { fitMethod, forecastModel, type ForecastMethod, type TimeModel } from './methods';
import type { Calendar } from './regressionChoice';

export type Way = 'auto' | 'ets' | 'theta' | 'arima' | 'regression' | 'seasonal-naive' | 'naive';

export interface TrialOptions {
  way: Way;
  /** Rows in a usual season. */
  season: number;
  horizon: number;
  level: number;
  /** How many forecasts of what is known are made, at most. */
  origins: number;
  /** Where rows are days. */
  calendar?: Calendar;
}

export interface Trial {
  method: ForecastMethod;
  model: TimeModel;
  forecast: Forecast;
  /** The naive way first; none where there are too few rows to hold some back. */
  tested: Tested[];
  /** Rows of the season that was looked for; 1 where there are too few rows for one. */
  period: number;
}

export interface Tested {
  method: ForecastMethod;
  accuracy: Accuracy;
  coverage: number;
  origins: number;
}

/** A season must have come twice. */
export function runTrial(
  series: Float64Array,
  { way, season, horizon, level, origins, calendar }: TrialOptions,
): Trial {
  const period = series.length > 2 * season ? season : 1;
  const naive: ForecastMethod = period > 1 ? 'seasonal-naive' : 'naive';
  const asked = way === 'seasonal-naive' ? naive : way;
  const methods: ForecastMethod[] = asked === 'auto' ? ['theta', 'ets'] : asked === naive ? [] : [asked];
  const tested = test(series, [naive, ...methods], { period, horizon, origins, calendar });
  const best = tested.length > 0 ? tested.reduce((a, b) => (score(b) < score(a) ? b : a)).method : 'ets';
  const ways = asked === 'auto' ? [best, naive] : [asked];
  for (const [at, method] of ways.entries()) {
    try {
      const model = fitMethod(method, series, period, calendar);
      return {
        method,
        model,
        forecast: forecastModel(model, { horizon, levels: [level] }),
        tested,
        period,
      };
    } catch (error) {
      if (!isMisfit(error) || at === ways.length - 1) throw error;
    }
  }
  throw new Error(`no way to forecast: ${way}`);
}

/** Fewer values held back than this say nothing of a way. */
const LEAST_TESTED = 2;

function test(
  series: Float64Array,
  methods: readonly ForecastMethod[],
  {
    period,
    horizon,
    origins,
    calendar,
  }: { period: number; horizon: number; origins: number; calendar: Calendar | undefined },
): Tested[] {
  const free = series.length - Math.max(2 * period + 1, 8);
  const reach = Math.min(horizon, free);
  if (reach < LEAST_TESTED) return [];
  const step = Math.max(1, Math.floor(reach / 3));
  return methods.flatMap((method): Tested[] => {
    try {
      const found = backtest(series, {
        methods: [method],
        period,
        horizon: reach,
        origins,
        step,
        ...(calendar && { calendar }),
      });
      const { accuracy, coverage } = found.methods[0]!;
      return [{ method, accuracy, coverage, origins: found.origins.length }];
    } catch (error) {
      if (isMisfit(error)) return [];
      throw error;
    }
  });
}

/** All ways are measured by the same steps, so that these can't be lacking for one alone. */
function score({ accuracy }: Tested): number {
  return accuracy.mase ?? accuracy.mae;
}

export function isMisfit(error: unknown): error is Problem {
  return error instanceof Problem && error.code === 'analysis-misfit';
}
