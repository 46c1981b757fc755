import { number } from '../../../steps/field';
import type { ChartKind } from '../chart';
import { toGroups } from '../groups';

/** The places of groups among one another, along time. */
export const bump: ChartKind = {
  mark: 'bump',
  slots: {
    x: { role: 'group' },
    color: { role: 'group' },
    y: { role: 'measure', optional: true, otherwise: { aggregate: 'count' } },
  },
  fields: { places: number({ otherwise: 10, min: 2, max: 30, whole: true }) },

  make: (context) =>
    toGroups(context, {
      by: ['x', 'color', 'facet', 'rows'],
      values: ['y', 'tooltip'],
      most: { x: 40, color: 10, facet: 6, rows: 6 },
      moments: 24,
      bins: { x: 20 },
      leavesRest: true,
      ranked: 'color',
    }),
};
