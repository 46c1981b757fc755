import type { Channel } from './channel';
import type { Column } from '../../table/column';
import { findChartKind } from './catalog';
import type { Chart, Datum, DatumValue, DrawContext, Made } from './chart';
import { toSlots } from './chart';
import { drawers } from './draw/catalog';
import { toOwnTitle } from './entitle';
import type { Look } from './look';
import type { Picture } from './picture';
import { sayMore } from './sayMore';
import { withYears } from './years';

/** A chart as it is set now, with the units that were chosen when its rows were asked for. */
function withChosen(chart: Chart, made: Chart): Chart {
  const slots = Object.entries(chart.slots).map(([slot, channels]) => [
    slot,
    channels.map((channel, at): Channel => {
      const unit = channel.unit ?? made.slots[slot]?.[at]?.unit;
      return unit === undefined ? channel : { ...channel, unit };
    }),
  ]);
  return { ...chart, slots: Object.fromEntries(slots) as Chart['slots'] };
}

export interface Drawable {
  /** As it is set now. */
  readonly chart: Chart;
  /** As its rows were asked for. */
  readonly made: Omit<Made, 'sql'>;
  readonly rows: readonly Datum[];
  /** Of the table that it is drawn from. */
  readonly columns: readonly Column[];
}

/** The picture of a chart, of the rows that its query gave. */
export function drawChart({ chart, made, rows, columns }: Drawable, look: Look): Picture {
  const kind = findChartKind(chart.mark)!;
  const slots = toSlots(kind);
  const { finite, endless } = toFinite(rows);
  const context: DrawContext = {
    chart: withYears(withChosen(chart, made.chart), columns, (slot) => rows.map((row) => row[slot] ?? null)),
    told: endless > 0 ? { ...made.told, endless } : made.told,
    rows: finite,
    columns,
    look,
    isMeasured: (slot) => slots[slot]?.role === 'measure',
  };
  const more = sayMore(context);
  const title = look.entitled && !chart.options.title ? toOwnTitle(context) : undefined;
  return { ...drawers[chart.mark]!(context), ...(title && { title }), ...(more && { more }) };
}

/** Values that no axis has a place for are missing to a picture, and are counted. */
function toFinite(rows: readonly Datum[]): { finite: readonly Datum[]; endless: number } {
  const isEndless = (value: DatumValue) => typeof value === 'number' && !Number.isFinite(value);
  let endless = 0;
  const finite = rows.map((row) => {
    if (!Object.values(row).some(isEndless)) return row;
    endless += 1;
    return Object.fromEntries(
      Object.entries(row).map(([slot, value]) => [slot, isEndless(value) ? null : value]),
    );
  });
  return { finite: endless > 0 ? finite : rows, endless };
}
