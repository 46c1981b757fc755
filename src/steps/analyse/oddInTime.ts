import { number } from '../field';
import { seasonField, toSeriesStep } from './series';

/** Periods that are not as their season and trend let one expect. */
export const oddInTime = toSeriesStep({
  step: 'oddInTime',
  fields: { season: seasonField, limit: number({ otherwise: 3, min: 1, max: 20 }) },
  toOwn: ({ season, limit }) => ({ season, limit }),
  days: ['date'],
});
