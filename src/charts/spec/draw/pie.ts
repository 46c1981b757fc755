import { arc, pie as toPie, type PieArcDatum } from 'd3-shape';
import type { Datum, DrawContext } from '../chart';
import { only } from '../chart';
import { toFitting, toNumberFormat, toTextWidth, toValueFormat } from '../format';
import { FONT, toPicture } from '../frame';
import { toApart, toInkOn, toShareFormat } from '../laid';
import { toInks } from '../palette';
import type { Panel } from '../panels';
import { toPanels } from '../panels';
import type { Label, Picture, Shape } from '../picture';
import { sayGroups } from '../say';
import { toSized } from '../sized';
import { toSeries, toSpots, type Series } from '../series';

/** Beside a pie there is room for names from here on. */
const WIDE = 400;
const LINE = 16;

type Slice = PieArcDatum<Datum & { size: number }>;

export function drawPie(context: DrawContext): Picture {
  const { chart, look } = context;
  const series = toSeries(context, context.rows, { slot: 'x' });
  const { drawn, notes } = toSized(context, series.rows, (size) => size > 0);
  const isMany = only(chart, 'facet') !== undefined || only(chart, 'rows') !== undefined;
  const isWide = !isMany && look.width >= WIDE;
  const { panels, labels, height } = toPanels(
    { ...context, rows: drawn },
    { height: (width) => (isWide ? 300 : Math.min(width, isMany ? 200 : 280)), least: 150 },
  );
  const parts = panels.map((panel) => toSlices(context, panel, series, isWide));
  const hidden = parts.reduce((sum, part) => sum + part.unlabelled, 0);
  return toPicture(context, {
    scales: {},
    margins: {},
    height,
    marks: [
      { mark: 'shape', data: parts.flatMap(({ leaders }) => leaders), options: {} },
      {
        mark: 'shape',
        data: parts.flatMap(({ shapes }) => shapes),
        options: {},
        spots: toSpots(context, series),
      },
      { mark: 'label', data: [...labels, ...parts.flatMap((part) => part.labels)], options: {} },
    ],
    legend: !isWide || hidden > 0 ? series.legend : [],
    notes,
    says: sayGroups({ ...context, rows: drawn }),
  });
}

interface Slices {
  readonly shapes: Shape[];
  readonly leaders: Shape[];
  readonly labels: Label[];
  /** Slices whose name finds no room. */
  readonly unlabelled: number;
}

