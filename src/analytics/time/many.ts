import { toProblem, type ProblemParams } from '../../lib/problem';
import type { Forecast, ForecastOptions } from './forecast';
import { fitMethod, forecastModel, type ForecastMethod, type TimeModel } from './methods';

export interface ManyOptions extends Partial<ForecastOptions> {
  method?: ForecastMethod;
  period?: number;
  onProgress?: (share: number) => void;
}

/** One group's forecast, or why there is none. */
export type GroupForecast =
  { kind: 'done'; model: TimeModel; forecast: Forecast } | { kind: 'misfit'; params: ProblemParams };

/** Each series by itself: one that can't be fitted does not stop the others. */
export function forecastMany(
  all: readonly Float64Array[],
  { method = 'ets', period = 1, horizon, levels, onProgress }: ManyOptions = {},
): GroupForecast[] {
  const every = Math.max(1, Math.ceil(all.length / 100));
  return all.map((series, at) => {
    if (at % every === 0) onProgress?.(at / all.length);
    try {
      const model = fitMethod(method, series, period);
      return { kind: 'done', model, forecast: forecastModel(model, { horizon, levels }) };
    } catch (error) {
      const problem = toProblem(error);
      if (problem.code !== 'analysis-misfit') throw error;
      return { kind: 'misfit', params: problem.params };
    }
  });
}
