import { createAbort } from '../../lib/problem';
import { readChunks } from '../../lib/chunks';

const READ_BYTES = 2 ** 20;
/** A piece is unpacked as a whole before anyone is asked, a thousand times as large perhaps, so pieces are small. */
const PACKED_BYTES = 2 ** 16;
const PART_BYTES = 8 * 2 ** 20;

/** Unpacks a blob piece by piece, never further ahead of its reader than a piece. */
export function inflate(packed: Blob, format: CompressionFormat): ReadableStream<Uint8Array<ArrayBuffer>> {
  return toStream(readPieces(packed)).pipeThrough(new DecompressionStream(format));
}

/** The bytes of a blob in small pieces. */
export async function* readPieces(blob: Blob): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for await (const chunk of readChunks(blob, READ_BYTES)) {
    for (let at = 0; at < chunk.length; at += PACKED_BYTES) yield chunk.subarray(at, at + PACKED_BYTES);
  }
}

/** What `ReadableStream.from` gives, which Chromium lacks. */
export function toStream(
  pieces: AsyncGenerator<Uint8Array<ArrayBuffer>>,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new ReadableStream(
    {
      async pull(controller) {
        const { done, value } = await pieces.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      async cancel() {
        await pieces.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
}

/** The pieces of a stream; it is let go of when the reader stops early. */
export async function* readStream(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const reader = stream.getReader();
  let ended = false;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      yield value;
    }
    ended = true;
  } finally {
    if (!ended) await reader.cancel().catch(() => {});
  }
}

/** Gathers pieces into a blob. Each few megabytes become a part, which the browser keeps where it likes. */
export function createBlobWriter() {
  const parts: Blob[] = [];
  let pieces: Uint8Array<ArrayBuffer>[] = [];
  let held = 0;
  const flush = () => {
    parts.push(new Blob(pieces));
    pieces = [];
    held = 0;
  };
  return {
    /** The piece is kept as it is: whoever pushes it must not write to it again. */
    push(piece: Uint8Array<ArrayBuffer>): void {
      pieces.push(piece);
      held += piece.length;
      if (held >= PART_BYTES) flush();
    },
    finish(): Blob {
      flush();
      return new Blob(parts);
    },
  };
}

export interface CollectOptions {
  signal?: AbortSignal | undefined;
  /** Told how many bytes have come out. */
  onProgress?: ((bytes: number) => void) | undefined;
}

/** Everything that a stream gives, as a blob. */
export async function toBlob(
  pieces: AsyncIterable<Uint8Array<ArrayBuffer>>,
  { signal, onProgress }: CollectOptions = {},
): Promise<Blob> {
  const writer = createBlobWriter();
  let bytes = 0;
  for await (const piece of pieces) {
    if (signal?.aborted) throw createAbort();
    writer.push(piece);
    onProgress?.((bytes += piece.length));
  }
  return writer.finish();
}
