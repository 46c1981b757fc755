import type { Feature, MultiPolygon, Polygon } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { AtlasName } from './names';

export type Shape = Feature<Polygon | MultiPolygon>;

/** The shapes of a map. */
export interface Atlas {
  readonly name: AtlasName;
  readonly regions: ReadonlyMap<string, Shape>;
  /** The islands of the South China Sea, in a box beside the land. */
  readonly inset?: Shape;
}

const files: Readonly<Record<AtlasName, () => Promise<{ default: string }>>> = {
  world: () => import('./data/world.json?raw'),
  china: () => import('./data/china.json?raw'),
  cities: () => import('./data/cities.json?raw'),
  states: () => import('./data/states.json?raw'),
};

const loaded = new Map<AtlasName, Atlas>();

/** A map's shapes come when a chart that needs them asks for its rows, so that they are there when it is drawn. */
export async function loadAtlas(name: AtlasName): Promise<void> {
  if (loaded.has(name)) return;
  const { default: text } = await files[name]();
  const topology = JSON.parse(text) as Topology<Record<'regions' | 'inset', GeometryCollection>>;
  const { regions, inset } = topology.objects;
  const toShapes = (list: GeometryCollection) => feature(topology, list).features as Shape[];
  loaded.set(name, {
    name,
    regions: new Map(toShapes(regions).map((shape) => [String(shape.id), shape])),
    ...(inset && { inset: toShapes(inset)[0]! }),
  });
}

export function findAtlas(name: AtlasName): Atlas {
  const atlas = loaded.get(name);
  if (!atlas) throw new Error(`map without its shapes: ${name}`);
  return atlas;
}
