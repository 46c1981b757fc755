import {
  Float64,
  Int32,
  Int64,
  RecordBatch,
  Schema,
  Struct,
  Field,
  makeData,
  Table,
  Utf8,
  vectorFromArray,
} from 'apache-arrow';
import type { Data, DataType } from 'apache-arrow';
import { parquetMetadataAsync, parquetReadObjects } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { describe, expect, test } from 'vitest';
import { planColumn } from '../../../src/export/columns';
import { createParquet } from '../../../src/export/toParquet';
import { startZstd } from '../../../src/export/zstd';

type Value = string | number | bigint | null;
interface Made {
  type: string;
  values: readonly Value[];
}

const arrowTypes: Record<string, () => DataType> = {
  VARCHAR: () => new Utf8(),
  INTEGER: () => new Int32(),
  BIGINT: () => new Int64(),
  DOUBLE: () => new Float64(),
};

/** Columns in batches of a few rows, as the engine gives them. */
function toTable(columns: Readonly<Record<string, Made>>, size: number): Table {
  const types = Object.values(columns).map(({ type }) => arrowTypes[type]!());
  const fields = Object.keys(columns).map((name, k) => new Field(name, types[k]!, true));
  const length = Object.values(columns)[0]!.values.length;
  const batches = Array.from({ length: Math.ceil(length / size) }, (_, k) => {
    const children = Object.values(columns).map(
      ({ values }, at) => vectorFromArray(values.slice(k * size, (k + 1) * size), types[at]!).data[0] as Data,
    );
    const rows = children[0]!.length;
    const data = makeData({ type: new Struct(fields), length: rows, nullCount: 0, children });
    return new RecordBatch(new Schema(fields), data);
  });
  return new Table(batches);
}

async function write(
  columns: Readonly<Record<string, Made>>,
  { size = 2048, isZstd = true, groups = 1 } = {},
) {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  const zstd = isZstd ? await startZstd() : undefined;
  const plans = Object.entries(columns).map(([name, { type }]) => planColumn({ name, type }));
  const parquet = createParquet(plans, (bytes) => void pieces.push(bytes), {
    createdBy: 'test',
    ...(zstd && { zstd }),
  });
  for (let k = 0; k < groups; k++) parquet.write(toTable(columns, size));
  parquet.finish();
  const file = await new Blob(pieces).arrayBuffer();
  const metadata = await parquetMetadataAsync(file);
  const rows = await parquetReadObjects({ file, compressors });
  return {
    rows,
    chunks: metadata.row_groups.map((group) => group.columns.map(({ meta_data }) => meta_data!)),
  };
}

const count = 10_000;
const toValues = (value: (row: number) => Value) => Array.from({ length: count }, (_, row) => value(row));
const columns: Record<string, Made> = {
  few: { type: 'VARCHAR', values: toValues((row) => ['北京', '', 'Paris', 'a'][row % 4]!) },
  holes: { type: 'VARCHAR', values: toValues((row) => (row % 3 === 0 ? null : `v${row % 300}`)) },
  one: { type: 'VARCHAR', values: toValues(() => 'always') },
  none: { type: 'VARCHAR', values: toValues(() => null) },
  varied: {
    type: 'VARCHAR',
    values: toValues((row) => (row % 7 === 0 ? null : `${row} ${'x'.repeat(row % 400)}`)),
  },
  whole: { type: 'INTEGER', values: toValues((row) => row - 5000) },
  big: { type: 'BIGINT', values: toValues((row) => (row % 5 === 0 ? null : BigInt(row) * 10n ** 14n)) },
  real: { type: 'DOUBLE', values: toValues((row) => (row % 11 === 0 ? NaN : row / 7)) },
};

describe('columns whose values are copied', () => {
  test.for([
    { size: 2048, isZstd: true },
    { size: 13, isZstd: false },
    { size: count, isZstd: true },
  ])('come back, in batches of $size rows', async (options) => {
    const { rows } = await write(columns, options);
    const expected = Array.from({ length: count }, (_, row) =>
      Object.fromEntries(Object.entries(columns).map(([name, { values }]) => [name, values[row]])),
    );
    expect(rows).toEqual(expected);
  });

  test('texts that come again stand once, others in pages of a megabyte', async () => {
    const { chunks } = await write(columns);
    const encodings = Object.fromEntries(
      chunks[0]!.map((chunk) => [chunk.path_in_schema[0], chunk.encodings]),
    );
    expect(encodings).toMatchObject({
      few: ['PLAIN', 'RLE_DICTIONARY'],
      holes: ['PLAIN', 'RLE_DICTIONARY'],
      one: ['PLAIN', 'RLE_DICTIONARY'],
      none: ['PLAIN'],
      varied: ['PLAIN'],
      big: ['PLAIN'],
    });
    const varied = chunks[0]!.find(({ path_in_schema: [name] }) => name === 'varied')!;
    expect(Number(varied.total_uncompressed_size)).toBeGreaterThan(1.5 * 2 ** 20);
  });

  test('each batch is a row group, whose sizes and places are told', async () => {
    const { rows, chunks } = await write(columns, { groups: 3 });
    expect(rows).toHaveLength(3 * count);
    expect(chunks).toHaveLength(3);
    let end = 4n;
    for (const chunk of chunks.flat()) {
      expect(chunk.dictionary_page_offset ?? chunk.data_page_offset).toBe(end);
      expect(chunk.num_values).toBe(BigInt(count));
      end += chunk.total_compressed_size;
    }
  });
});
