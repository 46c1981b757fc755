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
import { adaptType, checkData, countCutNanos } from './adapt';
import { unpackLz4Frame } from './lz4';

const FILE_MAGIC = 'ARROW1';
const FEATHER_1_MAGIC = 'FEA1';

/** Reads the schema of an Arrow IPC file or stream, or of a Feather file. `file` is the name for the words of a problem. */
export async function fromArrow(blob: Blob, { file }: { file: string }): Promise<BatchTable> {
  const orProblem = (error: unknown) => toArrowProblem(error, file);
  try {
    const stream = await findStream(blob);
    const given = await readSchema(stream);
    const names = toNames(given.fields.map(({ name }) => name));
    const adapted = given.fields.map(({ type }) => adaptType(type));
    const shape = toBatchSchema(adapted.map((column, k) => ({ name: names[k]!, ...column })));
    const notes: BatchNote[] = given.fields.flatMap(({ name }, k) =>
      name === names[k] ? [] : [{ kind: 'renamed', column: names[k]!, example: name }],
    );
    const source = { stream, adapted, schema: shape.schema, notes };
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

/** A file is a stream between a mark and a footer; the stream is what we read of it. */
async function findStream(blob: Blob): Promise<Blob> {
  const start = await blob.slice(0, 6).text();
  if (start.startsWith(FEATHER_1_MAGIC)) throw createProblem('arrow-unsupported', 'Feather version 1');
  if (start !== FILE_MAGIC) return blob;
  const end = new DataView(await blob.slice(-10).arrayBuffer());
  const isWhole = (await blob.slice(-6).text()) === FILE_MAGIC && end.byteLength === 10;
  const footer = isWhole ? end.getUint32(0, true) : 0;
  if (!isWhole || footer > blob.size - 18) throw createProblem('arrow-damaged', 'no footer');
  return blob.slice(8, blob.size - 10 - footer);
}

async function readSchema(stream: Blob): Promise<Schema> {
  const reader = await openReader(stream, () => {});
  const { schema } = reader;
  await reader.cancel();
  return schema;
}

async function openReader(stream: Blob, onPiece: (bytes: number) => void) {
  addCodecs();
  async function* pieces() {
    for await (const piece of readChunks(stream)) {
      onPiece(piece.length);
      yield piece;
    }
  }
  const reader = await RecordBatchReader.from(pieces());
  await reader.open();
  if (!reader.schema) throw createProblem('arrow-damaged', 'no schema');
  return reader;
}

/** The library knows how packed buffers lie in a file, and leaves the unpacking to us. */
function addCodecs(): void {
  if (compressionRegistry.get(CompressionType.LZ4_FRAME)) return;
  compressionRegistry.set(CompressionType.LZ4_FRAME, { decode: unpackLz4Frame });
  // numbers of 64 bits are read where they lie, so they must not lie askew
  compressionRegistry.set(CompressionType.ZSTD, { decode: (bytes) => decompressZstd(bytes).slice() });
}

interface Source {
  stream: Blob;
  adapted: Adapted[];
  schema: Schema;
  notes: BatchNote[];
}

async function* readBatches(
  source: Source,
  { signal, onProgress }: BatchOptions,
): AsyncGenerator<RecordBatch> {
  const { stream, adapted, schema } = source;
  let done = 0;
  const reader = await openReader(stream, (bytes) => {
    signal.throwIfAborted();
    done += bytes;
  });
  const struct = new Struct(schema.fields);
  const lost = adapted.map(() => ({ nanoseconds: 0, badText: 0 }));
  for await (const batch of reader) {
    signal.throwIfAborted();
    const children = batch.data.children.map((given, k) => {
      lost[k]!.nanoseconds += countCutNanos(given);
      const { data, bad } = checkData(given);
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
