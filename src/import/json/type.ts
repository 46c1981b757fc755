import type { DataType } from 'apache-arrow';
import { Bool, DateDay, Field, Float64, Int64, List, Struct, TimestampMicrosecond, Utf8 } from 'apache-arrow';
import { quoteName } from '../../sql/quote';
import { toNames } from '../names';
import { toNumberType } from './number';
import type { Shape } from './shape';
import { countValues } from './shape';

/** What the values of one place become. */
export type JsonType =
  | {
      kind:
        | 'whole'
        | 'double'
        | 'flag'
        | 'date'
        | 'timestamp' /** Strings, and any other scalar as it stands. */
        | 'text';
      /** What the text is cast to in the end. */
      duckType?: string;
      why?: 'mixed' | 'long-number';
      example?: string;
    }
  /** Any value, as JSON. */
  | { kind: 'json'; why?: 'mixed' }
  | { kind: 'list'; item: JsonType }
  | { kind: 'struct'; fields: JsonField[] };

export interface JsonField {
  key: string;
  /** As the key's bytes stand in the file. */
  bytes: Uint8Array;
  /** Differs from its siblings even when case is ignored, as SQL does. */
  name: string;
  type: JsonType;
}

export interface TypeOptions {
  /** Scalars stay as they stand in the file. */
  asText: boolean;
}

/** The narrowest type that holds all values of a shape. */
export function toJsonType(shape: Shape, options: TypeOptions): JsonType {
  const { nulls, flags, strings, objects, arrays, numbers } = shape;
  const count = countValues(shape) - nulls;
  if (objects + arrays > 0) {
    if (shape.isDeep) return { kind: 'json' };
    if (objects === count) return toStructType(shape, options);
    if (arrays === count) return { kind: 'list', item: toJsonType(shape.items!, options) };
    return { kind: 'json', why: 'mixed' };
  }
  if (count === 0 || options.asText) return { kind: 'text' };
  if (flags === count) return { kind: 'flag' };
  if (strings === count) {
    if (shape.moment === 'DATE') return { kind: 'date' };
    return { kind: shape.moment === 'TIMESTAMP' ? 'timestamp' : 'text' };
  }
  if (numbers.count === count) {
    const { type, duckType } = toNumberType(numbers);
    if (type === 'BIGINT') return { kind: 'whole' };
    if (type === 'DOUBLE') return { kind: 'double' };
    return duckType
      ? { kind: 'text', duckType }
      : { kind: 'text', why: 'long-number', example: numbers.example };
  }
  return { kind: 'text', why: 'mixed' };
}

/** An object without fields, or with so many that they are data, has no type but JSON. */
function toStructType({ fields, values }: Shape, options: TypeOptions): JsonType {
  if (values || fields.entries.length === 0) return { kind: 'json' };
  const names = toNames(fields.entries.map(({ name }) => name));
  return {
    kind: 'struct',
    fields: fields.entries.map(({ name, bytes, value }, place) => ({
      key: name,
      bytes,
      name: names[place]!,
      type: toJsonType(value, options),
    })),
  };
}

export function toArrowType(type: JsonType): DataType {
  switch (type.kind) {
    case 'whole':
      return new Int64();
    case 'double':
      return new Float64();
    case 'flag':
      return new Bool();
    case 'date':
      return new DateDay();
    case 'timestamp':
      return new TimestampMicrosecond();
    case 'text':
    case 'json':
      return new Utf8();
    case 'list':
      return new List(new Field('item', toArrowType(type.item), true));
    case 'struct':
      return new Struct(type.fields.map((field) => new Field(field.name, toArrowType(field.type), true)));
  }
}

export function toDuckName(type: JsonType): string {
  switch (type.kind) {
    case 'whole':
      return 'BIGINT';
    case 'double':
      return 'DOUBLE';
    case 'flag':
      return 'BOOLEAN';
    case 'date':
      return 'DATE';
    case 'timestamp':
      return 'TIMESTAMP';
    case 'text':
      return type.duckType ?? 'VARCHAR';
    case 'json':
      return 'VARCHAR';
    case 'list':
      return `${toDuckName(type.item)}[]`;
    case 'struct':
      return `STRUCT(${type.fields.map((field) => `${quoteName(field.name)} ${toDuckName(field.type)}`).join(', ')})`;
  }
}
