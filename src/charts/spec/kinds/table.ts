import { choice } from '../../../steps/field';
import type { ChartKind } from '../chart';
import { toGroups } from '../groups';

/** A table of what groups come to, with bars or colours behind the numbers. */
export const table: ChartKind = {
  mark: 'table',
  slots: {
    x: { role: 'group' },
    y: { role: 'measure', optional: true, many: true, otherwise: { aggregate: 'count' } },
  },
  fields: { shows: choice(['bars', 'colors', 'plain']) },

  make: (context) =>
    toGroups(context, {
      by: ['x', 'facet', 'rows'],
      values: ['y', 'tooltip'],
      most: { x: 30, facet: 6, rows: 6 },
      moments: 24,
      bins: { x: 12 },
    }),
};
