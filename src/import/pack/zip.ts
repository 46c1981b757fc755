import { Problem } from '../../lib/problem';
import { toCrc32 } from './crc32';
import type { ZipEntry } from './directory';
import { toDamaged } from './directory';
import { checkUnpacked } from './limit';
import { inflate, readPieces, readStream, toStream } from './stream';

export type { ZipEntry } from './directory';
export { readDirectory } from './directory';

const LOCAL_HEADER = 0x04034b50;
const LOCAL_BYTES = 30;
const STORED = 0;
const DEFLATED = 8;

export interface OpenEntryOptions {
  /** The most that may come out; by itself, all that is not both large and packed out of all proportion. */
  maxBytes?: number;
}

/**
 * The contents of a file in an archive. What can't be read, or is too large, is refused before anything is unpacked; the
 * stream fails where the contents are not what the archive says of them.
 */
export async function openEntry(
  file: Blob,
  entry: ZipEntry,
  { maxBytes }: OpenEntryOptions = {},
): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  const { path: name, bytes, packedBytes, method } = entry;
  if (entry.encrypted) throw new Problem('archive-encrypted', { params: { file: name } });
  if (method !== STORED && method !== DEFLATED) {
    throw new Problem('archive-method', { params: { file: name, method: toMethodName(method) } });
  }
  checkUnpacked(bytes, { name, packedBytes, maxBytes });
  const packed = await findContents(file, entry);
  return toStream(
    readChecked(method === STORED ? readPieces(packed) : readStream(inflate(packed, 'deflate-raw')), entry),
  );
}

async function findContents(file: Blob, { path, start, packedBytes }: ZipEntry): Promise<Blob> {
  const header = new DataView(await file.slice(start, start + LOCAL_BYTES).arrayBuffer());
  if (header.byteLength < LOCAL_BYTES || header.getUint32(0, true) !== LOCAL_HEADER) throw toDamaged(path);
  // the local header has a name and extra fields of its own, not always those of the directory
  const from = start + LOCAL_BYTES + header.getUint16(26, true) + header.getUint16(28, true);
  if (from + packedBytes > file.size) throw toDamaged(path);
  return file.slice(from, from + packedBytes);
}

async function* readChecked(
  pieces: AsyncGenerator<Uint8Array<ArrayBuffer>>,
  { path, bytes, crc }: ZipEntry,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  let length = 0;
  let sum = 0;
  try {
    for await (const piece of pieces) {
      length += piece.length;
      // more than told: whatever the limit was held against was a lie
      if (length > bytes) break;
      sum = toCrc32(piece, sum);
      yield piece;
    }
  } catch (cause) {
    throw toDamaged(path, cause);
  }
  if (length !== bytes || sum !== crc) throw toDamaged(path);
}

function toMethodName(method: number): string {
  const names: Record<number, string> = {
    1: 'Shrink',
    6: 'Implode',
    9: 'Deflate64',
    12: 'bzip2',
    14: 'LZMA',
    93: 'Zstandard',
    95: 'XZ',
    98: 'PPMd',
    99: 'AES',
  };
  return names[method] ?? String(method);
}
