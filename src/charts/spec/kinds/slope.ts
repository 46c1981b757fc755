import type { ChartKind } from '../chart';
import { toGroups } from '../groups';

/** Two moments, and how far each group has gone from the first to the second. */
export const slope: ChartKind = {
  mark: 'slope',
  slots: {
    x: { role: 'group' },
    color: { role: 'group' },
    y: { role: 'measure', optional: true, otherwise: { aggregate: 'count' } },
  },
  fields: {},

  make: (context) =>
    toGroups(context, {
      by: ['x', 'color', 'facet', 'rows'],
      values: ['y', 'tooltip'],
      most: { x: 200, color: 12, facet: 6, rows: 6 },
      moments: 14,
      leavesRest: true,
    }),
};
