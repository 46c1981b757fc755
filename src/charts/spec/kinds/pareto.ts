import type { ChartKind } from '../chart';
import { only, withSlot } from '../chart';
import { toGroups } from '../groups';

/** The largest groups first, and what share of the whole they come to together. */
export const pareto: ChartKind = {
  mark: 'pareto',
  slots: {
    x: { role: 'group' },
    y: { role: 'measure', optional: true, otherwise: { aggregate: 'count' } },
  },
  fields: {},

  make: (context) =>
    toGroups(
      { ...context, chart: withSlot(context.chart, 'x', [{ ...only(context.chart, 'x'), sort: 'value' }]) },
      { by: ['x', 'facet', 'rows'], values: ['y', 'tooltip'], most: { x: 20, facet: 8, rows: 8 } },
    ),
};
