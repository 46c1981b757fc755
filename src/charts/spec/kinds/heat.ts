import { choice, flag } from '../../../steps/field';
import type { ChartKind } from '../chart';
import { toGroups } from '../groups';

/** What two groups come to together, as a colour where they cross. */
export const heat: ChartKind = {
  mark: 'heat',
  slots: {
    x: { role: 'group' },
    y: { role: 'group' },
    color: { role: 'measure', optional: true, otherwise: { aggregate: 'count' } },
  },
  fields: {
    scheme: choice(['auto', 'one-way', 'two-way']),
    written: choice(['auto', 'always', 'never']),
    mirror: flag(),
  },

  make: (context) =>
    toGroups(context, {
      by: ['x', 'y', 'facet', 'rows'],
      values: ['color', 'tooltip'],
      most: { x: 30, y: 30, facet: 12, rows: 8 },
      moments: 60,
      bins: { x: 20, y: 20 },
    }),
};
