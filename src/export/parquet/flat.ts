import type { Data, Vector } from 'apache-arrow';
import { Type } from 'apache-arrow';
import type { Element } from '../columns';
import { createOut } from '../formats/out';
import { toHash } from '../xlsx/strings';
import type { Chunk, Encoding, Levels, PageOut } from './page';
import { toLevels, toSomeLevels, writeDataPage, writeDictionaryPage } from './page';
import { maybeDictionary, packIndexes, writeTexts } from './texts';

/** So many bytes of texts are a page. */
const PAGE_BYTES = 2 ** 20;

/** Whether Arrow has the values of a column as they stand in Parquet, so that they are copied and not looked at one by one. */
export function isFlat(vector: Vector, elements: readonly Element[]): boolean {
  const [element] = elements;
  if (elements.length > 1) return false;
  if (element!.type === 'BYTE_ARRAY') return vector.data.every(({ typeId }) => typeId === Type.Utf8);
  const size = SIZES[element!.type!];
  return (
    size !== undefined &&
    vector.data.every(
      ({ typeId, values }) => COPIED.has(typeId) && ArrayBuffer.isView(values) && toSize(values) === size,
    )
  );
}

const SIZES: Partial<Record<NonNullable<Element['type']>, number>> = {
  INT32: 4,
  INT64: 8,
  FLOAT: 4,
  DOUBLE: 8,
};
const COPIED: ReadonlySet<Type> = new Set([Type.Int, Type.Float, Type.Date, Type.Time, Type.Timestamp]);

const toSize = (values: ArrayBufferView) => (values as Int32Array).BYTES_PER_ELEMENT;

/** Writes a column of a row group. The library makes an object of each value, which takes most of its time. */
export function writeFlat(out: PageOut, vector: Vector, element: Element): Chunk {
  const parts = vector.data;
  const levels = toLevels(parts);
  const begin = out.writer.offset;
  const done =
    element.type === 'BYTE_ARRAY'
      ? writeTextPages(out, parts, levels)
      : {
          encodings: ['PLAIN'] as Encoding[],
          data: begin,
          size: writeDataPage(out, { levels, values: toNumbers(parts, levels), encoding: 'PLAIN' }),
        };
  return {
    meta_data: {
      type: element.type!,
      encodings: done.encodings,
      path_in_schema: [element.name],
      codec: out.codec,
      num_values: BigInt(levels.rows),
      total_uncompressed_size: BigInt(done.size),
      total_compressed_size: BigInt(out.writer.offset - begin),
      data_page_offset: BigInt(done.data),
      ...(done.data > begin && { dictionary_page_offset: BigInt(begin) }),
    },
    file_offset: BigInt(begin),
  };
}

/** The bytes of all values that are there. */
function toNumbers(parts: readonly Data[], { rows, missing }: Levels): Uint8Array {
  const size = parts.length > 0 ? toSize(parts[0]!.values as ArrayBufferView) : 0;
  const bytes = new Uint8Array((rows - missing) * size);
  let at = 0;
  for (const { values, length, nullCount, nullBitmap, offset } of parts) {
    const { buffer, byteOffset } = values as ArrayBufferView;
    const own = new Uint8Array(buffer, byteOffset, length * size);
    if (nullCount === 0) {
      bytes.set(own, at);
      at += own.length;
      continue;
    }
    for (let row = 0; row < length; row++) {
      const bit = offset + row;
      if (((nullBitmap[bit >> 3]! >> (bit & 7)) & 1) === 0) continue;
      for (let k = row * size; k < (row + 1) * size; k++) bytes[at++] = own[k]!;
    }
  }
  return bytes;
}

interface Pages {
  encodings: Encoding[];
  /** Where those of the values begin. */
  data: number;
  size: number;
}

function writeTextPages(out: PageOut, parts: readonly Data[], levels: Levels): Pages {
  const begin = out.writer.offset;
  const dictionary = isVaried(parts) ? undefined : maybeDictionary(parts, levels.rows);
  if (dictionary && dictionary.count > 0) {
    const size = writeDictionaryPage(out, dictionary.texts, dictionary.count);
    const data = out.writer.offset;
    const values = packIndexes(dictionary);
    return {
      encodings: ['PLAIN', 'RLE_DICTIONARY'],
      data,
      size: size + writeDataPage(out, { levels, values, encoding: 'RLE_DICTIONARY' }),
    };
  }
  const page = createOut(PAGE_BYTES + 2 ** 16);
  let size = 0;
  let [from, to] = [0, 0];
  const flush = () => {
    const values = page.bytes.subarray(0, page.at);
    size += writeDataPage(out, { levels: toSomeLevels(levels, from, to), values, encoding: 'PLAIN' });
    page.at = 0;
    from = to;
  };
  for (const part of parts)
    for (let row = 0; row < part.length;) {
      const next = writeTexts(page, part, { from: row, most: PAGE_BYTES });
      to += next - row;
      row = next;
      if (page.at >= PAGE_BYTES) flush();
    }
  if (to > from || to === 0) flush();
  return { encodings: ['PLAIN'], data: begin, size };
}

const LOOKS = 500;

/** Whether most of a few texts, taken all over the column, are different ones: a dictionary of such saves nothing. */
function isVaried(parts: readonly Data[]): boolean {
  const rows = parts.reduce((sum, { length }) => sum + length, 0);
  const step = Math.max(1, Math.floor(rows / LOOKS));
  const seen = new Set<number>();
  let looks = 0;
  let skipped = 0;
  for (const { values, valueOffsets, length } of parts) {
    for (; skipped < length; skipped += step, looks++)
      seen.add(toHash(values as Uint8Array, valueOffsets[skipped]!, valueOffsets[skipped + 1]!));
    skipped -= length;
  }
  return seen.size > looks * 0.7;
}
