import { number } from '../field';
import { toSeriesStep } from './series';

/** Values by day, week or month, with gaps shown, and their moving mean. */
export const periods = toSeriesStep({
  step: 'periods',
  fields: { window: number({ otherwise: 3, min: 1, max: 1000, whole: true }) },
  toOwn: ({ window }) => ({ window }),
  days: ['date'],
});
