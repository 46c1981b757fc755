import { readChunks } from '../../lib/chunks';
import { Problem } from '../../lib/problem';
import type { JsonFault, JsonHandler } from './tokens';
import { createTokenizer, END, isFault } from './tokens';

export interface ReadOptions {
  signal: AbortSignal;
  onProgress(doneBytes: number): void;
  /** For the words of a problem. */
  file: string;
  /** The blob is the beginning of a file: where it ends, nothing is missing. */
  partial?: boolean;
  /** Every byte was looked at before. */
  trusted?: boolean;
  chunkSize?: number;
}

/** Lets a handler see all of a JSON text; a pause after each piece lets the caller fetch what came of it. */
export async function* readJson(
  blob: Blob,
  handler: JsonHandler,
  { signal, onProgress, file, partial = false, trusted = false, chunkSize }: ReadOptions,
): AsyncGenerator<void> {
  const tokenizer = createTokenizer(handler);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let done = 0;
  const checkText = (piece: Uint8Array, stream: boolean): void => {
    if (trusted || (partial && !stream)) return;
    try {
      decoder.decode(piece, { stream });
    } catch (cause) {
      throw new Problem('file-not-utf8', { params: { file }, cause });
    }
  };
  try {
    for await (const piece of readChunks(blob, chunkSize)) {
      signal.throwIfAborted();
      tokenizer.push(piece);
      checkText(piece, true);
      done += piece.length;
      onProgress(done);
      yield;
    }
    if (!partial) tokenizer.push(new Uint8Array(), true);
    checkText(new Uint8Array(), false);
    yield;
  } catch (error) {
    throw isFault(error) ? await toSyntaxProblem(blob, error, file) : error;
  }
}

/** Says where the text stops being JSON in lines and columns, which are looked for only now. */
async function toSyntaxProblem(blob: Blob, fault: JsonFault, file: string): Promise<Problem> {
  let line = 1;
  let lineStart = 0;
  let at = 0;
  for await (const piece of readChunks(blob.slice(0, fault.offset))) {
    for (let lf = piece.indexOf(10); lf >= 0; lf = piece.indexOf(10, lf + 1)) {
      line++;
      lineStart = at + lf + 1;
    }
    at += piece.length;
  }
  // a column of a line that is longer than this is a number that nobody counts to
  const start = Math.max(lineStart, fault.offset - MOST_COUNTED);
  const before = await blob.slice(start, fault.offset).text();
  const column = start - lineStart + [...before.replace(/^\uFEFF/, '')].length + 1;
  const found = fault.atEnd
    ? END
    : toVisible([...(await blob.slice(fault.offset, fault.offset + 8).text())][0]);
  return new Problem('json-syntax', { params: { file, line, column, expected: fault.expected, found } });
}

const MOST_COUNTED = 2 ** 20;

function toVisible(char = END): string {
  const code = char.codePointAt(0)!;
  return code <= 0x20 || code === 0xfeff ? `U+${code.toString(16).toUpperCase().padStart(4, '0')}` : char;
}
