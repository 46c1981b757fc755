import { toPlaceAxis } from '../axes';
import type { Datum, DrawContext } from '../chart';
import { only } from '../chart';
import type { Drawing } from '../frame';
import { toFacets, toMeasureTitle, toPicture } from '../frame';
import { withOver } from '../over';
import { isAdditive, toAggregate, toSpread } from '../keys';
import { toInks } from '../palette';
import type { Picture } from '../picture';
import { toPlaces } from '../places';
import { toRuler } from '../rulers';
import { sayGroups, sayTrend } from '../say';
import { toSeries, toSpots } from '../series';

const curves: Record<string, string> = { straight: 'linear', smooth: 'monotone-x', steps: 'step' };

export function drawArea(context: DrawContext): Picture {
  const { chart, look, columns } = context;
  const { stack, curve } = chart.options as { stack: string; curve: string };
  const facets = toFacets(context);
  const series = toSeries(context, facets.rows);
  const places = toPlaces(context, series.rows);
  const inks = toInks(look.dark);
  const measure = only(chart, 'y') ?? {};
  // means and medians do not add up to anything
  const way = !isAdditive(toAggregate(measure, columns)) && series.names.length > 1 ? 'overlaid' : stack;
  const isShare = way === 'share';
  const areas = toAreas(series.rows, {
    count: places.names.length,
    at: places.at,
    names: series.names,
    way,
  });
  const ends = areas.flatMap(({ from, to }) => (from === null || to === null ? [] : [from, to]));
  const height = (facets.lines > 1 ? 200 : 320) * facets.lines;
  const ruler = toRuler(context, measure, {
    side: 'left',
    values: isShare ? [0, 1] : ends,
    length: height / facets.lines,
    zero: true,
    title: isShare ? null : toMeasureTitle(context, 'y'),
    ...(isShare && { format: (value) => value.toLocaleString(look.tag, { style: 'percent' }) }),
  });
  const axis = toPlaceAxis(places, { look, columns: facets.columns, left: ruler.room });
  const isFaceted = facets.columns * facets.lines > 1;
  const channels = { x: 'at', ...facets.channels };
  const shared = { ...channels, z: 'series', curve: curves[curve] };
  const isLone = places.names.length === 1;
  const drawing: Drawing = {
    height,
    margins: { left: Math.max(ruler.room, 44), bottom: axis.height, top: isFaceted ? 44 : 26, right: 20 },
    scales: {
      x: {
        type: 'linear',
        domain: isLone ? [-0.5, 0.5] : [0, Math.max(places.names.length - 1, 1)],
        label: null,
      },
      y: ruler.scale,
      color: series.scale,
      ...facets.scales,
    },
    marks: [
      ruler.grid,
      ruler.axis,
      axis.mark,
      {
        mark: 'areaY',
        data: areas,
        options: {
          ...shared,
          y1: 'from',
          y2: 'to',
          fill: 'series',
          fillOpacity: way === 'overlaid' ? 0.22 : 0.82,
        },
      },
      {
        mark: 'line',
        data: areas,
        options: {
          ...shared,
          y: 'to',
          stroke: way === 'overlaid' || series.names.length < 2 ? 'series' : inks.paper,
          strokeWidth: way === 'overlaid' || series.names.length < 2 ? 1.75 : 0.75,
        },
      },
      ...(isLone
        ? [
            {
              mark: 'ruleX',
              data: areas,
              options: { ...channels, y1: 'from', y2: 'to', stroke: 'series', strokeWidth: 6 },
            },
          ]
        : []),
      { mark: 'ruleY', data: [0], options: { stroke: inks.strong } },
      {
        mark: 'dot',
        data: areas.filter(({ isThere }) => isThere),
        options: { ...channels, y: 'to', r: 3, fill: 'none', stroke: 'none' },
        spots: toSpots(context, series),
      },
      ...facets.marks,
    ],
    legend: series.legend,
    pointing: 'along',
    zooms: 'x',
    brushes: 'x',
    says: toSpread(only(chart, 'x')!, columns) === 'names' ? sayGroups(context) : sayTrend(context),
  };
  const values = areas.flatMap(({ to, isThere }) => (isThere && to !== null ? [to] : []));
  return toPicture(context, withOver(context, drawing, { places, values }));
}

interface Area {
  readonly at: number;
  readonly from: number | null;
  readonly to: number | null;
  readonly isThere: boolean;
}

interface AreaOptions {
  count: number;
  at: (row: Datum) => number;
  names: readonly string[];
  way: string;
}

/** Each group's area at each place, also where it has no row: there it comes to nothing. */
function toAreas(rows: readonly Datum[], { count, at, names, way }: AreaOptions): (Datum & Area)[] {
  const panels = Map.groupBy(rows, (row) => `${String(row.fx)} ${String(row.fy)}`);
  return [...panels.values()].flatMap((panel) => {
    const there = new Map(panel.map((row) => [`${String(row.series)} ${at(row)}`, row]));
    const { fx, fy } = panel[0]!;
    const up = new Float64Array(count);
    const down = new Float64Array(count);
    const wholes = new Float64Array(count);
    for (const row of panel) wholes[at(row)]! += Math.abs(Number(row.y ?? 0));
    return names.flatMap((series) =>
      Array.from({ length: count }, (_, place): Datum & Area => {
        const row = there.get(`${series} ${place}`);
        const base = {
          ...(row ?? { series }),
          ...(fx !== undefined && { fx }),
          ...(fy !== undefined && { fy }),
        };
        const isThere = row !== undefined && row.y !== null && row.y !== undefined;
        const value = isThere ? Number(row.y) : 0;
        const shown = way === 'share' ? value / (wholes[place] || 1) : value;
        if (way === 'overlaid')
          return { ...base, at: place, from: 0, to: row && !isThere ? null : shown, isThere };
        const side = shown < 0 ? down : up;
        const from = side[place]!;
        side[place] = from + shown;
        return { ...base, at: place, from, to: from + shown, isThere };
      }),
    );
  });
}
