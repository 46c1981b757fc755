import { flag } from '../field';
import { seasonField, toSeriesStep } from './series';

/** What of a series is trend, what is season, and what is neither. */
export const decompose = toSeriesStep({
  step: 'decompose',
  fields: { season: seasonField, robust: flag() },
  toOwn: ({ season, robust }) => ({ season, robust }),
  days: ['date'],
});
