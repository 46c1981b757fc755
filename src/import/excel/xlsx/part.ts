import { createAbort } from '../../../lib/problem';
import type { ZipEntry } from '../../pack/zip';
import { openEntry } from '../../pack/zip';
import { readStream } from '../../pack/stream';

/** Unpacks a part of a workbook: by itself here, else where it does not hold up the reading of it. */
export type Unpack = (file: Blob, entry: ZipEntry) => AsyncIterable<Uint8Array>;

async function* unpackHere(file: Blob, entry: ZipEntry): AsyncGenerator<Uint8Array> {
  yield* readStream(await openEntry(file, entry));
}

export interface PartOptions {
  unpack?: Unpack | undefined;
  signal?: AbortSignal | undefined;
  /** Told how many packed bytes are read. */
  onProgress?: ((packedBytes: number) => void) | undefined;
}

/** Larger steps cost memory, smaller ones the joining of many. */
const STEP_BYTES = 2 ** 20;
const PAUSE_MS = 100;

/**
 * Gives the bytes of a part of a workbook to a scan, a step at a time. The scan says how far it got; the rest comes again with
 * the next step. -1 means that it has seen enough.
 */
export async function scanPart(
  file: Blob,
  entry: ZipEntry,
  scan: (bytes: Uint8Array, isLast: boolean) => number,
  { unpack = unpackHere, signal, onProgress }: PartOptions = {},
): Promise<void> {
  let rest: Uint8Array = new Uint8Array(0);
  let pieces: Uint8Array[] = [];
  let held = 0;
  let unpacked = 0;
  let paused = performance.now();
  for await (const piece of toUtf8(unpack(file, entry))) {
    if (signal?.aborted) throw createAbort();
    pieces.push(piece);
    held += piece.length;
    unpacked += piece.length;
    // a value of many megabytes comes again each time, so steps grow with it
    if (held < Math.max(STEP_BYTES, rest.length)) continue;
    const bytes = joinBytes(rest, pieces, held);
    const done = scan(bytes, false);
    if (done < 0) return;
    rest = bytes.slice(done);
    pieces = [];
    held = 0;
    onProgress?.(
      Math.min(entry.packedBytes, Math.round((unpacked / (entry.bytes || 1)) * entry.packedBytes)),
    );
    if (performance.now() - paused > PAUSE_MS) {
      // lets the worker hear what else is asked of it
      await new Promise((resolve) => setTimeout(resolve));
      paused = performance.now();
    }
  }
  scan(joinBytes(rest, pieces, held), true);
  onProgress?.(entry.packedBytes);
}

/** A small part as text. */
export async function readPartText(file: Blob, entry: ZipEntry, maxBytes: number): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const piece of toUtf8(readStream(await openEntry(file, entry, { maxBytes })))) {
    text += decoder.decode(piece, { stream: true });
  }
  return text + decoder.decode();
}

function joinBytes(rest: Uint8Array, pieces: readonly Uint8Array[], held: number): Uint8Array {
  if (rest.length === 0 && pieces.length === 1) return pieces[0]!;
  const joined = new Uint8Array(rest.length + held);
  joined.set(rest);
  let at = rest.length;
  for (const piece of pieces) {
    joined.set(piece, at);
    at += piece.length;
  }
  return joined;
}

/** XML says itself, by a mark or in its first line, where it is not in UTF-8. */
async function* toUtf8(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let decoder: TextDecoder | undefined;
  let isFirst = true;
  const encoder = new TextEncoder();
  for await (const piece of pieces) {
    if (isFirst && piece.length > 0) {
      isFirst = false;
      const label = findEncoding(piece);
      if (label) decoder = new TextDecoder(label);
    }
    yield decoder ? encoder.encode(decoder.decode(piece, { stream: true })) : piece;
  }
  if (decoder) yield encoder.encode(decoder.decode());
}

function findEncoding(start: Uint8Array): string | undefined {
  const [one, other] = start;
  if ((one === 0xff && other === 0xfe) || (one === 60 && other === 0)) return 'utf-16le';
  if ((one === 0xfe && other === 0xff) || (one === 0 && other === 60)) return 'utf-16be';
  const line = String.fromCharCode(...start.subarray(0, 120));
  const label = /^[^<]*<\?xml[^>]*encoding\s*=\s*["']([\w.:-]+)["']/.exec(line)?.[1]?.toLowerCase();
  // a part that says UTF-16 in plain bytes is not in UTF-16
  if (!label || /^utf-?(8|16)|^us-ascii$/.test(label)) return undefined;
  return isKnown(label) ? label : undefined;
}

function isKnown(label: string): boolean {
  try {
    return Boolean(new TextDecoder(label));
  } catch {
    return false;
  }
}
