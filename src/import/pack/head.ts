import { createAbort } from '../../lib/problem';
import { findMark } from '../text/marks';
import { findUtf16 } from '../text/utf16';
import { createBlobWriter, inflate, readStream } from './stream';

/** As much as a look at a text takes. */
export const HEAD_BYTES = 9 * 2 ** 20;

/** The start of a text that is packed, up to a line's end; undefined where there is no more of it than this, or it is damaged. */
export async function maybeHead(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
  { signal, bytes = HEAD_BYTES }: { signal: AbortSignal; bytes?: number },
): Promise<Blob | undefined> {
  const writer = createBlobWriter();
  let held = 0;
  try {
    for await (const piece of readStream(stream)) {
      if (signal.aborted) throw createAbort();
      writer.push(piece);
      held += piece.length;
      if (held >= bytes) return await cutLine(writer.finish());
    }
  } catch (error) {
    if (signal.aborted) throw error;
  }
  return undefined;
}

/** The same of a gzip file. */
export function maybeGzipHead(file: Blob, options: { signal: AbortSignal; bytes?: number }) {
  return maybeHead(inflate(file, 'gzip'), options);
}

/** A larger one may hold more than its last four bytes can say. */
const SAYING_BYTES = 2 ** 28;

/** How large a gzip file says that it is unpacked. */
export async function maybeGzipBytes(file: Blob): Promise<number | undefined> {
  if (file.size > SAYING_BYTES) return undefined;
  return new DataView(await file.slice(-4).arrayBuffer()).getUint32(0, true);
}

const LINE_BYTES = 2 ** 20;

async function cutLine(blob: Blob): Promise<Blob> {
  const start = new Uint8Array(await blob.slice(0, 4096).arrayBuffer());
  const isWide = /^utf-(16|32)/.test(findMark(start)?.label ?? findUtf16(start) ?? '');
  if (isWide) return blob.slice(0, blob.size - (blob.size % 4));
  const from = Math.max(0, blob.size - LINE_BYTES);
  const end = new Uint8Array(await blob.slice(from).arrayBuffer()).lastIndexOf(10);
  return end < 0 ? blob : blob.slice(0, from + end + 1);
}
