import { toPlaceAxis } from '../axes';
import type { Bins } from '../bins';
import { toBinEnds } from '../bins';
import type { Datum, DrawContext } from '../chart';
import { only } from '../chart';
import { toNumberFormat, toTitle } from '../format';
import type { Drawing } from '../frame';
import { toFacets, toMeasureTitle, toPicture, toUnique } from '../frame';
import { withOver } from '../over';
import { toInks } from '../palette';
import type { Mark, Picture, SpotLine } from '../picture';
import { toPlaces } from '../places';
import { toRuler } from '../rulers';
import type { Series } from '../series';
import { toSeries } from '../series';

export function drawHistogram(context: DrawContext): Picture {
  const { chart, look, columns, told } = context;
  const { stack, counted } = chart.options as { stack: string; counted: string };
  const x = only(chart, 'x')!;
  const bins = (told.bins as Record<string, Bins> | undefined)?.x;
  const facets = toFacets(context);
  const series = toSeries(context, facets.rows);
  const inks = toInks(look.dark);
  const isShare = counted === 'share';
  const isOverlaid = stack === 'overlaid' && series.names.length > 1;
  const places = toPlaces(context, series.rows);
  const isWhole = bins !== undefined && !bins.log && bins.step === 1 && Number.isInteger(bins.from);
  // whole numbers stand in the middle of their bars
  const toSpan = (row: Datum): [number, number] => {
    if (!bins) return [places.at(row) - 0.5, places.at(row) + 0.5];
    const [from, to] = toBinEnds(Number(row.x), bins);
    return isWhole ? [from - 0.5, to - 0.5] : [from, to];
  };
  const bars = toBars(series.rows, { isShare, isOverlaid, toSpan });
  const height = (facets.lines > 1 ? 200 : 300) * facets.lines;
  const percent = (value: number) =>
    value.toLocaleString(look.tag, { style: 'percent', maximumFractionDigits: 1 });
  const measure = only(chart, 'y') ?? {};
  const up = toRuler(context, measure, {
    side: 'left',
    values: bars.flatMap(({ from, to }) => [from, to]),
    length: height / facets.lines,
    zero: true,
    title: isShare ? look.words.distributions.share : toMeasureTitle(context, 'y'),
    ...(isShare && { format: percent }),
  });
  const room = look.width / facets.columns - up.room - 20;
  const format = toNumberFormat(look, x, 'axis') as (value: number) => string;
  const title = toTitle(look, x, columns, 'group');
  const across = bins
    ? toRuler(context, x, {
        side: 'bottom',
        values: bars.flatMap(({ start, end }) => [start, end]),
        length: room,
        title,
        nice: false,
        format,
      })
    : undefined;
  const axis = toPlaceAxis(places, { look, columns: facets.columns, left: up.room });
  const isFaceted = facets.columns * facets.lines > 1;
  const says = toSentence(context, series.rows, bins);
  const drawing: Drawing = {
    height,
    margins: { left: up.room, bottom: across ? 44 : axis.height, top: isFaceted ? 44 : 26, right: 20 },
    scales: {
      x: across?.scale ?? {
        type: 'linear',
        domain: [-0.5, Math.max(places.names.length, 1) - 0.5],
        label: null,
      },
      y: up.scale,
      color: series.scale,
      ...facets.scales,
    },
    marks: [
      up.grid,
      up.axis,
      across?.axis ?? axis.mark,
      {
        mark: 'rect',
        data: bars,
        options: {
          x1: 'start',
          x2: 'end',
          y1: 'from',
          y2: 'to',
          fill: 'series',
          fillOpacity: isOverlaid ? 0.45 : 1,
          // neighbours touch, as what they count does
          insetLeft: 0.5,
          insetRight: 0.5,
          ...facets.channels,
        },
        spots: (row) =>
          toLines(context, row as Datum & Bar, { bins, isWhole, series, places, percent, title }),
      } satisfies Mark,
      { mark: 'ruleY', data: [0], options: { stroke: inks.strong } },
      ...facets.marks,
    ],
    legend: series.legend,
    zooms: 'x',
    brushes: 'x',
    says,
  };
  const values = bars.map(({ to }) => to);
  return toPicture(context, withOver(context, drawing, { places: bins ? undefined : places, values }));
}

