import type { Datum, DrawContext } from './chart';
import { only } from './chart';
import { toFitting } from './format';
import { FONT, toName, toNameFormat, toPanelNames } from './frame';
import { toInks } from './palette';
import type { Label } from './picture';

/** A part of the picture for kinds that lay out their shapes by themselves: one of the small multiples, or all of it. */
export interface Panel {
  readonly rows: readonly Datum[];
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Panels {
  readonly panels: readonly Panel[];
  /** The names above them. */
  readonly labels: readonly Label[];
  readonly height: number;
}

export interface PanelOptions {
  /** Of each, in points. */
  height: number | ((width: number, rows: readonly Datum[]) => number);
  /** So wide at least, where there are several. */
  least?: number;
}

/** As far from the picture's edge as its title. */
const EDGE = 4;
const NAME = 22;
const GAP = 20;

/** The picture cut into panels, as many beside one another as there is room for. */
export function toPanels(context: DrawContext, { height, least = 200 }: PanelOptions): Panels {
  const { rows, chart, look } = context;
  const slots = ['facet', 'rows'].filter((slot) => only(chart, slot) !== undefined);
  const full = look.height ?? (chart.options.height as number | null) ?? undefined;
  const toHeight = (width: number, some: readonly Datum[]) =>
    typeof height === 'number' ? height : height(width, some);
  if (slots.length === 0 || rows.length === 0) {
    const all = full ?? toHeight(look.width, rows);
    const panel = { rows, x: EDGE, y: 0, width: look.width - 2 * EDGE, height: all };
    return { panels: [panel], labels: [], height: all };
  }
  const nameOf = (slot: string) => (row: Datum) => toName(row[slot] ?? null, row[`${slot}.rest`] ?? false);
  const names = slots.map((slot) => toPanelNames(context, slot));
  const format = slots.map((slot) => toNameFormat(context, slot));
  const [first = [], second] = names;
  const keys = second
    ? second.flatMap((lower) => first.map((upper) => [upper, lower]))
    : first.map((name) => [name]);
  const room = look.width - 2 * EDGE;
  const fitting = Math.max(1, Math.floor((room + GAP) / (least + GAP)));
  const columns = Math.min(second ? first.length : keys.length, fitting);
  const groups = Map.groupBy(rows, (row) => slots.map((slot) => nameOf(slot)(row)).join('\u0001'));
  const width = (room - (columns - 1) * GAP) / columns;
  const lines = Math.ceil(keys.length / columns);
  const some = keys.map((key) => groups.get(key.join('\u0001')) ?? []);
  const each = full
    ? Math.max(40, full / lines - NAME - GAP)
    : Math.max(...some.map((part) => toHeight(width, part)));
  const step = each + NAME + GAP;
  const placeOf = (at: number) => ({
    x: EDGE + (at % columns) * (width + GAP),
    y: Math.floor(at / columns) * step,
  });
  return {
    panels: some.map((part, at) => ({
      rows: part,
      x: placeOf(at).x,
      y: placeOf(at).y + NAME,
      width,
      height: each,
    })),
    labels: keys.map((key, at) => ({
      x: placeOf(at).x,
      y: placeOf(at).y + 13,
      text: toFitting(key.map((name, slot) => format[slot]!(name)).join(' · '), width, FONT + 1),
      fill: toInks(look.dark).ink,
      size: FONT + 1,
      weight: 600,
    })),
    height: lines * step - GAP,
  };
}
