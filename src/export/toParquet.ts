import type { Table, Vector } from 'apache-arrow';
import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import type { SchemaElement } from 'hyparquet-writer';
import type { ColumnSource } from 'hyparquet-writer/src/types.js';
import type { ColumnPlan, Element } from './columns';
import { isFlat, writeFlat } from './parquet/flat';
import type { PageOut } from './parquet/page';
import { toParquetValues, toTextBytes } from './values';

export interface ParquetOptions {
  createdBy: string;
  /** Packs pages; they are packed by Snappy without it. */
  zstd?: (bytes: Uint8Array) => Uint8Array;
}

/** Writes tables of the same columns into one Parquet file, a row group each, and hands on its bytes as they come. */
export function createParquet(
  columns: readonly ColumnPlan[],
  push: (bytes: Uint8Array<ArrayBuffer>) => void,
  { createdBy, zstd }: ParquetOptions,
) {
  const bytes = new ByteWriter(2 ** 20);
  const flush = () => {
    push(new Uint8Array(bytes.buffer.slice(0, bytes.index)));
    bytes.index = 0;
  };
  const schema = [
    { name: 'root', num_children: columns.length },
    ...columns.flatMap(({ elements }) => elements),
  ] as SchemaElement[];
  // nobody prunes by them in a file that is read as a whole
  const writer = new ParquetWriter({
    writer: bytes,
    schema,
    statistics: false,
    createdBy,
    ...(zstd && { codec: 'ZSTD', compressors: { ZSTD: zstd } }),
  });
  let rows = 0;

  const codec = zstd ? 'ZSTD' : 'SNAPPY';
  const pages: PageOut = { writer: bytes, codec, pack: writer.compressors[codec]! };
  /** What the library makes of the columns that it is given, in a row group that has no others. */
  const writeByLibrary = (columnData: ColumnSource[], rows: number): ColumnChunk[] => {
    if (columnData.length === 0) {
      writer.num_rows += BigInt(rows);
      return [];
    }
    void writer.write({ columnData, rowGroupSize: rows });
    return writer.row_groups.pop()!.columns;
  };

  return {
    /** `picked` are the places of the rows that are wanted, where that is not all of them. */
    write(table: Table, picked?: readonly number[]): void {
      const count = picked?.length ?? table.numRows;
      if (count === 0) return;
      rows += count;
      const start = bytes.offset;
      const vectors = columns.map((_, index) => table.getChildAt(index)!);
      const areFlat = columns.map(({ elements }, index) => !picked && isFlat(vectors[index]!, elements));
      const others = columns.flatMap(({ name, elements }, index): ColumnSource[] => {
        if (areFlat[index]) return [];
        const { values, encoding } = toColumn(vectors[index]!, elements);
        const data = picked ? picked.map((row) => values[row]) : values;
        return [{ name, data: data as unknown[], ...(encoding && { encoding }) }];
      });
      const made = writeByLibrary(others, count);
      const chunks = columns.flatMap(({ elements }, index) =>
        areFlat[index]
          ? [writeFlat(pages, vectors[index]!, elements[0]!) as ColumnChunk]
          : made.splice(0, elements.filter(({ type }) => type !== undefined).length),
      );
      writer.row_groups.push({
        columns: chunks,
        total_byte_size: chunks.reduce((sum, chunk) => sum + chunk.meta_data!.total_uncompressed_size, 0n),
        total_compressed_size: BigInt(bytes.offset - start),
        num_rows: BigInt(count),
      });
      flush();
    },

    /** Gives the number of rows. */
    finish(): number {
      void writer.finish();
      flush();
      return rows;
    },
  };
}

/**
 * A dictionary of numbers costs more time than it saves bytes, and one of texts that hardly repeat saves none; such texts
 * are written as the bytes that they are.
 */
function toColumn(vector: Vector, [first, ...inner]: readonly Element[]): Column {
  if (inner.length > 0 || first!.type === 'BOOLEAN') return { values: toParquetValues(vector) };
  if (first!.converted_type !== 'UTF8') return { values: toParquetValues(vector), encoding: 'PLAIN' };
  return isVaried(vector)
    ? { values: toTextBytes(vector), encoding: 'PLAIN' }
    : { values: toParquetValues(vector) };
}

type ColumnChunk = ParquetWriter['row_groups'][number]['columns'][number];

interface Column {
  values: ArrayLike<unknown>;
  encoding?: 'PLAIN';
}

const LOOKS = 500;

/** Whether most of a few values, taken all over the column, are different ones. */
function isVaried(vector: Vector): boolean {
  const step = Math.max(1, Math.floor(vector.length / LOOKS));
  const seen = new Set<unknown>();
  let looks = 0;
  for (let row = 0; row < vector.length; row += step, looks++) seen.add(vector.get(row));
  return seen.size > looks * 0.7;
}
