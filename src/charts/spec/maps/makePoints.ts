import { quoteName } from '../../../sql/quote';
import type { Bins } from '../bins';
import { toBins, toBinStartSql } from '../bins';
import type { MakeContext, Made } from '../chart';
import { only } from '../chart';
import { toRows, toWhere } from '../groups';
import type { Singles } from '../singles';
import { toSingles } from '../singles';
import { findAtlas, loadAtlas } from './atlas';
import type { AtlasName } from './names';
import { isWithin } from './paths';
import type { Span } from './projections';

/** What a map's points were asked for as. */
export interface PointsTold {
  readonly atlas: AtlasName;
  /** The part of the map that is shown, if not all of it. */
  readonly span?: Span;
  /** Rows whose numbers are no longitude or latitude. */
  readonly nowhere: number;
  /** Points that are counted in squares. */
  readonly squares?: { readonly longitude: number; readonly latitude: number; readonly points: number };
}

/** The query of a map of points: each row, or how many rows lie in each square. */
export async function makePoints(context: MakeContext): Promise<Made> {
  const { chart, from, ask } = context;
  const { most, dense } = chart.options as { most: number; dense: 'auto' | 'points' | 'density' };
  const [longitude, latitude] = ['longitude', 'latitude'].map((slot) =>
    quoteName(only(chart, slot)!.column!),
  );
  // some count longitudes from 0 to 360
  const isNowhere = `coalesce(NOT (${longitude} BETWEEN -180 AND 360 AND ${latitude} BETWEEN -90 AND 90), false)`;
  const [answer] = toRows(
    await ask(`SELECT count(*) FILTER (WHERE ${isNowhere})\nFROM ${from}${toWhere(chart)}`),
  );
  const nowhere = Number(answer![0]);
  const singles = await toSingles(
    { ...context, ...(nowhere > 0 && { from: `(SELECT * FROM ${from} WHERE NOT ${isNowhere})` }) },
    {
      needed: ['longitude', 'latitude'],
      values: ['size', 'label'],
      most: { color: 10, facet: 12, rows: 8 },
    },
  );
  const { rows, keys, values } = singles;
  const { atlas, span } = await toPart(context, singles);
  await loadAtlas(atlas);
  const points: PointsTold = { atlas, nowhere, ...(span && { span }) };
  const told = { ...singles.told, rows: Number(singles.told.rows ?? 0) + nowhere };
  if (rows > 0 && (dense === 'density' || (dense === 'auto' && rows > most)))
    return toDensity(context, singles, { points, told });
  const given = [...keys, ...values];
  const every = Math.ceil(rows / most);
  return {
    // every so many rows, so that the same rows give the same picture
    sql: `SELECT ${given.map(([, name]) => quoteName(name)).join(', ')}\nFROM ${singles.from}${every > 1 ? `\nQUALIFY row_number() OVER () % ${every} = 0` : ''}`,
    slots: given.map(([slot]) => slot),
    chart,
    told: {
      ...told,
      ...(every > 1 && { thinned: { from: rows, to: Math.floor(rows / every) } }),
      points,
    },
  };
}

/** A square is about so many points wide. */
const SQUARE = 4;
/** How many degrees a whole map is wide. */
const widths: Readonly<Record<AtlasName, number>> = { world: 360, china: 62, cities: 62, states: 58 };

