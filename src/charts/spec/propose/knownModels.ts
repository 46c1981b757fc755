import type { Known } from './known';
import { counted, each, largestFirst, maybe, one } from './settings';

const WITHOUT_INTERCEPT = `term <> '(intercept)'`;
const reach = (y: string, lower: string, upper: string) => ({
  y: one(y),
  lower: one(lower),
  upper: one(upper),
});

/** Tables of models, of how good they are, and of comparisons. */
export const ofModels: readonly Known[] = [
  {
    has: ['term', 'odds_ratio', 'odds_low', 'odds_high'],
    ways: () => [
      [
        'bar',
        {
          x: largestFirst('term'),
          y: one('odds_ratio', { scale: 'log' }),
          lower: one('odds_low'),
          upper: one('odds_high'),
          drawn: 'dots',
          direction: 'across',
          where: WITHOUT_INTERCEPT,
          references: [{ axis: 'y', at: '1', label: '' }],
        },
      ],
    ],
  },
  {
    has: ['term', 'estimate', 'low', 'high'],
    ways: () => [
      [
        'bar',
        {
          x: largestFirst('term'),
          ...reach('estimate', 'low', 'high'),
          drawn: 'dots',
          direction: 'across',
          where: WITHOUT_INTERCEPT,
        },
      ],
    ],
  },
  {
    has: ['false_positive_rate', 'true_positive_rate'],
    may: ['threshold', 'class'],
    ways: () =>
      ['class', undefined].map((color) => [
        'line',
        {
          x: 'false_positive_rate',
          y: each('true_positive_rate'),
          ...maybe('color', color),
          diagonal: true,
          under: true,
        },
      ]),
  },
  {
    has: ['from', 'to', 'predicted', 'observed', 'rows'],
    ways: () => [['line', { x: 'predicted', y: each('observed'), dots: true, diagonal: true }]],
  },
  {
    has: ['part', 'actual', 'predicted', 'rows'],
    ways: () => [
      ['heat', { x: 'predicted', y: 'actual', color: one('rows'), facet: 'part', written: 'always' }],
    ],
  },
  {
    has: ['actual', 'predicted', 'rows'],
    ways: () => [['heat', { x: 'predicted', y: 'actual', color: one('rows'), written: 'always' }]],
  },
  {
    has: ['node', 'above', 'rule', 'predicted'],
    ways: () => [['tree', { node: 'node', above: 'above', rule: 'rule', label: 'predicted', size: 'rows' }]],
  },
  {
    has: ['column', 'importance'],
    ways: () => [['bar', { x: largestFirst('column'), y: one('importance') }]],
  },
  {
    has: ['normal', 'residual'],
    ways: () => [['point', { x: 'normal', y: 'residual', diagonal: true }]],
  },
  {
    has: ['predicted', 'residual'],
    ways: () => [
      ['point', { x: 'predicted', y: 'residual', references: [{ axis: 'y', at: '0', label: '' }] }],
      ['histogram', { x: 'residual' }],
    ],
  },
  {
    has: ['method', 'auc', 'accuracy'],
    ways: () => [['bar', { x: largestFirst('method'), y: one('auc'), values: true }]],
  },
  {
    has: ['method', 'rmse', 'r_squared'],
    ways: () => [['bar', { x: { column: 'method', sort: 'value-up' }, y: one('rmse'), values: true }]],
  },
  { has: ['threshold', 'cost'], ways: () => [['line', { x: 'threshold', y: each('cost') }]] },
  {
    has: ['column', 'with', 'correlation'],
    ways: () => [
      ['heat', { x: 'column', y: 'with', color: one('correlation'), mirror: true, scheme: 'two-way' }],
    ],
  },
  {
    has: ['component', 'column', 'loading'],
    ways: () => [['heat', { x: 'component', y: 'column', color: one('loading'), scheme: 'two-way' }]],
  },
  {
    has: ['component', 'share', 'cumulative'],
    ways: () => [['pareto', { x: 'component', y: 'share' }]],
  },
  {
    has: ['pc1', 'pc2'],
    ways: (own) => [
      ['point', { x: 'pc1', y: 'pc2', ...maybe('color', own.includes('cluster') ? 'cluster' : undefined) }],
    ],
  },
  {
    has: ['variant', 'rate', 'rate_low', 'rate_high'],
    ways: () => [
      [
        'bar',
        {
          x: 'variant',
          y: one('rate', { format: 'percent' }),
          lower: one('rate_low'),
          upper: one('rate_high'),
          drawn: 'dots',
        },
      ],
    ],
  },
  {
    has: ['variant', 'mean', 'mean_low', 'mean_high'],
    ways: () => [['bar', { x: 'variant', ...reach('mean', 'mean_low', 'mean_high'), drawn: 'dots' }]],
  },
  {
    has: ['group', 'mean', 'mean_low', 'mean_high'],
    ways: () => [
      ['bar', { x: largestFirst('group'), ...reach('mean', 'mean_low', 'mean_high'), drawn: 'dots' }],
    ],
  },
  {
    has: ['group', 'against', 'difference', 'p_value'],
    ways: () => [['heat', { x: 'group', y: 'against', color: one('difference'), scheme: 'two-way' }]],
  },
  {
    has: ['column', 'count', 'mean', 'mean_low', 'mean_high', 'sd', 'median', 'skewness'],
    may: [
      'missing',
      'not_finite',
      'variance',
      'min',
      'p05',
      'p25',
      'p75',
      'p95',
      'max',
      'mode',
      'sum',
      'kurtosis',
      'mad',
    ],
    ways: ([by]) =>
      by === undefined
        ? []
        : [
            [
              'bar',
              {
                x: largestFirst(by),
                ...reach('mean', 'mean_low', 'mean_high'),
                drawn: 'dots',
                facet: 'column',
              },
            ],
          ],
  },
  {
    has: ['clusters', 'silhouette', 'inertia'],
    ways: () => [
      [
        'line',
        {
          x: counted('clusters'),
          y: one('silhouette'),
          layers: one('inertia', { axis: 'right' }),
          dots: true,
        },
      ],
    ],
  },
  {
    has: ['clusters', 'silhouette', 'height'],
    ways: () => [
      [
        'line',
        {
          x: counted('clusters'),
          y: one('silhouette'),
          layers: one('height', { axis: 'right' }),
          dots: true,
        },
      ],
    ],
  },
];
