import { choice, flag } from '../../../steps/field';
import type { ChartKind } from '../chart';
import { toGroups } from '../groups';
import { checkReach } from './banded';
import { checkLayers } from './layered';

/** Bars of what groups come to, beside or upon one another. */
export const bar: ChartKind = {
  mark: 'bar',
  slots: {
    x: { role: 'group' },
    y: { role: 'measure', optional: true, otherwise: { aggregate: 'count' } },
    color: { role: 'group', optional: true },
    layers: { role: 'measure', optional: true, many: true },
    lower: { role: 'measure', optional: true, families: ['number'] },
    upper: { role: 'measure', optional: true, families: ['number'] },
  },
  over: true,
  fields: {
    stack: choice(['stacked', 'grouped', 'share']),
    direction: choice(['auto', 'up', 'across']),
    values: flag(),
    drawn: choice(['bars', 'dots']),
  },

  check: (chart) => checkLayers(chart) ?? checkReach(chart),

  make: (context) =>
    toGroups(context, {
      by: ['x', 'color', 'facet', 'rows'],
      values: ['y', 'layers', 'lower', 'upper', 'tooltip'],
      most: { x: 25, color: 10, facet: 12, rows: 8 },
      moments: 40,
      bins: { x: 20 },
    }),
};
