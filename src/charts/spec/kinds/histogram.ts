import { choice } from '../../../steps/field';
import type { ChartKind } from '../chart';
import { toGroups } from '../groups';

/** How many rows lie where along a column of numbers or dates. */
export const histogram: ChartKind = {
  mark: 'histogram',
  slots: {
    x: { role: 'group', families: ['number', 'date'] },
    color: { role: 'group', optional: true },
    y: { role: 'measure', optional: true, otherwise: { aggregate: 'count' } },
  },
  over: true,
  fields: {
    stack: choice(['stacked', 'overlaid']),
    counted: choice(['rows', 'share']),
  },

  make: (context) =>
    toGroups(context, {
      by: ['x', 'color', 'facet', 'rows'],
      values: ['y'],
      most: { color: 6, facet: 12, rows: 8 },
      moments: 60,
      bins: { x: 30 },
      scaled: true,
    }),
};
