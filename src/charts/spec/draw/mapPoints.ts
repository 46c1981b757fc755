import type { GeoPath, GeoProjection } from 'd3-geo';
import { geoPath } from 'd3-geo';
import type { Datum, DrawContext } from '../chart';
import { toSizeNotes } from '../sizes';
import { only } from '../chart';
import { toFitting, toNumberFormat, toTitle, toValueFormat } from '../format';
import { FONT, toPicture } from '../frame';
import type { Atlas } from '../maps/atlas';
import { findAtlas } from '../maps/atlas';
import type { Classes } from '../maps/classes';
import { toClasses } from '../maps/classes';
import type { PointsTold } from '../maps/makePoints';
import { toBounds, toRings } from '../maps/paths';
import type { Box, Center } from '../maps/projections';
import { fitSpan, fitWhole, MOST_HEIGHT, ratios, toProjection } from '../maps/projections';
import { toInks } from '../palette';
import { toPanels } from '../panels';
import type { Label, Mark, Picture, Shape, SpotLine } from '../picture';
import { toSeries, toSpots } from '../series';

/** Names are written at so many points at most. */
const MOST_LABELS = 60;

export function drawMapPoints(context: DrawContext): Picture {
  const { chart, look, told, rows } = context;
  const points = told.points as PointsTold;
  const { squares, span } = points;
  const atlas = findAtlas(points.atlas);
  const inks = toInks(look.dark);
  const series = toSeries(context, rows, { shape: 'dot' });
  const panels = toPanels(
    { ...context, rows: series.rows },
    { height: (width) => Math.min(width * toRatio(points), MOST_HEIGHT), least: 240 },
  );
  const placed = panels.panels.map((panel) => {
    const projection = toPointsProjection(context, atlas, panel);
    return { panel, projection, path: geoPath(projection).digits(1) };
  });
  const land = placed.flatMap(({ path }) =>
    toLand(atlas, path, { fill: inks.line, stroke: inks.paper, hasInset: !span, ink: inks.ink3 }),
  );
  const place = { type: 'identity', axis: null };
  const shared = {
    height: panels.height,
    margins: { top: 0, right: 0, bottom: 0, left: 0 },
    zooms: 'view' as const,
  };
  const names: Mark = { mark: 'label', data: panels.labels, options: {} };
  const toNumber = (value: number) => value.toLocaleString(look.tag);
  const nowhere = points.nowhere > 0 ? [look.words.maps.nowhere(toNumber(points.nowhere))] : [];
  if (squares) {
    const counts = rows.map((row) => Number(row.points));
    const classes = toClasses(counts, {
      dark: look.dark,
      count: 6,
      by: 'quantiles',
      scheme: 'one-way',
      middle: 0,
    });
    const cells = placed.flatMap(({ panel, path }) => toCells(panel.rows, path, { squares, classes }));
    const format = toNumberFormat(look, {}, 'axis');
    return toPicture(context, {
      ...shared,
      scales: { x: place, y: place },
      marks: [
        { mark: 'shape', data: land, options: {} },
        { mark: 'shape', data: toInked(cells), options: {} },
        {
          mark: 'rect',
          data: cells,
          options: { x1: 'x1', y1: 'y1', x2: 'x2', y2: 'y2', fill: 'none', stroke: 'none' },
          spots: toSquareLines(context, squares),
        },
        names,
      ],
      ramp: {
        title: look.words.rows,
        colors: classes.colors,
        labels: classes.ends.map((end) => format(end)),
      },
      notes: [look.words.maps.together(toNumber(squares.points), toNumber(cells.length)), ...nowhere],
      says: look.words.maps.say.density(toNumber(squares.points)),
    });
  }
  const most = Math.max(...rows.map((row) => Math.abs(Number(row.size ?? 0))), 0) || 1;
  const largest = Math.min(22, look.width / 26);
  const isSized = only(chart, 'size') !== undefined;
  const dots = placed.flatMap(({ panel, projection }) =>
    panel.rows.flatMap((row): Datum[] => {
      const place = projection([Number(row.longitude), Number(row.latitude)]);
      if (!place) return [];
      const [px, py] = place;
      return [
        {
          ...row,
          px,
          py,
          r: isSized ? Math.max(1, largest * Math.sqrt(Math.abs(Number(row.size ?? 0)) / most)) : 3,
        },
      ];
    }),
  );
  // what is small lies upon what is large
  if (isSized) dots.sort((a, b) => Number(b.r) - Number(a.r));
  const beyond = series.rows.length - dots.length;
  return toPicture(context, {
    ...shared,
    scales: { x: place, y: place, r: { type: 'identity' }, color: series.scale },
    marks: [
      { mark: 'shape', data: land, options: {} },
      {
        mark: 'dot',
        data: dots,
        options: {
          x: 'px',
          y: 'py',
          fill: 'series',
          fillOpacity: isSized ? 0.65 : dots.length > 2000 ? 0.35 : dots.length > 300 ? 0.6 : 0.85,
          ...(isSized || dots.length <= 300 ? { stroke: inks.paper, strokeWidth: 0.75 } : {}),
          r: isSized ? 'r' : dots.length > 5000 ? 1.5 : 3,
        },
        spots: toSpots(context, series),
      },
      { mark: 'label', data: only(chart, 'label') ? toLabels(dots, context) : [], options: {} },
      names,
    ],
    legend: series.legend,
    notes: [
      ...toSizeNotes(context),
      ...nowhere,
      ...(beyond > 0 ? [look.words.maps.beyond(toNumber(beyond))] : []),
    ],
    says:
      dots.length === 0
        ? look.words.maps.say.empty(toTold(context))
        : look.words.maps.say.points(toTold(context), toNumber(dots.length)),
  });
}

