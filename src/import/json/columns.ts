import type { Data } from 'apache-arrow';
import type { BatchColumn } from '../batches';
import { toNames } from '../names';
import type { FoundLayout } from './layout';
import { KEY_FIELD } from './rowEvents';
import type { RowType } from './rowType';
import type { JsonType } from './type';
import { toArrowType, toDuckName } from './type';

export interface JsonColumn extends BatchColumn {
  /** What the file calls it: its key, or its keys where it lies deeper. */
  given: string;
  /** The keys that lead to it, from the row inwards, and their places. */
  keys: string[];
  places: number[];
  json: JsonType;
}

export interface SpreadOptions {
  /** The fields of every struct become columns. */
  flatten: boolean;
  isGeoJson: boolean;
}

/** The columns of the rows. */
export function toColumns(rows: RowType, layout: FoundLayout, options: SpreadOptions): JsonColumn[] {
  const spread = spreadFields(rows, { keys: [], places: [], prefix: '' }, options);
  const given = layout.form === 'tuple' ? toTupleNames(layout) : spread.map((column) => column.given);
  const names = toNames(given.map((name) => (name === KEY_FIELD ? 'key' : name)));
  return spread.map((column, index) => ({ ...column, name: names[index]!, given: given[index]! }));
}

type Spread = Omit<JsonColumn, 'name'>;

function spreadFields(
  { fields }: RowType,
  at: { keys: string[]; places: number[]; prefix: string },
  { flatten, isGeoJson }: SpreadOptions,
): Spread[] {
  return fields.flatMap(({ key, type }, place) => {
    const keys = [...at.keys, key];
    const places = [...at.places, place];
    const isProperties = isGeoJson && key === 'properties';
    if (isGeoJson && key === 'type') return [];
    if (type.kind === 'struct' && (flatten || isProperties)) {
      const prefix = isProperties ? at.prefix : `${at.prefix}${key}.`;
      return spreadFields(type, { keys, places, prefix }, { flatten, isGeoJson: false });
    }
    const given = at.prefix + key;
    return [{ given, keys, places, json: type, type: toArrowType(type), duckType: toDuckName(type) }];
  });
}

function toTupleNames({ names, shape }: FoundLayout): string[] {
  return Array.from({ length: shape.longest }, (_, place) => names?.[place] ?? '');
}

/** A column of a batch of rows. */
export function pickColumn(rows: Data, { places }: JsonColumn): Data {
  return places.reduce((data, place) => data.children[place]!, rows);
}
