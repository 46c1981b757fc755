import { choice } from '../field';
import { toSeriesStep } from './series';

/** When a series went over to another level, or began to vary otherwise. */
export const changePoints = toSeriesStep({
  step: 'changePoints',
  fields: { of: choice(['mean', 'mean-variance']) },
  toOwn: ({ of }) => ({ of }),
  days: ['from', 'to'],
});
