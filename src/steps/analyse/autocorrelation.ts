import { maybeNumber } from '../field';
import { toSeriesStep } from './series';

/** How much values go with those some periods before. */
export const autocorrelation = toSeriesStep({
  step: 'autocorrelation',
  fields: { lags: maybeNumber({ min: 1, max: 1000, whole: true }) },
  toOwn: ({ lags }) => ({ lags }),
  days: [],
});
