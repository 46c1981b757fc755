import type { Examples } from './example';

/** Settings of each kind of step, for the table `people`. */
export const examples: Examples = {
  describe: [{ columns: ['age', 'spend'] }, { columns: ['spend'], by: 'city', confidence: 90 }],
  correlate: [{ columns: ['id', 'age', 'spend'] }, { columns: ['age', 'spend'], method: 'kendall' }],
  compareGroups: [
    { target: 'spend', by: 'ok' },
    { target: 'spend', by: 'ok', method: 'ranks', confidence: 90 },
    { how: 'pairs', target: 'age', other: 'spend' },
    { how: 'pairs', target: 'age', other: 'spend', method: 'ranks' },
  ],
  rfm: [
    { customer: 'name', date: 'day', amount: 'spend' },
    { customer: 'city', date: 'at', amount: 'age', names: 'zh' },
  ],
  pareto: [
    { item: 'city', value: 'age' },
    { item: 'name', value: 'spend', first: 50, second: 90 },
  ],
  cohort: [
    { customer: 'name', date: 'day' },
    { customer: 'city', date: 'at', unit: 'quarter' },
  ],
  funnel: [
    { customer: 'name', event: 'city' },
    { customer: 'name', event: 'city', stages: ['北京', '上海'], date: 'at' },
  ],
  survival: [
    { start: 'day', end: 'at' },
    { given: 'duration', duration: 'age', event: 'ok', by: 'city', confidence: 90 },
    { start: 'day', end: 'at', until: '2024-02-01', unit: 'day', by: 'ok' },
  ],
  churn: [
    { start: 'day', end: 'at' },
    { start: 'day', end: 'at', until: '2024-02-10', unit: 'year', per: 'age' },
  ],
  lifetimeValue: [{ customer: 'ok', date: 'at', amount: 'id', horizon: 3 }],
  abTest: [
    { variant: 'name', target: 'city', yes: '上海', control: '张伟' },
    { variant: 'ok', outcome: 'mean', target: 'spend' },
  ],
  crossTable: [
    { down: 'city', across: 'ok' },
    { down: 'name', across: 'day', shape: 'wide' },
  ],
  kmeans: [{ columns: ['age', 'spend'], clusters: 2 }, { columns: ['id', 'spend'] }],
  hierarchical: [
    { columns: ['age', 'spend'], clusters: 2, linkage: 'average' },
    { columns: ['id', 'spend'], scaled: false },
  ],
  dbscan: [{ columns: ['age', 'spend'] }, { columns: ['id'], radius: 2, least: 2, scaled: false }],
  regression: [
    { target: 'spend', columns: ['id', 'age'] },
    { target: 'spend', columns: ['ok'], confidence: 90 },
  ],
  rules: [
    { basket: 'city', item: 'name' },
    { basket: 'age', item: 'spend', confidence: 50, shortest: false },
    { layout: 'list', list: 'tags' },
    { layout: 'list', list: 'written', separator: '/', support: 0.1 },
    { layout: 'one-hot', columns: ['ok', 'age', 'spend'] },
  ],
  recommend: [
    { customer: 'name', item: 'city' },
    { customer: 'age', item: 'day', date: 'at', top: 2 },
  ],
  periods: [
    { date: 'day', value: 'spend', unit: 'month', window: 2 },
    { date: 'at', by: 'city', unit: 'quarter' },
  ],
  autocorrelation: [{ date: 'day', value: 'spend', unit: 'month', lags: 3 }],
  decompose: [{ date: 'day', value: 'spend', unit: 'month' }],
  changePoints: [
    { date: 'day', value: 'spend', unit: 'quarter' },
    { date: 'at', by: 'city', unit: 'month', of: 'mean-variance', gaps: 'previous' },
  ],
  oddInTime: [{ date: 'at', value: 'age', how: 'mean', unit: 'month', season: 3, gaps: 'interpolate' }],
  holidays: [{ date: 'day' }, { date: 'at', country: 'germany', names: 'zh' }],
  forecast: [
    { date: 'day', value: 'spend' },
    { date: 'at', by: 'city', unit: 'month', method: 'naive', gaps: 'previous', horizon: 2 },
    { date: 'day', unit: 'month', method: 'regression', holidays: 'france', horizon: 3 },
  ],
  odd: [
    { columns: ['age', 'spend'] },
    { columns: ['id'], share: 40, trees: 20 },
    { columns: ['id', 'spend'], method: 'lof', neighbours: 3, scaled: false },
    { columns: ['age', 'spend'], method: 'mad' },
    { columns: ['id', 'spend'], method: 'iqr', times: 0.5, by: 'ok' },
    { columns: ['spend'], method: 'z', times: 1 },
  ],
  learn: [
    { target: 'ok', columns: ['id'], method: 'linear', held: 0, folds: 2 },
    { target: 'spend', columns: ['id', 'age'], method: 'tree', held: 0, folds: 2 },
  ],
  score: [{ model: 'learned', names: [{ name: 'age', column: 'age' }] }],
  classify: [
    { target: 'ok', columns: ['id'] },
    { target: 'ok', columns: ['id', 'city'], positive: 'false', held: 0 },
  ],
  pca: [{ columns: ['age', 'spend'] }, { columns: ['id', 'age', 'spend'], components: 1, scaled: false }],
  words: [
    { text: 'name', least: 1 },
    { text: 'city', by: 'ok', phrases: false, stop: false, own: ['Beijing'], least: 1 },
  ],
  keywords: [{ text: 'name', by: 'ok', least: 1 }],
  topics: [{ text: 'name', topics: 2, least: 1 }],
  similar: [{ text: 'name', like: 'anna 张伟' }],
  sentiment: [{ text: 'name' }],
};
