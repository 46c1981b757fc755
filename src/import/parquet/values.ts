import { deltaBinaryUnpack, deltaByteArray, deltaLengthByteArray } from 'hyparquet/src/delta.js';
import { byteStreamSplit } from 'hyparquet/src/encoding.js';
import type { SchemaElement } from 'hyparquet/src/types.js';
import { readHybrid } from './levels';
import { createDamaged, createUnsupported } from './problems';

/** The values of a page or of a dictionary, nulls left out. */
export type Values =
  | { kind: 'numbers'; array: Int32Array | BigInt64Array | Float32Array | Float64Array | Uint8Array }
  /** The value `i` is `bytes` from `starts[i]` to `ends[i]`. */
  | { kind: 'bytes'; bytes: Uint8Array; starts: Uint32Array; ends: Uint32Array };

/** Values as places in a dictionary. */
export interface Page {
  values: Values;
  indices?: Uint32Array;
}

/** Reads so many values of a page, which start at `from`. */
export function readValues(
  bytes: Uint8Array,
  from: number,
  { element, encoding, count, dictionary }: ValuesOptions,
): Page {
  switch (encoding) {
    case 'PLAIN':
      return { values: readPlain(bytes, from, element, count) };
    case 'PLAIN_DICTIONARY':
    case 'RLE_DICTIONARY':
      return readIndices(bytes, from, count, dictionary);
    case 'RLE':
      return { values: readFlags(bytes, from, element, count) };
    case 'DELTA_BINARY_PACKED':
    case 'DELTA_LENGTH_BYTE_ARRAY':
    case 'DELTA_BYTE_ARRAY':
    case 'BYTE_STREAM_SPLIT':
      return { values: readEncoded(bytes.subarray(from), element, encoding, count) };
    default:
      throw createUnsupported(`encoding ${encoding}`);
  }
}

interface ValuesOptions {
  element: SchemaElement;
  encoding: string;
  count: number;
  dictionary?: Values | undefined;
}

export function countValues(values: Values): number {
  return values.kind === 'numbers' ? values.array.length : values.starts.length;
}

export function readPlain(
  bytes: Uint8Array,
  from: number,
  { type, type_length }: SchemaElement,
  count: number,
): Values {
  const numbers = (
    size: number,
    create: (buffer: ArrayBuffer) => (Values & { kind: 'numbers' })['array'],
  ): Values => {
    if (from + count * size > bytes.length) throw createDamaged('values end too early');
    return { kind: 'numbers', array: create(bytes.slice(from, from + count * size).buffer as ArrayBuffer) };
  };
  switch (type) {
    case 'INT32':
      return numbers(4, (buffer) => new Int32Array(buffer));
    case 'INT64':
      return numbers(8, (buffer) => new BigInt64Array(buffer));
    case 'FLOAT':
      return numbers(4, (buffer) => new Float32Array(buffer));
    case 'DOUBLE':
      return numbers(8, (buffer) => new Float64Array(buffer));
    case 'BOOLEAN': {
      if (from + count / 8 > bytes.length) throw createDamaged('values end too early');
      const flags = Uint8Array.from({ length: count }, (_, k) => (bytes[from + (k >> 3)]! >> (k & 7)) & 1);
      return { kind: 'numbers', array: flags };
    }
    case 'INT96':
      return toFixed(bytes, from, 12, count);
    case 'FIXED_LEN_BYTE_ARRAY':
      return toFixed(bytes, from, type_length ?? 0, count);
    case 'BYTE_ARRAY':
      return readByteArrays(bytes, from, count);
    default:
      throw createUnsupported(`physical type ${type}`);
  }
}

function toFixed(bytes: Uint8Array, from: number, size: number, count: number): Values {
  if (size <= 0 || from + count * size > bytes.length) throw createDamaged('values end too early');
  const starts = Uint32Array.from({ length: count }, (_, k) => from + k * size);
  return { kind: 'bytes', bytes, starts, ends: starts.map((start) => start + size) };
}

function readByteArrays(bytes: Uint8Array, from: number, count: number): Values {
  const starts = new Uint32Array(count);
  const ends = new Uint32Array(count);
  let at = from;
  for (let k = 0; k < count; k++) {
    const size = bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);
    at += 4;
    if (size < 0 || at + size > bytes.length) throw createDamaged('values end too early');
    starts[k] = at;
    at += size;
    ends[k] = at;
  }
  return { kind: 'bytes', bytes, starts, ends };
}

function readIndices(bytes: Uint8Array, from: number, count: number, dictionary: Values | undefined): Page {
  if (!dictionary) throw createDamaged('no dictionary');
  const indices = new Uint32Array(count);
  if (count > 0) readHybrid(bytes, from + 1, bytes.length, { width: bytes[from]!, output: indices });
  const size = countValues(dictionary);
  for (let k = 0; k < count; k++)
    if (indices[k]! >= size) throw createDamaged('a value outside the dictionary');
  return { values: dictionary, indices };
}

function readFlags(bytes: Uint8Array, from: number, { type }: SchemaElement, count: number): Values {
  if (type !== 'BOOLEAN') throw createUnsupported(`encoding RLE of ${type}`);
  const array = new Uint8Array(count);
  // four bytes say how many follow
  if (count > 0) readHybrid(bytes, from + 4, bytes.length, { width: 1, output: array });
  return { kind: 'numbers', array };
}

type Encoded = 'DELTA_BINARY_PACKED' | 'DELTA_LENGTH_BYTE_ARRAY' | 'DELTA_BYTE_ARRAY' | 'BYTE_STREAM_SPLIT';

function readEncoded(
  bytes: Uint8Array,
  { type, type_length }: SchemaElement,
  encoding: Encoded,
  count: number,
): Values {
  const reader = { view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), offset: 0 };
  if (encoding === 'DELTA_BINARY_PACKED') {
    if (type !== 'INT32' && type !== 'INT64') throw createUnsupported(`encoding ${encoding} of ${type}`);
    const array = type === 'INT32' ? new Int32Array(count) : new BigInt64Array(count);
    if (count > 0) deltaBinaryUnpack(reader, count, array);
    return { kind: 'numbers', array };
  }
  if (encoding === 'BYTE_STREAM_SPLIT') {
    const split = byteStreamSplit(reader, count, type!, type_length);
    return Array.isArray(split)
      ? joinBytes(split as Uint8Array[])
      : { kind: 'numbers', array: split as (Values & { kind: 'numbers' })['array'] };
  }
  const arrays: Uint8Array[] = [];
  if (count > 0)
    (encoding === 'DELTA_BYTE_ARRAY' ? deltaByteArray : deltaLengthByteArray)(reader, count, arrays);
  return joinBytes(arrays);
}

function joinBytes(arrays: readonly Uint8Array[]): Values {
  const starts = new Uint32Array(arrays.length);
  const ends = new Uint32Array(arrays.length);
  let size = 0;
  arrays.forEach((array, k) => {
    starts[k] = size;
    size += array.length;
    ends[k] = size;
  });
  const bytes = new Uint8Array(size);
  arrays.forEach((array, k) => bytes.set(array, starts[k]));
  return { kind: 'bytes', bytes, starts, ends };
}
