import type { DataType } from 'apache-arrow';
import {
  Binary,
  Bool,
  DateDay,
  Decimal,
  Float32,
  Float64,
  Int16,
  Int32,
  Int64,
  Int8,
  TimeMicrosecond,
  TimeMillisecond,
  TimestampMicrosecond,
  TimestampNanosecond,
  Uint16,
  Uint32,
  Uint64,
  Uint8,
  Utf8,
} from 'apache-arrow';
import type { SchemaElement } from 'hyparquet/src/types.js';
import { createUnsupported } from './problems';

/** What the stored values of a column are, and how they become Arrow's. */
export interface LeafType {
  arrow: DataType;
  /** Where it is not the one that the Arrow type becomes. */
  duckType?: string;
  change: Change;
  /** Digits after the point of a decimal that becomes text. */
  scale?: number;
}

export type Change =
  /** Numbers as they are, or in fewer bytes. */
  | 'none'
  | 'flag'
  /** Bytes as they are, and bytes that are text. */
  | 'bytes'
  | 'text'
  /** To 128 bits. */
  | 'decimal'
  | 'decimal-text'
  | 'uuid'
  | 'float16'
  | 'interval'
  /** Days and nanoseconds of the day, in 96 bits. */
  | 'int96'
  | 'millis-to-micros'
  | 'nanos-to-micros';

const MOST_DECIMAL = 38;

/** By the logical type where there is one, else by the converted type of older files. */
export function toLeafType(element: SchemaElement): LeafType {
  const { type, converted_type: converted, logical_type: logical } = element;
  if (converted === 'DECIMAL' || logical?.type === 'DECIMAL') return toDecimal(element);
  switch (type) {
    case 'BOOLEAN':
      return { arrow: new Bool(), change: 'flag' };
    case 'INT32':
      return toInt32(element);
    case 'INT64':
      return toInt64(element);
    case 'INT96':
      return { arrow: new TimestampMicrosecond(), change: 'int96' };
    case 'FLOAT':
      return { arrow: new Float32(), change: 'none' };
    case 'DOUBLE':
      return { arrow: new Float64(), change: 'none' };
    case 'BYTE_ARRAY': {
      const isText =
        ['STRING', 'ENUM', 'JSON'].includes(logical?.type ?? '') ||
        ['UTF8', 'ENUM', 'JSON'].includes(converted ?? '');
      return isText ? { arrow: new Utf8(), change: 'text' } : { arrow: new Binary(), change: 'bytes' };
    }
    case 'FIXED_LEN_BYTE_ARRAY':
      return toFixed(element);
    default:
      throw createUnsupported(`physical type ${type}`);
  }
}

function toDecimal({ precision, scale, logical_type: logical }: SchemaElement): LeafType {
  const decimal = logical?.type === 'DECIMAL' ? logical : { precision: precision ?? 0, scale: scale ?? 0 };
  if (decimal.precision < 1 || decimal.scale < 0 || decimal.scale > decimal.precision) {
    throw createUnsupported(`decimal(${decimal.precision},${decimal.scale})`);
  }
  return decimal.precision <= MOST_DECIMAL
    ? { arrow: new Decimal(decimal.scale, decimal.precision, 128), change: 'decimal' }
    : { arrow: new Utf8(), change: 'decimal-text', scale: decimal.scale };
}

function toInt32({ converted_type: converted, logical_type: logical }: SchemaElement): LeafType {
  if (logical?.type === 'DATE' || converted === 'DATE') return { arrow: new DateDay(), change: 'none' };
  if (logical?.type === 'TIME' || converted === 'TIME_MILLIS')
    return { arrow: new TimeMillisecond(), change: 'none' };
  const bits =
    logical?.type === 'INTEGER' ? `${logical.isSigned ? 'INT' : 'UINT'}_${logical.bitWidth}` : converted;
  switch (bits) {
    case 'INT_8':
      return { arrow: new Int8(), change: 'none' };
    case 'INT_16':
      return { arrow: new Int16(), change: 'none' };
    case 'UINT_8':
      return { arrow: new Uint8(), change: 'none' };
    case 'UINT_16':
      return { arrow: new Uint16(), change: 'none' };
    case 'UINT_32':
      return { arrow: new Uint32(), change: 'none' };
    default:
      return { arrow: new Int32(), change: 'none' };
  }
}

function toInt64({ converted_type: converted, logical_type: logical }: SchemaElement): LeafType {
  if (logical?.type === 'TIMESTAMP') {
    const micros = new TimestampMicrosecond(logical.isAdjustedToUTC ? 'UTC' : null);
    if (logical.unit === 'MILLIS') return { arrow: micros, change: 'millis-to-micros' };
    if (logical.unit === 'MICROS') return { arrow: micros, change: 'none' };
    // a moment with a zone has microseconds at most
    return logical.isAdjustedToUTC
      ? { arrow: micros, change: 'nanos-to-micros' }
      : { arrow: new TimestampNanosecond(), change: 'none' };
  }
  if (logical?.type === 'TIME') {
    return { arrow: new TimeMicrosecond(), change: logical.unit === 'NANOS' ? 'nanos-to-micros' : 'none' };
  }
  const isUnsigned = logical?.type === 'INTEGER' ? !logical.isSigned : converted === 'UINT_64';
  if (isUnsigned) return { arrow: new Uint64(), change: 'none' };
  switch (converted) {
    case 'TIMESTAMP_MILLIS':
      return { arrow: new TimestampMicrosecond(), change: 'millis-to-micros' };
    case 'TIMESTAMP_MICROS':
      return { arrow: new TimestampMicrosecond(), change: 'none' };
    case 'TIME_MICROS':
      return { arrow: new TimeMicrosecond(), change: 'none' };
    default:
      return { arrow: new Int64(), change: 'none' };
  }
}

function toFixed({
  converted_type: converted,
  logical_type: logical,
  type_length: size,
}: SchemaElement): LeafType {
  if (logical?.type === 'UUID' && size === 16) return { arrow: new Utf8(), duckType: 'UUID', change: 'uuid' };
  if (logical?.type === 'FLOAT16' && size === 2) return { arrow: new Float32(), change: 'float16' };
  if (converted === 'INTERVAL' && size === 12)
    return { arrow: new Utf8(), duckType: 'INTERVAL', change: 'interval' };
  return { arrow: new Binary(), change: 'bytes' };
}
