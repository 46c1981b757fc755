import type { Datum, DrawContext } from '../chart';
import { only } from '../chart';
import { toFitting, toNumberFormat, toTextWidth, toValueFormat } from '../format';
import { FONT, toMeasureTitle, toName, toNameFormat, toPicture, toUnique } from '../frame';
import { toInks } from '../palette';
import type { Picture } from '../picture';
import { toSpots } from '../series';
import { toShades } from '../shades';

const DAY = 864e5;
/** So many years are drawn, the last there are. */
const MOST_BLOCKS = 12;
const NAME = 18;
const MONTHS = 16;
const GAP = 10;

/** Every day a square, weeks beside one another, a year a block; half a year where there is little room. */
export function drawCalendar(context: DrawContext): Picture {
  const { chart, look, rows } = context;
  const { scheme } = chart.options as { scheme: 'auto' | 'one-way' | 'two-way' };
  const inks = toInks(look.dark);
  const first = toFirstDay(look.tag);
  const measure = only(chart, 'color') ?? {};
  const days = rows.filter((row) => row.x instanceof Date) as (Datum & { x: Date })[];
  const months = look.width < 480 ? 6 : 12;
  const all = toUnique(days.map((row) => toBlock(context, row, months)));
  const weekdays = toWeekdays(look.tag, first);
  const left = Math.max(...weekdays.map((name) => toTextWidth(name, FONT - 1))) + 10;
  const size = Math.max(4, Math.min(17, Math.floor((look.width - left - 8) / (months === 12 ? 54 : 28))));
  const blockHeight = NAME + MONTHS + 7 * size + GAP;
  // of a height that is given, so many as are not squeezed
  const given = look.height ?? (chart.options.height as number | null);
  const fitting = given ? Math.max(1, Math.floor((given - 8) / blockHeight)) : MOST_BLOCKS;
  const blocks = all.toSorted().slice(-Math.min(fitting, MOST_BLOCKS));
  const shown = days.filter((row) => blocks.includes(toBlock(context, row, months)));
  const height = Math.max(1, blocks.length) * blockHeight + 8;
  const shades = toShades({
    values: shown.flatMap((row) =>
      row.color === null || row.color === undefined ? [] : [Number(row.color)],
    ),
    dark: look.dark,
    title: toMeasureTitle(context, 'color'),
    format: toNumberFormat(look, measure, 'axis') as (value: number) => string,
    ways: scheme,
  });
  const laid = blocks.map((block, at) => {
    const [panel, start] = JSON.parse(block) as [string, string];
    const from = new Date(start);
    const to = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months, 1));
    return { block, panel, from, to, top: at * blockHeight };
  });
  const toPlace = (date: Date, { from, top }: (typeof laid)[number]) => {
    const before = (from.getUTCDay() - first + 7) % 7;
    const at = Math.round((date.getTime() - from.getTime()) / DAY) + before;
    return { x: left + Math.floor(at / 7) * size, y: top + NAME + MONTHS + (at % 7) * size };
  };
  const byBlock = new Map(laid.map((one) => [one.block, one]));
  const toSquare = ({ x, y }: { x: number; y: number }) => ({ x1: x, x2: x + size, y1: y, y2: y + size });
  const squares = shown.map((row) => {
    const isKnown = row.color !== null && row.color !== undefined;
    return {
      ...row,
      ...toSquare(toPlace(row.x, byBlock.get(toBlock(context, row, months))!)),
      shade: isKnown ? shades.colorOf(Number(row.color)) : inks.strong,
    };
  });
  const empty = laid.flatMap((one) =>
    Array.from({ length: Math.round((one.to.getTime() - one.from.getTime()) / DAY) }, (_, at) =>
      toSquare(toPlace(new Date(one.from.getTime() + at * DAY), one)),
    ),
  );
  const square = {
    x1: 'x1',
    x2: 'x2',
    y1: 'y1',
    y2: 'y2',
    insetRight: size > 7 ? 1.5 : 0.75,
    insetBottom: size > 7 ? 1.5 : 0.75,
    rx: size > 9 ? 2 : 0,
  };
  const text = { x: 'x', y: 'y', text: 'text', textAnchor: 'start', lineAnchor: 'top' };
  const year = new Intl.DateTimeFormat(look.tag, { year: 'numeric', timeZone: 'UTC' });
  const month = new Intl.DateTimeFormat(look.tag, { month: 'short', timeZone: 'UTC' });
  const names = laid.map(({ panel, from, top }) => ({
    x: left,
    y: top,
    text: toFitting(
      [...(panel ? [panel] : []), year.format(from)].join(' · '),
      look.width - left - 8,
      FONT + 1,
    ),
  }));
  const monthNames = laid.flatMap((one) =>
    Array.from({ length: months }, (_, at) => {
      const date = new Date(Date.UTC(one.from.getUTCFullYear(), one.from.getUTCMonth() + at, 1));
      return { x: toPlace(date, one).x, y: one.top + NAME, text: month.format(date) };
    }),
  );
  const dayNames = laid.flatMap(({ top }) =>
    weekdays.flatMap((name, at) =>
      // every second, as lines are low
      at % 2 === 0 || size >= 14
        ? [{ x: 0, y: top + NAME + MONTHS + at * size + (size - FONT) / 2, text: name }]
        : [],
    ),
  );
  const leftOut = all.length - blocks.length;
  return toPicture(context, {
    height,
    margins: { left: 4, top: 4, right: 4, bottom: 4 },
    scales: {
      x: { type: 'linear', domain: [0, look.width - 8], axis: null },
      y: { type: 'linear', domain: [Math.max(height, given ?? 0) - 8, 0], axis: null },
    },
    marks: [
      { mark: 'rect', data: empty, options: { ...square, fill: inks.line, fillOpacity: 0.6 } },
      {
        mark: 'rect',
        data: squares,
        options: { ...square, fill: { value: 'shade', scale: null } },
        spots: toSpots(context),
      },
      {
        mark: 'text',
        data: names,
        options: { ...text, fill: inks.ink, fontWeight: 600, fontSize: FONT + 1 },
      },
      { mark: 'text', data: monthNames, options: { ...text, fill: inks.ink3, fontSize: FONT - 1 } },
      { mark: 'text', data: dayNames, options: { ...text, fill: inks.ink3, fontSize: FONT - 1 } },
    ],
    ...(squares.length > 0 && { ramp: shades.ramp }),
    notes: leftOut > 0 ? [look.words.distributions.years(String(blocks.length), String(all.length))] : [],
    says: toSentence(context, shown),
  });
}

