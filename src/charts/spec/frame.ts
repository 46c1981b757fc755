import type { DrawContext, Datum, DatumValue, Told } from './chart';
import { only } from './chart';
import { toFitting, toFittingApart, toTextWidth, toTitle, toValueFormat } from './format';
import { toInks } from './palette';
import type { Look } from './look';
import type { LegendItem, Margins, Mark, Picture, Ramp } from './picture';

export const FONT = 11;

/** What a kind says of its picture; all else is the same for every kind. */
export interface Drawing {
  readonly scales: Picture['scales'];
  readonly marks: readonly Mark[];
  readonly margins: Partial<Margins>;
  readonly height: number;
  readonly legend?: readonly LegendItem[];
  readonly ramp?: Ramp;
  readonly projection?: Picture['projection'];
  /** What else is said below. */
  readonly notes?: readonly string[];
  readonly says: string;
  readonly pointing?: Picture['pointing'];
  readonly zooms?: Picture['zooms'];
  readonly brushes?: Picture['brushes'];
  readonly own?: Picture['own'];
}

/** A picture with its title, its legend, and below what is not in it. */
export function toPicture({ chart, told, look }: DrawContext, drawing: Drawing): Picture {
  const { title, subtitle, note, legend, height } = chart.options as Record<string, string | undefined> & {
    height: number | null;
  };
  const {
    margins,
    legend: items = [],
    ramp,
    projection,
    notes = [],
    pointing,
    zooms,
    brushes,
    own,
  } = drawing;
  const { scales, marks } = toZoomed(drawing, look.zoom);
  return {
    width: look.width,
    height: look.height ?? height ?? drawing.height,
    margins: { top: 12, right: 12, bottom: 28, left: 40, ...margins },
    scales,
    marks,
    ...(projection && { projection }),
    ...(title && { title }),
    ...(subtitle && { subtitle }),
    ...(legend !== 'none' && items.length > 1 && { legend: items }),
    ...(legend !== 'none' && ramp && { ramp }),
    notes: [...toNotes(told, look), ...notes, ...(note ? [note] : [])],
    says: drawing.says,
    ...(pointing && { pointing }),
    ...(zooms && { zooms }),
    ...(brushes && { brushes }),
    ...(own && { own }),
    ...(look.zoom?.view && { view: look.zoom.view }),
    ...((chart.options.patterns || look.patterns) && { patterns: true }),
  };
}

/** Scales that show a span only, and marks that are cut at its ends. */
function toZoomed({ scales, marks }: Drawing, zoom: Look['zoom']): Pick<Picture, 'scales' | 'marks'> {
  const { x, y } = zoom ?? {};
  if (!x && !y) return { scales, marks };
  const spans = { ...(x && { x }), ...(y && { y }) };
  return {
    scales: {
      ...scales,
      ...Object.fromEntries(
        Object.entries(spans).map(([name, span]) => [
          name,
          {
            ...scales[name],
            domain: scales[name]?.type === 'utc' ? span.map((time) => new Date(time)) : span,
            nice: false,
            inset: 0,
          },
        ]),
      ),
    },
    marks: marks.map((mark) =>
      /^(axis|grid)/.test(mark.mark) || 'frameAnchor' in mark.options
        ? mark
        : { ...mark, options: { ...mark.options, clip: true } },
    ),
  };
}

function toNotes(
  { cut, missing, endless, thinned }: DrawContext['told'],
  { words, tag }: DrawContext['look'],
): string[] {
  const count = (value: number) => value.toLocaleString(tag);
  return [
    ...(cut
      ? [
          cut.together
            ? words.told.together(count(cut.shown), count(cut.groups - cut.shown))
            : words.told.cut(count(cut.shown), count(cut.groups)),
        ]
      : []),
    ...(missing ? [words.told.missing(count(missing))] : []),
    ...(endless ? [words.told.endless(count(endless))] : []),
    ...(thinned ? [words.told.thinned(count(thinned.to), count(thinned.from))] : []),
  ];
}

/** The names of an axis in the order of the rows, as they are told apart: others and missing are none of the values. */
export const OTHERS = '\u0000others';
export const MISSING = '\u0000missing';

export function toName(value: DatumValue, isRest: DatumValue): string {
  if (isRest === true) return OTHERS;
  if (value === null || value === undefined) return MISSING;
  return value instanceof Date ? value.toISOString() : String(value);
}

/** How names are shown. */
export function toNameFormat(
  { chart, look, columns }: Pick<DrawContext, 'chart' | 'look' | 'columns'>,
  slot: string,
): (name: string) => string {
  const channel = only(chart, slot) ?? {};
  const format = toValueFormat(look, channel, columns);
  return (name) => {
    if (name === OTHERS) return look.words.others;
    if (name === MISSING) return look.words.missing;
    if (name === 'true' || name === 'false') return format(name === 'true');
    if (isShort(name)) return name;
    return format(name);
  };
}

/** Whole numbers of four digits are read as they are: years, codes. */
export const isShort = (name: string): boolean => /^\d{4}$/.test(name);

export function toUnique<T>(values: Iterable<T>): T[] {
  return [...new Set(values)];
}

const toNameOf = (slot: string) => (row: Datum) => toName(row[slot] ?? null, row[`${slot}.rest`] ?? false);

