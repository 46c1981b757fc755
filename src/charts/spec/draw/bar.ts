import type { Datum, DrawContext } from '../chart';
import { only } from '../chart';
import { toNumberFormat, toTextWidth } from '../format';
import { FONT, toFacets, toMeasureTitle, toNameAxis, toPicture, type Drawing } from '../frame';
import { toSpread } from '../keys';
import { toFinite } from '../laid';
import { withLayers } from '../layers';
import { withOver } from '../over';
import { toReaches, toReachMarks, toReachNote } from '../reaches';
import { toRuler } from '../rulers';
import { toInks } from '../palette';
import type { Mark, Picture } from '../picture';
import type { Places } from '../places';
import { toPlaces } from '../places';
import { sayGroups, sayTrend } from '../say';
import { toSeries, toSpots } from '../series';

export function drawBar(context: DrawContext): Picture {
  const { chart, look, columns } = context;
  const { stack, values, drawn: form } = chart.options as { stack: string; values: boolean; drawn: string };
  const isDots = form === 'dots';
  const facets = toFacets(context);
  const series = toSeries(context, facets.rows);
  const places = toPlaces(context, series.rows);
  const isShare = stack === 'share' && series.names.length > 1;
  const bars = toBars(series.rows, { places, series: series.names, isShare, isBeside: stack === 'grouped' });
  const isAcross = toDirection(context, places) === 'across';
  const inks = toInks(look.dark);
  const measure = only(chart, 'y') ?? {};
  const format: (value: unknown) => string = isShare
    ? toPercent(look.tag)
    : (toNumberFormat(look, measure, 'axis') as (value: unknown) => string);
  const lanes = stack === 'grouped' ? series.names.length : 1;
  const isStacked = lanes === 1 && series.names.length > 1;
  // lengths upon one another have no logarithm, and shares end at 1
  const scale = isStacked && measure.scale === 'log' ? 'linear' : measure.scale;
  const isLog = scale === 'log';
  const reaches = isShare ? [] : toReaches(bars);
  const ends = [
    ...bars.flatMap(({ from, to }) => (isLog || isDots ? [to] : [from, to])),
    ...reaches.flatMap(({ lower, upper }) => [lower, upper]),
  ];
  const unseen = isLog ? ends.filter((end) => end <= 0).length : 0;
  const room = look.width / facets.columns - (facets.columns > 1 ? 40 : 70);
  const isFaceted = facets.columns * facets.lines > 1;
  const [along, across] = isAcross ? (['y', 'x'] as const) : (['x', 'y'] as const);
  const ruler = toRuler(context, isShare ? {} : { ...measure, ...(scale && { scale }) }, {
    side: isAcross ? 'bottom' : 'left',
    values: ends,
    length: isAcross ? room : isFaceted ? 150 : 280,
    title: isShare ? null : toMeasureTitle(context, 'y'),
    zero: !isDots,
    format,
  });
  // a bar on a logarithmic axis has no foot of its own
  const foot = isLog && !isDots ? Math.min(...ends.filter((end) => end > 0), Infinity) / 2 : 0;
  const seen = isLog ? bars.filter(({ to }) => to > 0) : bars;
  const drawn = isLog && !isDots ? seen.map((one) => ({ ...one, from: foot })) : seen;
  const scaled =
    isLog && !isDots && Number.isFinite(foot)
      ? { ...ruler.scale, nice: false, domain: [measure.min ?? foot, (ruler.scale.domain as number[])[1]] }
      : ruler.scale;
  const axis = toNameAxis(places.names, places.format, { room, lies: isAcross, left: ruler.room });
  const shown = toShown(places.names.length, isAcross ? Infinity : room / (axis.turned ? 16 : 1));
  const drawing: Drawing = {
    height: isAcross
      ? Math.max(places.names.length * Math.max(24, lanes * 12), 60) * facets.lines + 70
      : (facets.lines > 1 ? 220 : 320) * facets.lines,
    margins: isAcross
      ? { left: axis.size + 14, top: isFaceted ? 30 : 8, bottom: 40, right: values ? 48 : 16 }
      : {
          left: ruler.room,
          bottom: axis.turned ? axis.size + 26 : 32,
          top: isFaceted ? 44 : 26,
        },
    scales: {
      [along]: {
        type: 'linear',
        domain: isAcross ? [places.names.length - 0.5, -0.5] : [-0.5, places.names.length - 0.5],
        label: null,
      },
      [across]: scaled,
      color: series.scale,
      ...facets.scales,
    },
    marks: [
      ruler.grid,
      ruler.axis,
      {
        mark: isAcross ? 'axisY' : 'axisX',
        data: shown,
        options: {
          tickSize: 0,
          tickFormat: (at: number) => axis.labels.get(places.names[at]!) ?? '',
          fill: inks.ink2,
          fontSize: FONT,
          label: null,
          ...(axis.turned && { tickRotate: -38 }),
        },
      },
      ...(isDots ? toReachMarks(reaches, { isAcross, inks, channels: facets.channels }) : []),
      isDots
        ? {
            mark: 'dot',
            data: drawn.map((one) => ({ ...one, middle: (one.start + one.end) / 2 })),
            options: { [along]: 'middle', [across]: 'to', r: 4.5, fill: 'series', ...facets.channels },
            spots: toSpots(context, series),
          }
        : {
            mark: 'rect',
            data: drawn,
            options: {
              [`${along}1`]: 'start',
              [`${along}2`]: 'end',
              [`${across}1`]: 'from',
              [`${across}2`]: 'to',
              fill: 'series',
              ...(isStacked && { stroke: inks.paper, strokeWidth: 0.5 }),
              ...facets.channels,
            },
            spots: toSpots(context, series),
          },
      ...(isDots ? [] : toReachMarks(reaches, { isAcross, inks, channels: facets.channels })),
      ...(values
        ? toValues(context, drawn, {
            isAcross,
            channels: facets.channels,
            isStacked,
          })
        : []),
      ...(isDots && !toSpansZero(ends, isLog)
        ? []
        : [
            {
              mark: isAcross ? 'ruleX' : 'ruleY',
              data: [isLog && Number.isFinite(foot) ? foot : 0],
              options: { stroke: inks.strong },
            },
          ]),
      ...facets.marks,
    ],
    legend: series.legend,
    brushes: isAcross ? 'y' : 'x',
    says: toSpread(only(chart, 'x')!, columns) === 'time' ? sayTrend(context) : sayGroups(context),
    notes: [
      ...(reaches.length > 0 ? [toReachNote(context)] : []),
      ...(isStacked && measure.scale === 'log' ? [look.words.lines.evenScale] : []),
      ...(unseen > 0 ? [look.words.figures.notes.log(unseen.toLocaleString(look.tag))] : []),
    ],
  };
  const sums = series.rows.flatMap((row) => (isShare ? [] : (toFinite(row.y) ?? [])));
  return toPicture(
    context,
    withOver(
      context,
      withLayers(context, drawing, {
        place: places.at,
        rows: series.rows,
        color: series.colors[0] ?? inks.accent,
      }),
      { places, values: sums, isAcross },
    ),
  );
}