/** The small multiple and the year, or half of it, that a day is in. */
function toBlock(context: DrawContext, row: Datum & { x: Date }, months: number): string {
  const panel = (['facet', 'rows'] as const).flatMap((slot) =>
    only(context.chart, slot)
      ? [toNameFormat(context, slot)(toName(row[slot] ?? null, row[`${slot}.rest`] ?? false))]
      : [],
  );
  const month = Math.floor(row.x.getUTCMonth() / months) * months;
  const start = new Date(Date.UTC(row.x.getUTCFullYear(), month, 1));
  return JSON.stringify([panel.join(' · '), start.toISOString()]);
}

/** On which day weeks begin, from 0 for Sunday: on Monday but in a few countries whose languages Quire is read in. */
export function toFirstDay(tag: string): number {
  const region = /-([A-Z]{2})$/.exec(tag)?.[1];
  return region !== undefined && ['US', 'CA', 'HK', 'TW', 'MO', 'JP', 'KR', 'IN', 'BR'].includes(region)
    ? 0
    : 1;
}

function toWeekdays(tag: string, first: number): string[] {
  const format = new Intl.DateTimeFormat(tag, { weekday: 'short', timeZone: 'UTC' });
  // the seventh of January 2024 was a Sunday
  return Array.from({ length: 7 }, (_, at) => format.format(new Date(Date.UTC(2024, 0, 7 + first + at))));
}

function toSentence(context: DrawContext, rows: readonly (Datum & { x: Date })[]): string {
  const { chart, look, columns } = context;
  const { words } = look;
  const what = toMeasureTitle(context, 'color');
  const known = rows.filter((row) => row.color !== null && row.color !== undefined);
  if (known.length === 0) return words.say.empty(words.marks.calendar!, what);
  const day = toValueFormat(look, { ...only(chart, 'x'), unit: 'day' }, columns);
  const number = toValueFormat(look, only(chart, 'color') ?? {}, columns, { measured: true });
  const sorted = known.toSorted((a, b) => Number(b.color) - Number(a.color));
  const toText = (row: Datum & { x: Date }) => words.say.with(day(row.x), number(row.color ?? null));
  return words.say.extremes(
    words.marks.calendar!,
    what,
    look.words.units.day,
    toText(sorted[0]!),
    toText(sorted.at(-1)!),
    known.length.toLocaleString(look.tag),
  );
}
