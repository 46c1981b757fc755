import { flag } from '../../../steps/field';
import type { ChartKind } from '../chart';
import { toGroups } from '../groups';
import { checkWhole } from './whole';

/** Parts of a whole as areas, and parts of these within them. */
export const treemap: ChartKind = {
  mark: 'treemap',
  slots: {
    x: { role: 'group' },
    inner: { role: 'group', optional: true },
    y: { role: 'measure', optional: true, otherwise: { aggregate: 'count' } },
  },
  fields: { values: flag(true) },
  check: checkWhole,

  make: (context) =>
    toGroups(context, {
      by: ['x', 'inner', 'facet', 'rows'],
      values: ['y', 'tooltip'],
      most: { x: context.chart.slots.inner ? 10 : 40, inner: 20, facet: 6, rows: 6 },
      moments: 24,
      bins: { x: 12, inner: 12 },
    }),
};
