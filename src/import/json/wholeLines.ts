import { readChunks } from '../../lib/chunks';
import { createTokenizer, isFault } from './tokens';
import type { JsonHandler } from './tokens';

/** A line that is no JSON. */
export interface BrokenLine {
  /** Counted from 1. */
  line: number;
  text: string;
}

export interface WholeLines {
  /** The lines that are JSON, as they stand in the text. */
  body: Blob;
  broken: BrokenLine[];
}

/** A longer line is no record that got damaged, but a text of another kind. */
const LONGEST_LINE = 2 ** 26;
/** From so many broken lines on, more of them than whole ones say at once that the text has no records in its lines. */
const MANY = 1000;

/**
 * Parts the lines of a text that are JSON each by itself from those that are not. Undefined where lines are no records: where
 * no more of them are whole than broken, or none holds an object or a list. `partial` leaves out a last line without an end.
 */
export async function maybeWholeLines(
  blob: Blob,
  { signal, partial = false }: { signal: AbortSignal; partial?: boolean },
): Promise<WholeLines | undefined> {
  const parts: Blob[] = [];
  const broken: BrokenLine[] = [];
  const decoder = new TextDecoder();
  let line = 0;
  let whole = 0;
  let hasRecord = false;
  /** Where the lines begin that are whole and not yet kept. */
  let kept = 0;

  const take = (bytes: Uint8Array, from: number): void => {
    line++;
    const first = bytes.find((byte) => byte > 0x20);
    if (first === undefined) return;
    if (isJson(bytes)) {
      whole++;
      hasRecord ||= first === 0x7b || first === 0x5b;
      return;
    }
    broken.push({ line, text: decoder.decode(bytes).replace(/\r$/, '') });
    parts.push(blob.slice(kept, from));
    kept = from + bytes.length;
  };

  let rest: Uint8Array[] = [];
  let held = 0;
  let at = 0;
  for await (const piece of readChunks(blob)) {
    signal.throwIfAborted();
    let from = 0;
    for (let end = piece.indexOf(10); end >= 0; end = piece.indexOf(10, from)) {
      take(join(rest, piece.subarray(from, end)), at + from - held);
      rest = [];
      held = 0;
      from = end + 1;
    }
    if (from < piece.length) rest.push(piece.subarray(from));
    held += piece.length - from;
    at += piece.length;
    if (held > LONGEST_LINE || (broken.length > MANY && broken.length > whole)) return undefined;
  }
  if (held > 0 && !partial) take(join(rest, new Uint8Array()), at - held);
  const end = partial ? at - held : at;
  if (broken.length >= whole || !hasRecord) return undefined;
  return { body: new Blob([...parts, blob.slice(kept, end)]), broken };
}

function isJson(bytes: Uint8Array): boolean {
  try {
    createTokenizer(ignore).push(bytes, true);
    return true;
  } catch (error) {
    if (isFault(error)) return false;
    throw error;
  }
}

const ignore: JsonHandler = {
  beginObject() {},
  endObject() {},
  beginArray() {},
  endArray() {},
  key() {},
  string() {},
  number() {},
  literal() {},
};

function join(rest: readonly Uint8Array[], last: Uint8Array): Uint8Array {
  if (rest.length === 0) return last;
  const joined = new Uint8Array(rest.reduce((sum, { length }) => sum + length, last.length));
  let at = 0;
  for (const piece of [...rest, last]) {
    joined.set(piece, at);
    at += piece.length;
  }
  return joined;
}
