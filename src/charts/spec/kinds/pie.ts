import { choice } from '../../../steps/field';
import type { ChartKind } from '../chart';
import { toGroups } from '../groups';
import { checkWhole } from './whole';

/** Parts of a whole as slices, few enough to be told apart. */
export const pie: ChartKind = {
  mark: 'pie',
  slots: {
    x: { role: 'group' },
    y: { role: 'measure', optional: true, otherwise: { aggregate: 'count' } },
  },
  fields: {
    form: choice(['pie', 'donut']),
    values: choice(['share', 'value', 'both', 'none']),
  },
  check: checkWhole,

  make: (context) =>
    toGroups(context, {
      by: ['x', 'facet', 'rows'],
      values: ['y', 'tooltip'],
      most: { x: 7, facet: 12, rows: 8 },
      moments: 8,
      bins: { x: 6 },
    }),
};
