import { Problem } from '../../../lib/problem';
import type { Chart } from '../chart';
import { only } from '../chart';

/** A band has two ends. */
export function checkBand(chart: Chart): Problem | undefined {
  const gone = only(chart, 'lower') ? 'upper' : 'lower';
  const isWhole = !only(chart, 'lower') === !only(chart, 'upper');
  return isWhole ? undefined : new Problem('chart-slot', { params: { slot: gone, mark: chart.mark } });
}

/** Bars upon one another begin where others end, so that reaches beside them would lie. */
export function checkReach(chart: Chart): Problem | undefined {
  const { stack } = chart.options as { stack: string };
  if (!only(chart, 'lower') || !only(chart, 'color') || stack === 'grouped') return checkBand(chart);
  return new Problem('cell-setting', { params: { setting: 'stack', detail: stack } });
}
