import type { DataType } from 'apache-arrow';
import { DataType as Types, IntervalUnit, Precision, TimeUnit } from 'apache-arrow';
import { quoteName } from '../../sql/quote';

/** The type that DuckDB gives a column of this Arrow type, as measured with duckdb-wasm 1.32; undefined where it takes none. */
export function maybeDuckType(type: DataType): string | undefined {
  if (Types.isNull(type)) return 'INTEGER';
  if (Types.isBool(type)) return 'BOOLEAN';
  if (Types.isInt(type)) return `${type.isSigned ? '' : 'U'}${INTEGERS[type.bitWidth]}`;
  if (Types.isFloat(type)) return FLOATS[type.precision];
  if (Types.isUtf8(type) || Types.isLargeUtf8(type) || Types.isUtf8View(type)) return 'VARCHAR';
  if (Types.isBinary(type) || Types.isLargeBinary(type) || Types.isBinaryView(type)) return 'BLOB';
  if (Types.isFixedSizeBinary(type)) return 'BLOB';
  if (Types.isDate(type)) return 'DATE';
  if (Types.isTime(type)) return 'TIME';
  if (Types.isTimestamp(type)) return type.timezone ? 'TIMESTAMP WITH TIME ZONE' : TIMESTAMPS[type.unit];
  if (Types.isDecimal(type))
    return type.bitWidth > 128 ? undefined : `DECIMAL(${type.precision},${type.scale})`;
  if (Types.isDuration(type)) return 'INTERVAL';
  if (Types.isInterval(type)) return type.unit === IntervalUnit.DAY_TIME ? undefined : 'INTERVAL';
  if (Types.isDictionary(type)) return maybeDuckType(type.dictionary as DataType);
  if (Types.isList(type) || Types.isLargeList(type)) return suffix(maybeDuckType(type.valueType), '[]');
  if (Types.isFixedSizeList(type)) return suffix(maybeDuckType(type.valueType), `[${type.listSize}]`);
  if (Types.isStruct(type)) {
    const fields = type.children.map((field) =>
      suffix(maybeDuckType(field.type as DataType), '', field.name),
    );
    return fields.length > 0 && fields.every((field) => field !== undefined)
      ? `STRUCT(${fields.join(', ')})`
      : undefined;
  }
  if (Types.isMap(type)) {
    const [key, value] = [maybeDuckType(type.keyType), maybeDuckType(type.valueType)];
    return key && value && `MAP(${key}, ${value})`;
  }
  return undefined;
}

export function toDuckType(type: DataType): string {
  const found = maybeDuckType(type);
  if (found === undefined) throw new Error(`no type of DuckDB for Arrow's: ${type}`);
  return found;
}

const INTEGERS: Record<number, string> = { 8: 'TINYINT', 16: 'SMALLINT', 32: 'INTEGER', 64: 'BIGINT' };

const FLOATS: Record<Precision, string | undefined> = {
  [Precision.HALF]: undefined,
  [Precision.SINGLE]: 'FLOAT',
  [Precision.DOUBLE]: 'DOUBLE',
};

const TIMESTAMPS: Record<TimeUnit, string> = {
  [TimeUnit.SECOND]: 'TIMESTAMP_S',
  [TimeUnit.MILLISECOND]: 'TIMESTAMP_MS',
  [TimeUnit.MICROSECOND]: 'TIMESTAMP',
  [TimeUnit.NANOSECOND]: 'TIMESTAMP_NS',
};

function suffix(type: string | undefined, end: string, name?: string): string | undefined {
  if (type === undefined) return undefined;
  return (name === undefined ? '' : `${quoteName(name)} `) + type + end;
}
