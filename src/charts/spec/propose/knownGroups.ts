import type { Known } from './known';
import { counted, each, largestFirst, one } from './settings';

/** Tables of customers, baskets, clusters and texts. */
export const ofGroups: readonly Known[] = [
  {
    has: ['if_items', 'then_items', 'support', 'confidence', 'lift'],
    ways: () => [
      ['network', { source: 'if_items', target: 'then_items', y: one('lift'), arrows: true }],
      ['point', { x: 'support', y: 'confidence', size: 'lift' }],
    ],
  },
  {
    has: ['items', 'size', 'support'],
    ways: () => [['bar', { x: largestFirst('items'), y: one('support', { format: 'percent' }) }]],
  },
  {
    has: ['item', 'other', 'cosine'],
    ways: () => [['network', { source: 'item', target: 'other', y: one('cosine') }]],
  },
  {
    has: ['method', 'customers', 'hits', 'hit_rate'],
    ways: () => [
      ['bar', { x: largestFirst('method'), y: one('hit_rate', { format: 'percent' }), values: true }],
    ],
  },
  {
    has: ['recency', 'frequency', 'monetary', 'r_score', 'f_score', 'm_score', 'segment'],
    may: ['last_date'],
    ways: () => [
      [
        'heat',
        { x: counted('f_score'), y: counted('r_score'), color: { column: 'monetary', aggregate: 'mean' } },
      ],
      ['bar', { x: largestFirst('segment') }],
      ['bar', { x: largestFirst('segment'), y: 'monetary' }],
    ],
  },
  {
    has: ['value', 'share', 'cumulated_share', 'class', 'rank'],
    ways: ([item]) => (item === undefined ? [] : [['pareto', { x: item, y: 'value' }]]),
  },
  {
    has: ['place', 'stage', 'reached'],
    ways: () => [
      ['funnel', { x: 'stage', y: one('reached', { aggregate: 'sum' }), order: one('place') }],
      ['bar', { x: 'stage', y: 'reached' }],
    ],
  },
  {
    has: ['row', 'column', 'count', 'expected', 'residual'],
    ways: () => [
      ['heat', { x: 'column', y: 'row', color: one('count', { aggregate: 'sum' }) }],
      ['heat', { x: 'column', y: 'row', color: one('residual'), scheme: 'two-way' }],
    ],
  },
  {
    has: ['cluster', 'column', 'mean', 'difference', 'tendency'],
    ways: () => [
      ['heat', { x: counted('cluster'), y: 'column', color: one('difference'), scheme: 'two-way' }],
    ],
  },
  {
    has: ['cluster', 'size', 'share'],
    ways: () => [['bar', { x: counted('cluster'), y: one('size'), values: true }]],
  },
  { has: ['share', 'distance'], ways: () => [['line', { x: 'share', y: each('distance') }]] },
  {
    has: ['word', 'kind', 'texts', 'share', 'count', 'weight'],
    ways: ([by]) =>
      by === undefined
        ? [['bar', { x: largestFirst('word'), y: one('texts'), direction: 'across' }]]
        : [['heat', { x: by, y: { column: 'word', top: 20 }, color: one('share', { format: 'percent' }) }]],
  },
  {
    has: ['word', 'z', 'texts', 'share_elsewhere'],
    may: ['share', 'count'],
    ways: ([by]) => [['heat', { x: by ?? '', y: { column: 'word', top: 20 }, color: one('z') }]],
  },
  {
    has: ['topic', 'words', 'rows', 'share'],
    ways: () => [['bar', { x: largestFirst('words'), y: one('rows'), direction: 'across' }]],
  },
  {
    has: ['topic', 'word', 'weight'],
    ways: () => [['heat', { x: counted('topic'), y: { column: 'word', top: 25 }, color: one('weight') }]],
  },
  {
    has: ['sentiment', 'sentiment_label'],
    ways: () => [['bar', { x: largestFirst('sentiment_label') }]],
  },
  {
    has: ['word', 'denied', 'score', 'texts'],
    ways: () => [['bar', { x: largestFirst('word'), y: one('score'), direction: 'across' }]],
  },
  { has: ['similarity'], ways: () => [['histogram', { x: 'similarity' }]] },
  {
    has: ['oddness', 'is_odd', 'because'],
    ways: () => [
      ['histogram', { x: 'oddness', color: 'is_odd' }],
      ['bar', { x: largestFirst('because'), where: 'is_odd' }],
    ],
  },
];
