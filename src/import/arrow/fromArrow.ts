import type { Schema } from 'apache-arrow';
import {
  compressionRegistry,
  CompressionType,
  makeData,
  RecordBatch,
  RecordBatchReader,
  Struct,
} from 'apache-arrow';
import { readChunks } from '../../lib/chunks';
import { isAbort, Problem } from '../../lib/problem';
import type { BatchNote, BatchOptions, BatchTable } from '../batches';
import { toBatchSchema } from '../batches';
import { toNames } from '../names';
import { decompressZstd } from '../parquet/codecs';
import type { Adapted } from './adapt';
import { adaptType, countCutNanos } from './adapt';
import { checkData, mendData } from './check';
import { unpackLz4Frame } from './lz4';
import { checkFooter, guardMetadata } from './metadata';

const FILE_MAGIC = 'ARROW1';
const FEATHER_1_MAGIC = 'FEA1';
/** Bytes of a file that may be read more than twice. */
const FOOTER_SHARE = 2 ** 20;

/** Reads the schema of an Arrow IPC file or stream, or of a Feather file. `file` is the name for the words of a problem. */
export async function fromArrow(blob: Blob, { file }: { file: string }): Promise<BatchTable> {
  const orProblem = (error: unknown) => toArrowProblem(error, file);
  try {
    const form = await findForm(blob);
    const given = await readSchema(blob, form);
    const names = toNames(given.fields.map(({ name }) => name));
    const adapted = given.fields.map(({ type }) => adaptType(type));
    const shape = toBatchSchema(adapted.map((column, k) => ({ name: names[k]!, ...column })));
    const notes: BatchNote[] = given.fields.flatMap(({ name }, k) =>
      name === names[k] ? [] : [{ kind: 'renamed', column: names[k]!, example: name }],
    );
    const source = { blob, form, adapted, schema: shape.schema, notes };
    return {
      ...shape,
      notes,
      async *batches(options) {
        try {
          yield* readBatches(source, options);
        } catch (error) {
          throw orProblem(error);
        }
      },
    };
  } catch (error) {
    throw orProblem(error);
  }
}

type Opened = 'file' | 'stream';

/** A file has a mark at either end, and a table of what lies between. */
async function findForm(blob: Blob): Promise<Opened> {
  const start = await blob.slice(0, 6).text();
  if (start.startsWith(FEATHER_1_MAGIC)) throw createProblem('arrow-unsupported', 'Feather version 1');
  if (start !== FILE_MAGIC) return 'stream';
  const end = new DataView(await blob.slice(-10).arrayBuffer());
  const isWhole = blob.size >= 18 && (await blob.slice(-6).text()) === FILE_MAGIC;
  const length = isWhole ? end.getUint32(0, true) : 0;
  if (!isWhole || length > blob.size - 18) throw createProblem('arrow-damaged', 'no footer');
  checkFooter(new Uint8Array(await blob.slice(-10 - length, -10).arrayBuffer()));
  return 'file';
}

async function readSchema(blob: Blob, form: Opened): Promise<Schema> {
  const reader = await openReader(blob, form, () => {});
  const { schema } = reader;
  await reader.cancel();
  return schema;
}

async function openReader(blob: Blob, form: Opened, onRead: (bytes: number) => void) {
  addCodecs();
  guardMetadata();
  const reader = await (form === 'file'
    ? RecordBatchReader.from(toHandle(blob, onRead) as never)
    : RecordBatchReader.from(readPieces(blob, onRead)));
  await reader.open();
  if (!reader.schema) throw createProblem('arrow-damaged', 'no schema');
  return reader;
}

async function* readPieces(blob: Blob, onRead: (bytes: number) => void): AsyncGenerator<Uint8Array> {
  let done = 0;
  for await (const piece of readChunks(blob)) {
    onRead((done += piece.length));
    yield piece;
  }
}

/** What of Node's file handles the library reads a file through. */
function toHandle(blob: Blob, onRead: (bytes: number) => void) {
  let total = 0;
  return {
    fd: 0,
    stat: () => Promise.resolve({ size: blob.size }),
    async read(buffer: Uint8Array, offset: number, length: number, position: number) {
      const bytes = new Uint8Array(await blob.slice(position, position + length).arrayBuffer());
      total += bytes.length;
      // of a broken table of places the library would read the same ones for ever
      if (bytes.length === 0 || total > 2 * blob.size + FOOTER_SHARE) {
        throw createProblem('arrow-damaged', 'a place that holds something else');
      }
      buffer.set(bytes, offset);
      onRead(position + bytes.length);
      return { bytesRead: bytes.length, buffer };
    },
    close: () => Promise.resolve(),
  };
}

/** The library knows how packed buffers lie in a file, and leaves the unpacking to us. */
function addCodecs(): void {
  if (compressionRegistry.get(CompressionType.LZ4_FRAME)) return;
  compressionRegistry.set(CompressionType.LZ4_FRAME, { decode: unpackLz4Frame });
  // numbers of 64 bits are read where they lie, so they must not lie askew
  compressionRegistry.set(CompressionType.ZSTD, { decode: (bytes) => decompressZstd(bytes).slice() });
}

interface Source {
  blob: Blob;
  form: Opened;
  adapted: Adapted[];
  schema: Schema;
  notes: BatchNote[];
}

async function* readBatches(
  source: Source,
  { signal, onProgress }: BatchOptions,
): AsyncGenerator<RecordBatch> {
  const { blob, form, adapted, schema } = source;
  let done = 0;
  let reading = form === 'stream';
  const reader = await openReader(blob, form, (bytes) => {
    signal.throwIfAborted();
    // the end of a file is read first
    if (reading) done = Math.max(done, bytes);
  });
  reading = true;
  const struct = new Struct(schema.fields);
  const lost = adapted.map(() => ({ nanoseconds: 0, badText: 0 }));
  for await (const batch of reader) {
    signal.throwIfAborted();
    const children = batch.data.children.map((given, k) => {
      if (given.length !== batch.numRows)
        throw createProblem('arrow-damaged', 'columns of different lengths');
      checkData(given);
      lost[k]!.nanoseconds += countCutNanos(given);
      const { data, bad } = mendData(given);
      lost[k]!.badText += bad;
      return adapted[k]!.change?.(data) ?? data;
    });
    yield new RecordBatch(schema, makeData({ type: struct, length: batch.numRows, children }));
    onProgress(done);
  }
  noteLosses(source, lost);
}

/** Tells what was lost in this reading, in place of what an earlier one said. */
function noteLosses(
  { schema, notes }: Source,
  lost: readonly { nanoseconds: number; badText: number }[],
): void {
  const kept = notes.filter(({ kind }) => kind === 'renamed');
  lost.forEach(({ nanoseconds, badText }, k) => {
    const column = schema.fields[k]!.name;
    if (nanoseconds > 0) kept.push({ kind: 'nanoseconds', column, count: nanoseconds });
    if (badText > 0) kept.push({ kind: 'bad-text', column, count: badText });
  });
  notes.splice(0, notes.length, ...kept);
}

function createProblem(code: 'arrow-damaged' | 'arrow-unsupported', detail: string): Problem {
  return new Problem(code, { params: { detail } });
}

function toArrowProblem(error: unknown, file: string): unknown {
  if (isAbort(error)) return error;
  const { code, params, cause } =
    error instanceof Problem
      ? error
      : new Problem('arrow-damaged', {
          params: { detail: error instanceof Error ? error.message : String(error) },
          cause: error,
        });
  return new Problem(code, { params: { ...params, file }, cause });
}