/** The names of small multiples: in a picture of some of the rows, those of all. */
export function toPanelNames(
  { rows, told }: { readonly rows: readonly Datum[]; readonly told: Told },
  slot: string,
): string[] {
  return toUnique([...(told.panels?.[slot] ?? []), ...rows.map(toNameOf(slot))]);
}

/** Small multiples: which of them a row is in, laid out in as many columns as there is room for. */
export interface Facets {
  readonly rows: readonly Datum[];
  readonly channels: Readonly<Record<string, string>>;
  readonly scales: Picture['scales'];
  readonly marks: readonly Mark[];
  readonly columns: number;
  readonly lines: number;
}

const FACET_WIDTH = 200;

export function toFacets(context: DrawContext): Facets {
  const { rows, chart, look } = context;
  const has = (slot: string) => only(chart, slot) !== undefined;
  if (!has('facet') && !has('rows'))
    return { rows, channels: {}, scales: {}, marks: [], columns: 1, lines: 1 };
  const nameOf = toNameOf;
  const across = has('facet') ? toPanelNames(context, 'facet') : [];
  const down = has('rows') ? toPanelNames(context, 'rows') : [];
  const format = { facet: toNameFormat(context, 'facet'), rows: toNameFormat(context, 'rows') };
  const isGrid = across.length > 0 && down.length > 0;
  const list = isGrid ? across : [...across, ...down];
  const columns = isGrid
    ? across.length
    : Math.max(1, Math.min(list.length, Math.floor(look.width / FACET_WIDTH)));
  const lines = isGrid ? down.length : Math.ceil(list.length / columns);
  const places = new Map(list.map((name, at) => [name, at]));
  const lineOf = new Map(down.map((name, at) => [name, at]));
  const placed = rows.map((row) => {
    const at = places.get(nameOf(has('facet') ? 'facet' : 'rows')(row))!;
    return isGrid
      ? { ...row, fx: at, fy: lineOf.get(nameOf('rows')(row))! }
      : { ...row, fx: at % columns, fy: Math.floor(at / columns) };
  });
  const width = look.width / columns - 24;
  const labels = isGrid
    ? down.flatMap((lower, line) =>
        across.map((upper, at) => ({
          fx: at,
          fy: line,
          text: `${format.facet(upper)} · ${format.rows(lower)}`,
        })),
      )
    : list.map((name, at) => ({
        fx: at % columns,
        fy: Math.floor(at / columns),
        text: has('facet') ? format.facet(name) : format.rows(name),
      }));
  return {
    rows: placed,
    channels: { fx: 'fx', fy: 'fy' },
    scales: {
      fx: { axis: null, padding: columns > 1 ? 0.08 : 0, domain: [...Array(columns).keys()] },
      fy: { axis: null, padding: lines > 1 ? 0.18 : 0, domain: [...Array(lines).keys()] },
    },
    marks: [toPanelTitles(labels, width, look)],
    columns,
    lines,
  };
}

/** What each of several panels is called, above its left corner. */
export function toPanelTitles(
  titles: readonly { readonly fx: number; readonly fy: number; readonly text: string }[],
  width: number,
  look: Look,
): Mark {
  return {
    mark: 'text',
    data: titles.map((title) => ({ ...title, text: toFitting(title.text, width, FONT + 1) })),
    options: {
      fx: 'fx',
      fy: 'fy',
      text: 'text',
      frameAnchor: 'top-left',
      dy: -6,
      lineAnchor: 'bottom',
      textAnchor: 'start',
      fill: toInks(look.dark).ink,
      fontWeight: 600,
      fontSize: FONT + 1,
    },
  };
}

/** Of its length, how far a turned label goes back: the cosine of 38 degrees. */
const TURNED = 0.79;

/** An axis of names: what is written at each, and how much room it takes. */
export function toNameAxis(
  names: readonly string[],
  format: (name: string) => string,
  { room, lies, left = Infinity }: { room: number; lies: boolean; left?: number },
): { labels: Map<string, string>; turned: boolean; size: number } {
  const texts = names.map(format);
  const widest = Math.max(0, ...texts.map((text) => toTextWidth(text, FONT)));
  const step = room / Math.max(names.length, 1);
  const turned = !lies && widest > step - 4;
  const most = lies ? Math.min(180, room) : turned ? 110 : step;
  const fitting = toFittingApart(texts, most, FONT);
  // what is turned goes back to the left, and ends where the picture does
  const back = (at: number) => (turned ? (left + step * (at + 0.5)) / TURNED : Infinity);
  const labels = new Map(names.map((name, at) => [name, toFitting(fitting[at]!, back(at), FONT)]));
  const longest = Math.max(0, ...[...labels.values()].map((text) => toTextWidth(text, FONT)));
  return { labels, turned, size: lies ? longest : turned ? longest * 0.72 : FONT };
}

/** The width of a column of numbers' labels. */
export function toNumberRoom(values: readonly number[], format: (value: DatumValue) => string): number {
  const [least, greatest] = [Math.min(0, ...values), Math.max(0, ...values)];
  const samples = [least, greatest, greatest / 2, least / 2, (greatest * 3) / 4];
  return Math.max(...samples.map((value) => toTextWidth(format(Number(value.toPrecision(2))), FONT)));
}

export function toMeasureTitle(context: DrawContext, slot: string): string {
  const { chart, look, columns } = context;
  const channel = only(chart, slot);
  const role = context.isMeasured(slot) ? 'measure' : 'value';
  return channel ? toTitle(look, channel, columns, role) : look.words.aggregates.count('');
}
