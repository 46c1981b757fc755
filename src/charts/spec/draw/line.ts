import { isApart, toApart } from '../apart';
import { toAlong } from '../bands';
import type { Datum, DrawContext } from '../chart';
import { only } from '../chart';
import { toFacets, toMeasureTitle, toPicture, type Drawing } from '../frame';
import { toSpread } from '../keys';
import { toFinite } from '../laid';
import { withLayers } from '../layers';
import { withOver } from '../over';
import { withOwnScales } from '../ownScales';
import { toRuler } from '../rulers';
import type { Fine } from '../kinds/fine';
import { toInks } from '../palette';
import type { Mark, Picture } from '../picture';
import { toPlaces } from '../places';
import { sayGroups, sayTrend } from '../say';
import { toSeries, toSpots } from '../series';
import { toPlaceAxis } from '../axes';
import { curves, drawFineLine } from './fine';

export function drawLine(given: DrawContext): Picture {
  const fine = given.told.fine as Fine | undefined;
  if (fine) return drawFineLine(given, fine);
  const apart = isApart(given) ? toApart(given) : undefined;
  const context = apart?.context ?? given;
  const { chart, look, columns } = context;
  const { curve, gaps, dots, zero } = chart.options as {
    curve: string;
    gaps: string;
    dots: boolean;
    zero: boolean;
  };
  const facets = apart?.facets ?? toFacets(context);
  const series = toSeries(context, facets.rows, { shape: 'line' });
  const places = toPlaces(context, series.rows);
  const inks = toInks(look.dark);
  const known = series.rows.map((row): Datum => ({
    ...row,
    at: places.at(row),
    value: toFinite(apart ? row.value : row.y) ?? null,
  }));
  const data = gaps === 'joined' ? known : withGaps(known, places.names.length, gaps === 'zero' ? 0 : null);
  const values = known.flatMap(({ value }) => (typeof value === 'number' ? [value] : []));
  const along = toAlong(context, { rows: known, series, facets, curve: curves[curve]! });
  const isFaceted = facets.columns * facets.lines > 1;
  const measure = only(chart, 'y') ?? {};
  const ruler = toRuler(context, measure, {
    side: 'left',
    values: [...values, ...along.ends],
    length: isFaceted ? 150 : 280,
    title: toMeasureTitle(context, 'y'),
    zero,
  });
  const isLog = measure.scale === 'log';
  const unseen = isLog ? values.filter((value) => value <= 0).length : 0;
  const lone = findLone(data);
  const spots = toSpots(context, series);
  const { mark, height } = toPlaceAxis(places, {
    look,
    columns: facets.columns,
    left: ruler.room,
  });
  const channels = { x: 'at', y: 'value', ...facets.channels };
  const toDots = (rows: readonly Datum[], r: number): Mark => ({
    mark: 'dot',
    data: rows,
    options: { ...channels, r, fill: 'series', stroke: inks.paper, strokeWidth: r > 2 ? 1 : 0 },
  });
  const drawing: Drawing = {
    height: (facets.lines > 1 ? 200 : 320) * facets.lines,
    margins: { left: ruler.room, bottom: height, top: isFaceted ? 44 : 26, right: 20 },
    scales: {
      x: { type: 'linear', domain: [-0.2, Math.max(places.names.length - 0.8, 0.2)], label: null },
      y: ruler.scale,
      color: series.scale,
      ...facets.scales,
    },
    marks: [
      ruler.grid,
      ruler.axis,
      mark,
      ...(zero && !isLog ? [{ mark: 'ruleY', data: [0], options: { stroke: inks.strong } }] : []),
      ...along.band,
      {
        mark: 'line',
        data,
        options: { ...channels, z: 'series', stroke: 'series', strokeWidth: 2, curve: curves[curve] },
      },
      ...(dots ? [toDots(known, 3)] : lone.length > 0 ? [toDots(lone, 2.5)] : []),
      ...along.dots,
      { mark: 'dot', data: known, options: { ...channels, r: 3, fill: 'none', stroke: 'none' }, spots },
      ...facets.marks,
    ],
    legend: series.legend,
    pointing: 'along',
    zooms: 'x',
    brushes: 'x',
    says: toSpread(only(chart, 'x')!, columns) === 'names' ? sayGroups(context) : sayTrend(context),
    notes: [
      ...along.notes,
      ...(unseen > 0 ? [look.words.figures.notes.log(unseen.toLocaleString(look.tag))] : []),
      ...(chart.options.diagonal ? [look.words.lines.noDiagonal] : []),
      ...(chart.options.under ? [look.words.lines.noUnder] : []),
    ],
  };
  return toPicture(
    context,
    withOver(
      context,
      withOwnScales(
        context,
        withLayers(context, drawing, {
          place: places.at,
          rows: series.rows,
          color: series.colors[0] ?? inks.accent,
        }),
      ),
      { places, values },
    ),
  );
}

const seriesOf = (row: Datum) => `${String(row.fx)} ${String(row.fy)} ${String(row.series)}`;

/** A line is broken, or falls to nothing, where a group has no row. */
function withGaps(rows: readonly Datum[], count: number, value: number | null): Datum[] {
  const bySeries = Map.groupBy(rows, seriesOf);
  return [...bySeries.values()].flatMap((some) => {
    const there = new Map(some.map((row) => [row.at as number, row]));
    const [first] = some;
    return Array.from(
      { length: count },
      (_, at): Datum =>
        there.get(at) ?? { series: first!.series!, fx: first!.fx!, fy: first!.fy!, at, value },
    );
  });
}

/** Points with no neighbour, which a line alone would not show. */
function findLone(rows: readonly Datum[]): Datum[] {
  return rows.filter((row, at) => {
    const has = (other: Datum | undefined) =>
      other !== undefined && seriesOf(other) === seriesOf(row) && other.value !== null;
    return row.value !== null && !has(rows[at - 1]) && !has(rows[at + 1]);
  });
}