/** How high the picture is, of its width: of a part of the Earth, about as it is on the ground. */
function toRatio({ atlas, span }: PointsTold): number {
  if (!span) return ratios[atlas];
  const { west, east, south, north } = span;
  const middle = ((south + north) / 2) * (Math.PI / 180);
  return Math.min(0.9, Math.max(0.4, (north - south) / ((east - west) * Math.cos(middle))));
}

function toPointsProjection({ chart, told, look }: DrawContext, atlas: Atlas, box: Box): GeoProjection {
  const { span } = told.points as PointsTold;
  if (span) return fitSpan(span, box);
  const { center } = chart.options as { center: Center };
  return fitWhole(toProjection(atlas.name, { center, tag: look.tag }), atlas, box);
}

function toLand(
  { regions, inset }: Atlas,
  path: GeoPath,
  { fill, stroke, hasInset, ink }: { fill: string; stroke: string; hasInset: boolean; ink: string },
): Shape[] {
  const land = [...regions.values()].flatMap((shape): Shape[] => {
    const d = shape.id === 'AQ' ? null : path(shape);
    return d ? [{ d, fill, stroke, strokeWidth: 0.5 }] : [];
  });
  const sea = hasInset && inset ? path(inset) : null;
  return sea ? [...land, { d: sea, fill: ink }] : land;
}

/** Squares as they lie on the map, each with its colour and the box around it. */
function toCells(
  rows: readonly Datum[],
  path: GeoPath,
  { squares, classes }: { squares: NonNullable<PointsTold['squares']>; classes: Classes },
): Datum[] {
  return rows.flatMap((row): Datum[] => {
    const [west, south] = [Number(row.longitude), Number(row.latitude)];
    const [east, north] = [west + squares.longitude, Math.min(south + squares.latitude, 90)];
    const ring = [
      [west, south],
      [west, north],
      [east, north],
      [east, south],
      [west, south],
    ];
    const d = path({ type: 'Polygon', coordinates: [ring] });
    if (!d) return [];
    const [x1, y1, x2, y2] = toBounds(toRings(d).flat());
    return [{ ...row, d, ink: classes.colorOf(Number(row.points)), x1, y1, x2, y2 }];
  });
}

/** All squares of a colour are one path: there may be thousands. */
function toInked(cells: readonly Datum[]): Shape[] {
  const byInk = Map.groupBy(cells, ({ ink }) => String(ink));
  return [...byInk].map(([fill, some]) => ({ d: some.map(({ d }) => String(d)).join(''), fill }));
}

/** What is said of a square: between which degrees it lies, and how many points are in it. */
function toSquareLines({ look }: DrawContext, squares: NonNullable<PointsTold['squares']>) {
  const { maps, rows } = look.words;
  const format = new Intl.NumberFormat(look.tag, { maximumSignificantDigits: 5 });
  const toSpan = (from: number, size: number) => `${format.format(from)} – ${format.format(from + size)}`;
  return (row: Datum): SpotLine[] => [
    { name: maps.longitude, text: toSpan(Number(row.longitude), squares.longitude) },
    { name: maps.latitude, text: toSpan(Number(row.latitude), squares.latitude) },
    { name: rows, text: Number(row.points).toLocaleString(look.tag) },
  ];
}

function toLabels(dots: readonly Datum[], { chart, look, columns }: DrawContext): Label[] {
  const inks = toInks(look.dark);
  const format = toValueFormat(look, only(chart, 'label')!, columns);
  return dots.slice(0, MOST_LABELS).flatMap(({ label, px, py, r }): Label[] =>
    label === null || label === undefined
      ? []
      : [
          {
            x: Number(px),
            y: Number(py) - Number(r) - 4,
            text: toFitting(format(label), 140, FONT - 1),
            fill: inks.ink2,
            size: FONT - 1,
            anchor: 'middle',
            halo: inks.paper,
          },
        ],
  );
}

/** What tells the points apart, if anything does. */
function toTold({ chart, look, columns }: DrawContext): string {
  const channel = only(chart, 'label') ?? only(chart, 'color') ?? only(chart, 'size');
  return channel ? toTitle(look, channel, columns, 'value') : '';
}
