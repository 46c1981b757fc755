import { choice, number } from '../../../steps/field';
import type { ChartKind } from '../chart';

/** Rows with a longitude and a latitude as points on a map; of very many, how many lie where. */
export const mapPoints: ChartKind = {
  mark: 'map-points',
  slots: {
    longitude: { role: 'value', families: ['number'] },
    latitude: { role: 'value', families: ['number'] },
    size: { role: 'value', families: ['number'], optional: true },
    color: { role: 'group', optional: true },
    label: { role: 'value', optional: true },
  },
  fields: {
    atlas: choice(['auto', 'world', 'china', 'cities', 'states']),
    view: choice(['auto', 'all']),
    center: choice(['auto', 'atlantic', 'pacific']),
    dense: choice(['auto', 'points', 'density']),
    most: number({ otherwise: 20_000, min: 1, max: 100_000, whole: true }),
  },
  asks: ['atlas', 'view', 'dense', 'most'],
  make: async (context) => (await import('../maps/makePoints')).makePoints(context),
};