function toSlices(context: DrawContext, panel: Panel, series: Series, isWide: boolean): Slices {
  const { chart, look, columns } = context;
  const { form, values } = chart.options as { form: string; values: string };
  const inks = toInks(look.dark);
  const rows = panel.rows as readonly (Datum & { size: number })[];
  const total = rows.reduce((sum, { size }) => sum + size, 0);
  const radius = Math.max(
    20,
    Math.min(panel.height / 2 - 10, isWide ? panel.width * 0.26 : panel.width / 2 - 4),
  );
  const [cx, cy] = [panel.x + panel.width / 2, panel.y + panel.height / 2];
  const inner = form === 'donut' ? radius * 0.6 : 0;
  const draw = arc<Slice>()
    .innerRadius(inner)
    .outerRadius(radius)
    .padAngle(rows.length > 1 ? 0.008 : 0)
    .padRadius(radius);
  const slices = toPie<Datum & { size: number }>()
    .value(({ size }) => size)
    .sort(null)(rows.slice());
  const share = toShareFormat(look);
  const number = toValueFormat(look, only(chart, 'y') ?? {}, columns, { measured: true });
  const colorOf = (row: Datum) => series.colors[series.names.indexOf(String(row.series))] ?? inks.rest;
  const toText = ({ data: { size } }: Slice) =>
    [
      ...(values === 'value' || values === 'both' ? [number(size)] : []),
      ...(values === 'share' || values === 'both' ? [share(size / total)] : []),
    ].join(' · ');
  const shapes = slices.map((slice): Shape => {
    const middle = (slice.startAngle + slice.endAngle) / 2;
    const far = (radius + inner) / 2;
    const [x, y] = [cx + Math.sin(middle) * far, cy - Math.cos(middle) * far];
    return {
      d: draw(slice) ?? '',
      move: [cx, cy],
      fill: colorOf(slice.data),
      series: series.names.indexOf(String(slice.data.series)),
      at: { x, y, w: Math.abs(x - cx) + radius, h: Math.abs(y - cy) + radius, contains: isWithin(slice) },
      datum: slice.data,
    };
  });
  const middles: Label[] =
    form === 'donut' && total > 0 && radius > 40
      ? [
          {
            x: cx,
            y: cy + 4,
            text: toNumberFormat(look, only(chart, 'y') ?? {}, 'axis')(total),
            fill: inks.ink,
            size: 18,
            weight: 600,
            anchor: 'middle',
          },
          {
            x: cx,
            y: cy + 20,
            text: look.words.figures.total,
            fill: inks.ink2,
            size: FONT,
            anchor: 'middle',
          },
        ]
      : [];
  if (!isWide) {
    const inside = slices.flatMap((slice): Label[] => {
      const text = toText(slice);
      const turn = slice.endAngle - slice.startAngle;
      const far = inner > 0 ? (radius + inner) / 2 : radius * 0.66;
      const room = inner > 0 ? Math.min(turn * far, (radius - inner) * 1.2) : turn * far;
      if (text === '' || toTextWidth(text, FONT) + 4 > room) return [];
      const middle = (slice.startAngle + slice.endAngle) / 2;
      return [
        {
          x: cx + Math.sin(middle) * far,
          y: cy - Math.cos(middle) * far + 4,
          text,
          fill: toInkOn(colorOf(slice.data)),
          size: FONT,
          anchor: 'middle',
        },
      ];
    });
    return { shapes, leaders: [], labels: [...middles, ...inside], unlabelled: 0 };
  }
  const sides = [false, true].map((isRight) =>
    slices.filter((slice) => Math.sin((slice.startAngle + slice.endAngle) / 2) >= 0 === isRight),
  );
  const fitting = Math.floor(panel.height / LINE);
  const leaders: Shape[] = [];
  const labels: Label[] = [...middles];
  let unlabelled = 0;
  for (const [side, all] of sides.entries()) {
    const some = all.toSorted((a, b) => b.value - a.value).slice(0, fitting);
    unlabelled += all.length - some.length;
    const sign = side === 1 ? 1 : -1;
    const middles = some.map((slice) => (slice.startAngle + slice.endAngle) / 2);
    const lines = toApart(
      middles.map((angle) => cy - Math.cos(angle) * radius * 1.08),
      LINE,
      panel.y + 8,
      panel.y + panel.height - 8,
    );
    const x = cx + sign * (radius + 22);
    const room = panel.width / 2 - radius - 30;
    for (const [at, slice] of some.entries()) {
      const [angle, y] = [middles[at]!, lines[at]!];
      const edge = [1.02, 1.07].map((far) => [
        cx + Math.sin(angle) * radius * far,
        cy - Math.cos(angle) * radius * far,
      ]);
      leaders.push({
        d: `M${edge[0]!.join()}L${edge[1]!.join()}L${x - sign * 5},${y}`,
        stroke: inks.strong,
        strokeWidth: 1,
      });
      const text = toText(slice);
      const name = toFitting(
        series.format(String(slice.data.series)),
        room - (text === '' ? 0 : toTextWidth(text, FONT) + 8),
        FONT + 1,
      );
      labels.push({
        x,
        y: y + 4,
        text: name,
        rest: text === '' ? undefined : { text, fill: inks.ink2 },
        fill: inks.ink,
        size: FONT + 1,
        anchor: sign > 0 ? 'start' : 'end',
      });
    }
  }
  return { shapes, leaders, labels, unlabelled };

  function isWithin({ startAngle, endAngle }: Slice): (x: number, y: number) => boolean {
    return (x, y) => {
      const far = Math.hypot(x - cx, y - cy);
      const angle = (Math.atan2(x - cx, cy - y) + 2 * Math.PI) % (2 * Math.PI);
      return far >= inner && far <= radius && angle >= startAngle && angle <= endAngle;
    };
  }
}
