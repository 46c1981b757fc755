import { toCrc32 } from '../import/pack/crc32';
import { readPieces } from '../import/pack/stream';

/** What goes into an archive. What is packed already, as Parquet is, is stored as it is. */
export interface ZipPart {
  path: string;
  blob: Blob;
  deflate?: boolean;
  /** Where it is known already. */
  crc?: number;
}

const LOCAL_HEADER = 0x04034b50;
const ENTRY = 0x02014b50;
const END = 0x06054b50;
const END64 = 0x06064b50;
const LOCATOR64 = 0x07064b50;
const ZIP64_EXTRA = 1;
/** What does not fit is written as this, and stands in an extra field. */
const FULL = 0xffffffff;
const UTF8 = 0x0800;
const DEFLATED = 8;

/** One blob of many: nothing of them is copied, so the browser keeps them where they are. */
export async function toZip(parts: readonly ZipPart[], options: { date?: Date } = {}): Promise<Blob> {
  return new Blob(await toPieces(parts, options), { type: 'application/zip' });
}

export async function toPieces(
  parts: readonly ZipPart[],
  { date = new Date() }: { date?: Date } = {},
): Promise<(Blob | Uint8Array<ArrayBuffer>)[]> {
  const pieces: (Blob | Uint8Array<ArrayBuffer>)[] = [];
  const directory: Uint8Array<ArrayBuffer>[] = [];
  let offset = 0;
  for (const part of parts) {
    const entry = await toEntry(part, offset, date);
    const header = toLocalHeader(entry);
    pieces.push(header, entry.packed);
    directory.push(toDirectoryEntry(entry));
    offset += header.length + entry.packed.size;
  }
  const bytes = directory.reduce((sum, { length }) => sum + length, 0);
  return [...pieces, ...directory, ...toEnd(parts.length, bytes, offset)];
}

interface Entry {
  name: Uint8Array<ArrayBuffer>;
  packed: Blob;
  bytes: number;
  crc: number;
  method: number;
  time: number;
  offset: number;
}

async function toEntry(
  { path, blob, deflate, crc: known }: ZipPart,
  offset: number,
  date: Date,
): Promise<Entry> {
  const packed = deflate
    ? await new Response(blob.stream().pipeThrough(new CompressionStream('deflate-raw'))).blob()
    : blob;
  const name = new TextEncoder().encode(path);
  return {
    name,
    packed,
    bytes: blob.size,
    crc: known ?? (await findCrc(blob)),
    method: deflate ? DEFLATED : 0,
    time: toDosTime(date),
    offset,
  };
}

async function findCrc(blob: Blob): Promise<number> {
  let crc = 0;
  for await (const piece of readPieces(blob)) crc = toCrc32(piece, crc);
  return crc;
}

function toLocalHeader({ name, packed, bytes, crc, method, time }: Entry): Uint8Array<ArrayBuffer> {
  const extra = toExtra([bytes, packed.size].some(isFull) ? [bytes, packed.size] : []);
  const isLarge = extra.length > 0;
  return write([
    [4, LOCAL_HEADER],
    [2, isLarge ? 45 : 20],
    [2, UTF8],
    [2, method],
    [4, time],
    [4, crc],
    [4, isLarge ? FULL : packed.size],
    [4, isLarge ? FULL : bytes],
    [2, name.length],
    [2, extra.length],
    name,
    extra,
  ]);
}

function toDirectoryEntry({
  name,
  packed,
  bytes,
  crc,
  method,
  time,
  offset,
}: Entry): Uint8Array<ArrayBuffer> {
  const extra = toExtra([bytes, packed.size, offset].filter(isFull));
  return write([
    [4, ENTRY],
    [2, 45],
    [2, extra.length > 0 ? 45 : 20],
    [2, UTF8],
    [2, method],
    [4, time],
    [4, crc],
    [4, Math.min(packed.size, FULL)],
    [4, Math.min(bytes, FULL)],
    [2, name.length],
    [2, extra.length],
    // no comment, first disk, no attributes
    [2, 0],
    [2, 0],
    [2, 0],
    [4, 0],
    [4, Math.min(offset, FULL)],
    name,
    extra,
  ]);
}

function toEnd(count: number, bytes: number, offset: number): Uint8Array<ArrayBuffer>[] {
  const end = write([
    [4, END],
    [2, 0],
    [2, 0],
    [2, Math.min(count, 0xffff)],
    [2, Math.min(count, 0xffff)],
    [4, Math.min(bytes, FULL)],
    [4, Math.min(offset, FULL)],
    [2, 0],
  ]);
  if (count < 0xffff && !isFull(bytes) && !isFull(offset)) return [end];
  const end64 = write([
    [4, END64],
    [8, 44],
    [2, 45],
    [2, 45],
    [4, 0],
    [4, 0],
    [8, count],
    [8, count],
    [8, bytes],
    [8, offset],
  ]);
  const locator = write([
    [4, LOCATOR64],
    [4, 0],
    [8, offset + bytes],
    [4, 1],
  ]);
  return [end64, locator, end];
}

function isFull(size: number): boolean {
  return size >= FULL;
}

function toExtra(sizes: readonly number[]): Uint8Array<ArrayBuffer> {
  if (sizes.length === 0) return new Uint8Array(0);
  return write([[2, ZIP64_EXTRA], [2, sizes.length * 8], ...sizes.map((size) => [8, size] as const)]);
}

/** Two seconds are the finest that the format knows, and 1980 its first year. */
export function toDosTime(date: Date): number {
  const year = Math.min(127, Math.max(0, date.getUTCFullYear() - 1980));
  const day = (year << 9) | ((date.getUTCMonth() + 1) << 5) | date.getUTCDate();
  const time = (date.getUTCHours() << 11) | (date.getUTCMinutes() << 5) | (date.getUTCSeconds() >> 1);
  return ((day << 16) | time) >>> 0;
}

/** Numbers of so many bytes, the lowest first, and bytes as they are. */
export function write(
  fields: readonly (readonly [2 | 4 | 8, number] | Uint8Array)[],
): Uint8Array<ArrayBuffer> {
  const size = fields.reduce(
    (sum, field) => sum + (field instanceof Uint8Array ? field.length : field[0]),
    0,
  );
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const field of fields) {
    if (field instanceof Uint8Array) {
      bytes.set(field, at);
      at += field.length;
      continue;
    }
    const [width, value] = field;
    if (width === 2) view.setUint16(at, value, true);
    else if (width === 4) view.setUint32(at, value, true);
    else view.setBigUint64(at, BigInt(value), true);
    at += width;
  }
  return bytes;
}
