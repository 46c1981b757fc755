import type { DrawContext } from '../chart';
import type { MapTold } from './makeMap';

/** Names that are written out. */
const MOST_NAMES = 8;

/** What of a table is not on a map of regions. */
export function sayMissed({ told, look }: DrawContext): string[] {
  const { missed, blank } = told.map as MapTold;
  const { maps } = look.words;
  const count = (value: number) => value.toLocaleString(look.tag);
  const names = missed.names.slice(0, MOST_NAMES).map(([name, rows]) => maps.name(name, count(rows)));
  const more = missed.groups - names.length;
  return [
    ...(missed.groups > 0
      ? [maps.missed(names.join(maps.comma), more > 0 ? count(more) : '', count(missed.rows))]
      : []),
    ...(blank > 0 ? [maps.noPlace(count(blank))] : []),
  ];
}
