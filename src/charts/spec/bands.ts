import type { Datum, DrawContext } from './chart';
import { only } from './chart';
import { toTitle } from './format';
import type { Facets } from './frame';
import { toFinite } from './laid';
import { toColors, toInks } from './palette';
import type { Mark } from './picture';
import type { Series } from './series';

/** What a line has along it: a band that its values lie in, and dots where something holds. */
export interface Along {
  /** Below the line. */
  readonly band: readonly Mark[];
  /** Upon it. */
  readonly dots: readonly Mark[];
  readonly notes: readonly string[];
  /** How far the band reaches. */
  readonly ends: readonly number[];
}

export interface AlongOptions {
  /** With their place as `at`, and what the line is at as `value`. */
  rows: readonly Datum[];
  series: Series;
  facets: Facets;
  curve: string;
}

export function toAlong(context: DrawContext, { rows, series, facets, curve }: AlongOptions): Along {
  const { chart, look, columns } = context;
  const inks = toInks(look.dark);
  const { lines } = look.words;
  const title = (slot: string) =>
    toTitle(look, only(chart, slot)!, columns, context.isMeasured(slot) ? 'measure' : 'value');
  const hasBand = only(chart, 'lower') !== undefined;
  const isMarked = only(chart, 'marked') !== undefined;
  const reach = hasBand
    ? rows.map((row): Datum => ({
        ...row,
        from: toFinite(row.lower) ?? null,
        to: toFinite(row.upper) ?? null,
      }))
    : [];
  // of a forecast beside what there was, the band is the forecast's
  const isOfLayer = series.names.length < 2 && only(chart, 'layers') !== undefined;
  const fill = isOfLayer ? toColors(String(chart.options.palette), look.dark)[1]! : 'series';
  const marked = isMarked ? rows.filter((row) => row.marked === true || Number(row.marked ?? 0) > 0) : [];
  return {
    band: hasBand
      ? [
          {
            mark: 'areaY',
            data: reach,
            options: {
              x: 'at',
              y1: 'from',
              y2: 'to',
              z: 'series',
              fill,
              fillOpacity: look.dark ? 0.24 : 0.16,
              curve,
              ...facets.channels,
            },
          },
        ]
      : [],
    dots: isMarked
      ? [
          {
            mark: 'dot',
            data: marked,
            options: {
              x: 'at',
              y: 'value',
              r: 4,
              fill: inks.bad,
              stroke: inks.paper,
              strokeWidth: 1,
              ...facets.channels,
            },
          },
        ]
      : [],
    notes: [
      ...(hasBand ? [lines.band(title('lower'), title('upper'))] : []),
      ...(isMarked
        ? [lines.marked(only(chart, 'marked')!.column!, marked.length.toLocaleString(look.tag))]
        : []),
    ],
    ends: reach.flatMap((row) => [row.from, row.to].flatMap((end) => toFinite(end) ?? [])),
  };
}
