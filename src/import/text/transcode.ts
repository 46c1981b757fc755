import { createAbort } from '../../lib/problem';
import { readChunks } from '../../lib/chunks';
import { createBlobWriter } from '../pack/stream';
import { createAsciiSkip } from './ascii';
import { createDecoder } from './decoder';
import { findMark } from './marks';
import { createUtf8Check } from './utf8';

export interface TranscodeOptions {
  /** Bytes of the mark at the start, which is left out; by itself, that of the encoding, where there is one. */
  markBytes?: number;
  /** Places known to be damaged; where it is not given, they are looked for. */
  damaged?: number;
  signal?: AbortSignal;
  /** Told how many bytes of the file have been read. */
  onProgress?: (bytes: number) => void;
}

/** The text that bytes stand for, for a look at it. A character that is cut off at the end is left out. */
export function decodeSample(bytes: Uint8Array, label: string): string {
  return createDecoder(label).decode(bytes, { stream: true });
}

/**
 * A text as UTF-8 without its mark. Where it is that already, it is not copied. What the encoding has no character for
 * becomes U+FFFD, and is counted.
 */
export async function toUtf8Blob(
  file: Blob,
  label: string,
  { markBytes, damaged, signal, onProgress }: TranscodeOptions = {},
): Promise<{ blob: Blob; replaced: number }> {
  const decoder = createDecoder(label);
  const before = markBytes ?? (await findMarkBytes(file, decoder.encoding));
  const body = before > 0 ? file.slice(before) : file;
  if (decoder.encoding === 'utf-8') {
    const known = damaged ?? (await countDamaged(body, signal));
    if (known === 0) return { blob: body, replaced: 0 };
  }
  const encoder = new TextEncoder();
  const writer = createBlobWriter();
  const genuine = createGenuineCount(decoder.encoding);
  let read = before;
  let signs = 0;
  const write = (text: string) => {
    signs += countReplaced(text);
    writer.push(encoder.encode(text));
  };
  for await (const chunk of readChunks(body)) {
    if (signal?.aborted) throw createAbort();
    genuine.push(chunk);
    write(decoder.decode(chunk, { stream: true }));
    onProgress?.((read += chunk.length));
  }
  write(decoder.decode());
  return { blob: writer.finish(), replaced: signs - genuine.count };
}

async function findMarkBytes(file: Blob, label: string): Promise<number> {
  const mark = findMark(new Uint8Array(await file.slice(0, 4).arrayBuffer()));
  return mark?.label === label ? mark.bytes.length : 0;
}

async function countDamaged(body: Blob, signal: AbortSignal | undefined): Promise<number> {
  const check = createUtf8Check();
  for await (const chunk of readChunks(body)) {
    if (signal?.aborted) throw createAbort();
    const skipAscii = createAsciiSkip(chunk);
    for (let at = 0; at < chunk.length;) {
      const from = at;
      while (at < chunk.length && chunk[at]! >= 0x80) at++;
      check.push(chunk, from, Math.min(at + 1, chunk.length));
      at = skipAscii(at);
    }
  }
  check.finish();
  return check.damaged;
}

function countReplaced(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) count++;
  return count;
}

const genuineBytes: Record<string, readonly number[]> = {
  'utf-8': [0xef, 0xbf, 0xbd],
  'utf-16le': [0xfd, 0xff],
  'utf-16be': [0xff, 0xfd],
  gb18030: [0x84, 0x31, 0xa4, 0x37],
};

/** Counts the U+FFFD that were in the file before: somebody else's loss, not ours. */
function createGenuineCount(label: string) {
  const bytes = genuineBytes[label];
  const isWide = label.startsWith('utf-16');
  let offset = 0;
  let matched = 0;
  const genuine = {
    count: 0,
    push(chunk: Uint8Array): void {
      if (!bytes) return;
      for (let at = 0; at < chunk.length; at++) {
        if (matched === 0) {
          at = chunk.indexOf(bytes[0]!, at);
          if (at < 0) break;
          if (isWide && (offset + at) % 2 === 1) continue;
        }
        matched = chunk[at] === bytes[matched] ? matched + 1 : chunk[at] === bytes[0] ? 1 : 0;
        if (matched < bytes.length) continue;
        genuine.count++;
        matched = 0;
      }
      offset += chunk.length;
    },
  };
  return genuine;
}
