import { Problem } from '../../../lib/problem';
import { choice, flag } from '../../../steps/field';
import type { Chart, ChartKind } from '../chart';
import { only } from '../chart';
import { toGroups } from '../groups';
import { checkLayers } from './layered';
import { checkBand } from './banded';
import { checkFine, isFine, toFineLine } from './fine';

/** Lines of what groups come to, along time or any other order. */
export const line: ChartKind = {
  mark: 'line',
  slots: {
    x: { role: 'group' },
    y: { role: 'measure', optional: true, otherwise: { aggregate: 'count' } },
    color: { role: 'group', optional: true },
    layers: { role: 'measure', optional: true, many: true },
    lower: { role: 'measure', optional: true, families: ['number'] },
    upper: { role: 'measure', optional: true, families: ['number'] },
    marked: { role: 'measure', optional: true, families: ['flag'] },
  },
  over: true,
  fields: {
    curve: choice(['straight', 'smooth', 'steps']),
    gaps: choice(['open', 'zero', 'joined']),
    dots: flag(),
    zero: flag(true),
    panels: choice(['together', 'apart']),
    axes: choice(['auto', 'same', 'own']),
    diagonal: flag(),
    under: flag(),
  },

  check: (chart, columns) =>
    checkLayers(chart) ??
    checkBand(chart) ??
    checkPanels(chart) ??
    (isFine(chart, columns) ? checkFine(chart, columns) : undefined),

  make: (context) =>
    isFine(context.chart, context.columns)
      ? toFineLine(context)
      : toGroups(context, {
          by: ['x', 'color', 'facet', 'rows'],
          values: ['y', 'layers', 'lower', 'upper', 'marked', 'tooltip'],
          most: { x: 60, color: 8, facet: 12, rows: 8 },
          moments: 400,
          bins: { x: 40 },
        }),
};

/** Panels are of the measures, or of groups. */
function checkPanels(chart: Chart): Problem | undefined {
  const isBoth = chart.options.panels === 'apart' && (only(chart, 'facet') ?? only(chart, 'rows'));
  return isBoth ? new Problem('cell-setting', { params: { setting: 'panels', detail: 'apart' } }) : undefined;
}
