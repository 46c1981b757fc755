import type { Datum, DrawContext } from './chart';
import { only, withSlot } from './chart';
import { toTitle } from './format';
import type { Facets } from './frame';
import { toPanelTitles } from './frame';

/** Whether each measure is to have a panel of its own. */
export function isApart({ chart }: DrawContext): boolean {
  return chart.options.panels === 'apart' && only(chart, 'layers') !== undefined;
}

/** Small multiples below one another, one for each measure: each row is in all of them, with the measure's value as `value`. */
export function toApart(context: DrawContext): { context: DrawContext; facets: Facets } {
  const { chart, look, rows, columns } = context;
  const slots = ['y', ...chart.slots.layers!.map((_, at) => (at === 0 ? 'layers' : `layers.${at}`))];
  const channels = [...chart.slots.y!, ...chart.slots.layers!];
  const role = context.isMeasured('y') ? 'measure' : 'value';
  const names = channels.map((channel) => toTitle(look, channel, columns, role));
  return {
    context: { ...context, chart: withSlot(chart, 'layers', []) },
    facets: {
      rows: slots.flatMap((slot, fy) =>
        rows.map((row): Datum => ({ ...row, fx: 0, fy, value: row[slot] ?? null })),
      ),
      channels: { fx: 'fx', fy: 'fy' },
      scales: {
        fx: { axis: null, padding: 0, domain: [0] },
        fy: { axis: null, padding: 0.18, domain: [...slots.keys()] },
      },
      marks: [
        toPanelTitles(
          names.map((text, fy) => ({ fx: 0, fy, text })),
          look.width - 60,
          look,
        ),
      ],
      columns: 1,
      lines: slots.length,
    },
  };
}
