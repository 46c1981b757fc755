import type { Known } from './known';
import { byName, counted, dates, each, largestFirst, maybe, one } from './settings';

/** Tables of analyses over time. */
export const ofTime: readonly Known[] = [
  {
    has: ['date', 'value', 'forecast', 'low', 'high'],
    may: ['is_forecast'],
    ways: ([by]) => [
      [
        'line',
        {
          x: 'date',
          y: each('value'),
          layers: each('forecast'),
          lower: each('low'),
          upper: each('high'),
          ...maybe('facet', by),
        },
      ],
    ],
  },
  {
    has: ['date', 'value', 'trend', 'season', 'remainder'],
    ways: ([by]) =>
      by === undefined
        ? [
            [
              'line',
              {
                x: 'date',
                y: each('value'),
                layers: ['trend', 'season', 'remainder'].map((name) => each(name)),
                panels: 'apart',
                zero: false,
              },
            ],
          ]
        : [['line', { x: 'date', y: each('value'), layers: each('trend'), facet: by }]],
  },
  {
    has: ['date', 'value', 'expected', 'score', 'is_odd'],
    ways: ([by]) => [
      ['line', { x: 'date', y: each('value'), marked: 'is_odd', ...maybe('facet', by) }],
      ['histogram', { x: 'score', color: 'is_odd' }],
    ],
  },
  {
    has: ['date', 'value', 'moving_mean'],
    may: ['is_gap'],
    ways: ([by]) => [
      ['line', { x: 'date', y: each('value'), layers: each('moving_mean'), ...maybe('facet', by) }],
    ],
  },
  {
    has: ['date', 'value', 'level'],
    ways: ([by]) => [['line', { x: 'date', y: each('value'), layers: each('level'), ...maybe('facet', by) }]],
  },
  {
    has: ['from', 'to', 'periods', 'mean', 'sd'],
    may: ['change'],
    ways: ([by]) => [
      ['line', { x: 'from', y: each('mean'), curve: 'steps', dots: true, ...maybe('color', by) }],
    ],
  },
  {
    has: ['lag', 'autocorrelation', 'partial', 'lower', 'upper'],
    may: ['limit'],
    ways: ([by]) =>
      ['autocorrelation', 'partial'].map((name) => [
        'bar',
        {
          x: counted('lag'),
          y: one(name),
          layers: ['lower', 'upper'].map((limit) => one(limit, { mark: 'limit' })),
          ...maybe('facet', by),
        },
      ]),
  },
  {
    has: ['time', 'at_risk', 'share', 'lower', 'upper'],
    may: ['gone', 'still_there'],
    ways: ([by]) => [
      [
        'line',
        {
          x: 'time',
          y: each('share', { format: 'percent' }),
          lower: each('lower'),
          upper: each('upper'),
          curve: 'steps',
          ...maybe('color', by),
        },
      ],
    ],
  },
  {
    has: ['period', 'at_start', 'gone', 'churn_rate'],
    may: ['joined', 'at_end', 'kept', 'is_whole'],
    ways: () => [
      ['line', { x: 'period', y: each('churn_rate', { format: 'percent' }) }],
      ['bar', { x: dates('period'), y: one('joined'), layers: one('gone') }],
      ['bar', { x: counted('period'), y: one('kept'), layers: one('gone') }],
    ],
  },
  {
    has: ['cohort', 'period', 'size', 'customers', 'share'],
    ways: () => [
      ['heat', { x: counted('period'), y: dates('cohort'), color: one('share', { format: 'percent' }) }],
      ['line', { x: counted('period'), y: one('share', { format: 'percent' }) }],
    ],
  },
  {
    has: ['method', 'mae', 'rmse', 'smape', 'mase'],
    ways: () => [['bar', { x: { column: 'method', sort: 'value-up' }, y: one('mase'), values: true }]],
  },
  {
    has: ['orders_again', 'customers', 'expected'],
    ways: () => [['bar', { x: byName('orders_again'), y: one('customers'), layers: one('expected') }]],
  },
  {
    has: ['lifetime_value', 'expected_orders', 'order_value', 'p_active'],
    may: ['orders', 'last_order', 'days_to_next'],
    ways: ([customer]) => [
      ['point', { x: 'expected_orders', y: 'order_value', size: 'lifetime_value' }],
      ['histogram', { x: 'p_active' }],
      ...(customer === undefined ? [] : [['pareto', { x: customer, y: 'lifetime_value' }] as const]),
    ],
  },
  {
    has: ['median', 'median_low', 'median_high', 'mean', 'mean_up_to'],
    may: ['rows', 'gone', 'expected_gone', 'mean_low', 'mean_high'],
    ways: ([by]) =>
      by === undefined
        ? []
        : [
            [
              'bar',
              {
                x: largestFirst(by),
                y: one('mean'),
                lower: one('mean_low'),
                upper: one('mean_high'),
                drawn: 'dots',
              },
            ],
          ],
  },
];
