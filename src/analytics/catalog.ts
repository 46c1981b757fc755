import type { Analysis } from './frame';

type Loaded = Promise<{ analyse: Analysis<never> }>;

/** Every analysis that the worker can run, loaded when it is first asked for. */
const analyses: Readonly<Record<string, () => Loaded>> = {
  describe: () => import('./analyses/describe'),
  correlate: () => import('./analyses/correlate'),
  forecast: () => import('./analyses/forecast'),
  periods: () => import('./analyses/periods'),
  autocorrelation: () => import('./analyses/autocorrelation'),
  decompose: () => import('./analyses/decompose'),
  changePoints: () => import('./analyses/changePoints'),
  oddInTime: () => import('./analyses/oddInTime'),
  holidays: () => import('./analyses/holidays'),
  regression: () => import('./analyses/regression'),
  classify: () => import('./analyses/classify'),
  learn: () => import('./analyses/learn'),
  score: () => import('./analyses/score'),
  compareGroups: () => import('./analyses/compareGroups'),
  crossTable: () => import('./analyses/crossTable'),
  abTest: () => import('./analyses/abTest'),
  survival: () => import('./analyses/survival'),
  lifetimeValue: () => import('./analyses/lifetimeValue'),
  kmeans: () => import('./analyses/kmeans'),
  hierarchical: () => import('./analyses/hierarchical'),
  dbscan: () => import('./analyses/dbscan'),
  rules: () => import('./analyses/rules'),
  recommend: () => import('./analyses/recommend'),
  odd: () => import('./analyses/odd'),
  pca: () => import('./analyses/pca'),
  words: () => import('./analyses/words'),
  keywords: () => import('./analyses/keywords'),
  topics: () => import('./analyses/topics'),
  similar: () => import('./analyses/similar'),
  sentiment: () => import('./analyses/sentiment'),
};

export async function findAnalysis(name: string): Promise<Analysis<never>> {
  const load = analyses[name];
  if (!load) throw new Error(`no such analysis: ${name}`);
  return (await load()).analyse;
}
