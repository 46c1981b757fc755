import type { GeoProjection, GeoPermissibleObjects } from 'd3-geo';
import { geoAlbersUsa, geoConicEqualArea, geoEqualEarth, geoMercator } from 'd3-geo';
import type { FeatureCollection } from 'geojson';
import type { Atlas, Shape } from './atlas';
import type { AtlasName } from './names';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Which ocean lies in the middle of the world; by itself by the language. */
export type Center = 'auto' | 'atlantic' | 'pacific';

/** How high a whole map is, of its width. */
export const ratios: Readonly<Record<AtlasName, number>> = {
  world: 0.46,
  china: 0.815,
  cities: 0.815,
  states: 0.59,
};

export const MOST_HEIGHT = 560;

/** The usual projection of a map: equal areas, so that no region looks larger than it is. */
export function toProjection(
  atlas: AtlasName,
  { center, tag }: { center: Center; tag: string },
): GeoProjection {
  // maps of the world have China in the middle where people read Chinese
  const pacific = center === 'auto' ? tag.startsWith('zh') : center === 'pacific';
  switch (atlas) {
    case 'world':
      // cut where there is next to no land: in the Bering Strait, or along 30° west
      return geoEqualEarth().rotate([pacific ? -150 : -10.5, 0]);
    case 'china':
    case 'cities':
      // the usual parallels of maps of China
      return geoConicEqualArea().parallels([25, 47]).rotate([-105, 0]);
    case 'states':
      return geoAlbersUsa() as GeoProjection;
  }
}

/** All of a map fitted to a box. Antarctica takes much room and has few figures, so that it counts only where it has some. */
export function fitWhole(
  projection: GeoProjection,
  { regions, inset }: Atlas,
  box: Box,
  has: (id: string) => boolean = () => false,
): GeoProjection {
  const shapes = [...regions.values()].filter(({ id }) => id !== 'AQ' || has('AQ'));
  return fit(projection, toCollection([...shapes, ...(inset ? [inset] : [])]), box);
}

export function fit(projection: GeoProjection, object: GeoPermissibleObjects, box: Box): GeoProjection {
  const { x, y, width, height } = box;
  return projection.fitExtent(
    [
      [x + 1, y + 1],
      [x + Math.max(width, 20) - 1, y + Math.max(height, 20) - 1],
    ],
    object,
  );
}

/** A part of the Earth, as large as there is room for, with nothing beyond the box. */
export function fitSpan({ west, east, south, north }: Span, box: Box): GeoProjection {
  const middle = (west + east) / 2;
  const [low, high] = [Math.max(south, -85), Math.min(north, 85)];
  // of a small part Mercator's looks as people know it, of a large one areas count
  const projection = east - west > 120 || high - low > 70 ? geoEqualEarth() : geoMercator();
  const corners = [0, 0.25, 0.5, 0.75, 1].flatMap((share) => {
    const along = west + (east - west) * share;
    return [
      [along, low],
      [along, high],
    ];
  });
  fit(projection.rotate([-middle, 0]), { type: 'MultiPoint', coordinates: corners }, box);
  return projection.clipExtent([
    [box.x, box.y],
    [box.x + box.width, box.y + box.height],
  ]);
}

export interface Span {
  readonly west: number;
  readonly east: number;
  readonly south: number;
  readonly north: number;
}

export const toCollection = (features: Shape[]): FeatureCollection => ({
  type: 'FeatureCollection',
  features,
});
