import { choice } from '../../../steps/field';
import type { ChartKind } from '../chart';
import { only, withSlot } from '../chart';
import { toGroups } from '../groups';

/** What each day comes to, as a colour in the calendar of its year. */
export const calendar: ChartKind = {
  mark: 'calendar',
  slots: {
    x: { role: 'group', families: ['date'] },
    color: { role: 'measure', optional: true, otherwise: { aggregate: 'count' } },
  },
  fields: { scheme: choice(['auto', 'one-way', 'two-way']) },

  make: (context) =>
    toGroups(
      { ...context, chart: withSlot(context.chart, 'x', [{ ...only(context.chart, 'x'), unit: 'day' }]) },
      { by: ['x', 'facet', 'rows'], values: ['color', 'tooltip'], most: { facet: 8, rows: 8 } },
    ),
};
