import { choice } from '../../../steps/field';
import type { ChartKind } from '../chart';
import { toGroups } from '../groups';

/** One number, large: that of the last span of time, what has changed since the one before, and how it came there. */
export const kpi: ChartKind = {
  mark: 'kpi',
  slots: {
    y: { role: 'measure', optional: true, otherwise: { aggregate: 'count' } },
    x: { role: 'group', families: ['date'], optional: true },
  },
  fields: { good: choice(['up', 'down', 'neither']) },

  make: (context) =>
    toGroups(context, {
      by: ['x', 'facet', 'rows'],
      values: ['y', 'tooltip'],
      most: { x: 60, facet: 12, rows: 12 },
      moments: 60,
    }),
};
