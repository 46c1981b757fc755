import { createAbort, isAbort, Problem } from '../../lib/problem';
import { toDamaged } from './directory';
import { checkUnpacked, toFileName } from './limit';
import { inflate, readPieces, readStream, toBlob } from './stream';

export interface GunzipOptions {
  /** The most that may come out; by itself, all that is not both large and packed out of all proportion. */
  maxBytes?: number;
  /** The name that a person is told. */
  name?: string;
  signal?: AbortSignal;
  /** Told how many bytes have come out. */
  onProgress?: (bytes: number) => void;
}

/** As often as the end of a part was guessed wrong, its bytes are unpacked again; a file made to cost us time is refused. */
const MOST_GUESSES = 16;

/**
 * Unpacks a gzip file. Several, one after the other, are one text; browsers refuse to unpack them at once, so each part is
 * unpacked by itself.
 */
export async function gunzip(
  file: Blob,
  { maxBytes, name = toFileName(file), signal, onProgress }: GunzipOptions = {},
): Promise<Blob> {
  const starts = await findStarts(file, signal);
  if (starts[0] !== 0) throw toDamaged(name);
  const ends = [...starts.slice(1), file.size];
  const whole: Blob[] = [];
  let before = 0;
  let guesses = 0;
  for (let at = 0, from = 0; at < ends.length; at++) {
    const report = (bytes: number) => {
      checkUnpacked(before + bytes, { name, packedBytes: file.size, maxBytes });
      onProgress?.(before + bytes);
    };
    const part = await maybeUnpack(file.slice(from, ends[at]), { report, signal });
    if (part instanceof Blob) {
      whole.push(part);
      before += part.size;
      from = ends[at]!;
    } else if (at + 1 === ends.length || ++guesses > MOST_GUESSES) throw toDamaged(name, part.cause);
  }
  return whole.length === 1 ? whole[0]! : new Blob(whole);
}

/** Where a part may start, by what its header looks like. By chance that is met once in 200 GB. */
async function findStarts(file: Blob, signal: AbortSignal | undefined): Promise<number[]> {
  const starts: number[] = [];
  let tail: Uint8Array = new Uint8Array(0);
  let offset = 0;
  for await (const piece of readPieces(file)) {
    if (signal?.aborted) throw createAbort();
    const bytes = new Uint8Array(tail.length + piece.length);
    bytes.set(tail);
    bytes.set(piece, tail.length);
    const base = offset - tail.length;
    for (
      let at = bytes.indexOf(0x1f);
      at >= 0 && at + HEADER <= bytes.length;
      at = bytes.indexOf(0x1f, at + 1)
    ) {
      if (isHeader(bytes, at)) starts.push(base + at);
    }
    offset += piece.length;
    tail = bytes.slice(-HEADER + 1);
  }
  return starts;
}

const HEADER = 10;

/** Magic, deflate, flags that exist, an effort of 0, 2 or 4, and a system that exists or is unknown. */
function isHeader(bytes: Uint8Array, at: number): boolean {
  const [effort, system] = [bytes[at + 8]!, bytes[at + 9]!];
  return (
    bytes[at + 1] === 0x8b &&
    bytes[at + 2] === 8 &&
    bytes[at + 3]! < 0x20 &&
    (effort === 0 || effort === 2 || effort === 4) &&
    (system < 14 || system === 255)
  );
}

interface UnpackOptions {
  report: (bytes: number) => void;
  signal: AbortSignal | undefined;
}

/** What comes out, or why nothing does. */
async function maybeUnpack(
  packed: Blob,
  { report, signal }: UnpackOptions,
): Promise<Blob | { cause: unknown }> {
  try {
    return await toBlob(readStream(inflate(packed, 'gzip')), { signal, onProgress: report });
  } catch (cause) {
    if (cause instanceof Problem || isAbort(cause)) throw cause;
    return { cause };
  }
}
