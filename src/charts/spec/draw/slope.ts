import type { Datum, DrawContext } from '../chart';
import { only } from '../chart';
import { toFitting, toNumberFormat, toTextWidth } from '../format';
import { FONT, toMeasureTitle, toPicture } from '../frame';
import { toApart, toChangeFormat, toFinite } from '../laid';
import { toColors, toInks } from '../palette';
import { toPanels, type Panel } from '../panels';
import type { Label, Picture, Shape } from '../picture';
import { toPlaces } from '../places';
import { toSeries, toSpots } from '../series';

const LINE = 15;
const HEAD = 26;

export function drawSlope(context: DrawContext): Picture {
  const { chart, look } = context;
  const { words } = look;
  const inks = toInks(look.dark);
  const [up, down] = toColors(String(chart.options.palette), look.dark);
  const colors = { rises: up!, falls: down! };
  const series = toSeries(context, context.rows);
  const places = toPlaces(context, series.rows);
  const last = places.names.length - 1;
  const ends = series.rows.filter(
    (row) => [0, last].includes(places.at(row)) && toFinite(row.y) !== undefined,
  );
  const panels = toPanels(
    { ...context, rows: ends },
    { height: (_, some) => Math.max(220, (some.length / 2) * (LINE + 8) + HEAD + 20), least: 260 },
  );
  const spots = toSpots({ ...context, rows: ends }, series);
  const change = toChangeFormat(look);
  const moment = (at: number) => (places.names[at] === undefined ? '' : places.format(places.names[at]));
  const parts = panels.panels.map((panel) => toLines(panel));
  const all = parts.flatMap(({ pairs }) => pairs);
  const count = (value: number) => value.toLocaleString(look.tag);
  return toPicture(context, {
    scales: {},
    margins: {},
    height: panels.height,
    marks: [
      { mark: 'shape', data: parts.flatMap(({ lines }) => lines), options: {} },
      {
        mark: 'shape',
        data: parts.flatMap(({ dots }) => dots),
        options: {},
        spots: (row) => [
          ...spots(row),
          ...(typeof row.change === 'number'
            ? [{ name: words.figures.change, text: change(row.change) }]
            : []),
        ],
      },
      { mark: 'label', data: [...panels.labels, ...parts.flatMap(({ labels }) => labels)], options: {} },
    ],
    legend:
      all.length > 0 && last > 0
        ? (['rises', 'falls'] as const).map((kind, at) => ({
            label: words.figures[kind],
            color: colors[kind],
            shape: 'line' as const,
            pattern: at,
          }))
        : [],
    notes: [
      ...(last > 1 ? [words.figures.notes.between(count(last - 1))] : []),
      ...(ends.length === 0 ? [words.told.nothing] : []),
    ],
    says:
      all.length === 0
        ? words.say.empty(words.marks.slope!, toMeasureTitle(context, 'y'))
        : words.figures.say.slopes(
            `${words.marks.slope!} · ${toMeasureTitle(context, 'y')}`,
            moment(0),
            moment(last),
            count(all.filter(([a, b]) => b > a).length),
            count(all.filter(([a, b]) => b < a).length),
          ),
  });

  function toLines({ rows, x, y, width, height }: Panel) {
    const number = toNumberFormat(look, only(chart, 'y') ?? {}, 'axis');
    const values = rows.map((row) => toFinite(row.y)!);
    const [least, most] = [Math.min(...values), Math.max(...values)];
    const toY = (value: number) =>
      y +
      HEAD +
      8 +
      (most > least ? (1 - (value - least) / (most - least)) * (height - HEAD - 20) : (height - HEAD) / 2);
    const texts = rows.map((row) => ({ name: series.format(String(row.series)), value: number(row.y!) }));
    const widest = Math.max(0, ...texts.map(({ name, value }) => toTextWidth(`${name} ${value}`, FONT) + 34));
    const room = Math.min(widest, width * 0.4);
    const sides = last === 0 ? [x + room] : [x + room, x + width - room];
    const labels: Label[] = [];
    const dots: Shape[] = [];
    const pairs: [number, number][] = [];
    const lines: Shape[] = [];
    const byName = Map.groupBy(rows, (row) => String(row.series));
    for (const some of byName.values()) {
      const [a, b] = [0, last].map((at) => some.find((row) => places.at(row) === at));
      if (!a || !b || a === b) continue;
      const [from, to] = [toFinite(a.y)!, toFinite(b.y)!];
      pairs.push([from, to]);
      lines.push({
        d: `M${sides[0]!},${toY(from)}L${sides[1]!},${toY(to)}`,
        stroke: toColor(from, to),
        strokeWidth: 2,
      });
    }
    for (const [side, left] of sides.entries()) {
      const at = side === 0 ? 0 : last;
      const isLeft = side === 0 && last > 0;
      lines.push({ d: `M${left},${y + HEAD}V${y + height}`, stroke: inks.line, strokeWidth: 1 });
      labels.push({
        x: left,
        y: y + 12,
        text: toFitting(moment(at), width / 2 - 8, FONT),
        fill: inks.ink2,
        size: FONT,
        weight: 600,
        anchor: last === 0 ? 'start' : isLeft ? 'end' : 'start',
      });
      const some = rows.filter((row) => places.at(row) === at);
      const apart = toApart(
        some.map((row) => toY(toFinite(row.y)!)),
        LINE,
        y + HEAD + 4,
        y + height - 4,
      );
      for (const [index, row] of some.entries()) {
        const value = toFinite(row.y)!;
        const pair = byName.get(String(row.series))!;
        const [a, b] = [0, last].map((one) => toFinite(pair.find((other) => places.at(other) === one)?.y));
        const color = a !== undefined && b !== undefined ? toColor(a, b) : inks.rest;
        const datum: Datum = {
          ...row,
          change: a !== undefined && b !== undefined && a > 0 && last > 0 ? b / a - 1 : null,
        };
        dots.push({
          d: `M${left - 4},${toY(value)}a4,4 0 1 0 8,0a4,4 0 1 0 -8,0`,
          fill: color,
          stroke: inks.paper,
          strokeWidth: 1.5,
          at: { x: left, y: toY(value), w: 4, h: 4 },
          datum,
        });
        const text = number(row.y!);
        labels.push({
          x: isLeft ? left - 10 : left + 10,
          y: apart[index]! + 4,
          text: toFitting(series.format(String(row.series)), room - toTextWidth(text, FONT) - 26, FONT),
          rest: { text, fill: inks.ink2 },
          fill: inks.ink,
          size: FONT,
          anchor: isLeft ? 'end' : 'start',
        });
      }
    }
    return { labels, dots, pairs, lines };
  }

  function toColor(from: number, to: number): string {
    return to > from ? colors.rises : to < from ? colors.falls : inks.rest;
  }
}