function toDensity(
  { chart, pixels }: MakeContext,
  { from, keys, values, rows, ends }: Singles,
  { points, told }: { points: PointsTold; told: Made['told'] },
): Made {
  const { span, atlas } = points;
  const wide = span ? span.east - span.west : widths[atlas];
  const middle = (ends.latitude![0] + ends.latitude![1]) / 2;
  const step = wide / (pixels / SQUARE);
  // a degree of latitude is as long as one of longitude at the equator
  const high = step * Math.max(0.2, Math.cos((middle * Math.PI) / 180));
  // round degrees, between which a person can say where a square lies
  const toSpan = (slot: string, size: number): Bins => {
    const [least, greatest] = ends[slot]!;
    return toBins(least, greatest, (greatest - least) / size);
  };
  const bins = { longitude: toSpan('longitude', step), latitude: toSpan('latitude', high) };
  const nameOf = new Map(values);
  const parts = keys.filter(([slot]) => !slot.startsWith('color'));
  const list = [
    ...parts.map(([, name]) => quoteName(name)),
    ...(['longitude', 'latitude'] as const).map((slot) => {
      const it = quoteName(nameOf.get(slot)!);
      return `${toBinStartSql(it, bins[slot])} AS ${it}`;
    }),
  ];
  return {
    sql: `SELECT ${list.join(',\n  ')},\n  count(*) AS "points of a square"\nFROM ${from}\nGROUP BY ALL\nORDER BY ALL`,
    slots: [...parts.map(([slot]) => slot), 'longitude', 'latitude', 'points'],
    chart,
    told: {
      ...told,
      bins,
      points: {
        ...points,
        squares: { longitude: bins.longitude.step, latitude: bins.latitude.step, points: rows },
      },
    },
  };
}

/** Maps of a part of the world that points may all be on, and between which degrees. */
const parts = [
  { atlas: 'china', west: 73, east: 136, south: 3, north: 54 },
  { atlas: 'states', west: -180, east: -66, south: 18, north: 72 },
] as const;

/** So many points are looked up on a map, and so many of them have to be on it. */
const SAMPLE = 400;
const ENOUGH = 0.9;
/** Where points lie within so many degrees, the provinces around them say little. */
const NEAR = 10;

/** The map on which points are seen best, and the part of it. */
async function toPart(
  { chart, ask }: MakeContext,
  { from, values, rows, ends }: Singles,
): Promise<Pick<PointsTold, 'atlas' | 'span'>> {
  const { atlas: asked, view } = chart.options as { atlas: AtlasName | 'auto'; view: 'auto' | 'all' };
  if (rows === 0) return { atlas: asked === 'auto' ? 'world' : asked };
  const [[west, east], [south, north]] = [ends.longitude!, ends.latitude!];
  const [wide, high] = [east - west, north - south];
  const toSpan = (atlas: AtlasName): Pick<PointsTold, 'span'> => {
    const least = atlas === 'world' ? 180 : 25;
    if (view === 'all' || wide > least || high > least * 0.6) return {};
    const edge = Math.max(wide, high) * 0.08 + 0.05;
    return { span: { west: west - edge, east: east + edge, south: south - edge, north: north + edge } };
  };
  if (asked !== 'auto') return { atlas: asked, ...toSpan(asked) };
  const near = parts.filter(
    (part) => west < part.east && east > part.west && south < part.north && north > part.south,
  );
  const toSample = async () => {
    const names = new Map(values);
    const [x, y] = ['longitude', 'latitude'].map((slot) => `CAST(${quoteName(names.get(slot)!)} AS DOUBLE)`);
    const every = Math.ceil(rows / SAMPLE);
    return toRows(await ask(`SELECT ${x}, ${y}\nFROM ${from}\nQUALIFY row_number() OVER () % ${every} = 0`));
  };
  const sample = near.length > 0 ? await toSample() : [];
  for (const { atlas } of sample.length > 0 ? near : []) {
    await loadAtlas(atlas);
    const inside = sample.filter(([longitude, latitude]) => isOn(atlas, Number(longitude), Number(latitude)));
    if (inside.length < sample.length * ENOUGH) continue;
    const { span } = toSpan(atlas);
    const isClose = atlas === 'china' && span !== undefined && Math.max(wide, high) < NEAR;
    return { atlas: isClose ? 'cities' : atlas, ...(span && { span }) };
  }
  return { atlas: 'world', ...toSpan('world') };
}

function isOn(atlas: AtlasName, longitude: number, latitude: number): boolean {
  const wrapped = longitude > 180 ? longitude - 360 : longitude;
  return [...findAtlas(atlas).regions.values()].some(({ geometry }) => {
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    return polygons.some((rings) => isWithin(rings as [number, number][][], wrapped, latitude));
  });
}
