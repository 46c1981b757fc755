import { choice } from '../../../steps/field';
import type { ChartKind } from '../chart';
import { toGroups } from '../groups';
import { toOrdered } from './ordered';

/** Steps one after another, and how much of the first is left at each. */
export const funnel: ChartKind = {
  mark: 'funnel',
  slots: {
    x: { role: 'group' },
    y: { role: 'measure', optional: true, otherwise: { aggregate: 'count' } },
    order: { role: 'measure', optional: true },
  },
  fields: { shares: choice(['both', 'first', 'before', 'none']) },

  make: (context) =>
    toGroups(toOrdered(context), {
      by: ['x', 'facet', 'rows'],
      values: ['y', 'tooltip', 'order'],
      most: { x: 20, facet: 6, rows: 6 },
      moments: 12,
      bins: { x: 10 },
      // steps that are left out are no step of their own
      leavesRest: true,
    }),
};
