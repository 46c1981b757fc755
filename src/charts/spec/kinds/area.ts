import { choice } from '../../../steps/field';
import type { ChartKind } from '../chart';
import { toGroups } from '../groups';

/** Areas of what groups come to, upon one another, as shares of a whole, or each from nothing. */
export const area: ChartKind = {
  mark: 'area',
  slots: {
    x: { role: 'group' },
    y: { role: 'measure', optional: true, otherwise: { aggregate: 'count' } },
    color: { role: 'group', optional: true },
  },
  over: true,
  fields: {
    stack: choice(['stacked', 'share', 'overlaid']),
    curve: choice(['straight', 'smooth', 'steps']),
  },

  make: (context) =>
    toGroups(context, {
      by: ['x', 'color', 'facet', 'rows'],
      values: ['y', 'tooltip'],
      most: { x: 60, color: 8, facet: 12, rows: 8 },
      moments: 400,
      bins: { x: 40 },
    }),
};
