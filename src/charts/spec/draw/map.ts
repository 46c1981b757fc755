import type { GeoPath } from 'd3-geo';
import { geoPath } from 'd3-geo';
import type { Datum, DrawContext } from '../chart';
import { only } from '../chart';
import { toNumberFormat, toTextWidth, toTitle, toValueFormat } from '../format';
import { FONT, toMeasureTitle, toPicture } from '../frame';
import type { MapTold } from '../maps/makeMap';
import type { Atlas } from '../maps/atlas';
import { findAtlas } from '../maps/atlas';
import type { Classes } from '../maps/classes';
import { toClasses } from '../maps/classes';
import type { Gazetteer } from '../maps/names';
import { findNames } from '../maps/names';
import { sayMissed } from '../maps/notes';
import type { Ring } from '../maps/paths';
import { toArea, toBounds, toMiddle, toRings } from '../maps/paths';
import type { Center } from '../maps/projections';
import { fit, fitWhole, MOST_HEIGHT, ratios, toCollection, toProjection } from '../maps/projections';
import { toInks } from '../palette';
import type { Panel } from '../panels';
import { toPanels } from '../panels';
import type { Label, Picture, Shape, SpotLine } from '../picture';
import { toSpots } from '../series';

interface MapOptions {
  shape: 'fill' | 'bubble';
  classes: 'auto' | 'even' | 'quantiles';
  count: number;
  scheme: 'auto' | 'one-way' | 'two-way';
  middle: number;
  names: boolean;
  view: 'all' | 'data';
  center: Center;
}

export function drawMap(context: DrawContext): Picture {
  const { chart, look, told, rows } = context;
  const options = chart.options as unknown as MapOptions;
  const { atlas: name } = told.map as MapTold;
  const atlas = findAtlas(name);
  const names = findNames()[name];
  const { panels, labels, height } = toPanels(context, {
    height: (width) => Math.min(width * ratios[name], MOST_HEIGHT),
    least: 240,
  });
  const values = rows.flatMap(({ color }) =>
    typeof color === 'number' || typeof color === 'bigint' || typeof color === 'string'
      ? [Number(color)]
      : [],
  );
  const classes = toClasses(values, { ...options, by: options.classes, dark: look.dark });
  const drawn = panels.map((panel) => drawPanel(panel, { context, options, atlas, names, classes, values }));
  const format = toNumberFormat(look, only(chart, 'color') ?? {}, 'axis');
  const isFilled = options.shape === 'fill';
  const title = toMeasureTitle(context, 'color');
  const inks = toInks(look.dark);
  return toPicture(context, {
    height,
    margins: { top: 0, right: 0, bottom: 0, left: 0 },
    scales: {},
    marks: [
      {
        mark: 'shape',
        data: drawn.flatMap((one) => one.shapes),
        options: {},
        spots: toLines(context, names),
      },
      { mark: 'label', data: [...labels, ...drawn.flatMap((one) => one.labels)], options: {} },
    ],
    ...(isFilled &&
      values.length > 0 && {
        ramp: {
          title,
          colors: classes.colors,
          labels: classes.ends.map((end) => format(end)),
          missing: { label: look.words.maps.noData, color: inks.line },
        },
      }),
    notes: sayMissed(context),
    zooms: 'view',
    says: say(context, names, title),
  });
}

interface PanelContext {
  context: DrawContext;
  options: MapOptions;
  atlas: Atlas;
  names: Gazetteer[keyof Gazetteer];
  classes: Classes;
  values: readonly number[];
}

function drawPanel(panel: Panel, { context, options, atlas, names, classes, values }: PanelContext) {
  const { look } = context;
  const { dark, tag } = look;
  const inks = toInks(dark);
  const byId = new Map(panel.rows.map((row) => [String(row.region), row]));
  const has = (id: string) => byId.has(id);
  const path = toPath(panel, { options, atlas, has, tag });
  const isFilled = options.shape === 'fill';
  const toValue = (row: Datum | undefined) =>
    row?.color === undefined || row.color === null ? undefined : Number(row.color);
  const places = [...atlas.regions].flatMap(([id, shape]) => {
    if (id === 'AQ' && !has(id)) return [];
    const d = path(shape);
    if (!d) return [];
    const row = byId.get(id);
    const rings = toRings(d);
    return [{ id, d, rings, row, value: toValue(row), size: toSize(rings) }];
  });
  // what is small lies upon what is large, and can be pointed at
  places.sort((a, b) => b.size - a.size);
  const colorOf = (value: number | undefined) =>
    value === undefined || !Number.isFinite(value) ? inks.line : classes.colorOf(value);
  const shapes = places.flatMap(({ id, d, rings, row, value }): Shape[] => {
    const fill = isFilled ? colorOf(value) : inks.line;
    const area = toArea(rings);
    const region: Shape = {
      d,
      fill,
      stroke: inks.paper,
      strokeWidth: 0.5,
      ...(area && { at: area, datum: row ?? { region: id } }),
    };
    // a country of a few points is a dot, else its colour could not be seen
    const isTiny = area !== undefined && area.tip === undefined;
    return isTiny && isFilled && value !== undefined
      ? [region, { d: toCircle(area.x, area.y, 2.5), fill, stroke: inks.paper, strokeWidth: 0.5 }]
      : [region];
  });
  const { inset } = atlas;
  const sea = inset ? [{ d: path(inset) ?? '', fill: inks.ink3 }] : [];
  const circles = isFilled ? [] : toBubbles(places, values, context);
  const shown = options.names ? toNames(places, { context, names }) : [];
  return { shapes: [...shapes, ...sea, ...circles], labels: shown };
}