interface Bar {
  readonly start: number;
  readonly end: number;
  readonly from: number;
  readonly to: number;
  readonly series: string;
}

const WIDTH = 0.82;

function toBars(
  rows: readonly Datum[],
  {
    places,
    series,
    isShare,
    isBeside,
  }: { places: Places; series: readonly string[]; isShare: boolean; isBeside: boolean },
): (Datum & Bar)[] {
  const keyOf = (row: Datum) => `${String(row.fx)} ${String(row.fy)} ${places.at(row)}`;
  const wholes = new Map<string, number>();
  if (isShare)
    for (const row of rows)
      wholes.set(keyOf(row), (wholes.get(keyOf(row)) ?? 0) + Math.abs(Number(row.y ?? 0)));
  const up = new Map<string, number>();
  const down = new Map<string, number>();
  return rows.flatMap((row) => {
    if (row.y === null || row.y === undefined) return [];
    const key = keyOf(row);
    const value = isShare ? Number(row.y) / (wholes.get(key) || 1) : Number(row.y);
    const at = places.at(row);
    const lane = isBeside ? series.indexOf(String(row.series)) : 0;
    const width = isBeside ? WIDTH / series.length : WIDTH;
    const start = at - WIDTH / 2 + lane * width;
    const side = value < 0 ? down : up;
    const from = isBeside ? 0 : (side.get(key) ?? 0);
    side.set(key, from + value);
    return [{ ...row, start, end: start + width, from, to: from + value, series: String(row.series) }];
  });
}

/** Long names, or many, are read more easily along bars that lie. */
function toDirection({ chart, columns, look }: DrawContext, { names, format }: Places): string {
  const { direction } = chart.options as { direction: string };
  // layers lie over groups that stand side by side
  if (only(chart, 'layers')) return 'up';
  if (direction !== 'auto') return direction;
  const x = only(chart, 'x')!;
  if (toSpread(x, columns) !== 'names' || x.unit) return 'up';
  const widths = names.map((name) => toTextWidth(format(name), FONT));
  return widths.reduce((sum, width) => sum + width + 10, 0) > look.width - 60 ? 'across' : 'up';
}

const toSpansZero = (ends: readonly number[], isLog: boolean) =>
  !isLog && ends.some((end) => end <= 0) && ends.some((end) => end >= 0);

/** Which of many places have room for a label. */
function toShown(count: number, room: number): number[] {
  const every = Math.max(1, Math.ceil(count / Math.max(room, 1)));
  return Array.from({ length: Math.ceil(count / every) }, (_, at) => at * every);
}

function toValues(
  { chart, look }: DrawContext,
  bars: readonly (Datum & Bar)[],
  {
    isAcross,
    channels,
    isStacked,
  }: { isAcross: boolean; channels: Readonly<Record<string, string>>; isStacked: boolean },
): Mark[] {
  const format = toNumberFormat(look, only(chart, 'y') ?? {}, 'axis');
  const inks = toInks(look.dark);
  const data = bars.map((bar) => ({
    ...bar,
    middle: (bar.start + bar.end) / 2,
    at: isStacked ? (bar.from + bar.to) / 2 : bar.to,
    text: format(bar.y ?? null),
    below: bar.to < bar.from,
  }));
  const side = isAcross ? 'dx' : 'dy';
  const toMark = (below: boolean): Mark => ({
    mark: 'text',
    data: data.filter((one) => one.below === below),
    options: {
      [isAcross ? 'y' : 'x']: 'middle',
      [isAcross ? 'x' : 'y']: 'at',
      text: 'text',
      fontSize: FONT - 1,
      fill: isStacked ? inks.paper : inks.ink2,
      ...(isStacked
        ? {}
        : isAcross
          ? { textAnchor: below ? 'end' : 'start', [side]: below ? -4 : 4 }
          : { lineAnchor: below ? 'top' : 'bottom', [side]: below ? 4 : -4 }),
      ...channels,
    },
  });
  return [toMark(false), toMark(true)];
}

function toPercent(tag: string): (value: unknown) => string {
  return (value) => Number(value).toLocaleString(tag, { style: 'percent' });
}
