import { number } from '../field';
import { clustersField, scaledField, seedField, toClusterStep } from './clusters';

/** Rows that are like one another, as clusters. */
export const kmeans = toClusterStep('kmeans', {
  clusters: clustersField,
  scaled: scaledField,
  restarts: number({ otherwise: 10, min: 1, max: 100, whole: true }),
  seed: seedField,
});
