import { choice } from '../field';
import { clustersField, scaledField, seedField, toClusterStep } from './clusters';

/** Rows that are like one another, as clusters of clusters. */
export const hierarchical = toClusterStep('hierarchical', {
  clusters: clustersField,
  linkage: choice(['ward', 'average', 'complete', 'single']),
  scaled: scaledField,
  seed: seedField,
});
