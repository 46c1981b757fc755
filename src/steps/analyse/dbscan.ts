import { maybeNumber } from '../field';
import { scaledField, toClusterStep } from './clusters';

/** Rows that lie close together, as clusters of any shape and number; what lies alone is of none. */
export const dbscan = toClusterStep('dbscan', {
  radius: maybeNumber({ min: 0 }),
  least: maybeNumber({ min: 1, whole: true }),
  scaled: scaledField,
});
