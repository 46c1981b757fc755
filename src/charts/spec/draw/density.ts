import { findColumn } from '../../../steps/write';
import { isMoment } from '../channel';
import type { Datum, DatumValue, DrawContext } from '../chart';
import { only } from '../chart';
import { toTitle, toValueFormat } from '../format';
import type { Drawing } from '../frame';
import { toFacets } from '../frame';
import type { Squares } from '../kinds/point';
import type { SpotLine } from '../picture';
import { toEnds, toPlane } from '../plane';
import { toSeries } from '../series';
import { toShades } from '../shades';
import type { Cloud } from './point';

/** How many points lie in each square, as a colour; with groups the colour is the group's, and the fewer the paler. */
export function drawDensity(
  context: DrawContext,
  squares: Squares,
  { marks = [], notes = [], says, ends = [] }: Cloud,
): Drawing {
  const { chart, look, columns } = context;
  const words = look.words.distributions;
  const facets = toFacets(context);
  const series = toSeries(context, facets.rows);
  const isColored = only(chart, 'color') !== undefined;
  const isDate = (slot: string) => isMoment(findColumn(columns, only(chart, slot)!.column!)?.type ?? '');
  const dates = { x: isDate('x'), y: isDate('y') };
  const toValue = (slot: 'x' | 'y', at: number): number => {
    const { from, step, log } = squares[slot];
    const value = from + step * at;
    return log ? 10 ** value : dates[slot] ? value * 1000 : value;
  };
  const toPlaced = (slot: 'x' | 'y', at: number) =>
    dates[slot] ? new Date(toValue(slot, at)) : toValue(slot, at);
  const counts = series.rows.map((row) => Number(row.count));
  const most = Math.max(1, ...toEnds(counts));
  // few and many differ by powers, and both are to be seen
  const bend = (share: number) => Math.log1p(Math.max(0, share) * (most - 1)) / Math.log(most);
  const shades = toShades({
    values: [1, most],
    dark: look.dark,
    title: words.points,
    format: (value) => Math.round(value).toLocaleString(look.tag),
    ...(most > 1 && { bend, unbend: (share: number) => (most ** share - 1) / (most - 1) }),
  });
  const data = series.rows.map((row, at) => {
    const [column, line] = [Number(row.column), Number(row.line)];
    const share = most > 1 ? bend((counts[at]! - 1) / (most - 1)) : 1;
    return {
      ...row,
      x1: toPlaced('x', column),
      x2: toPlaced('x', column + 1),
      y1: toPlaced('y', line),
      y2: toPlaced('y', line + 1),
      shade: isColored ? row.series! : toStrong(share, counts[at]!),
      strength: isColored ? 0.25 + 0.75 * share : 1,
    };
  });
  function toStrong(share: number, count: number): string {
    // the palest of the ramp is hardly told from paper, and a lone point is to be seen
    return shades.colorOf(most > 1 ? Math.max(count, most ** Math.max(share, 0.18)) : count);
  }
  const plane = toPlane(context, {
    facets,
    ends: {
      x: toEnds(data.flatMap(({ x1, x2 }): DatumValue[] => [x1, x2])),
      y: toEnds([...data.flatMap(({ y1, y2 }): DatumValue[] => [y1, y2]), ...ends]),
    },
    inset: 0,
  });
  const format = {
    x: toValueFormat(look, only(chart, 'x')!, columns),
    y: toValueFormat(look, only(chart, 'y')!, columns),
  };
  const spanOf = (slot: 'x' | 'y', at: number) =>
    words.between(format[slot](toRound(toPlaced(slot, at))), format[slot](toRound(toPlaced(slot, at + 1))));
  const title = (slot: 'x' | 'y') => toTitle(look, only(chart, slot)!, columns, 'value');
  const toLines = (row: Datum): SpotLine[] => [
    { slot: 'x', name: title('x'), text: spanOf('x', Number(row.column)) },
    { slot: 'y', name: title('y'), text: spanOf('y', Number(row.line)) },
    ...(isColored
      ? [
          {
            slot: 'color',
            name: toTitle(look, only(chart, 'color')!, columns, 'group'),
            text: series.format(String(row.series)),
            color: series.colors[series.names.indexOf(String(row.series))] ?? '',
          },
        ]
      : []),
    { name: words.points, text: Number(row.count).toLocaleString(look.tag) },
  ];
  const densest = series.rows.reduce<Datum | undefined>(
    (best, row) => (!best || Number(row.count) > Number(best.count) ? row : best),
    undefined,
  );
  const points = squares.points.toLocaleString(look.tag);
  return {
    height: plane.height,
    margins: plane.margins,
    scales: { ...plane.scales, ...(isColored && { color: series.scale }) },
    marks: [
      ...plane.marks,
      {
        mark: 'rect',
        data,
        options: {
          x1: 'x1',
          x2: 'x2',
          y1: 'y1',
          y2: 'y2',
          fillOpacity: 'strength',
          fill: isColored
            ? 'shade'
            : {
                value: 'shade',
                scale: null,
              },
          shapeRendering: 'crispEdges',
          ...facets.channels,
        },
        spots: toLines,
      },
      ...marks,
      ...facets.marks,
    ],
    ...(isColored ? { legend: series.legend } : data.length > 0 && { ramp: shades.ramp }),
    zooms: 'xy',
    brushes: 'xy',
    notes: [words.density(points), ...(isColored ? [words.mixed] : []), ...notes],
    says:
      says ??
      words.dense({
        kind: look.words.marks[chart.mark]!,
        x: title('x'),
        y: title('y'),
        points,
        where: densest
          ? `${title('x')} ${format.x(toRound(toPlaced('x', Number(densest.column) + 0.5)))}, ${title('y')} ${format.y(toRound(toPlaced('y', Number(densest.line) + 0.5)))}`
          : '',
      }),
  };
}

/** As many digits as a square's edge is worth. */
function toRound(value: number | Date): number | Date {
  return value instanceof Date ? value : Number(value.toPrecision(4));
}
