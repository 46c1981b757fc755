import type { Data } from 'apache-arrow';
import type { ByteWriter } from 'hyparquet-writer';
import { writePageHeader } from 'hyparquet-writer/src/datapage.js';
import type { Out } from '../formats/out';
import { createOut, ensure } from '../formats/out';
import type { Element } from '../columns';

type Bytes = Uint8Array<ArrayBuffer>;

/** Where the pages of a column go, and how they are packed. */
export interface PageOut {
  writer: ByteWriter;
  codec: 'SNAPPY' | 'ZSTD';
  pack: (bytes: Uint8Array) => Uint8Array;
}

/** What a row group says of a column, as far as it is written here. */
export interface Chunk {
  meta_data: {
    type: NonNullable<Element['type']>;
    encodings: Encoding[];
    path_in_schema: string[];
    codec: PageOut['codec'];
    num_values: bigint;
    total_uncompressed_size: bigint;
    total_compressed_size: bigint;
    data_page_offset: bigint;
    dictionary_page_offset?: bigint;
  };
  file_offset: bigint;
}

export type Encoding = 'PLAIN' | 'RLE_DICTIONARY';

/** Which rows of a column have a value: where none is missing, nothing but their number. */
export interface Levels {
  rows: number;
  missing: number;
  /** A bit a row, the lowest first. */
  bits?: Bytes;
}

export function toLevels(parts: readonly Data[]): Levels {
  const rows = parts.reduce((sum, { length }) => sum + length, 0);
  const missing = parts.reduce((sum, { nullCount }) => sum + nullCount, 0);
  if (missing === 0) return { rows, missing };
  const bits = new Uint8Array(Math.ceil(rows / 8));
  let row = 0;
  for (const { nullBitmap, nullCount, offset, length } of parts)
    for (let k = offset; k < offset + length; k++, row++) {
      const isThere = nullCount === 0 || ((nullBitmap[k >> 3]! >> (k & 7)) & 1) === 1;
      if (isThere) bits[row >> 3]! |= 1 << (row & 7);
    }
  return { rows, missing, bits };
}

/** Of the rows from one to before another. */
export function toSomeLevels({ bits }: Levels, from: number, to: number): Levels {
  if (!bits) return { rows: to - from, missing: 0 };
  const some = new Uint8Array(Math.ceil((to - from) / 8));
  let there = 0;
  for (let row = from; row < to; row++) {
    if (!isThere(bits, row)) continue;
    some[(row - from) >> 3]! |= 1 << ((row - from) & 7);
    there++;
  }
  return { rows: to - from, missing: to - from - there, bits: some };
}

export function isThere(bits: Bytes, row: number): boolean {
  return ((bits[row >> 3]! >> (row & 7)) & 1) === 1;
}

/** Writes a page of values, and says how large it is when it is unpacked. */
export function writeDataPage(
  { writer, pack }: PageOut,
  { levels, values, encoding }: { levels: Levels; values: Uint8Array; encoding: Encoding },
): number {
  const coded = toRuns(levels);
  const packed = pack(values);
  const start = writer.offset;
  writePageHeader(writer, {
    type: 'DATA_PAGE_V2',
    uncompressed_page_size: coded.length + values.length,
    compressed_page_size: coded.length + packed.length,
    data_page_header_v2: {
      num_values: levels.rows,
      num_nulls: levels.missing,
      num_rows: levels.rows,
      encoding,
      definition_levels_byte_length: coded.length,
      repetition_levels_byte_length: 0,
      is_compressed: true,
    },
  });
  const header = writer.offset - start;
  writer.appendBytes(coded);
  writer.appendBytes(packed);
  return header + coded.length + values.length;
}

/** The same of the values that a dictionary holds. */
export function writeDictionaryPage({ writer, pack }: PageOut, values: Uint8Array, count: number): number {
  const packed = pack(values);
  const start = writer.offset;
  writePageHeader(writer, {
    type: 'DICTIONARY_PAGE',
    uncompressed_page_size: values.length,
    compressed_page_size: packed.length,
    dictionary_page_header: { num_values: count, encoding: 'PLAIN' },
  });
  const header = writer.offset - start;
  writer.appendBytes(packed);
  return header + values.length;
}

/** Room for the number before a run. */
const RUN_BYTES = 8;

/** One run of ones where no value is missing, else the bits as they are. */
function toRuns({ rows, bits }: Levels): Bytes {
  const out = createOut(RUN_BYTES + (bits?.length ?? 0));
  if (!bits) {
    writeVarint(out, rows * 2);
    out.bytes[out.at++] = 1;
  } else {
    writeVarint(out, bits.length * 2 + 1);
    out.bytes.set(bits, out.at);
    out.at += bits.length;
  }
  return out.bytes.subarray(0, out.at);
}

/** Seven bits a byte, the lowest first. */
export function writeVarint(out: Out, value: number): void {
  ensure(out, RUN_BYTES);
  let left = value;
  for (; left > 127; left >>>= 7) out.bytes[out.at++] = (left & 127) | 128;
  out.bytes[out.at++] = left;
}
