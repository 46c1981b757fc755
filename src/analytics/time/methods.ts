import { chooseArima } from './arimaChoice';
import { forecastArima } from './arimaForecast';
import type { ArimaModel } from './arima';
import { chooseEts, MOST_SEASONS, type EtsModel } from './ets';
import { forecastEts } from './etsForecast';
import type { Forecast, ForecastOptions } from './forecast';
import { fitNaive, forecastNaive, type NaiveModel } from './naive';
import {
  chooseRegression,
  forecastRegression,
  type Calendar,
  type ChosenRegression,
} from './regressionChoice';
import { fitStlEts, forecastStlEts, type StlEtsModel } from './stlEts';
import { fitTheta, forecastTheta, type ThetaModel } from './theta';

export type ForecastMethod =
  'naive' | 'seasonal-naive' | 'drift' | 'ets' | 'theta' | 'arima' | 'stl-ets' | 'regression';

export type TimeModel = NaiveModel | EtsModel | ThetaModel | ArimaModel | StlEtsModel | ChosenRegression;

/** The best model of a kind. A season too long for smoothing is taken off first: the model's kind says so. */
export function fitMethod(
  method: ForecastMethod,
  series: Float64Array,
  period = 1,
  calendar?: Calendar,
): TimeModel {
  switch (method) {
    case 'naive':
      return fitNaive(series);
    case 'seasonal-naive':
      return fitNaive(series, { way: 'seasonal', period });
    case 'drift':
      return fitNaive(series, { way: 'drift' });
    case 'ets':
      return period > MOST_SEASONS ? fitStlEts(series, { period }) : chooseEts(series, { period }).model;
    case 'stl-ets':
      return fitStlEts(series, { period });
    case 'theta':
      return fitTheta(series, { period });
    case 'arima':
      return chooseArima(series, { period }).model;
    case 'regression':
      return chooseRegression(series, { period, ...(calendar && { calendar }) });
  }
}

export function forecastModel(model: TimeModel, options: Partial<ForecastOptions> = {}): Forecast {
  switch (model.kind) {
    case 'naive':
      return forecastNaive(model, options);
    case 'ets':
      return forecastEts(model, options);
    case 'stl-ets':
      return forecastStlEts(model, options);
    case 'theta':
      return forecastTheta(model, options);
    case 'arima':
      return forecastArima(model, options);
    case 'regression':
      return forecastRegression(model, options);
  }
}
