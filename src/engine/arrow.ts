import type { Utf8, Vector } from 'apache-arrow';
import { DataType, tableFromIPC } from 'apache-arrow';
import type { Column, Value } from '../table/column';

/** The columns of an Arrow IPC stream as arrays of values. */
export function toValues(bytes: Uint8Array): { values: Value[][]; rowCount: number } {
  const table = tableFromIPC(bytes);
  const values = table.schema.fields.map((_, index) => readVector(table.getChildAt(index)!));
  return { values, rowCount: table.numRows };
}

/** The first row of a result, as the engine's own values. */
export function toFirstRow(bytes: Uint8Array): Value[] {
  return toValues(bytes).values.map((column) => column[0] ?? null);
}

/** What `DESCRIBE` says. */
export function toColumns(described: Uint8Array): Column[] {
  const { values } = toValues(described);
  return values[0]!.map((name, row) => ({ name: String(name), type: String(values[1]![row]) }));
}

/** The Arrow reader's own decoder takes a mark at the start of a value for no part of it. */
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

function readTexts(vector: Vector<Utf8>): Value[] {
  const texts: Value[] = [];
  for (const data of vector.data) {
    const { valueOffsets, values, length } = data;
    for (let row = 0; row < length; row++) {
      const [from, to] = [valueOffsets[row]!, valueOffsets[row + 1]!];
      texts.push(data.getValid(row) ? decoder.decode(values.subarray(from, to)) : null);
    }
  }
  return texts;
}

function readVector(vector: Vector): Value[] {
  if (DataType.isUtf8(vector.type)) return readTexts(vector as Vector<Utf8>);
  const values: Value[] = Array.from({ length: vector.length });
  for (let row = 0; row < values.length; row++) values[row] = toValue(vector.get(row));
  return values;
}

function toValue(value: unknown): Value {
  if (value === null || value === undefined) return null;
  switch (typeof value) {
    case 'bigint':
      return Number.isSafeInteger(Number(value)) ? Number(value) : value.toString();
    case 'number':
    case 'string':
    case 'boolean':
      return value;
    case 'object':
      if (Symbol.iterator in value && !('toJSON' in value && isKeyed(value))) {
        return Array.from(value as Iterable<unknown>, toValue);
      }
      return Object.fromEntries(toEntries(value).map(([key, field]) => [String(key), toValue(field)]));
    default:
      throw new Error(`unknown value: ${String(value)}`);
  }
}

/** Struct and map rows iterate over pairs; lists over values. */
function isKeyed(value: object): boolean {
  return !('length' in value);
}

function toEntries(value: object): [unknown, unknown][] {
  return [...(value as Iterable<[unknown, unknown]>)];
}
