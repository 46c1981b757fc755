import type { DataType, RecordBatch } from 'apache-arrow';
import { DataType as Types } from 'apache-arrow';
import type { BatchOptions, BatchTable } from '../../src/import/batches';

export type Plain = null | boolean | number | string | Plain[] | { [name: string]: Plain };

/** All rows of a table, each column as JSON has it: numbers that a double does not hold as text, dates in ISO form. */
export async function readRows(table: BatchTable): Promise<Record<string, Plain>[]> {
  const rows: Record<string, Plain>[] = [];
  for (const batch of await readBatches(table)) {
    for (let row = 0; row < batch.numRows; row++) {
      rows.push(
        Object.fromEntries(
          batch.schema.fields.map(({ name, type }, at) => [
            name,
            toPlain(batch.getChildAt(at)!.get(row), type as DataType),
          ]),
        ),
      );
    }
  }
  return rows;
}

export async function readBatches(
  table: BatchTable,
  onProgress: BatchOptions['onProgress'] = () => {},
): Promise<RecordBatch[]> {
  const batches: RecordBatch[] = [];
  for await (const batch of table.batches({ signal: new AbortController().signal, onProgress })) {
    batches.push(batch);
  }
  return batches;
}

export function toPlain(value: unknown, type: DataType): Plain {
  if (value === null || value === undefined) return null;
  if (Types.isDictionary(type)) return toPlain(value, type.dictionary as DataType);
  if (Types.isList(type))
    return [...(value as Iterable<unknown>)].map((item) => toPlain(item, type.valueType));
  if (Types.isStruct(type)) {
    const struct = value as Record<string, unknown>;
    return Object.fromEntries(
      type.children.map(({ name, type: inner }) => [name, toPlain(struct[name], inner as DataType)]),
    );
  }
  if (Types.isMap(type)) {
    return [...(value as Iterable<[unknown, unknown]>)].map(([key, item]) => [
      toPlain(key, type.keyType),
      toPlain(item, type.valueType),
    ]);
  }
  if (Types.isDate(type)) return new Date(Number(value)).toISOString().slice(0, 10);
  if (Types.isTimestamp(type)) return new Date(Number(value)).toISOString();
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  if (value instanceof Uint8Array) return Buffer.from(value).toString('hex');
  return value as Plain;
}
