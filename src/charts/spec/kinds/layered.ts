import { Problem } from '../../../lib/problem';
import type { Chart } from '../chart';
import { only } from '../chart';

/** What a further layer comes to is known of a whole group, not of the parts that colours make of it. */
export function checkLayers(chart: Chart): Problem | undefined {
  if (!only(chart, 'layers')) return undefined;
  if (only(chart, 'color')) return new Problem('chart-layers');
  // two axes lie over one another only where both are even
  const { scale = 'linear' } = only(chart, 'y') ?? {};
  return scale === 'linear'
    ? undefined
    : new Problem('cell-setting', { params: { setting: 'y', detail: scale } });
}
