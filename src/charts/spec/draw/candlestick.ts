import type { Datum, DrawContext } from '../chart';
import { only } from '../chart';
import { toMomentFormat, toTitle, toValueFormat } from '../format';
import { toFacets, toName, toPicture, toUnique, type Drawing } from '../frame';
import { toFinite } from '../laid';
import { toColors } from '../palette';
import type { Picture, SpotLine } from '../picture';
import type { Places } from '../places';
import { toPlaceAxis } from '../axes';
import { withOver } from '../over';
import { toRuler } from '../rulers';

const prices = ['open', 'high', 'low', 'close'] as const;

type Candle = Datum & Record<'at' | (typeof prices)[number], number>;

/** Spans without prices, such as the days of a weekend, take no room. */
export function drawCandlestick(context: DrawContext): Picture {
  const { chart, look, columns, told } = context;
  const { words } = look;
  const [up, down] = toColors(String(chart.options.palette), look.dark);
  const facets = toFacets(context);
  const known = facets.rows.filter((row) => prices.every((slot) => toFinite(row[slot]) !== undefined));
  const unread = facets.rows.length - known.length;
  const x = only(chart, 'x')!;
  const moment = toMomentFormat(look, x.unit);
  const names = toUnique(
    known
      .map((row) => toName(row.x ?? null, false))
      .sort((a, b) => new Date(a).getTime() - new Date(b).getTime()),
  );
  const index = new Map(names.map((name, at) => [name, at]));
  const places: Places = {
    names,
    at: (row) => index.get(toName(row.x ?? null, false)) ?? 0,
    format: (name) => moment(new Date(name)),
  };
  const data = known.map((row): Candle => {
    const [open, high, low, close] = prices.map((slot) => toFinite(row[slot])!);
    return {
      ...row,
      at: places.at(row),
      open: open!,
      high: high!,
      low: low!,
      close: close!,
      rises: close! >= open!,
    };
  });
  const isFaceted = facets.columns * facets.lines > 1;
  const priced = only(chart, 'close') ?? only(chart, 'y')!;
  const title = toTitle(look, priced, columns, 'value');
  const ruler = toRuler(context, priced, {
    side: 'left',
    values: data.flatMap(({ high, low }) => [high, low]),
    length: isFaceted ? 150 : 260,
    title,
  });
  const axis = toPlaceAxis(places, { look, columns: facets.columns, left: ruler.room });
  const number = toValueFormat(look, priced, columns);
  const room = (look.width / facets.columns - ruler.room - 12) / Math.max(names.length, 1);
  const isWide = room >= 5;
  const half = Math.min(0.36, 14 / Math.max(room, 1));
  const lines = (row: Datum): SpotLine[] => [
    { slot: 'x', name: toTitle(look, x, columns, 'group'), text: moment(row.x ?? null) },
    ...prices.map((slot) => ({ slot, name: words.figures[slot], text: number(row[slot] ?? null) })),
  ];
  const count = (value: number) => value.toLocaleString(look.tag);
  const last = told.lastOf as { shown: number; groups: number } | undefined;
  const [first, end] = [data[0], data.at(-1)];
  const kinds = [true, false] as const;
  const drawing: Drawing = {
    height: (facets.lines > 1 ? 220 : 320) * facets.lines,
    margins: { left: ruler.room, right: 28, bottom: axis.height, top: isFaceted ? 44 : 26 },
    scales: {
      x: { type: 'linear', domain: [-0.5, Math.max(names.length, 1) - 0.5], label: null },
      y: ruler.scale,
      color: { type: 'ordinal', domain: kinds, range: [up, down] },
      ...facets.scales,
    },
    marks: [
      ruler.grid,
      ruler.axis,
      axis.mark,
      {
        mark: 'link',
        data,
        options: {
          x1: 'at',
          x2: 'at',
          y1: 'low',
          y2: 'high',
          stroke: 'rises',
          strokeWidth: isWide ? 1.2 : 1,
          ...facets.channels,
        },
      },
      {
        mark: 'rect',
        data,
        options: {
          x1: ({ at }: { at: number }) => at - half,
          x2: ({ at }: { at: number }) => at + half,
          y1: 'open',
          y2: 'close',
          fill: 'rises',
          // a day that ends where it began is a line
          stroke: 'rises',
          strokeWidth: isWide ? 1 : 0.5,
          ...facets.channels,
        },
      },
      {
        mark: 'rect',
        data,
        options: {
          x1: ({ at }: { at: number }) => at - 0.5,
          x2: ({ at }: { at: number }) => at + 0.5,
          y1: 'low',
          y2: 'high',
          fill: 'none',
          ...facets.channels,
        },
        spots: lines,
      },
      ...facets.marks,
    ],
    legend: kinds.map((rises, at) => ({
      label: rises ? words.figures.rises : words.figures.falls,
      color: rises ? up! : down!,
      pattern: at,
    })),
    brushes: 'x',
    notes: [
      ...(last ? [words.figures.notes.lastOf(count(last.shown), count(last.groups))] : []),
      ...(unread > 0 ? [words.figures.notes.unread(count(unread))] : []),
      ...(data.length === 0 ? [words.told.nothing] : []),
    ],
    says:
      first && end
        ? words.figures.say.candles(
            `${words.marks.candlestick!} · ${title}`,
            moment(first.x ?? null),
            moment(end.x ?? null),
            number(first.open),
            number(end.close),
          )
        : words.say.empty(words.marks.candlestick!, title),
  };
  return toPicture(context, withOver(context, drawing, { places, values: data.map(({ close }) => close) }));
}
