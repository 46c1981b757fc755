import type { Data, Vector } from 'apache-arrow';
import { Type } from 'apache-arrow';

/** What the Parquet writer takes for a column. */
export type ParquetValues = unknown[] | Int32Array | BigInt64Array | Float32Array | Float64Array;

/** The reader's own decoder takes a mark at the start of a value for no part of it. */
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** The bytes of texts as they are, for where none of them is looked at. */
export function toTextBytes(vector: Vector): (Uint8Array | null)[] {
  return vector.data.flatMap((data) => {
    const { values, valueOffsets, length } = data;
    return Array.from({ length }, (_, row) =>
      data.getValid(row) ? (values.subarray(valueOffsets[row], valueOffsets[row + 1]) as Uint8Array) : null,
    );
  });
}

/** A column's values as Parquet stores them, each from the bytes that Arrow has, because its reader changes some. */
export function toParquetValues(vector: Vector): ParquetValues {
  const whole = maybeJoined(vector);
  if (whole) return whole;
  const values: unknown[] = Array.from({ length: vector.length });
  let at = 0;
  for (const data of vector.data) {
    const read = toReader(data);
    for (let row = 0; row < data.length; row++) values[at++] = data.getValid(row) ? read(row) : null;
  }
  return values;
}

/** The engine gives its rows two thousand at a time. Numbers of which none is missing are one array of them all. */
function maybeJoined({ data, length }: Vector): ParquetValues | undefined {
  const wholes = data.map((part) => (part.nullCount === 0 ? maybeWhole(part) : undefined));
  const [first] = wholes;
  if (!first || !wholes.every((whole) => whole !== undefined)) return undefined;
  if (wholes.length === 1) return first;
  const joined = new (first.constructor as new (length: number) => BigInt64Array)(length);
  let at = 0;
  for (const whole of wholes) {
    joined.set(whole as BigInt64Array, at);
    at += whole.length;
  }
  return joined;
}

function maybeWhole({ typeId, values, offset, length }: Data): ParquetValues | undefined {
  const isExact =
    (typeId === Type.Int || typeId === Type.Float || typeId === Type.Date || typeId === Type.Time) &&
    offset === 0 &&
    (values instanceof Int32Array ||
      values instanceof BigInt64Array ||
      values instanceof Float32Array ||
      values instanceof Float64Array);
  return isExact ? values.subarray(0, length) : undefined;
}

type Read = (row: number) => unknown;

function toReader(data: Data): Read {
  const { typeId, values, valueOffsets, stride } = data;
  switch (typeId) {
    case Type.Bool:
      return (row) => ((values[(data.offset + row) >> 3] >> ((data.offset + row) & 7)) & 1) === 1;
    case Type.Int:
    case Type.Float:
    case Type.Date:
    case Type.Time:
    case Type.Timestamp:
      return (row) => values[row];
    case Type.Decimal:
      return (row) => readDecimal(values, row * stride);
    case Type.Utf8:
      return toTextReader(data);
    case Type.Binary:
      return (row) => values.slice(valueOffsets[row], valueOffsets[row + 1]);
    case Type.List: {
      const read = toNullable(data.children[0]!);
      return (row) => readRange(read, valueOffsets[row]!, valueOffsets[row + 1]!);
    }
    case Type.FixedSizeList: {
      const read = toNullable(data.children[0]!);
      return (row) => readRange(read, (data.offset + row) * stride, (data.offset + row + 1) * stride);
    }
    case Type.Map: {
      const pairs = data.children[0]!;
      const [key, value] = pairs.children.map(toNullable);
      const read = (at: number) => ({ key: key!(at), value: value!(at) });
      return (row) => readRange(read, valueOffsets[row]!, valueOffsets[row + 1]!);
    }
    case Type.Struct: {
      const { children } = data.type as { children: { name: string }[] };
      const fields = data.children.map((child, k) => [children[k]!.name, toNullable(child)] as const);
      return (row) => Object.fromEntries(fields.map(([name, read]) => [name, read(row)]));
    }
    default:
      throw new Error(`no Parquet for Arrow's: ${data.type}`);
  }
}

/** Where every byte is a letter, as in ASCII, all texts are decoded at once: one by one that takes ten times as long. */
function toTextReader({ values, valueOffsets, length }: Data): Read {
  const [first, end] = [valueOffsets[0]!, valueOffsets[length]!];
  const all = decoder.decode(values.subarray(first, end));
  return all.length === end - first
    ? (row) => all.slice(valueOffsets[row]! - first, valueOffsets[row + 1]! - first)
    : (row) => decoder.decode(values.subarray(valueOffsets[row], valueOffsets[row + 1]));
}

function toNullable(data: Data): Read {
  const read = toReader(data);
  return (row) => (data.getValid(row) ? read(row) : null);
}

function readRange(read: Read, from: number, to: number): unknown[] {
  return Array.from({ length: to - from }, (_, k) => read(from + k));
}

/** Four words of 32 bits, the lowest first. */
function readDecimal(words: Uint32Array, at: number): bigint {
  let value = 0n;
  for (let k = 3; k >= 0; k--) value = (value << 32n) | BigInt(words[at + k]!);
  return BigInt.asIntN(128, value);
}
