import type { Data, DataType, Decimal, Float16, Timestamp } from 'apache-arrow';
import {
  DataType as Types,
  Decimal as DecimalType,
  Float32,
  IntervalUnit,
  makeData,
  TimeUnit,
  Utf8,
} from 'apache-arrow';
import { Problem } from '../../lib/problem';
import { maybeDuckType } from './duckType';

/** How a column of an Arrow file becomes one that DuckDB takes. */
export interface Adapted {
  type: DataType;
  duckType?: string;
  /** Undefined where it is taken as it is. */
  change?: (data: Data) => Data;
}

const MOST_DECIMAL = 38;

/** What DuckDB misreads, or does not take, is given to it in another form; nested in others, it is refused. */
export function adaptType(type: DataType): Adapted {
  if (Types.isFloat(type) && maybeDuckType(type) === undefined)
    return { type: new Float32(), change: widenFloats };
  if (Types.isDecimal(type) && type.bitWidth > 128) {
    return type.precision <= MOST_DECIMAL
      ? { type: new DecimalType(type.scale, type.precision, 128), change: narrowDecimals }
      : {
          type: new Utf8(),
          change: (data) => toTexts(data, (row) => toDecimalText(toBigInt(data, row), type.scale)),
        };
  }
  // an interval of days and milliseconds is read as one number of milliseconds
  if (Types.isInterval(type) && maybeDuckType(type) === undefined) {
    const toText = (data: Data) => (row: number) =>
      `${data.values[row * 2]} days ${data.values[row * 2 + 1]} milliseconds`;
    return { type: new Utf8(), duckType: 'INTERVAL', change: (data) => toTexts(data, toText(data)) };
  }
  if (maybeDuckType(type) === undefined) {
    throw new Problem('arrow-unsupported', { params: { detail: String(type) } });
  }
  return { type };
}

/** Values with nanoseconds that the engine cuts off: it has them for moments without a zone only. */
export function countCutNanos(data: Data): number {
  const { type } = data as Data<DataType>;
  if (Types.isInterval(type) && type.unit === IntervalUnit.MONTH_DAY_NANO) {
    const { buffer, byteOffset } = data.values as Int32Array;
    const words = new BigInt64Array(buffer, byteOffset, data.length * 2);
    return countValid(data, (row) => words[row * 2 + 1]! % 1000n !== 0n);
  }
  const isCut =
    (Types.isTimestamp(type) && (type as Timestamp).timezone && type.unit === TimeUnit.NANOSECOND) ||
    ((Types.isTime(type) || Types.isDuration(type)) && type.unit === TimeUnit.NANOSECOND);
  if (!isCut) return 0;
  const values = data.values as BigInt64Array;
  return countValid(data, (row) => values[row]! % 1000n !== 0n);
}

function countValid(data: Data, isCounted: (row: number) => boolean): number {
  let count = 0;
  for (let row = 0; row < data.length; row++) if (isCounted(row) && data.getValid(row)) count++;
  return count;
}

function widenFloats(data: Data): Data {
  const halves = (data as Data<Float16>).values;
  const values = Float32Array.from(halves.subarray(0, data.length), toFloat);
  return makeData({ ...toValidity(data), type: new Float32(), data: values });
}

function toFloat(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 0x1f) return fraction ? NaN : sign * Infinity;
  return sign * (1024 + fraction) * 2 ** (exponent - 25);
}

function narrowDecimals(data: Data): Data {
  const { scale, precision } = (data as Data<Decimal>).type;
  const words = data.values as Uint32Array;
  const narrow = new Uint32Array(data.length * 4);
  for (let row = 0; row < data.length; row++) narrow.set(words.subarray(row * 8, row * 8 + 4), row * 4);
  return makeData({ ...toValidity(data), type: new DecimalType(scale, precision, 128), data: narrow });
}

function toBigInt(data: Data, row: number): bigint {
  const words = (data.values as Uint32Array).subarray(row * 8, row * 8 + 8);
  const value = words.reduceRight((sum, word) => (sum << 32n) | BigInt(word), 0n);
  return BigInt.asIntN(256, value);
}

function toDecimalText(value: bigint, scale: number): string {
  const digits = String(value < 0n ? -value : value).padStart(scale + 1, '0');
  const point = digits.length - scale;
  return `${value < 0n ? '-' : ''}${digits.slice(0, point)}${scale > 0 ? `.${digits.slice(point)}` : ''}`;
}

function toTexts(data: Data, toText: (row: number) => string): Data {
  const encoder = new TextEncoder();
  const parts = Array.from({ length: data.length }, (_, row) =>
    encoder.encode(data.getValid(row) ? toText(row) : ''),
  );
  const valueOffsets = new Int32Array(data.length + 1);
  parts.forEach((part, row) => (valueOffsets[row + 1] = valueOffsets[row]! + part.length));
  const bytes = new Uint8Array(valueOffsets[data.length]!);
  parts.forEach((part, row) => bytes.set(part, valueOffsets[row]));
  return makeData({ ...toValidity(data), type: new Utf8(), valueOffsets, data: bytes });
}

function toValidity({ length, nullCount, nullBitmap }: Data) {
  return { length, nullCount, nullBitmap };
}