function toPath(
  { x, y, width, height }: Panel,
  {
    options,
    atlas,
    has,
    tag,
  }: { options: MapOptions; atlas: Atlas; has: (id: string) => boolean; tag: string },
): GeoPath {
  const { view, center } = options;
  const projection = toProjection(atlas.name, { center, tag });
  const box = { x, y, width, height };
  const some = [...atlas.regions].flatMap(([id, shape]) => (has(id) ? [shape] : []));
  if (view === 'data' && some.length > 0 && atlas.name !== 'states') {
    fit(projection, toCollection(some), box).clipExtent([
      [x, y],
      [x + width, y + height],
    ]);
  } else fitWhole(projection, atlas, box, has);
  return geoPath(projection).digits(1);
}

interface Place {
  readonly id: string;
  readonly d: string;
  readonly rings: readonly Ring[];
  readonly row: Datum | undefined;
  readonly value: number | undefined;
}

function toBubbles(places: readonly Place[], values: readonly number[], { look }: DrawContext): Shape[] {
  const most = Math.max(...values.map(Math.abs), 0) || 1;
  const largest = Math.min(26, look.width / 24);
  const inks = toInks(look.dark);
  return places
    .flatMap(({ rings, row, value }) => (value === undefined || !row ? [] : [{ rings, row, value }]))
    .sort((a, b) => Math.abs(b.value) - Math.abs(a.value))
    .map(({ rings, row, value }) => {
      const [x, y] = toMiddle(rings);
      const r = Math.max(1, largest * Math.sqrt(Math.abs(value) / most));
      return {
        d: toCircle(x, y, r),
        fill: value < 0 ? inks.bad : inks.accent,
        opacity: 0.7,
        stroke: inks.paper,
        strokeWidth: 0.75,
        at: { x, y, w: r, h: r, contains: (px, py) => Math.hypot(px - x, py - y) <= r },
        datum: row,
      };
    });
}

function toCircle(x: number, y: number, r: number): string {
  const [left, top, size] = [x - r, y, r].map((number) => Math.round(number * 100) / 100);
  return `M${left},${top}a${size},${size},0,1,1,${2 * size!},0a${size},${size},0,1,1,${-2 * size!},0Z`;
}

/** Names of regions that are wide enough for them, the largest first, none over another. */
function toNames(
  places: readonly Place[],
  { context, names }: { context: DrawContext; names: PanelContext['names'] },
): Label[] {
  const { look } = context;
  const inks = toInks(look.dark);
  const taken: [number, number, number, number][] = [];
  return places.flatMap(({ id, rings }): Label[] => {
    if (rings.length === 0) return [];
    const text = toRegionName(names, id, look.tag);
    const half = toTextWidth(text, FONT - 1) / 2;
    const [left, , right] = toBounds(rings.flat());
    if (2 * half > (right - left) * 1.15) return [];
    const [x, y] = toMiddle(rings);
    const box: [number, number, number, number] = [x - half, y - 6, x + half, y + 6];
    if (taken.some((one) => box[0] < one[2] && box[2] > one[0] && box[1] < one[3] && box[3] > one[1]))
      return [];
    taken.push(box);
    return [{ x, y: y + 4, text, fill: inks.ink, size: FONT - 1, anchor: 'middle', halo: inks.paper }];
  });
}

function toSize(rings: readonly Ring[]): number {
  if (rings.length === 0) return 0;
  const [left, top, right, bottom] = toBounds(rings.flat());
  return (right - left) * (bottom - top);
}

function toRegionName(names: PanelContext['names'], id: string, tag: string): string {
  const region = names.regions.get(id);
  if (!region) return id;
  return tag.startsWith('zh') ? region.zh : region.en;
}

/** What is said of a region: its name, and what its rows come to. */
function toLines(context: DrawContext, names: PanelContext['names']): (datum: Datum) => SpotLine[] {
  const { chart, look, columns } = context;
  const lines = toSpots(context);
  const title = toTitle(look, only(chart, 'region')!, columns, 'group');
  return (datum) => {
    const name = toRegionName(names, String(datum.region), look.tag);
    if (Object.keys(datum).length === 1)
      return [
        { name: title, text: name },
        { name: look.words.maps.noData, text: '' },
      ];
    return lines(datum).map((line) => (line.slot === 'region' ? { ...line, text: name } : line));
  };
}

function say(
  { chart, rows, look, columns }: DrawContext,
  names: PanelContext['names'],
  title: string,
): string {
  const { say: words } = look.words.maps;
  const known = rows.flatMap((row) => {
    const value = row.color === null || row.color === undefined ? NaN : Number(row.color);
    return Number.isFinite(value) ? [{ id: String(row.region), value }] : [];
  });
  if (known.length === 0) return words.empty(title);
  const format = toValueFormat(look, only(chart, 'color') ?? {}, columns, { measured: true });
  const sorted = known.toSorted((a, b) => b.value - a.value);
  const toText = ({ id, value }: (typeof known)[number]) =>
    look.words.say.with(toRegionName(names, id, look.tag), format(value));
  const count = new Set(known.map(({ id }) => id)).size;
  return words.regions(
    title,
    count.toLocaleString(look.tag),
    names.regions.size.toLocaleString(look.tag),
    toText(sorted[0]!),
    toText(sorted.at(-1)!),
  );
}
