import { parquetHeader } from 'hyparquet/src/column.js';
import { decompressPage } from 'hyparquet/src/datapage.js';
import type { ColumnMetaData, PageHeader } from 'hyparquet/src/types.js';
import { codecs } from './codecs';
import { readHybrid, toBitWidth } from './levels';
import { createDamaged, createUnsupported } from './problems';
import type { Leaf } from './schema';
import type { Page, Values } from './values';
import { readPlain, readValues } from './values';

/** A page of a column: a level for each of its entries, and the values of those that have one. */
export interface LeveledPage extends Page {
  entries: number;
  /** Undefined where every entry has a value. */
  definitions?: Uint8Array;
  /** Undefined where no list is around the column. */
  repetitions?: Uint8Array;
}

/** A page that is larger would be more than a cell or a batch can hold. */
const MOST_PAGE_BYTES = 2 ** 29;
const MOST_PAGE_ENTRIES = 2 ** 26;
const WINDOW = 2 ** 21;
/** Old writers forgot the header of the dictionary in the size of a column (PARQUET-816). */
const SLACK = 100;

/** The pages of a column in a row group, read and unpacked one at a time. */
export async function* readPages(file: Blob, leaf: Leaf, chunk: ColumnMetaData): AsyncGenerator<LeveledPage> {
  const { codec, num_values, dictionary_page_offset: dictionaryAt, data_page_offset: dataAt } = chunk;
  // some writers give 0 for a dictionary that is not there
  const start = Number(dictionaryAt && dictionaryAt < dataAt ? dictionaryAt : dataAt);
  const end = Math.min(file.size, start + Number(chunk.total_compressed_size) + SLACK);
  if (!(start >= 0 && end > start && start + Number(chunk.total_compressed_size) <= file.size))
    throw createDamaged(`column outside the file: ${leaf.path.join('.')}`);
  const window = createWindow(file, start, end);
  let at = start;
  let left = Number(num_values);
  let dictionary: Values | undefined;
  while (left > 0) {
    const { header, size } = await readHeader(window, at, end);
    const packedSize = header.compressed_page_size;
    const fullSize = header.uncompressed_page_size;
    // a broken header may lack its sizes
    if (!(packedSize >= 0 && at + size + packedSize <= end))
      throw createDamaged(`page outside its column: ${leaf.path.join('.')}`);
    if (!(fullSize >= 0 && fullSize <= MOST_PAGE_BYTES))
      throw createUnsupported(`a page of ${fullSize} bytes`);
    const packed = await window.read(at + size, packedSize);
    at += size + packedSize;
    if (header.type === 'DICTIONARY_PAGE') {
      const bytes = decompressPage(packed, fullSize, codec, codecs);
      dictionary = readPlain(bytes, 0, leaf.element, checkCount(header.dictionary_page_header!.num_values));
    } else if (header.type === 'DATA_PAGE' || header.type === 'DATA_PAGE_V2') {
      const page = (header.type === 'DATA_PAGE' ? readPage : readPageV2)(packed, header, {
        leaf,
        codec,
        dictionary,
      });
      if (page.entries > left) throw createDamaged(`more values than the column has: ${leaf.path.join('.')}`);
      left -= page.entries;
      yield page;
    }
  }
}

interface PageOptions {
  leaf: Leaf;
  codec: ColumnMetaData['codec'];
  dictionary: Values | undefined;
}

