import { findColumn } from '../../../steps/write';
import { isMoment } from '../channel';
import type { Datum, DrawContext } from '../chart';
import { only } from '../chart';
import { toFitting, toNumberFormat, toTextWidth, toTitle, toValueFormat } from '../format';
import { FONT, toFacets, toName, toNameAxis, toNameFormat, toPicture, toUnique } from '../frame';
import { toFinite, toInkOn } from '../laid';
import { toInks } from '../palette';
import type { Picture } from '../picture';
import { toSeries, toSpots } from '../series';

const LINE = 26;

interface Bar {
  from: number;
  to: number;
  lane: number;
  x1: number | Date;
  x2: number | Date;
}

export function drawIntervals(context: DrawContext): Picture {
  const { chart, look, columns, told } = context;
  const { words } = look;
  const inks = toInks(look.dark);
  const facets = toFacets(context);
  const series = toSeries(context, facets.rows);
  const [start, end] = [only(chart, 'start')!, only(chart, 'end')!];
  const type = findColumn(columns, start.column!)?.type ?? '';
  const isDate = isMoment(type);
  const nameOf = (row: Datum) => toName(row.y ?? null, false);
  const drawn = series.rows.flatMap((row): (Datum & { from: number; to: number })[] => {
    const [from, to] = [row.start, row.end].map((value) =>
      value instanceof Date ? value.getTime() : toFinite(value),
    );
    return from === undefined || to === undefined ? [] : [{ ...row, from, to }];
  });
  const names = toUnique(drawn.map(nameOf));
  const lanes = new Map(names.map((name, at) => [name, at]));
  const axis = toNameAxis(names, toNameFormat(context, 'y'), { room: look.width * 0.35, lies: true });
  const least = Math.min(...drawn.map(({ from }) => from));
  const most = Math.max(...drawn.map(({ to }) => to));
  const isEmpty = drawn.length === 0;
  // days as the calendar has them; what the axis says depends on how far it reaches
  const format = isDate ? toDateFormat(context, most - least) : toNumberFormat(look, start, 'axis');
  const room = look.width / facets.columns - axis.size - 30;
  const toX = (value: number) => (isDate ? new Date(value) : value);
  const data = drawn.map((row): Datum & Bar => ({
    ...row,
    lane: lanes.get(nameOf(row))!,
    x1: toX(row.from),
    x2: toX(row.to),
  }));
  const spots = toSpots(context, series);
  const said = toValueFormat(look, start, columns);
  const length = new Intl.NumberFormat(look.tag, { maximumFractionDigits: 1 });
  const span = most - least || 1;
  const isFaceted = facets.columns * facets.lines > 1;
  const count = (value: number) => value.toLocaleString(look.tag);
  const first = told.firstOf as { shown: number; groups: number } | undefined;
  const ticks = Math.max(2, Math.floor(room / 96));
  const isLabelled = only(chart, 'label') !== undefined;
  const label = isLabelled ? toNameFormat(context, 'label') : undefined;
  const labels = label
    ? data.flatMap((row) => {
        const wide = ((row.to - row.from) / span) * room - 10;
        const whole = label(toName(row.label ?? null, false));
        const text = toFitting(whole, wide, FONT);
        if (toTextWidth(text, FONT) > wide || (text.length < 3 && text !== whole)) return [];
        return [
          {
            ...row,
            text,
            ink: toInkOn(series.colors[series.names.indexOf(String(row.series))] ?? inks.accent),
          },
        ];
      })
    : [];
  const channels = { ...facets.channels };
  return toPicture(context, {
    height: (Math.max(names.length, 1) * LINE + (isFaceted ? 44 : 0)) * facets.lines + 44,
    margins: { left: axis.size + 14, right: 16, top: isFaceted ? 30 : 8, bottom: 30 },
    scales: {
      x: {
        type: isDate ? 'utc' : 'linear',
        ...(isEmpty
          ? {}
          : { domain: least === most ? [toX(least - 1), toX(most + 1)] : [toX(least), toX(most)] }),
        label: null,
      },
      y: { type: 'linear', domain: [Math.max(names.length, 1) - 0.5, -0.5], label: null },
      color: series.scale,
      ...facets.scales,
    },
    marks: [
      { mark: 'gridX', options: { stroke: inks.line, strokeOpacity: 1, ticks } },
      {
        mark: 'axisX',
        options: {
          anchor: 'bottom',
          tickSize: 0,
          ticks,
          tickFormat: format,
          fill: inks.ink3,
          fontSize: FONT,
          label: null,
        },
      },
      {
        mark: 'axisY',
        data: names.map((_, at) => at),
        options: {
          tickSize: 0,
          tickFormat: (at: number) => axis.labels.get(names[at]!) ?? '',
          fill: inks.ink2,
          fontSize: FONT,
          label: null,
        },
      },
      {
        mark: 'rect',
        data,
        options: {
          x1: 'x1',
          x2: 'x2',
          y1: ({ lane }: { lane: number }) => lane - 0.34,
          y2: ({ lane }: { lane: number }) => lane + 0.34,
          fill: 'series',
          fillOpacity: 0.9,
          rx: 2,
          ...channels,
        },
        spots: (row) => {
          const [from, to] = [Number(row.from), Number(row.to)];
          const lasts = isDate
            ? words.figures.days(length.format((to - from) / 864e5))
            : length.format(to - from);
          return [...spots(row), { name: words.figures.lasts, text: lasts }];
        },
      },
      // what lasts no time, or next to none, is seen too
      {
        mark: 'dot',
        data: data.filter(({ from, to }) => ((to - from) / span) * room < 3),
        options: { x: 'x1', y: 'lane', r: 5, symbol: 'diamond', fill: 'series', ...channels },
      },
      ...(labels.length > 0
        ? [
            {
              mark: 'text',
              data: labels,
              options: {
                x: 'x1',
                y: 'lane',
                text: 'text',
                textAnchor: 'start',
                dx: 5,
                fontSize: FONT,
                fill: ({ ink }: { ink: string }) => ink,
                ...channels,
              },
            },
          ]
        : []),
      ...facets.marks,
    ],
    legend: series.legend,
    notes: [
      ...(first ? [words.figures.notes.firstOf(count(first.shown), count(first.groups))] : []),
      ...(told.backwards ? [words.figures.notes.backwards(count(Number(told.backwards)))] : []),
      ...(isEmpty ? [words.told.nothing] : []),
    ],
    says: isEmpty
      ? words.say.empty(words.marks.intervals!, toTitle(look, start, columns, 'value'))
      : words.figures.say.intervals(
          words.marks.intervals!,
          count(names.length),
          said(toX(least)),
          toValueFormat(look, end, columns)(toX(most)),
        ),
  });
}

/** As much of a date as tells the labels apart. */
function toDateFormat({ look }: DrawContext, span: number): (value: unknown) => string {
  const day = 864e5;
  const options: Intl.DateTimeFormatOptions =
    span > 1000 * day
      ? { year: 'numeric' }
      : span > 200 * day
        ? { year: 'numeric', month: 'short' }
        : span > 3 * day
          ? { month: 'short', day: 'numeric' }
          : { day: 'numeric', hour: '2-digit', minute: '2-digit' };
  const format = new Intl.DateTimeFormat(look.tag, { ...options, timeZone: 'UTC' });
  return (value) => (value instanceof Date ? format.format(value) : String(value));
}
