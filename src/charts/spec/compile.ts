import { Problem } from '../../lib/problem';
import type { Loose } from '../../steps/field';
import type { Column, Value } from '../../table/column';
import { toFamily } from '../../table/column';
import { findChartKind } from './catalog';
import type { Chart, Datum, DatumValue, MakeContext, Made } from './chart';
import { checkChart, toChart, toSlots } from './chart';

/** Settings as they are saved, made whole. */
export function toWhole(mark: string, loose: Loose): Chart {
  const kind = findChartKind(mark);
  if (!kind) throw new Problem('chart-unknown', { params: { mark } });
  return toChart(kind, loose);
}

/** The query of a chart, after what its kind asks to know. */
export function makeChart(context: MakeContext): Promise<Made> {
  const kind = findChartKind(context.chart.mark)!;
  const problem = checkChart(kind, context.chart, context.columns);
  if (problem) throw problem;
  return kind.make(context);
}

/** What a query gave, as rows by slot. Of several columns on one slot the second is `y.1`. */
export function toData(
  { columns, values }: { columns: readonly Column[]; values: readonly (readonly Value[])[] },
  slots: readonly string[],
): Datum[] {
  const seen = new Map<string, number>();
  const names = slots.map((slot) => {
    const at = seen.get(slot) ?? 0;
    seen.set(slot, at + 1);
    return at === 0 ? slot : `${slot}.${at}`;
  });
  const readers = columns.map(({ type }) =>
    toFamily(type) === 'date' ? toMoment : (value: Value): DatumValue => value,
  );
  const read = names.flatMap((name, at) =>
    name === '' ? [] : [{ name, of: values[at]!, to: readers[at]! }],
  );
  return Array.from({ length: values[0]?.length ?? 0 }, (_, row) => {
    const datum: Record<string, DatumValue> = {};
    for (const { name, of, to } of read) datum[name] = to(of[row] ?? null);
    return datum;
  });
}

/** Dates come as text without a zone, and are drawn by their UTC parts; what is no date of the calendar stays a text. */
function toMoment(value: Value): DatumValue {
  if (typeof value !== 'string') return value;
  const date = new Date(`${value.replace(' ', 'T')}${value.length > 10 ? 'Z' : ''}`);
  return Number.isNaN(date.getTime()) ? value : date;
}

/** What a query depends on: two charts with the same may be drawn of the same rows. */
export function toAsked({ mark, slots, options }: Chart): string {
  const kind = findChartKind(mark)!;
  const { asks = [] } = kind;
  const taken = toSlots(kind);
  const shown = Object.entries(slots).map(([slot, channels]) => [
    slot,
    channels.map(({ column, aggregate, unit, bins, top, sort, scale }) => [
      column,
      aggregate,
      unit,
      bins,
      top,
      sort,
      // values are put in bins along the axis that they are drawn on
      taken[slot]?.role === 'measure' ? undefined : scale,
    ]),
  ]);
  return JSON.stringify([mark, shown, ['where', ...asks].map((name) => options[name])]);
}