function readPage(
  packed: Uint8Array,
  header: PageHeader,
  { leaf, codec, dictionary }: PageOptions,
): LeveledPage {
  const head = header.data_page_header!;
  const entries = checkCount(head.num_values);
  const bytes = decompressPage(packed, header.uncompressed_page_size, codec, codecs);
  let at = 0;
  const readLevels = (most: number, encoding: string): Uint8Array | undefined => {
    if (most === 0) return undefined;
    if (encoding !== 'RLE') throw createUnsupported(`levels in ${encoding}`);
    if (at + 4 > bytes.length) throw createDamaged('levels end too early');
    const size = new DataView(bytes.buffer, bytes.byteOffset + at).getUint32(0, true);
    const levels = toLevels(bytes.subarray(at + 4, at + 4 + size), most, entries);
    at += 4 + size;
    return levels;
  };
  const repetitions = readLevels(leaf.repeated, head.repetition_level_encoding);
  const definitions = readLevels(leaf.defined, head.definition_level_encoding);
  const count = countDefined(definitions, leaf.defined, entries);
  const { element } = leaf;
  const page = readValues(bytes, at, { element, encoding: head.encoding, count, dictionary });
  return toLeveled(page, { entries, count, definitions, repetitions });
}

function readPageV2(
  packed: Uint8Array,
  header: PageHeader,
  { leaf, codec, dictionary }: PageOptions,
): LeveledPage {
  const head = header.data_page_header_v2!;
  const entries = checkCount(head.num_values);
  const repetitionSize = head.repetition_levels_byte_length;
  const levelsSize = repetitionSize + head.definition_levels_byte_length;
  const repetitions =
    leaf.repeated > 0 ? toLevels(packed.subarray(0, repetitionSize), leaf.repeated, entries) : undefined;
  const definitions =
    leaf.defined > 0
      ? toLevels(packed.subarray(repetitionSize, levelsSize), leaf.defined, entries)
      : undefined;
  const count = countDefined(definitions, leaf.defined, entries);
  const body = packed.subarray(levelsSize);
  const size = header.uncompressed_page_size - levelsSize;
  // an empty page may be packed as nothing at all
  const isPlain = head.is_compressed === false || body.length === 0 || size === 0;
  const bytes = isPlain ? body : decompressPage(body, size, codec, codecs);
  const page = readValues(bytes, 0, { element: leaf.element, encoding: head.encoding, count, dictionary });
  return toLeveled(page, { entries, count, definitions, repetitions });
}

function toLevels(bytes: Uint8Array, most: number, count: number): Uint8Array {
  const levels = new Uint8Array(count);
  readHybrid(bytes, 0, bytes.length, { width: toBitWidth(most), output: levels });
  return levels;
}

function countDefined(definitions: Uint8Array | undefined, most: number, entries: number): number {
  if (!definitions) return entries;
  let count = 0;
  for (let k = 0; k < entries; k++) if (definitions[k] === most) count++;
  return count;
}

function toLeveled(
  page: Page,
  { entries, count, definitions, repetitions }: Omit<LeveledPage, 'values'> & { count: number },
): LeveledPage {
  return {
    ...page,
    entries,
    ...(definitions && count < entries ? { definitions } : {}),
    ...(repetitions ? { repetitions } : {}),
  };
}

function checkCount(count: number): number {
  if (!(count >= 0 && count <= MOST_PAGE_ENTRIES)) throw createUnsupported(`a page of ${count} values`);
  return count;
}

interface Window {
  read(at: number, size: number): Promise<Uint8Array>;
}

async function readHeader(
  window: Window,
  at: number,
  end: number,
): Promise<{ header: PageHeader; size: number }> {
  for (let guess = 1024; ; guess *= 8) {
    const bytes = await window.read(at, Math.min(guess, end - at));
    const reader = { view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), offset: 0 };
    try {
      return { header: parquetHeader(reader), size: reader.offset };
    } catch (error) {
      // a header may hold the least and the greatest value, of any length
      if (bytes.length >= end - at || guess > MOST_PAGE_BYTES) throw createDamaged('page header', error);
    }
  }
}

/** A part of a file, read some megabytes at a time. */
function createWindow(file: Blob, start: number, end: number): Window {
  let from = start;
  let held = new Uint8Array();
  return {
    async read(at, size) {
      if (at < from || at + size > from + held.length) {
        from = at;
        held = new Uint8Array(await file.slice(at, Math.min(end, at + Math.max(size, WINDOW))).arrayBuffer());
      }
      return held.subarray(at - from, at - from + size);
    },
  };
}
