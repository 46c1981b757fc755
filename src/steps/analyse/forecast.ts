import { choice, maybeNumber, number } from '../field';
import { countries } from './holidays';
import { toSeriesStep } from './series';

/** What is to come of a series, or of each of many, with its bounds and how well the way did on what is known. */
export const forecast = toSeriesStep({
  step: 'forecast',
  fields: {
    horizon: maybeNumber({ min: 1, max: 1000, whole: true }),
    method: choice(['auto', 'ets', 'theta', 'arima', 'regression', 'seasonal-naive', 'naive']),
    holidays: choice([...countries, 'none'], {
      when: ({ method, unit }) => method === 'regression' && /^(auto|day)$/.test(String(unit)),
    }),
    level: number({ otherwise: 95, min: 50, max: 99.9 }),
  },
  toOwn: ({ horizon, method, holidays, level }) => ({ horizon, method, holidays, level: level / 100 }),
  days: ['date'],
});