interface Bar {
  readonly start: number;
  readonly end: number;
  readonly from: number;
  readonly to: number;
  /** Of its group, or of all where there is one. */
  readonly share: number;
}

interface BarOptions {
  isShare: boolean;
  isOverlaid: boolean;
  toSpan: (row: Datum) => [number, number];
}

/** Shares are of each colour where they lie over one another, so that groups of any size compare; else of all. */
function toBars(rows: readonly Datum[], { isShare, isOverlaid, toSpan }: BarOptions): (Datum & Bar)[] {
  const panelOf = (row: Datum) => `${String(row.fx)} ${String(row.fy)}`;
  const wholeOf = (row: Datum) => (isOverlaid ? `${panelOf(row)} ${String(row.series)}` : panelOf(row));
  const wholes = new Map<string, number>();
  for (const row of rows) wholes.set(wholeOf(row), (wholes.get(wholeOf(row)) ?? 0) + Number(row.y ?? 0));
  const stacks = new Map<string, number>();
  return rows.flatMap((row) => {
    if (row.y === null || row.y === undefined) return [];
    const [start, end] = toSpan(row);
    const share = Number(row.y) / (wholes.get(wholeOf(row)) || 1);
    const value = isShare ? share : Number(row.y);
    const key = `${panelOf(row)} ${start}`;
    const from = isOverlaid ? 0 : (stacks.get(key) ?? 0);
    stacks.set(key, from + value);
    return [{ ...row, start, end, from, to: from + value, share }];
  });
}

interface LineOptions {
  bins: Bins | undefined;
  isWhole: boolean;
  series: Series;
  places: ReturnType<typeof toPlaces>;
  percent: (value: number) => string;
  title: string;
}

function toLines(
  context: DrawContext,
  row: Datum & Bar,
  { bins, isWhole, series, places, percent, title }: LineOptions,
): SpotLine[] {
  const { look, chart, columns } = context;
  const number = toNumberFormat(look, only(chart, 'x')!) as (value: number) => string;
  const ends = bins && toBinEnds(Number(row.x), bins);
  const text = !ends
    ? places.format(places.names[places.at(row)]!)
    : isWhole
      ? number(ends[0])
      : look.words.distributions.between(number(ends[0]), number(ends[1]));
  const color = only(chart, 'color');
  const at = series.names.indexOf(String(row.series));
  return [
    { slot: 'x', name: title, text },
    ...(color
      ? [
          {
            slot: 'color',
            name: toTitle(look, color, columns, 'group'),
            text: series.format(String(row.series)),
            ...(at >= 0 && { color: series.colors[at]! }),
          },
        ]
      : []),
    {
      slot: 'y',
      name: toMeasureTitle(context, 'y'),
      text: toNumberFormat(look, only(chart, 'y') ?? {})(row.y!),
    },
    { name: look.words.distributions.share, text: percent(row.share) },
  ];
}

function toSentence(
  { look, chart, columns }: DrawContext,
  rows: readonly Datum[],
  bins: Bins | undefined,
): string {
  const { words, tag } = look;
  const x = only(chart, 'x')!;
  const what = toTitle(look, x, columns, 'group');
  const kind = words.marks.histogram!;
  if (rows.length === 0) return words.say.empty(kind, what);
  const totals = new Map<string, number>();
  for (const row of rows) totals.set(String(row.x), (totals.get(String(row.x)) ?? 0) + Number(row.y ?? 0));
  const all = [...totals.values()].reduce((sum, value) => sum + value, 0);
  if (!bins)
    return words.say.groups(
      kind,
      what,
      '',
      toUnique(rows.map((row) => String(row.x))).length.toLocaleString(tag),
    );
  const number = toNumberFormat(look, x) as (value: number) => string;
  const [mode, most] = [...totals].reduce((a, b) => (b[1] > a[1] ? b : a));
  const starts = [...totals.keys()].map(Number);
  const last = toBinEnds(Math.max(...starts), bins)[1];
  return words.distributions.histogram({
    kind,
    what,
    rows: all.toLocaleString(tag, { maximumFractionDigits: 2 }),
    from: number(toBinEnds(Math.min(...starts), bins)[0]),
    to: number(last),
    mode: words.distributions.between(...(toBinEnds(Number(mode), bins).map(number) as [string, string])),
    share: (all === 0 ? 0 : most / all).toLocaleString(tag, { style: 'percent', maximumFractionDigits: 1 }),
  });
}
