import { flag, values } from '../../../steps/field';
import type { ChartKind } from '../chart';
import { toGroups } from '../groups';
import { toOrdered } from './ordered';
import { checkWhole } from './whole';

/** What adds to a sum and what takes from it, each bar from where the one before has ended. */
export const waterfall: ChartKind = {
  mark: 'waterfall',
  slots: {
    x: { role: 'group' },
    y: { role: 'measure', optional: true, otherwise: { aggregate: 'count' } },
    order: { role: 'measure', optional: true },
  },
  over: true,
  fields: {
    /** Groups that are sums themselves, of what stands before them. */
    totals: values({ optional: true }),
    total: flag(true),
    values: flag(true),
  },
  check: checkWhole,

  make: (context) =>
    toGroups(toOrdered(context), {
      by: ['x', 'facet', 'rows'],
      values: ['y', 'tooltip', 'order'],
      most: { x: 25, facet: 6, rows: 6 },
      moments: 24,
      bins: { x: 12 },
    }),
};
